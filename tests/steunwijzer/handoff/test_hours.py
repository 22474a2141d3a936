"""Nobody is promised a call when nobody is there, and every wish has a next time."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.contact import hours_on
from steunwijzer.handoff.hours import fit, overdue_at
from steunwijzer.handoff.moments import read_moment
from steunwijzer.handoff.request import Window
from steunwijzer.knowledge import installed
from steunwijzer.zorgkantoor import Zorgkantoor
from tests.steunwijzer.handoff.windows import window

NOW = datetime(2026, 11, 24, 10)  # a Tuesday
WORKDAYS = ("monday", "tuesday", "wednesday", "thursday")
HOURS = {day: {"opens": "09:00", "closes": "17:00"} for day in WORKDAYS}
HOLIDAYS = (date(2026, 12, 25), date(2027, 1, 1))


def zorgkantoor(**changes: object) -> Zorgkantoor:
    given = installed().zorgkantoor.dict() | {
        "opening_hours": {**HOURS, "friday": {"opens": "09:00", "closes": "16:00"}},
        "closed_dates": HOLIDAYS,
        "handoff": {"pick_up_within_minutes": 120, "overdue_email": "a@b.example"},
    }
    return Zorgkantoor(**(given | changes))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("26-11 15:30", "26-11 15:30"),
        ("26-11 09:00", "26-11 09:00"),  # just open
        ("26-11 16:59", "26-11 16:59"),
        ("26-11", "26-11 09:00-17:00"),
        ("25-11 12:00-18:00", "25-11 12:00-17:00"),
        ("27-11 12:00-18:00", "27-11 12:00-16:00"),  # Friday closes earlier
        ("25-11 06:00-12:00", "25-11 09:00-12:00"),
        ("24-11 10:00-23:59", "24-11 10:00-17:00"),
        ("24-11 09:00-11:00", "24-11 10:00-11:00"),  # what is over is left out
        ("30-11 00:00 .. 06-12 23:59", "30-11 09:00 .. 04-12 16:00"),
        ("24-11 10:00 .. 25-11 10:00", "24-11 10:00 .. 25-11 10:00"),
        ("24-12 00:00 .. 27-12 23:59", "24-12 09:00-17:00"),  # Christmas, and a weekend
    ],
)
def test_a_window_is_cut_to_the_opening_hours(asked: str, expected: str) -> None:
    outcome = fit(window(asked), zorgkantoor(), NOW)
    assert (outcome.code, outcome.values["window"]) == ("fits", window(expected))


@pytest.mark.parametrize(
    ("asked", "proposed"),
    [
        ("28-11 14:00", "30-11 14:00"),  # Saturday: the same time on Monday
        ("28-11 12:00-18:00", "30-11 12:00-17:00"),
        ("28-11", "30-11 09:00-17:00"),
        ("28-11 00:00 .. 29-11 23:59", "30-11 09:00-17:00"),
        ("25-12 06:00-12:00", "28-12 09:00-12:00"),  # Christmas is on a Friday
        ("26-11 18:00-22:00", "26-11 09:00-17:00"),  # in the evening: that day then
        ("26-11 17:00", "26-11 09:00-17:00"),  # just closed
        ("27-11 16:30", "27-11 09:00-16:00"),
        ("24-11 18:00-22:00", "24-11 10:00-17:00"),  # of today what is left
        ("24-11 22:00 .. 25-11 06:00", "24-11 10:00-17:00"),
        ("28-11 18:00-22:00", "30-11 09:00-17:00"),
        ("23-11 15:00", "24-11 15:00"),  # over
        ("24-11 09:30", "24-11 10:00-17:00"),
    ],
)
def test_when_nobody_is_there_the_next_time_is_proposed(
    asked: str, proposed: str
) -> None:
    outcome = fit(window(asked), zorgkantoor(), NOW)
    assert (outcome.code, outcome.values["window"]) == ("closed", window(proposed))


@pytest.mark.parametrize(
    ("now", "asked", "code", "expected"),
    [
        (
            datetime(2026, 11, 24, 16, 30),
            "24-11 16:30-23:59",
            "fits",
            "24-11 16:30-17:00",
        ),
        (
            datetime(2026, 11, 24, 16, 31),
            "24-11 16:31-23:59",
            "closed",
            "25-11 09:00-17:00",
        ),
        (datetime(2026, 11, 24, 16, 45), "24-11 16:50", "fits", "24-11 16:50"),
        (
            datetime(2026, 11, 24, 17, 30),
            "24-11 18:00-22:00",
            "closed",
            "25-11 09:00-17:00",
        ),
        (
            datetime(2026, 11, 24, 10, 0, 1),
            "24-11 10:00-12:00",
            "fits",
            "24-11 10:01-12:00",
        ),
    ],
)
def test_of_today_only_what_is_left_counts(
    now: datetime, asked: str, code: str, expected: str
) -> None:
    outcome = fit(window(asked), zorgkantoor(), now)
    assert (outcome.code, outcome.values["window"]) == (code, window(expected))


def test_a_wish_of_long_ago_still_has_a_next_time() -> None:
    outcome = fit(window("03-01 15:00"), zorgkantoor(), datetime(2027, 6, 1, 10))
    assert outcome.values["window"].start == datetime(2027, 6, 1, 15)


def test_without_hours_nothing_is_proposed() -> None:
    never = zorgkantoor(opening_hours={})
    assert fit(window("26-11 15:30"), never, NOW).code == "no_hours"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOW, "24-11 10:00-17:00"),
        (datetime(2026, 11, 24, 8), "24-11 09:00-17:00"),
        (datetime(2026, 11, 24, 16, 30), "24-11 16:30-17:00"),
        (datetime(2026, 11, 24, 16, 30, 1), "25-11 09:00-17:00"),
        (datetime(2026, 11, 27, 15, 45), "30-11 09:00-17:00"),  # Friday
        (datetime(2026, 11, 29, 12), "30-11 09:00-17:00"),
        (datetime(2026, 12, 24, 17), "28-12 09:00-17:00"),  # Christmas
        (datetime(2026, 12, 31, 18), "04-01 09:00-17:00"),
    ],
)
def test_as_soon_as_possible_is_the_rest_of_a_day_that_is_long_enough(
    now: datetime, expected: str
) -> None:
    asked = read_moment("zo snel mogelijk", now).values["window"]
    assert fit(asked, zorgkantoor(), now).values["window"] == window(expected)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOW, datetime(2026, 11, 24, 12)),
        (datetime(2026, 11, 24, 7), datetime(2026, 11, 24, 11)),
        (datetime(2026, 11, 24, 15), datetime(2026, 11, 24, 17)),
        (datetime(2026, 11, 24, 16, 30), datetime(2026, 11, 25, 10, 30)),
        (datetime(2026, 11, 27, 15), datetime(2026, 11, 30, 10)),  # over a weekend
        (datetime(2026, 12, 24, 16), datetime(2026, 12, 28, 10)),  # over Christmas
    ],
)
def test_only_opening_time_counts_before_a_request_is_overdue(
    now: datetime, expected: datetime
) -> None:
    assert overdue_at(zorgkantoor(), None, now) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("24-11 11:00", datetime(2026, 11, 24, 12)),
        ("24-11 13:00-17:00", datetime(2026, 11, 24, 13)),
        ("30-11 09:00-17:00", datetime(2026, 11, 30, 9)),
    ],
)
def test_nothing_is_overdue_before_the_client_can_be_called(
    asked: str, expected: datetime
) -> None:
    assert overdue_at(zorgkantoor(), window(asked), NOW) == expected


def test_a_long_time_to_pick_up_goes_over_days() -> None:
    slow = zorgkantoor(
        handoff={"pick_up_within_minutes": 960, "overdue_email": "a@b.example"}
    )
    assert overdue_at(slow, None, NOW) == datetime(2026, 11, 26, 10)


def test_without_hours_all_time_counts() -> None:
    never = zorgkantoor(opening_hours={})
    assert overdue_at(never, None, NOW) == datetime(2026, 11, 24, 12)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),
    st.integers(-5 * 24 * 60, 60 * 24 * 60),
    st.sampled_from([0, 1, 29, 60, 240, 24 * 60 - 1, 2 * 24 * 60, 7 * 24 * 60]),
)
def test_what_fits_or_is_proposed_is_in_opening_hours_and_ahead(
    now: datetime, ahead: int, length: int
) -> None:
    start = now.replace(second=0, microsecond=0) + timedelta(minutes=ahead)
    asked = Window(start, start + timedelta(minutes=length))
    outcome = fit(asked, zorgkantoor(), now)
    given = outcome.values["window"]
    first, last = (hours_on(zorgkantoor(), at) for at in (given.start, given.end))
    assert first
    assert last
    assert first.opens <= given.start.time() < first.closes
    assert last.opens <= given.end.time() <= last.closes
    assert now <= given.start <= given.end
    if outcome.code == "fits":
        assert asked.start <= given.start
        assert given.end <= asked.end
