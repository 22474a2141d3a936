"""The assistant never says that the phone is answered when it is not."""

from datetime import date, datetime, time

import pytest

from steunwijzer.contact import hours_on_weekday, reachable
from steunwijzer.knowledge import installed
from steunwijzer.zorgkantoor import Zorgkantoor

WORKDAYS = ("monday", "tuesday", "wednesday", "thursday")
HOURS = {day: {"opens": "09:00", "closes": "17:00"} for day in WORKDAYS}
HOLIDAYS = (date(2026, 12, 25), date(2027, 1, 1))


def zorgkantoor(**changes: object) -> Zorgkantoor:
    given = installed().zorgkantoor.dict() | {
        "opening_hours": {**HOURS, "friday": {"opens": "09:00", "closes": "16:00"}},
        "closed_dates": HOLIDAYS,
    }
    return Zorgkantoor(**(given | changes))


@pytest.mark.parametrize(
    ("at", "closes"),
    [
        (datetime(2026, 11, 23, 9, 0), time(17)),  # Monday, just open
        (datetime(2026, 11, 23, 12, 30), time(17)),
        (datetime(2026, 11, 23, 16, 59, 59), time(17)),
        (datetime(2026, 11, 27, 15, 59), time(16)),  # Friday closes earlier
        (datetime(2026, 12, 24, 10, 0), time(17)),  # the day before Christmas
    ],
)
def test_open_says_until_when(at: datetime, closes: time) -> None:
    outcome = reachable(zorgkantoor(), at)
    assert (outcome.code, outcome.values) == ("open", {"closes": closes})


@pytest.mark.parametrize(
    ("at", "opens", "days_ahead"),
    [
        (datetime(2026, 11, 23, 8, 59, 59), datetime(2026, 11, 23, 9), 0),
        (datetime(2026, 11, 23, 0, 0), datetime(2026, 11, 23, 9), 0),
        (datetime(2026, 11, 23, 17, 0), datetime(2026, 11, 24, 9), 1),  # just closed
        (datetime(2026, 11, 23, 23, 59), datetime(2026, 11, 24, 9), 1),
        (datetime(2026, 11, 27, 16, 0), datetime(2026, 11, 30, 9), 3),  # Friday
        (datetime(2026, 11, 28, 12, 0), datetime(2026, 11, 30, 9), 2),  # Saturday
        (datetime(2026, 11, 29, 12, 0), datetime(2026, 11, 30, 9), 1),  # Sunday
        (datetime(2026, 12, 25, 10, 0), datetime(2026, 12, 28, 9), 3),  # Christmas
        (datetime(2026, 12, 31, 18, 0), datetime(2027, 1, 4, 9), 4),  # year end
    ],
)
def test_closed_says_when_it_opens(
    at: datetime, opens: datetime, days_ahead: int
) -> None:
    outcome = reachable(zorgkantoor(), at)
    assert outcome.code == "opens_later"
    assert outcome.values == {"opens": opens, "days_ahead": days_ahead}


def test_open_on_one_day_a_week_it_opens_in_a_week() -> None:
    monday = zorgkantoor(opening_hours={"monday": HOURS["monday"]})
    outcome = reachable(monday, datetime(2026, 11, 23, 17, 0))
    assert outcome.values == {"opens": datetime(2026, 11, 30, 9), "days_ahead": 7}


@pytest.mark.parametrize(
    "changes",
    [
        {"opening_hours": {}},
        {
            "opening_hours": {"monday": HOURS["monday"]},
            "closed_dates": [date(2026, 11, 23 + 7 * week) for week in range(2)]
            + [date(2026, 12, 7 + 7 * week) for week in range(4)]
            + [date(2027, 1, 4 + 7 * week) for week in range(4)],
        },
    ],
    ids=["no hours at all", "every day of opening closed"],
)
def test_no_hours_to_name_names_none(changes: dict[str, object]) -> None:
    outcome = reachable(zorgkantoor(**changes), datetime(2026, 11, 23, 10, 0))
    assert (outcome.code, dict(outcome.values)) == ("no_hours", {})


@pytest.mark.parametrize(
    ("weekday", "on", "days_ahead", "closes"),
    [
        (4, date(2026, 11, 27), 3, time(16)),
        (1, date(2026, 11, 24), 0, time(17)),  # today, though it has been open
        (0, date(2026, 11, 30), 6, time(17)),
        (5, date(2026, 11, 28), 4, None),
    ],
)
def test_the_hours_on_a_weekday_are_those_of_the_next_one(
    weekday: int, on: date, days_ahead: int, closes: time | None
) -> None:
    outcome = hours_on_weekday(zorgkantoor(), weekday, datetime(2026, 11, 24, 18))
    hours = outcome.values["hours"]
    assert outcome.values["day"].date() == on
    assert outcome.values["days_ahead"] == days_ahead
    assert (hours and hours.closes) == closes


def test_a_weekday_on_which_a_holiday_falls_is_closed() -> None:
    outcome = hours_on_weekday(zorgkantoor(), 4, datetime(2026, 12, 22, 10))
    assert outcome.values["hours"] is None


def test_without_any_hours_no_day_is_called_closed() -> None:
    unknown = zorgkantoor(opening_hours={})
    assert hours_on_weekday(unknown, 4, datetime(2026, 11, 24)).code == "no_hours"


def test_the_source_is_this_zorgkantoor() -> None:
    days = [datetime(2026, 11, day, 10) for day in (23, 28)]
    assert {reachable(zorgkantoor(), day).facts for day in days} == {("zorgkantoor",)}
