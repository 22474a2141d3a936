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
    named_ids,
    say,
    text_of,
)
from actions.contact import say_how_to_reach
from actions.flows import active_flow
from actions.past import previous_action, times_in_a_row
from actions.topics import goes_on_about_insurers, only_names_something, topic_agreed_on
from steunwijzer.answers import is_question

CLOSEST = 3
ASK_AGAIN = "action_ask_again"
OUT_OF_SCOPE = "action_out_of_scope"
# intents that are no question, or that nobody means by accident
NO_QUESTION = (
    *(FALLBACK, "inform", "crisis", "out_of_scope", "other_language", "greet"),
    *("goodbye", "thank", "affirm", "deny", "dont_know", "stop", "start_over"),
    *("go_back", "delete_my_data"),
)


def offered(ranking: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the most likely questions of Rasa's `ranking`, most likely first."""
    likely = [guess["name"] for guess in ranking if guess["name"] not in NO_QUESTION]
    return likely[:CLOSEST]


def closest_meanings(tracker: Tracker) -> list[str]:
    """Return the payloads of the questions that are offered."""
    ranking = tracker.latest_message.get("intent_ranking") or ()
    return [f"/{name}" for name in offered(ranking)]


class ActionAskAgain(Reply):
    """Says that it did not understand; the second time in a row it names a human."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Offer the closest meanings, or in a flow the same question once more."""
        agreed = topic_agreed_on(tracker)
        if agreed and (is_question(text_of(tracker)) or not active_flow(tracker)):
            return [FollowupAction(agreed)]
        if not active_flow(tracker) and (
            goes_on_about_insurers(tracker) or only_names_something(tracker)
        ):
            return [FollowupAction("action_inform")]
        again = times_in_a_row(tracker, ASK_AGAIN) % 2 == 1
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


class ActionSomethingElse(Reply):
    """After the emergency numbers, when a cry for help was one meaning of several."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Offer the closest other meanings, and a human."""
        meanings = [*closest_meanings(tracker)[:2], "/request_human"]
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
        packages = named_ids(tracker, "package")
        insurers = named_ids(tracker, "insurer")
        if not packages and not insurers:
            if previous_action(tracker) in (ASK_AGAIN, OUT_OF_SCOPE):
                say_how_to_reach(dispatcher, "utter_out_of_scope_twice")
            else:
                say(dispatcher, "utter_out_of_scope")
            return []
        say(dispatcher, "utter_only_mantelzorgmakelaar")
        only = insurers[0] if len(insurers) == 1 else None
        return [SlotSet("insurer", only), SlotSet("packages", packages or None)]
