"""`make evaluate` tells everything, writes it down, and fails below a goal."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.__main__ import tell
from evaluation.goals import Findings
from tests.evaluation.helpers import asked

RIGHT = [
    asked("ask_costs", "ask_costs"),
    asked("crisis", "crisis", group="crisis"),
    asked("out_of_scope", "out_of_scope", group="off_topic"),
]
TWO = [asked("ask_costs + ask_source", "ask_costs + ask_source", group="two_questions")]
ALL_MET = Findings(RIGHT, RIGHT, TWO, RIGHT, RIGHT, (), [1.0, 1.5])
TOO_SLOW = replace(ALL_MET, milliseconds=[3.0, 4.0])


@pytest.mark.parametrize(("found", "code"), [(ALL_MET, 0), (TOO_SLOW, 1)])
def test_it_ends_with_an_error_when_a_goal_is_not_met(
    found: Findings, code: int, tmp_path: Path
) -> None:
    assert tell(found, tmp_path) == code
    assert {path.name for path in tmp_path.iterdir()} == {
        "evaluation.md",
        "evaluation-confusion.png",
        "evaluation-confidence.png",
    }


def test_it_prints_what_it_writes_and_the_goals_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(TOO_SLOW, tmp_path)
    shown = capsys.readouterr().out
    assert (tmp_path / "evaluation.md").read_text() in shown
    assert "**not met**" in shown.splitlines()[-1]
