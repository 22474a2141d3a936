"""Short answers outside a guided flow: yes, no, weet ik niet, and bare names."""

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import Dispatcher, Events, Reply, named, say, text_of
from actions.contact import (
    BEGIN_HANDOFF,
    INSURER_WORDS,
    ask_which_meant,
    means_zorgkantoor,
    shares_name_with_zorgkantoor,
)
from actions.flows import active_flow, pick_up
from actions.past import asked_last, previous_action
from actions.reaching import offer_a_human, takes_the_offer
from actions.topics import (
    REIMBURSEMENT,
    goes_on_about_insurers,
    only_names_something,
    topic_of,
)
from actions.understanding import ASK_AGAIN
from steunwijzer.words import folded

PASSED_ON = ("utter_passed_on", "utter_changed")
CONFIRMED_BY_YES = {
    "utter_confirm_withdrawal": "action_cancel_request",
    "utter_confirm_erasure": "action_delete_my_data",
    "utter_offer_contact": BEGIN_HANDOFF,
    "utter_already_requested": "action_change_request",
    "utter_stopped_but_request_waits": "action_cancel_request",
}
CONFIRMED_BY_YES |= dict.fromkeys(PASSED_ON, "action_request_status")
# "nee" to these changes nothing, and a flow that waited for it goes on
NEVER_MIND = (
    "utter_confirm_withdrawal",
    "utter_confirm_erasure",
    "utter_request_waits",
    "utter_stopped_but_request_waits",
)
A_BARE_NO = 2  # words: "nee hoor"; more says what is wrong


def may_be_declined(tracker: Tracker) -> bool:
    """Say whether something was asked that "nee", or no answer, leaves as it is."""
    return any(asked_last(tracker, each) for each in NEVER_MIND)


class ActionAffirm(Reply):
    """Takes "ja" for what was proposed, or asks what it is about."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Go on with the proposed insurer or the package "Goed", if there is one."""
        if active_flow(tracker):
            return [FollowupAction(ASK_AGAIN)]
        for asked, action in CONFIRMED_BY_YES.items():
            if asked_last(tracker, asked):
                return [FollowupAction(action)]
        if goes_on_about_insurers(tracker):
            return [FollowupAction(REIMBURSEMENT)]
        if asked_last(tracker, "utter_only_mantelzorgmakelaar"):
            return [FollowupAction(REIMBURSEMENT)]
        if asked_last(tracker, "utter_propose_insurer"):
            return [
                SlotSet("insurer", tracker.get_slot("proposed_insurer")),
                SlotSet("proposed_insurer", None),
                FollowupAction(REIMBURSEMENT),
            ]
        say(dispatcher, "utter_what_do_you_want_to_know")
        return []


class ActionDeny(Reply):
    """Takes "nee" for what was proposed, or leaves it at that."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Ask for the insurer again; own up to a misunderstanding."""
        if active_flow(tracker):
            return [FollowupAction(ASK_AGAIN)]
        if may_be_declined(tracker):
            say(dispatcher, "utter_all_right")
            return pick_up(tracker)
        if asked_last(tracker, "utter_propose_insurer"):
            return [
                SlotSet("proposed_insurer", None),
                SlotSet("packages", None),
                FollowupAction(REIMBURSEMENT),
            ]
        if len(folded(text_of(tracker))) > A_BARE_NO:
            offer_a_human(dispatcher, tracker, "utter_not_what_was_meant")
        else:
            say(dispatcher, "utter_all_right")
        return []


class ActionDontKnow(Reply):
    """Answers "weet ik niet" outside a flow."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say where the package stands, if that was asked; else where to begin."""
        if active_flow(tracker):
            return [FollowupAction(ASK_AGAIN)]
        if may_be_declined(tracker):
            return [FollowupAction("action_deny")]
        if asked_last(tracker, "utter_ask_package"):
            say(dispatcher, "utter_where_is_my_package")
        else:
            say(dispatcher, "utter_no_problem")
        return []


class ActionExplainTerm(Reply):
    """Explains a word of the field: "wat is het CIZ?"."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Explain each word that is named, or hand over to another topic."""
        terms = named(tracker, "term")
        for term in terms:
            say(dispatcher, f"utter_term_{term}")
        return [] if terms else [FollowupAction(topic_of(tracker) or ASK_AGAIN)]


class ActionInform(Reply):
    """Takes a bare name ("Menzis", "pgb", "ouderenzorg") for a question about it."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Hand over to the topic of the name, or of what was asked last."""
        if active_flow(tracker):
            return [FollowupAction(ASK_AGAIN)]
        if takes_the_offer(tracker):
            return [FollowupAction(BEGIN_HANDOFF)]
        if named(tracker, "contact_consent"):  # its button was pressed once more
            return [FollowupAction("action_request_status")]
        insurers = named(tracker, "insurer")
        on_topic = previous_action(tracker) == REIMBURSEMENT
        asked_which = asked_last(tracker, "utter_which_meant")
        if (insurers or asked_which) and means_zorgkantoor(tracker):
            return [FollowupAction("action_request_human")]
        if asked_which and INSURER_WORDS.search(text_of(tracker)):
            return [FollowupAction(REIMBURSEMENT)]
        may_be_zorgkantoor = insurers and shares_name_with_zorgkantoor(insurers[0])
        bare = only_names_something(tracker) and not named(tracker, "package")
        if may_be_zorgkantoor and bare and not on_topic:
            return ask_which_meant(dispatcher, insurers[0])
        fallback = REIMBURSEMENT if on_topic else ASK_AGAIN
        return [FollowupAction(topic_of(tracker) or fallback)]
