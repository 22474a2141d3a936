"""What a message means: not understood, a bare yes or no, a bare name."""

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import (
    FALLBACK,
    Dispatcher,
    Events,
    Reply,
    intent_of,
    named,
    say,
    text_of,
)
from actions.contact import (
    ZORGKANTOOR_WORDS,
    ask_which_meant,
    say_how_to_reach,
    shares_name_with_zorgkantoor,
)
from actions.flows import active_flow
from actions.past import asked_last, previous_action
from steunwijzer.knowledge import installed
from steunwijzer.package_resolver import resolve
from steunwijzer.words import folded

CLOSEST = 3
ONLY_A_NAME = 2  # words: "Zilveren Kruis"
REIMBURSEMENT = "action_reimbursement"
TOPICS = {
    "insurer": REIMBURSEMENT,
    "insurer_not_listed": REIMBURSEMENT,
    "package": REIMBURSEMENT,
    "delivery_form": "action_explain_delivery_form",
    "organisation": "action_who_provides",
    "sector": "action_who_provides",
    "support_form": "action_what_support_covers",
    "life_area": "action_what_support_covers",
}
ASK_AGAIN = "action_ask_again"
# intents that are no question of their own, so no meaning to offer
NO_QUESTION = (
    "nlu_fallback",
    "inform",
    "crisis",
    "out_of_scope",
    "other_language",
    "greet",
    "goodbye",
    "thank",
    "affirm",
    "deny",
    "dont_know",
    "stop",
    "start_over",
    "go_back",
)


def closest_meanings(tracker: Tracker) -> list[str]:
    """Payloads of the most likely questions, most likely first."""
    ranking = tracker.latest_message.get("intent_ranking") or ()
    likely = [
        f"/{guess['name']}" for guess in ranking if guess["name"] not in NO_QUESTION
    ]
    return likely[:CLOSEST]


class ActionAskAgain(Reply):
    """Says that it did not understand; the second time in a row it names a human."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Offer the closest meanings, or in a flow the same question once more."""
        if not active_flow(tracker) and goes_on_about_insurers(tracker):
            return [FollowupAction(REIMBURSEMENT)]
        again = previous_action(tracker) == ASK_AGAIN
        meanings = closest_meanings(tracker)
        if active_flow(tracker):
            twice = "_twice" if again else ""
            say(dispatcher, f"utter_answer_unclear{twice}")
        elif again:
            say_how_to_reach(dispatcher, "utter_not_understood_twice")
        elif len(meanings) > 1:
            say(dispatcher, "utter_ask_again", choices=meanings)
        else:
            say(dispatcher, "utter_ask_differently")
        return []


def goes_on_about_insurers(tracker: Tracker) -> bool:
    """Say whether a name, or what was asked last, makes this about reimbursement.

    "Goed" is a package only when a package was asked for, or in "en met Goed?".
    """
    if named(tracker, "insurer") or named(tracker, "package"):
        return True
    if previous_action(tracker) != REIMBURSEMENT:
        return False
    if asked_last(tracker, "utter_ask_insurer"):
        return intent_of(tracker) == FALLBACK
    text, insurer = text_of(tracker), tracker.get_slot("insurer")
    asked = asked_last(tracker, "utter_ask_package") or len(folded(text)) > 1
    table = installed().reimbursements
    return bool(asked and insurer and resolve(table.insurers[insurer], text).products)


class ActionAffirm(Reply):
    """Takes "ja" for what was proposed, or asks what it is about."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Go on with the proposed insurer or the package "Goed", if there is one."""
        if goes_on_about_insurers(tracker):
            return [FollowupAction(REIMBURSEMENT)]
        proposed = tracker.get_slot("proposed_insurer")
        if proposed:
            return [
                SlotSet("insurer", proposed),
                SlotSet("proposed_insurer", None),
                FollowupAction(REIMBURSEMENT),
            ]
        say(dispatcher, "utter_what_do_you_want_to_know")
        return []


class ActionDeny(Reply):
    """Takes "nee" for what was proposed, or leaves it at that."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Ask for the insurer again after a wrong proposal."""
        if tracker.get_slot("proposed_insurer"):
            return [
                SlotSet("proposed_insurer", None),
                FollowupAction(REIMBURSEMENT),
            ]
        say(dispatcher, "utter_all_right")
        return []


class ActionDontKnow(Reply):
    """Answers "weet ik niet" outside a flow."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say where the package stands, if that was asked; else where to begin."""
        if asked_last(tracker, "utter_ask_package"):
            say(dispatcher, "utter_where_is_my_package")
        else:
            say(dispatcher, "utter_no_problem")
        return []


class ActionInform(Reply):
    """Takes a bare name ("Menzis", "pgb", "ouderenzorg") for a question about it."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Hand over to the topic of the name, or of what was asked last."""
        insurers = named(tracker, "insurer")
        on_topic = previous_action(tracker) == REIMBURSEMENT
        if asked_last(tracker, "utter_which_meant") and not insurers:
            zorgkantoor = ZORGKANTOOR_WORDS.search(text_of(tracker))
            return [
                FollowupAction("action_request_human" if zorgkantoor else REIMBURSEMENT)
            ]
        only_name = len(folded(text_of(tracker))) <= ONLY_A_NAME
        shares_name = insurers and shares_name_with_zorgkantoor(insurers[0])
        if shares_name and only_name and not on_topic:
            return ask_which_meant(dispatcher, insurers[0])
        topic = next((TOPICS[kind] for kind in TOPICS if named(tracker, kind)), None)
        return [FollowupAction(topic or (REIMBURSEMENT if on_topic else ASK_AGAIN))]
