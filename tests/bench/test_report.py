"""The benchmark tells what it found, and fails when a goal is not met."""

from pathlib import Path

import pytest

from bench.__main__ import tell
from bench.widget import Times

FAST = Times(
    button=[30.0, 40.0], page=[20.0, 22.0], answer=[12.0, 14.0], bare=[8.0, 10.0]
)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (FAST, 0),
        (Times([101.0, 102.0], FAST.page, FAST.answer, FAST.bare), 1),
        (Times(FAST.button, FAST.page, [30.0, 34.0], [8.0, 10.0]), 1),
    ],
)
def test_it_ends_with_an_error_when_a_goal_is_not_met(
    found: Times, code: int, tmp_path: Path
) -> None:
    assert tell(found, tmp_path) == code
    assert ("NOT MET" in (tmp_path / "bench.md").read_text()) == bool(code)


def test_what_the_widget_adds_is_what_a_bare_page_does_not_need() -> None:
    assert FAST.added == 4.0
