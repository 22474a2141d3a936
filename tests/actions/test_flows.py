"""A guided flow takes an answer for an answer, and a question for a question."""

from collections.abc import Mapping
from typing import Any

import pytest

from actions.delivery_form import ValidateDeliveryFormHelper
from actions.eligibility import ActionEligibility, ValidateEligibilityForm
from actions.flows import CHOICE_HELPER, ELIGIBILITY, Flow, new_answers
from tests.actions.yes_or_no import YES_OR_NO
from tests.answers_as_said import entity, run, tracker

FLOW = dict.fromkeys(ELIGIBILITY.slots, ELIGIBILITY)


def answers(
    asked: str, text: str, intent: str, *entities: Mapping[str, Any]
) -> dict[str, str]:
    flow: Flow = FLOW.get(asked, CHOICE_HELPER)
    heard = tracker(
        text, intent, entities, slots={"requested_slot": asked}, flow=flow.form
    )
    return new_answers(flow, heard)


@pytest.mark.parametrize(
    ("asked", "text", "intent", "expected"),
    [
        # answers
        ("indication", "ja", "affirm", {"indication": "yes"}),
        ("indication", "geen idee", "dont_know", {"indication": "unknown"}),
        ("sector", "weet ik niet", "dont_know", {"sector": "unknown"}),
        ("sector", "4", "inform", {"sector": "unknown"}),
        ("living", "thuis", "nlu_fallback", {"living": "home"}),
        ("living", "een verpleeghuis", "out_of_scope", {"living": "institution"}),
        ("asker", "voor mijn moeder", "ask_involve_family", {"asker": "carer"}),
        # unclear: asked again
        ("safe_at_home", "niet echt veilig", "nlu_fallback", {}),
        ("asker", "niet voor mezelf", "nlu_fallback", {}),
        # denied, so unclear
        ("living", "thuis wonen gaat echt niet", "inform", {}),
        ("living", "thuis blijven wil ik niet", "inform", {}),
        ("living", "thuis blijven, lopen gaat niet", "inform", {"living": "home"}),
        # questions, and what steers, are no answers
        ("living", "wat is een instelling?", "nlu_fallback", {}),
        ("living", "is het thuis veilig?", "inform", {}),
        ("living", "krijg ik in een verpleeghuis hulp", "ask_who_provides", {}),
        ("living", "ik wil thuis een mens spreken", "request_human", {}),
        ("living", "stop, thuis", "stop", {}),
        ("living", "thuis ademt hij niet", "crisis", {}),
    ],
)
def test_what_a_message_answers_when_something_was_asked(
    asked: str, text: str, intent: str, expected: dict[str, str]
) -> None:
    assert answers(asked, text, intent) == expected


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (asked, text, expected)
        for asked, expected, texts in YES_OR_NO
        for text in texts.split("; ")
    ],
)
def test_what_a_yes_or_no_with_more_words_answers(
    asked: str, text: str, expected: str | None
) -> None:
    heard_as = "deny" if "nee" in text else "affirm" if "ja" in text else "inform"
    for intent in ("nlu_fallback", heard_as):
        assert answers(asked, text, intent).get(asked) == expected, intent


@pytest.mark.parametrize(
    ("asked", "text", "intent", "expected"),
    [
        (
            "indication",
            "ja, voor mijn moeder",
            "affirm",
            {"indication": "yes", "asker": "carer"},
        ),
        (
            "living",
            "thuis blijven en ik wil het zelf regelen",
            "inform",
            {"living": "home", "arranging": "self"},
        ),
        # "mijn dochter" and "dat lukt" say nothing of the budget here
        ("living", "thuis, bij mijn dochter", "inform", {"living": "home"}),
        ("safe_at_home", "nee, dat lukt niet", "deny", {"safe_at_home": "no"}),
        ("budget_keeping", "mijn dochter", "inform", {"budget_keeping": "yes"}),
        # nor "een organisatie" that it is one for all
        ("arranging", "Een organisatie", "inform", {"arranging": "organisation"}),
        ("arranging", "Eén organisatie", "inform", {"arranging": "organisation"}),
        ("arranging", "nou dan 1 organisatie", "inform", {"arranging": "organisation"}),
    ],
)
def test_what_is_said_in_passing_need_not_be_asked(
    asked: str, text: str, intent: str, expected: dict[str, str]
) -> None:
    assert answers(asked, text, intent) == expected


def test_a_sector_named_before_the_first_question_is_not_asked_again() -> None:
    named = entity("sector", "ggz")
    text = "wie helpt mensen in de psychiatrie"
    heard = tracker(text, "ask_who_provides", [named], flow=ELIGIBILITY.form)
    assert new_answers(ELIGIBILITY, heard) == {"sector": "ggz"}


@pytest.mark.parametrize(
    ("slot", "value", "expected"),
    [
        ("living", "home", {"living": "home"}),
        ("living", "unknown", {"living": "unknown"}),
        ("living", "de maan", {}),
        ("indication", "yes", {}),  # of another flow
    ],
)
def test_a_button_answers_its_own_question(
    slot: str, value: str, expected: dict[str, str]
) -> None:
    payload = f'/inform{{"{slot}": "{value}"}}'
    assert answers("living", payload, "inform", entity(slot, value)) == expected


@pytest.mark.parametrize(
    ("slots", "text", "intent", "following"),
    [
        ({}, "", "ask_delivery_form", "living"),
        ({"requested_slot": "living"}, "thuis", "inform", "safe_at_home"),
        ({"requested_slot": "living"}, "watte", "nlu_fallback", "living"),
        ({"requested_slot": "living"}, "in een instelling", "inform", None),
    ],
)
def test_the_flow_asks_what_still_matters_and_then_ends(
    slots: dict[str, str], text: str, intent: str, following: str | None
) -> None:
    _, events = run(ValidateDeliveryFormHelper(), tracker(text, intent, slots=slots))
    assert events[-1]["name"] == "requested_slot"
    assert events[-1]["value"] == following


def test_asking_says_nothing_by_itself() -> None:
    said, _ = run(ValidateEligibilityForm(), tracker("ja", "affirm"))
    assert said == []


def test_after_the_outcome_a_flow_left_half_way_is_picked_up() -> None:
    _, events = run(ActionEligibility(), tracker(slots={"indication": "applied"}))
    assert [each["event"] for each in events].count("followup") == 0
    half_way = {"indication": "applied", "living": "home"}
    _, events = run(ActionEligibility(), tracker(slots=half_way))
    assert events[-1]["event"] == "followup"
    assert events[-1]["name"] == "delivery_form_helper"
    wiped = {each["name"] for each in events if each["event"] == "slot"}
    assert wiped == {"indication", "sector", "asker", "under_18"}


@pytest.mark.parametrize(
    ("text", "sectors", "expected"),
    [
        ("ouderenzrg graag", ["vv"], "vv"),
        ("geen ouderenzorg", ["vv"], None),
        ("ouderenzorg en ggz", ["vv", "ggz"], None),
    ],
)
def test_a_sector_that_is_denied_or_one_of_two_is_not_taken(
    text: str, sectors: list[str], expected: str | None
) -> None:
    heard = tracker(
        text,
        "inform",
        slots={"requested_slot": "sector"},
        entities=[entity("sector", each) for each in sectors],
    )
    assert new_answers(ELIGIBILITY, heard).get("sector") == expected
