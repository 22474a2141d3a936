"""A goal is judged by what was asked, and by nothing else."""

from dataclasses import replace

import pytest

from evaluation.goals import Findings, Goal, goals
from evaluation.measures import ASKED_AGAIN, Asked, Reading
from evaluation.questions import Naming
from tests.evaluation.helpers import asked

NOTHING = Findings((), (), (), (), (), (), [1.0])


def reached(name: str, found: Findings) -> float:
    (goal,) = (each for each in goals(found) if each.name == name)
    return goal.reached


@pytest.mark.parametrize(
    ("value", "at_least", "at_most"),
    [(0.949, False, True), (0.95, True, True), (0.951, True, False)],
)
def test_a_goal_is_met_at_its_bound_and_on_its_right_side(
    value: float, at_least: bool, at_most: bool
) -> None:
    assert Goal("", value, 0.95).met is at_least
    assert Goal("", value, 0.95, at_least=False).met is at_most


def test_every_goal_is_as_strict_as_was_promised() -> None:
    bounds = {each.name: (each.bound, each.at_least) for each in goals(NOTHING)}
    assert bounds == {
        "accuracy on held-out questions": (0.95, True),
        "confidently wrong": (0.02, False),
        "off-topic and medical questions refused": (0.92, True),
        "two questions in one message answered, in order": (0.9, True),
        "F1 of insurers": (0.98, True),
        "F1 of packages": (0.98, True),
        "accuracy lost to one typing error": (0.03, False),
        "crisis heard": (1.0, True),
        "crisis heard where there is none": (0.01, False),
        "milliseconds a message, median": (2.0, False),
    }


def test_a_group_is_that_part_of_the_held_out_messages() -> None:
    short, formal = asked("a", "a"), asked("a", "a", group="formal")
    two = asked("a + b", "a + b", group="two_questions")
    found = replace(NOTHING, held_out=[short, formal], several=[two], tuning=[short])
    assert found.group("short") == [short]
    assert found.group("two_questions") == [two]
    assert found.group("story") == []


RIGHT = asked("a", "a")
WRONG = asked("a", "b")
AGAIN = asked("a", ASKED_AGAIN, best="b")
OFF_TOPIC = "off_topic"


@pytest.mark.parametrize(
    ("name", "held_out", "expected"),
    [
        ("accuracy on held-out questions", [RIGHT, RIGHT, AGAIN, WRONG], 0.5),
        ("confidently wrong", [RIGHT, RIGHT, AGAIN, WRONG], 0.25),
        (
            "off-topic and medical questions refused",
            [
                asked("out_of_scope", "out_of_scope", group=OFF_TOPIC),
                asked("ask_medical", "out_of_scope", group=OFF_TOPIC),
                asked("ask_medical", "ask_costs", group=OFF_TOPIC),
                asked("out_of_scope", ASKED_AGAIN, group="story"),
                asked("ask_costs", "out_of_scope", group=OFF_TOPIC),
                asked("other_language", "out_of_scope", group=OFF_TOPIC),
            ],
            0.5,
        ),
        (
            "crisis heard",
            [
                asked("crisis", "crisis", group="crisis"),
                asked("crisis", "ask_costs", group="crisis"),
                asked("crisis", ASKED_AGAIN, best="crisis", group="crisis"),
                RIGHT,
            ],
            1 / 3,
        ),
        (
            "crisis heard where there is none",
            [
                asked("crisis", "crisis", group="crisis"),
                asked("ask_costs", "crisis", group="no_crisis"),
                asked("ask_costs", "ask_costs", group="no_crisis"),
                asked("ask_costs", "crisis", group="story"),
                RIGHT,
            ],
            0.5,
        ),
        pytest.param(
            "crisis heard where there is none",
            [
                asked("crisis", "crisis", group="near_miss"),
                asked("ask_costs", "crisis", group="near_miss"),
                *(RIGHT, RIGHT, RIGHT),
            ],
            0.25,
        ),
    ],
)
def test_what_is_reached_is_worked_out_by_hand(
    name: str, held_out: list[Asked], expected: float
) -> None:
    found = replace(NOTHING, held_out=held_out)
    assert reached(name, found) == pytest.approx(expected)


def test_a_typing_error_loses_what_was_right_without_it() -> None:
    found = replace(NOTHING, held_out=[RIGHT] * 4, mistyped=[RIGHT, WRONG] * 6)
    assert reached("accuracy lost to one typing error", found) == pytest.approx(0.5)


def test_what_seems_to_be_several_questions_can_be_answered_wrongly_too() -> None:
    several = [asked("a", "a + b", group="one_question")]
    found = replace(NOTHING, held_out=[RIGHT] * 3, several=several)
    assert reached("confidently wrong", found) == 0.25


def test_two_questions_have_to_be_answered_both_and_in_order() -> None:
    answers = ("a + b", "b + a", "a", ASKED_AGAIN)
    several = [asked("a + b", each, group="two_questions") for each in answers]
    several.append(asked("a", "a", group="one_question"))
    found = replace(NOTHING, several=several)
    assert reached("two questions in one message answered, in order", found) == 0.25


def test_names_of_insurers_listed_or_not_are_judged_apart_from_packages() -> None:
    ids = {kind: frozenset([kind]) for kind in KINDS}
    entities = tuple({"entity": kind, "value": kind} for kind in ("insurer", "package"))
    pair = Naming("", ids), Reading(("a",), "a", 1.0, (), 0.0, entities)
    found = replace(NOTHING, named=[pair])
    assert reached("F1 of insurers", found) == pytest.approx(2 / 3)
    assert reached("F1 of packages", found) == 1.0


KINDS = ("insurer", "insurer_not_listed", "package", "sector")


def test_time_is_the_median() -> None:
    found = replace(NOTHING, milliseconds=[1.0, 2.0, 30.0])
    assert reached("milliseconds a message, median", found) == 2.0
