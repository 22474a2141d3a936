"""The client hears that a number was not taken in; the rest is answered."""

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

from actions.forbidden_numbers import ActionHideNumbers
from actions.past import asked_last
from dialogue.turn_taking import HIDE_NUMBERS, TECHNICAL_PROBLEM, next_action
from nlu.forbidden_numbers import NUMBERS_HIDDEN
from tests.answers_as_said import run, tracker

QUESTION = "utter_confirm_withdrawal"


@pytest.mark.parametrize("text", ["[bsn]", "hij heeft een bsn [bsn]", "[rekening]."])
def test_of_only_such_a_number_nothing_is_left_to_answer(text: str) -> None:
    messages, events = run(ActionHideNumbers(), tracker(text))
    assert [each["response"] for each in messages] == ["utter_numbers_hidden"]
    assert events == []


@pytest.fixture
def told() -> DialogueStateTracker:
    """A question, "ja, mijn bsn is ...", and what the action returned to that."""
    message = {"text": "ja", "intent": {"name": "affirm"}, NUMBERS_HIDDEN: True}
    asked = BotUttered("Zeker?", metadata={"utter_action": QUESTION})
    heard = UserUttered("ja, [bsn]", parse_data=message, input_channel="rest")
    before = [UserUttered("stop ermee"), ActionExecuted("action_x"), asked]
    told = DialogueStateTracker.from_events(
        "client", [*before, ActionExecuted("action_listen"), heard]
    )
    assert next_action(told) == HIDE_NUMBERS
    _, events = run(ActionHideNumbers(), tracker("ja"))
    warned = BotUttered("Stuur geen BSN.")
    for event in (ActionExecuted(HIDE_NUMBERS), warned, *deserialise_events(events)):
        told.update(event)
    return told


def test_the_rest_is_answered_as_if_there_had_been_no_number(
    told: DialogueStateTracker,
) -> None:
    assert next_action(told) is None
    assert told.latest_action_name == "action_listen"
    assert told.latest_message.parse_data["text"] == "ja"


def test_the_question_before_is_still_the_one_that_is_answered(
    told: DialogueStateTracker,
) -> None:
    events = told.current_state(EventVerbosity.ALL)["events"]
    now = tracker("ja")
    now.events = events
    assert asked_last(now, QUESTION)


def test_an_answer_that_fails_after_the_warning_is_not_met_with_silence(
    told: DialogueStateTracker,
) -> None:
    told.update(ActionExecuted("action_cancel_request"))
    assert next_action(told) == TECHNICAL_PROBLEM
