"""Lists and days ahead are written the Dutch way."""

from datetime import datetime

import pytest

from actions.formats import all_of, day_ahead, either


@pytest.mark.parametrize(
    ("names", "or_", "and_"),
    [
        (["MEE"], "MEE", "MEE"),
        (["PVP", "MEE"], "PVP of MEE", "PVP en MEE"),
        (["a", "b", "c"], "a, b of c", "a, b en c"),
    ],
)
def test_a_list_of_names(names: list[str], or_: str, and_: str) -> None:
    assert (either(names), all_of(names)) == (or_, and_)


@pytest.mark.parametrize("joined", [either, all_of])
def test_no_names_are_no_list(joined: object) -> None:
    assert callable(joined)
    with pytest.raises(ValueError, match="not enough values"):
        joined([])


@pytest.mark.parametrize(
    ("opens", "days_ahead", "expected"),
    [
        (datetime(2026, 11, 23, 9), 0, "Vandaag"),
        (datetime(2026, 11, 24, 9), 1, "Morgen"),
        (datetime(2026, 11, 25, 9), 2, "Op woensdag"),
        (datetime(2026, 11, 29, 9), 6, "Op zondag"),
        (datetime(2026, 11, 30, 9), 7, "Op maandag 30-11"),  # not this Monday
        (datetime(2027, 1, 4, 9), 11, "Op maandag 4-1"),
    ],
)
def test_how_far_ahead_a_day_is(
    opens: datetime, days_ahead: int, expected: str
) -> None:
    assert day_ahead(opens, days_ahead) == expected
