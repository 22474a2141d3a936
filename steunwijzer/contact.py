"""When the zorgkantoor can be reached."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from steunwijzer.outcome import Outcome
from steunwijzer.zorgkantoor import WEEKDAYS, OpeningHours, Zorgkantoor

LOOK_AHEAD_DAYS = 60


def hours_on(zorgkantoor: Zorgkantoor, day: datetime) -> OpeningHours | None:
    """Opening hours on that day, or None when the zorgkantoor is closed then."""
    if day.date() in zorgkantoor.closed_dates:
        return None
    return zorgkantoor.opening_hours.get(WEEKDAYS[day.weekday()])


def hours_on_weekday(zorgkantoor: Zorgkantoor, weekday: int, at: datetime) -> Outcome:
    """Say when the zorgkantoor can be phoned on the next day of that name.

    `weekday` is 0 for Monday; today is the next one of its own name. Codes: `hours_on`
    (values: `day`; `days_ahead`, 0 for today; `hours`, None when closed, and then
    `once` when that is only this time), `no_hours` when no hours are known at all.
    """
    if not zorgkantoor.opening_hours:
        return Outcome("no_hours", ("zorgkantoor",))
    ahead = (weekday - at.weekday()) % len(WEEKDAYS)
    day = at + timedelta(days=ahead)
    hours = hours_on(zorgkantoor, day)
    once = hours is None and WEEKDAYS[weekday] in zorgkantoor.opening_hours
    values = {"day": day, "days_ahead": ahead, "hours": hours, "once": once}
    return Outcome("hours_on", ("zorgkantoor",), values=values)


def reachable(zorgkantoor: Zorgkantoor, at: datetime) -> Outcome:
    """Say whether the zorgkantoor answers the phone at that local moment.

    Codes: `open` (values: `closes`, a time), `opens_later` (values: `opens`, a
    datetime, and `days_ahead`, 0 for today), `no_hours` when nothing opens within
    LOOK_AHEAD_DAYS days.
    """
    today = hours_on(zorgkantoor, at)
    if today and today.opens <= at.time() < today.closes:
        return Outcome("open", ("zorgkantoor",), values={"closes": today.closes})
    for ahead in range(LOOK_AHEAD_DAYS):
        day = at + timedelta(days=ahead)
        hours = hours_on(zorgkantoor, day)
        if hours and (ahead > 0 or at.time() < hours.opens):
            opens = datetime.combine(day.date(), hours.opens)
            return Outcome(
                "opens_later",
                ("zorgkantoor",),
                values={"opens": opens, "days_ahead": ahead},
            )
    return Outcome("no_hours", ("zorgkantoor",))


def week(zorgkantoor: Zorgkantoor) -> list[tuple[Sequence[int], OpeningHours | None]]:
    """Return the weekdays (0 for Monday) with their hours, None when it is closed then.

    Days after each other with the same hours are together.
    """

    def hours(weekday: int) -> OpeningHours | None:
        return zorgkantoor.opening_hours.get(WEEKDAYS[weekday])

    return [(list(days), same) for same, days in groupby(range(len(WEEKDAYS)), hours)]


def coming_closed_dates(zorgkantoor: Zorgkantoor, on: date) -> list[date]:
    """Return the dates of the next LOOK_AHEAD_DAYS days on which it is closed for once.

    From that day on; a date on which it never is open is left out.
    """
    last = on + timedelta(days=LOOK_AHEAD_DAYS)
    return [
        day
        for day in sorted(zorgkantoor.closed_dates)
        if on <= day <= last and WEEKDAYS[day.weekday()] in zorgkantoor.opening_hours
    ]
