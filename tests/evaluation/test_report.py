"""The tables of the report say what was asked and found."""

import pytest

from evaluation.choices import (
    DOUBTS,
    THRESHOLDS,
    WRONG_WEIGHS,
    doubts_table,
    lightest,
    same_choice,
    thresholds_table,
)
from evaluation.goals import Findings, Goal
from evaluation.measures import ASKED_AGAIN, Asked
from evaluation.report import (
    WORST,
    by_group,
    goals_table,
    intents_table,
    report,
    shares_table,
    worst_table,
)
from evaluation.tables import table
from tests.evaluation.helpers import asked

RIGHT = asked("a", "a")
WRONG = asked("a", "b")


def rows(shown: str) -> list[list[str]]:
    """The cells of a Markdown table, without its head."""
    lines = [line.strip("|").split("|") for line in shown.splitlines()]
    assert len({len(line) for line in lines}) == 1, shown
    return [[cell.strip() for cell in line] for line in lines[2:]]


def test_a_table_has_a_head_a_line_under_it_and_three_decimals() -> None:
    assert table(("name", "F1"), [("insurer", 0.98765), ("sector", 1), ("", "")]) == (
        "| name | F1 |\n| --- | --- |\n| insurer | 0.988 |\n| sector | 1 |\n|  |  |"
    )


def test_the_goals_say_what_was_reached_beside_what_had_to_be() -> None:
    shown = goals_table(
        [
            Goal("heard", 0.9, 1.0),
            Goal("wrong", 0.0151, 0.02, at_least=False),
            Goal("slow", 2.5, 2.0, at_least=False),
        ]
    )
    assert rows(shown) == [
        ["heard", "0.900", "at least 1", "**not met**"],
        ["wrong", "0.015", "at most 0.02", "met"],
        ["slow", "2.500", "at most 2", "**not met**"],
    ]


def test_the_shares_of_a_part_are_worked_out_by_hand() -> None:
    again = asked("a", ASKED_AGAIN, best="a")
    half = asked("a + b", "a")
    shown = shares_table(
        [("some", [RIGHT, RIGHT, WRONG, again, half]), ("one", [WRONG])]
    )
    assert rows(shown) == [
        # F1 of a: 4 found of the 5 that were meant, and nothing else
        ["some", "5", "0.800", f"{8 / 9:.3f}", "0.400", "0.200", "0.200"],
        ["one", "1", "0.000", "0.000", "0.000", "0.000", "1.000"],
    ]


def test_the_questions_of_a_group_are_together_in_the_order_they_were_asked() -> None:
    first, last = asked("a", "a", text="1"), asked("b", "a", text="2")
    formal = asked("a", "a", group="formal")
    assert by_group([first, formal, last]) == [
        ("formal", [formal]),
        ("short", [first, last]),
    ]


class TestThresholds:
    @pytest.mark.parametrize("bound", THRESHOLDS)
    def test_every_threshold_counts_what_is_below_it_and_what_is_not(
        self, bound: float
    ) -> None:
        some = [
            asked("a", "a", confidence=bound - 0.01),
            asked("a", "a", confidence=bound),
            asked("a", "a", confidence=bound + 0.01),
            asked("a", "b", confidence=bound - 0.01),
            asked("a", "b", confidence=bound),
        ]
        (row,) = [
            row for row in rows(thresholds_table(some)) if row[0] == f"{bound:.2f}"
        ]
        assert row[:4] == [f"{bound:.2f}", "0.400", "0.200", "0.200"]
        assert float(row[4]) == pytest.approx(0.2 * WRONG_WEIGHS + 0.2)

    def test_a_first_choice_that_was_right_counts_though_it_was_asked_again(
        self,
    ) -> None:
        again = asked("a", ASKED_AGAIN, best="a", confidence=0.45)
        shown = {bound: counts for bound, *counts in rows(thresholds_table([again]))}
        assert shown["0.40"] == ["0.000"] * 4
        assert shown["0.50"] == ["1.000", "0.000", "1.000", "1.000"]

    def test_a_cry_for_help_is_never_asked_again(self) -> None:
        heard = asked("crisis", "crisis", confidence=0.2)
        for _, *counts in rows(thresholds_table([heard])):
            assert counts == ["0.000"] * 4

    def test_higher_thresholds_ask_more_and_answer_less_wrongly(self) -> None:
        some = [
            asked("a", "a" if number % 3 else "b", confidence=number / 40)
            for number in range(40)
        ]
        shown = rows(thresholds_table(some))
        assert [row[0] for row in shown] == [f"{bound:.2f}" for bound in THRESHOLDS]
        again, wrong, lost, _ = zip(
            *(map(float, row[1:]) for row in shown), strict=True
        )
        assert list(again) == sorted(again)
        assert list(wrong) == sorted(wrong, reverse=True)
        assert list(lost) == sorted(lost)
        assert again[0] < again[-1]

    def test_the_lightest_is_where_too_few_are_asked_and_where_too_many_are(
        self,
    ) -> None:
        wrong = asked("a", "b", confidence=0.74)
        right = asked("a", "a", confidence=0.76)
        assert lightest([wrong, right]) == 0.75
        # ten questions asked again for nothing weigh as much as one wrong answer
        assert lightest([wrong, *[asked("a", "a", confidence=0.72)] * 9]) == 0.75
        assert lightest([wrong, *[asked("a", "a", confidence=0.72)] * 11]) == 0.4

    def test_it_stays_so_for_the_weights_at_which_nothing_else_is_lighter(self) -> None:
        wrong = asked("a", "b", confidence=0.72)
        right = asked("a", "a", confidence=0.72)
        # at 0.4 it weighs as much as the wrong answer, at 0.75 as all the right ones
        assert same_choice([wrong, *[right] * 9]) == [*range(10, 101)]
        assert same_choice([wrong, *[right] * 11]) == [*range(1, 12)]


def test_what_is_heard_and_what_is_a_false_alarm_is_told_for_each_doubt() -> None:
    some = [
        asked("crisis", "crisis", crisis=0.2, group="crisis"),
        asked("crisis", "crisis", crisis=1.0, group="crisis"),
        asked("a", "a", crisis=0.3),
        asked("a", "a", crisis=0.4, group="no_crisis"),
        asked("a", "a", group="no_crisis"),
    ]
    shown = {float(bound): counts for bound, *counts in rows(doubts_table(some))}
    assert list(shown) == list(DOUBTS)
    assert shown[0.2] == ["1.000", "1.000", "0.500"]
    assert shown[0.3] == ["0.500", "1.000", "0.500"]
    assert shown[0.5] == ["0.500", "0.000", "0.000"]


class TestTheWorst:
    def test_it_has_only_what_was_answered_wrongly_the_surest_first(self) -> None:
        shown = worst_table(
            [
                asked("a", "b", confidence=0.7, text="twee"),
                asked("a", "a", confidence=1.0, text="goed"),
                asked("a", ASKED_AGAIN, best="b", confidence=0.5, text="vraagt"),
                asked("a", "b + a", confidence=0.954, text="een"),
                asked("a + b", "c", confidence=0.61, text="drie"),
            ]
        )
        assert rows(shown) == [
            ["een", "a", "b + a", "0.95"],
            ["twee", "a", "b", "0.70"],
            ["drie", "a + b", "c", "0.61"],
        ]

    def test_it_ends_after_the_worst_few(self) -> None:
        some = [asked("a", "b", confidence=each / 100) for each in range(60, 99)]
        shown = rows(worst_table(some))
        assert len(shown) == WORST
        assert shown[0][-1] == "0.98"

    def test_a_bar_in_a_message_does_not_break_the_table(self) -> None:
        (row,) = rows(worst_table([asked("a", "b", text="|cz| of |vgz")]))
        assert row[0] == "/cz/ of /vgz"


def findings(held_out: list[Asked], folds: list[Asked]) -> Findings:
    return Findings(held_out, held_out, held_out, held_out, folds, (), [1.0, 2.0, 9.0])


class TestIntents:
    def test_each_intent_has_its_own_numbers(self) -> None:
        folds = [RIGHT, RIGHT, WRONG, asked("b", "b"), asked("c", "c")]
        held_out = [RIGHT, WRONG, asked("b", "b")]
        assert rows(intents_table(findings(held_out, folds))) == [
            # found 2 of 3; found 1 of 2, and once something else was answered
            ["a", "3", "0.800", "2", "0.667", "1"],
            ["b", "1", "0.667", "1", "0.667", "0"],
            ["c", "1", "1.000", "0", "", "0"],
        ]


class TestTheWholeReport:
    def test_it_is_filled_in_with_what_was_found(self) -> None:
        held_out = [
            RIGHT,
            asked("a", "b", text="dit ging mis", confidence=0.99),
            asked("a", ASKED_AGAIN, best="b", offered=("b", "a")),
            asked("a", ASKED_AGAIN, best="b", offered=("b", "c")),
            asked("a", ASKED_AGAIN, best="b", offered=("a", "c")),
            asked("out_of_scope", "out_of_scope", group="off_topic"),
            asked("out_of_scope", ASKED_AGAIN, offered=("a",), group="off_topic"),
        ]
        shown = report(findings(held_out, [RIGHT]), 0.6, "| rules alone |")
        assert "{" not in shown
        assert "The threshold is **0.6**" in shown
        assert "is least at 0.95, as it is for every weight from 1 to 100" in shown
        assert "| rules alone |" in shown
        # of four that were asked again, two
        assert "50% had the right meaning among the three" in shown
        assert "| out_of_scope | 2 | 0.500 | 0.500 |" in shown
        assert "takes 2.00 ms (median; 95 % within 9.00 ms, the slowest 9 ms)" in shown
        assert shown.count("| dit ging mis | a | b | 0.99 |") == 3
        assert "| crisis heard | 0.000 | at least 1 | **not met** |" in shown
