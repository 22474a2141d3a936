"""Numbers, days and times are written the Dutch way."""

from datetime import date, datetime, time

import pytest

from steunwijzer.formats import (
    clock,
    day,
    day_in_words,
    moment_in_words,
    phone,
    window_in_words,
)

THURSDAY = datetime(2026, 11, 26)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+31334642881", "033 464 2881"),
        ("+31881311611", "088 131 1611"),
        ("+31612345678", "06 12345678"),
        ("0800-0113", "0800 0113"),
        ("+32470123456", "+32 470 12 34 56"),
        ("+4915112345678", "+49 1511 2345678"),
    ],
)
def test_a_phone_number_is_as_it_is_phoned_from_here(
    number: str, expected: str
) -> None:
    assert phone(number) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [(time(9), "9.00"), (time(9, 5), "9.05"), (time(17, 30), "17.30")],
)
def test_a_time_of_the_day(at: time, expected: str) -> None:
    assert clock(at) == expected


def test_a_day() -> None:
    assert day(date(2026, 11, 5)) == "5-11-2026"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 26), "donderdag 26 november"),
        (date(2027, 1, 3), "zondag 3 januari"),
        (date(2026, 12, 28), "maandag 28 december"),
    ],
)
def test_a_day_in_words(on: date, expected: str) -> None:
    assert day_in_words(on) == expected


def test_a_moment_in_words() -> None:
    at = THURSDAY.replace(hour=15, minute=30)
    assert moment_in_words(at) == "donderdag 26 november om 15.30 uur"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            THURSDAY.replace(hour=13),
            THURSDAY.replace(hour=17),
            "donderdag 26 november, tussen 13.00 en 17.00 uur",
        ),
        (
            THURSDAY.replace(hour=9, minute=5),
            THURSDAY.replace(hour=9, minute=5),
            "donderdag 26 november om 9.05 uur",
        ),
        (
            THURSDAY.replace(hour=9),
            datetime(2026, 11, 27, 16),
            "donderdag 26 november tot en met vrijdag 27 november",
        ),
    ],
    ids=["hours of a day", "a moment", "two days"],
)
def test_when_somebody_may_come(start: datetime, end: datetime, expected: str) -> None:
    assert window_in_words(start, end) == expected
