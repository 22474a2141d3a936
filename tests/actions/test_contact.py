"""Who asks for a human gets the right number, the right hours and no false hope."""

from typing import Any

import pytest

from actions.contact import ActionRequestHuman
from tests.answers_as_said import Message, entity, in_words, run, tracker

Event = dict[str, Any]

TUESDAY = "2026-11-24T10:00"
REACH = ("utter_reach_open", "utter_offer_contact")
AFTER: list[Event] = [
    {"event": "user", "text": "vgz best"},
    {"event": "action", "name": "action_reimbursement"},
]


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEUNWIJZER_NOW", TUESDAY)


def said(text: str, insurer: str | None = None, *since: Event) -> list[Message]:
    """What answers `text`, after an answer on `insurer` and what was done since."""
    heard = tracker(
        text, "request_human", slots={"insurer": insurer}, events=[*AFTER, *since]
    )
    return run(ActionRequestHuman(), heard)[0]


def responses(text: str, insurer: str | None = None, *since: Event) -> list[str]:
    return [each["response"] for each in said(text, insurer, *since)]


@pytest.mark.parametrize(
    ("insurer", "text", "expected"),
    [
        ("vgz", "welk nummer", ["utter_insurer_phone", *REACH]),
        ("vgz", "en het telefoonnummer?", ["utter_insurer_phone", *REACH]),
        ("zekur", "kan ik ze bellen", ["utter_insurer_phone_unknown", *REACH]),
        ("vgz", "ik wil een mens spreken", [*REACH]),
        ("vgz", "/request_human", [*REACH]),
        ("vgz", "het nummer van het zorgkantoor", [*REACH]),
        (None, "welk nummer", [*REACH]),
    ],
)
def test_which_number_after_an_insurer_was_spoken_of_is_that_of_the_insurer(
    insurer: str | None, text: str, expected: list[str]
) -> None:
    assert responses(text, insurer) == expected


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        ("organisation", "mee", [*REACH]),
        ("term", "ciz", [*REACH]),
        ("insurer_not_listed", "ditzo", [*REACH]),
        ("insurer", "zekur", ["utter_insurer_phone_unknown", *REACH]),
        ("insurer", "turien", ["utter_insurer_phone", *REACH]),
    ],
)
def test_the_number_is_that_of_whom_is_named_and_never_of_another_insurer(
    kind: str, id: str, expected: list[str]
) -> None:
    heard = tracker(
        "wat is het nummer van die",
        "request_human",
        slots={"insurer": "vgz"},
        entities=[entity(kind, id)],
        events=AFTER,
    )
    found = [each["response"] for each in run(ActionRequestHuman(), heard)[0]]
    assert found == expected


def test_an_insurer_that_was_not_spoken_of_just_now_is_not_meant() -> None:
    since = [{"event": "user"}, {"event": "action", "name": "utter_thank"}]
    assert responses("welk nummer", "vgz", *since) == [*REACH]


def test_the_number_of_an_insurer_comes_with_its_year_and_whom_to_ask_for() -> None:
    first, *_ = said("welk nummer", "turien")
    text = str(in_words(first)["text"])
    for part in (
        "Turien",
        "2015",
        "072 518 1181",
        "Zorgverleners belden: 072 518 1998",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "wanneer zijn jullie open op vrijdag",
            "Op vrijdag kunt u bellen van 9.00 tot 16.00",
        ),
        ("kan ik woensdagmiddag bellen", "Morgen kunt u bellen van 9.00 tot 17.00"),
        ("is het op zaterdag dicht", "Op zaterdag is Zorgkantoor Voorbeeld dicht"),
    ],
)
def test_the_hours_of_a_day_are_those_of_that_day(text: str, expected: str) -> None:
    hours, *reach = said(text)
    assert expected in str(in_words(hours)["text"])
    assert [each["response"] for each in reach] == [*REACH]


def test_a_holiday_is_not_told_as_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEUNWIJZER_NOW", "2026-12-22T10:00")
    closed, *_ = said("bent u op vrijdag open")
    assert (
        "Op vrijdag is Zorgkantoor Voorbeeld dicht. Meestal is het die dag wel open"
        in str(in_words(closed)["text"])
    )


@pytest.mark.parametrize(
    "text", ["wanneer bent u open", "ik zit hier sinds maandag en wil een mens spreken"]
)
def test_without_a_day_that_is_asked_about_there_are_no_hours_of_one(text: str) -> None:
    assert responses(text) == [*REACH]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("kunt u mij terug bellen", []),
        ("ik kan niet lezen wilt u bellen", []),
        ("graag wil ik een afspraak aan huis", []),
        ("", [entity("contact_by", "email")]),
    ],
)
def test_who_asks_to_be_called_mailed_or_visited_is_asked_what_that_takes(
    text: str, entities: list[Message]
) -> None:
    heard = tracker(text, "request_human", entities=entities)
    messages, events = run(ActionRequestHuman(), heard)
    assert messages == []
    assert [each["name"] for each in events] == ["action_begin_handoff"]


@pytest.mark.parametrize("text", ["bellen", "doe maar een mailtje", "kom langs"])
def test_how_is_an_answer_to_the_offer_of_contact(text: str) -> None:
    offered = {"event": "bot", "metadata": {"utter_action": "utter_offer_contact"}}
    heard = tracker(text, "request_human", events=[offered])
    _, events = run(ActionRequestHuman(), heard)
    assert [each["name"] for each in events] == ["action_begin_handoff"]


@pytest.mark.parametrize(
    "text",
    [
        "kan ik u bellen",
        "wie moet ik bellen",
        "bellen",
        "kunt u zeggen wie ik moet bellen",
        "kunt u het nummer geven, dan ga ik ze bellen",
    ],
)
def test_who_wants_to_phone_is_told_the_number(text: str) -> None:
    assert responses(text) == [*REACH]
