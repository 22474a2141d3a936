"""The client hears that a number was not taken in; the rest is answered."""

import pytest

from actions.forbidden_numbers import NUMBERS_HIDDEN, ActionHideNumbers
from nlu.forbidden_numbers import NUMBERS_HIDDEN as SET_BY_THE_PIPELINE
from tests.answers_as_said import run, tracker


def test_the_pipeline_and_the_action_mean_the_same() -> None:
    assert NUMBERS_HIDDEN == SET_BY_THE_PIPELINE


@pytest.mark.parametrize("text", ["[bsn]", "hij heeft een bsn [bsn]", "[rekening]."])
def test_of_only_such_a_number_nothing_is_left_to_answer(text: str) -> None:
    messages, events = run(ActionHideNumbers(), tracker(text))
    assert [each["response"] for each in messages] == ["utter_numbers_hidden"]
    assert events == []


def test_the_rest_is_taken_as_if_it_had_been_typed_without_the_number() -> None:
    heard = tracker("wat kost het?", "ask_costs")
    heard.latest_message[NUMBERS_HIDDEN] = True
    messages, events = run(ActionHideNumbers(), heard)
    assert [each["response"] for each in messages] == ["utter_numbers_hidden"]
    listened, again = events
    assert listened["name"] == "action_listen"
    assert again["text"] == "wat kost het?"
    assert again["parse_data"] == {**heard.latest_message, NUMBERS_HIDDEN: False}
