"""A client who was not understood finds a way on, whatever was meant."""

from collections.abc import Iterable

import pytest
from rasa_sdk import Action

from actions.understanding import ActionAskAgain, ActionOutOfScope, ActionSomethingElse
from tests.answers_as_said import Message, entity, run, tracker

NEWS = [ActionAskAgain(), ActionOutOfScope()]


def said(action: Action, text: str, meanings: Iterable[str] = ()) -> Message:
    """The only message after `text`, which has these meanings in order."""
    found = [entity("term", "overleden")] if "overleden" in text else []
    heard = tracker(text, entities=found, ranking=meanings)
    (message,) = run(action, heard)[0]
    return message


@pytest.mark.parametrize(
    ("meanings", "buttons"),
    [
        (
            ["crisis", "ask_eligibility", "out_of_scope", "ask_duration", "ask_source"],
            ["/ask_eligibility", "/ask_duration", "/request_human"],
        ),
        (["crisis", "request_human", "thank"], ["/request_human"]),
        (["crisis"], ["/request_human"]),
        (
            ["crisis", "ask_costs", "ask_highest_reimbursement", "ask_duration"],
            ["/ask_duration", "/request_human"],
        ),
    ],
)
def test_after_a_doubtful_cry_for_help_a_human_is_offered_and_never_money(
    meanings: list[str], buttons: list[str]
) -> None:
    assert said(ActionSomethingElse(), "oma", meanings)["choices"] == buttons


@pytest.mark.parametrize(
    ("meanings", "buttons"),
    [
        (
            ["ask_costs", "ask_duration", "ask_source", "ask_privacy"],
            ["/ask_costs", "/ask_duration", "/ask_source"],
        ),
        (
            ["ask_costs", "out_of_scope", "ask_duration"],
            ["/ask_costs", "/ask_duration", "/request_human"],
        ),
        (["ask_costs", "request_human"], ["/ask_costs", "/request_human"]),
    ],
)
def test_the_closest_meanings_are_offered_and_a_human_where_there_is_room(
    meanings: list[str], buttons: list[str]
) -> None:
    assert said(ActionAskAgain(), "zo dus", meanings)["choices"] == buttons


@pytest.mark.parametrize("action", NEWS)
def test_a_death_is_met_with_condolences(action: Action) -> None:
    message = said(action, "mijn moeder is gisteren overleden")
    assert message["response"] == "utter_term_overleden"


def test_a_question_in_which_somebody_died_is_answered() -> None:
    died = [entity("term", "overleden"), entity("delivery_form", "pgb")]
    heard = tracker(
        "pgb, vader overleden", entities=died, ranking=["explain_delivery_form"]
    )
    said_now, events = run(ActionAskAgain(), heard)
    assert said_now == []
    assert [each["name"] for each in events] == ["action_explain_delivery_form"]


@pytest.mark.parametrize("action", NEWS)
@pytest.mark.parametrize("text", ["0612345678", "06 12 34 56 78", "jan, 050-1234567"])
def test_who_gives_a_number_is_asked_when_to_call(action: Action, text: str) -> None:
    said_now, events = run(action, tracker(text, "nlu_fallback"))
    assert said_now == []
    assert [each["name"] for each in events] == ["action_begin_handoff"]


def test_a_number_that_we_gave_ourselves_is_not_that_of_the_client() -> None:
    assert said(ActionOutOfScope(), "088 000 00 00")["response"] == "utter_out_of_scope"


@pytest.mark.parametrize("text", ["de rekening is 312,50", "ik ben van 12-03-1941"])
def test_another_number_is_no_phone_number(text: str) -> None:
    assert said(ActionOutOfScope(), text)["response"] == "utter_out_of_scope"
