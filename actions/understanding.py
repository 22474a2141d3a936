"""Not understood: ask again, with the closest meanings, and then name a human."""

from collections.abc import Iterable, Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import (
    FALLBACK,
    Dispatcher,
    Events,
    Reply,
    named,
    named_ids,
    say,
    text_of,
)
from actions.contact import BEGIN_HANDOFF
from actions.flows import HANDOFF, active_flow
from actions.handoff_heard import volunteered
from actions.handoff_store import waits_in_vain
from actions.past import previous_action, times_in_a_row
from actions.reaching import is_dissatisfied, offer_a_human, takes_the_offer
from actions.topics import (
    REIMBURSEMENT,
    goes_on_about_insurers,
    names_insurer_asked_for,
    only_names_something,
    topic_agreed_on,
)
from steunwijzer.answers import is_question
from steunwijzer.handoff.asked_for import asks_for_contact

CLOSEST = 3
ASK_AGAIN = "action_ask_again"
OUT_OF_SCOPE = "action_out_of_scope"
# intents that are no question, or that nobody means by accident
NO_QUESTION = (
    *(FALLBACK, "inform", "crisis", "out_of_scope", "other_language", "greet"),
    *("goodbye", "thank", "affirm", "deny", "dont_know", "stop", "start_over"),
    *("go_back", "delete_my_data"),
)
# never offered after a cry for help
ABOUT_MONEY = (
    *("ask_costs", "ask_insurer_reimbursement", "ask_permission"),
    "ask_highest_reimbursement",
)
HUMAN = "/request_human"
DEATH = "overleden"  # the term for it


def offered(
    ranking: Iterable[Mapping[str, Any]], but_not: tuple[str, ...] = ()
) -> list[str]:
    """Return the most likely questions of Rasa's `ranking`, most likely first."""
    never = (*NO_QUESTION, *but_not)
    likely = [guess["name"] for guess in ranking if guess["name"] not in never]
    return likely[:CLOSEST]


def closest_meanings(tracker: Tracker, but_not: tuple[str, ...] = ()) -> list[str]:
    """Return the payloads of the questions that are offered."""
    ranking = tracker.latest_message.get("intent_ranking") or ()
    return [f"/{name}" for name in offered(ranking, but_not)]


def _answered_as_news(dispatcher: Dispatcher, tracker: Tracker) -> Events | None:
    """Answer what is no question of ours, and not for asking again: a death, anger.

    Returns None when it is no such news. Who gives a number wants to be phoned.
    """
    if DEATH in named(tracker, "term"):
        say(dispatcher, f"utter_term_{DEATH}")
        return []
    text = text_of(tracker)
    wants_contact = volunteered(text) or asks_for_contact(text)
    if is_dissatisfied(text):
        offer_a_human(dispatcher, tracker, "utter_not_what_was_meant")
        return []
    if waits_in_vain(tracker):
        return [FollowupAction("action_request_status")]
    if wants_contact and active_flow(tracker) is not HANDOFF:
        return [FollowupAction(BEGIN_HANDOFF)]
    return None


class ActionAskAgain(Reply):
    """Says that it did not understand; the second time in a row it names a human."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Offer the closest meanings, or in a flow the same question once more."""
        if takes_the_offer(tracker):
            return [FollowupAction(BEGIN_HANDOFF)]
        agreed = topic_agreed_on(tracker)
        if agreed and (is_question(text_of(tracker)) or not active_flow(tracker)):
            return [FollowupAction(agreed)]
        if active_flow(tracker) and names_insurer_asked_for(tracker):
            return [FollowupAction(REIMBURSEMENT)]
        if not active_flow(tracker) and (
            goes_on_about_insurers(tracker) or only_names_something(tracker)
        ):
            return [FollowupAction("action_inform")]
        if (answered := _answered_as_news(dispatcher, tracker)) is not None:
            return answered
        again = times_in_a_row(tracker, ASK_AGAIN) % 2 == 1
        meanings = closest_meanings(tracker)
        if active_flow(tracker):
            twice = "_twice" if again else ""
            say(dispatcher, f"utter_answer_unclear{twice}")
        elif again:
            offer_a_human(dispatcher, tracker, "utter_not_understood_twice")
        elif len(meanings) > 1:
            choices = list(dict.fromkeys([*meanings, HUMAN]))[:CLOSEST]
            say(dispatcher, "utter_ask_again", choices=choices)
        else:
            say(dispatcher, "utter_ask_differently")
        return []


class ActionSomethingElse(Reply):
    """After the emergency numbers, when a cry for help was one meaning of several."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Offer the closest other meanings, money left out, and a human."""
        meanings = [*closest_meanings(tracker, ABOUT_MONEY)[:2], HUMAN]
        choices = list(dict.fromkeys(meanings))
        say(dispatcher, "utter_something_else", choices=choices)
        return []


class ActionOutOfScope(Reply):
    """Says kindly what it is for; the second time in a row it names a human."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """With an insurer named, ask whether the one thing we know of it is meant.

        An answer in a flow was more likely not understood.
        """
        if active_flow(tracker) and not is_question(text_of(tracker)):
            return [FollowupAction(ASK_AGAIN)]
        if (answered := _answered_as_news(dispatcher, tracker)) is not None:
            return answered
        packages = named_ids(tracker, "package")
        insurers = named_ids(tracker, "insurer")
        if not packages and not insurers:
            if previous_action(tracker) in (ASK_AGAIN, OUT_OF_SCOPE):
                offer_a_human(dispatcher, tracker, "utter_out_of_scope_twice")
            else:
                say(dispatcher, "utter_out_of_scope")
            return []
        say(dispatcher, "utter_only_mantelzorgmakelaar")
        only = insurers[0] if len(insurers) == 1 else None
        return [SlotSet("insurer", only), SlotSet("packages", packages or None)]
