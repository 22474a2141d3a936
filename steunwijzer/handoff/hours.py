"""Fits the moment that a client wants into the hours in which somebody is there."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from steunwijzer.contact import LOOK_AHEAD_DAYS, hours_on
from steunwijzer.handoff.moment_pieces import next_minute
from steunwijzer.handoff.request import Window
from steunwijzer.outcome import Outcome
from steunwijzer.zorgkantoor import Zorgkantoor

SHORTEST = timedelta(minutes=30)  # less is left of a day: nobody can promise it
_FACTS = ("zorgkantoor",)


def fit(window: Window, zorgkantoor: Zorgkantoor, now: datetime) -> Outcome:
    """Say whether somebody is there in that window, and when it is the next time.

    Codes: `fits` (values: `window`, without what is outside opening hours or over;
    start and end are in opening hours, of one day or of more), `closed` (values:
    `window`, the next one that is possible: the same time on that day or the first
    open day after it, or else that whole day), `no_hours` when nothing opens within
    LOOK_AHEAD_DAYS days.
    """
    now = next_minute(now)
    is_moment = window.start == window.end
    days = (window.end.date() - window.start.date()).days + 1
    least = timedelta() if is_moment else SHORTEST
    asked = _open(zorgkantoor, window.start.date(), days, now, least)
    cut = [each for hours in asked if (each := _cut(window, hours))]
    if cut:
        return _outcome("fits", Window(cut[0].start, cut[-1].end))
    first = max(window.start, now).date()
    hours = next(_open(zorgkantoor, first, LOOK_AHEAD_DAYS, now), None)
    if hours is None:
        return Outcome("no_hours", _FACTS)
    began = window.start <= now and not is_moment  # "vandaag": from now, whenever it is
    return _outcome("closed", (None if began else _same_time(window, hours)) or hours)


def overdue_at(
    zorgkantoor: Zorgkantoor, window: Window | None, now: datetime
) -> datetime:
    """Return when somebody else is told of a request that nobody picked up.

    That is when the client may be called, but not before `pick_up_within_minutes` of
    opening time went by; without opening hours all time counts.
    """
    left = timedelta(minutes=zorgkantoor.handoff.pick_up_within_minutes)
    at = now + left
    for hours in _open(zorgkantoor, now.date(), LOOK_AHEAD_DAYS, now, timedelta()):
        at = hours.start + left
        if at <= hours.end:
            break
        left -= hours.end - hours.start
    return max(at, window.start) if window else at


def _open(
    zorgkantoor: Zorgkantoor,
    first: date,
    days: int,
    now: datetime,
    least: timedelta = SHORTEST,
) -> Iterator[Window]:
    """Yield what is ahead of the opening hours of so many days, if it is no less."""
    for ahead in range(days):
        day = datetime.combine(first + timedelta(days=ahead), time())
        hours = hours_on(zorgkantoor, day)
        if hours is None:
            continue
        opens = max(now, datetime.combine(day, hours.opens))
        closes = datetime.combine(day, hours.closes)
        if opens < closes and closes - opens >= least:
            yield Window(opens, closes)


def _cut(window: Window, hours: Window) -> Window | None:
    """Return what the window has of these hours, or None when that is nothing."""
    start, end = max(window.start, hours.start), min(window.end, hours.end)
    if window.start == window.end:
        return window if hours.start <= window.start < hours.end else None
    return Window(start, end) if start < end else None


def _same_time(window: Window, hours: Window) -> Window | None:
    """Return the window on the day of these hours, as far as somebody is there then."""
    if window.start.date() != window.end.date():
        return None
    shift = hours.start.date() - window.start.date()
    return _cut(Window(window.start + shift, window.end + shift), hours)


def _outcome(code: str, window: Window) -> Outcome:
    return Outcome(code, _FACTS, values={"window": window})
