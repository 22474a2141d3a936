"""What was said before is read from the conversation itself."""

from typing import Any

import pytest

from actions.past import (
    asked_last,
    facts_said_last,
    previous_action,
    previous_answer,
    said_last,
)
from tests.answers_as_said import tracker

Event = dict[str, Any]


def user(text: str) -> Event:
    return {"event": "user", "text": text}


def ran(name: str) -> Event:
    return {"event": "action", "name": name}


def bot(text: str, response: str = "", facts: tuple[str, ...] = ()) -> Event:
    metadata = {"utter_action": response, "facts": list(facts)}
    return {"event": "bot", "text": text, "metadata": metadata, "data": {}}


LISTEN = ran("action_listen")
START = [ran("action_session_start"), {"event": "session_started"}, LISTEN]
COSTS = [
    *(user("wat kost het"), ran("action_costs")),
    bot("Gratis.", "utter_costs", ("support_is_free",)),
    LISTEN,
]
WHO = [
    *(user("wie helpt mij"), ran("action_who_provides")),
    bot("U kiest zelf.", "utter_who_provides", ("client_chooses_supporter",)),
    bot("Voor welke zorg?", "utter_ask_which_sector"),
    LISTEN,
]
THANKS = [user("bedankt"), ran("utter_thank"), bot("Graag gedaan."), LISTEN]
BACK = [user("terug"), ran("action_go_back"), bot("Gratis."), LISTEN]


def texts(*events: Event) -> list[str]:
    return [each["text"] for each in previous_answer(tracker("terug", events=events))]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], None),
        (START, None),
        ([*START, *COSTS], "action_costs"),
        ([*START, *COSTS, *WHO], "action_who_provides"),
    ],
)
def test_the_previous_action_is_what_we_did_last_bookkeeping_left_out(
    events: list[Event], expected: str | None
) -> None:
    assert previous_action(tracker("en nu", events=events)) == expected


def test_the_answer_being_given_now_is_not_the_past() -> None:
    now = tracker("wie", events=[*START, *COSTS])
    now.events += [ran("action_who_provides"), bot("U kiest.", "x", ("zorgkantoor",))]
    assert previous_action(now) == "action_costs"
    assert facts_said_last(now) == ["support_is_free"]


def test_terug_repeats_the_answer_before_the_last_one() -> None:
    assert texts(*START, *COSTS, *WHO) == ["Gratis."]
    assert texts(*START, *WHO, *COSTS) == ["U kiest zelf.", "Voor welke zorg?"]


def test_terug_twice_does_not_repeat_what_terug_said() -> None:
    assert texts(*START, *COSTS, *WHO, *BACK) == ["U kiest zelf.", "Voor welke zorg?"]


def test_that_we_did_not_understand_is_no_answer_to_say_again() -> None:
    unclear = [user("blauw"), ran("action_ask_again"), bot("Wat bedoelt u?"), LISTEN]
    assert texts(*START, *COSTS, *unclear, *WHO) == ["Gratis."]


def test_there_is_nothing_before_the_first_answer() -> None:
    assert texts() == []
    assert texts(*START, *COSTS) == []


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], []),
        (COSTS, ["support_is_free"]),
        ([*COSTS, *WHO], ["client_chooses_supporter"]),
        ([*COSTS, *THANKS], ["support_is_free"]),  # thanks has none of its own
        ([*COSTS[:-1], *COSTS[2:]], ["support_is_free"]),  # said twice
    ],
)
def test_where_it_stands_is_asked_of_the_last_answer_with_facts(
    events: list[Event], expected: list[str]
) -> None:
    assert facts_said_last(tracker("waar staat dat", events=events)) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (WHO, True),
        ([*WHO, *THANKS], False),
        (COSTS, False),
        ([], False),
    ],
)
def test_what_was_asked_last_counts_for_one_turn(
    events: list[Event], expected: bool
) -> None:
    now = tracker("ouderenzorg", events=events)
    assert asked_last(now, "utter_ask_which_sector") is expected


def test_which_was_said_last_counts_for_as_long_as_none_follows() -> None:
    now = tracker("en nu", events=[*COSTS, *WHO, *THANKS])
    assert said_last(now, "utter_costs", "utter_who_provides") == "utter_who_provides"
    assert said_last(now, "utter_costs", "utter_ask_again") == "utter_costs"
    assert said_last(now, "utter_ask_again") is None


@pytest.mark.parametrize(
    "question", ["utter_ask_contact_phone", "utter_ask_contact_this_number"]
)
def test_a_question_of_a_flow_is_not_said_again(question: str) -> None:
    asked = [user("bel mij"), bot("Op welk nummer?", question), LISTEN]
    assert texts(*COSTS, *asked, *THANKS) == ["Gratis."]
