"""`make evaluate` tells everything, writes it down, and fails below a goal."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation import __main__ as evaluation
from evaluation.goals import Findings
from tests.evaluation.helpers import asked

RIGHT = [
    asked("ask_costs", "ask_costs"),
    asked("crisis", "crisis", group="crisis"),
    asked("out_of_scope", "out_of_scope", group="off_topic"),
]
ALL_MET = Findings(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, (), [1.0, 1.5])
TOO_SLOW = replace(ALL_MET, milliseconds=[3.0, 4.0])


def evaluate(
    found: Findings, folder: Path, patch: pytest.MonkeyPatch
) -> tuple[int, set[str]]:
    """The exit code and the files of an evaluation that found this."""
    patch.setattr(evaluation, "find", lambda: found)
    patch.setattr(evaluation, "DOCS", folder)
    return evaluation.main(), {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(("found", "code"), [(ALL_MET, 0), (TOO_SLOW, 1)])
def test_it_ends_with_an_error_when_a_goal_is_not_met(
    found: Findings, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, files = evaluate(found, tmp_path, monkeypatch)
    assert ended == code
    assert files == {
        "evaluation.md",
        "evaluation-confusion.png",
        "evaluation-confidence.png",
    }


def test_it_prints_what_it_writes_and_the_goals_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate(TOO_SLOW, tmp_path, monkeypatch)
    shown = capsys.readouterr().out
    assert (tmp_path / "evaluation.md").read_text() in shown
    assert "**not met**" in shown.splitlines()[-1]
