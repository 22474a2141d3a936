"""A supporter hears what a client asked about, and nothing that they did not."""

from typing import Any

import pytest

from actions.conversation_topics import topics
from tests.answers_as_said import tracker

Event = dict[str, Any]


def asked(intent: str) -> Event:
    return {"event": "user", "parse_data": {"intent": {"name": intent}}}


def slot(name: str, value: str | None) -> Event:
    return {"event": "slot", "name": name, "value": value}


def about(*events: Event) -> str:
    return topics(tracker(events=events))


def test_all_that_was_asked_is_passed_on_the_latest_last() -> None:
    said = about(asked("ask_costs"), asked("ask_who_provides"), asked("ask_costs"))
    assert said == "Wie helpt mij?; Wat kost het?"


@pytest.mark.parametrize("intent", ["report_care_problem", "ask_waiting_time"])
def test_an_answer_to_a_question_is_no_topic_whatever_it_looks_like(
    intent: str,
) -> None:
    said = about(
        asked("ask_costs"),
        slot("requested_slot", "contact_when"),
        asked(intent),
        slot("contact_when", "given"),
        slot("requested_slot", "contact_sector"),
    )
    assert said == "Wat kost het?"


def test_a_question_in_between_is_one() -> None:
    said = about(
        slot("requested_slot", "contact_when"),
        asked("ask_costs"),
        slot("contact_when", None),
        slot("requested_slot", "contact_when"),
    )
    assert said == "Wat kost het?"
