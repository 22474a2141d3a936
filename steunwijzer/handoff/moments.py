"""Reads when somebody may call or come, in the words of a client."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from steunwijzer.handoff.moment_days import Days, days_of
from steunwijzer.handoff.moment_pieces import (
    DAY_END,
    Later,
    Piece,
    Refused,
    Sign,
    next_minute,
)
from steunwijzer.handoff.moment_reader import pieces
from steunwijzer.handoff.moment_refusals import refuse_unclear, without_past
from steunwijzer.handoff.moment_times import Span, span_of
from steunwijzer.handoff.request import Window
from steunwijzer.outcome import Outcome

FARTHEST = 60  # days ahead
LONGEST = 1000  # characters: nobody needs more to name a moment
_WHOLE_DAY = Span(0, DAY_END)


def read_moment(text: str, now: datetime, day: date | None = None) -> Outcome:
    """Say which moment, or which hours of a day or days, `text` names.

    A time without a day is on `day`, the one that is spoken of, or else today; or the
    day after, when it is over.

    Codes: `moment` (values: `window`, never before `now`, which is local time; the
    reason `soonest` or `any_time` when the client named no time but said so), `past`,
    `too_far` (more than FARTHEST days ahead), `no_such_moment` (31 februari, or a date
    on another weekday), `several` (more than one is meant, or may be), `no_moment`
    (nothing about time, or nothing that is sure: "niet op maandag", "na mijn werk").
    """
    if len(text) > LONGEST:
        return Outcome("no_moment")
    try:
        return _moment(pieces(text), next_minute(now), day)
    except Refused as refused:
        return Outcome(refused.code)


def _moment(said: Sequence[Piece], now: datetime, day: date | None) -> Outcome:
    said = without_past(said)
    refuse_unclear(said)
    later = list(dict.fromkeys(each for each in said if isinstance(each, Later)))
    days, span = days_of(said, now.date()), span_of(said)
    if later:
        if len(later) > 1 or span or (days and days[0].first != now.date()):
            raise Refused("several")
        return _found(_later(later[0], now), now)
    if not days and span is None:
        return _unnamed(said, now)
    if not days:
        first = max(day or now.date(), now.date())
        days = tuple(Days(each, each) for each in (first, first + timedelta(days=1)))
    return _found(_first(days, span, now), now)


def _later(said: Later, now: datetime) -> Window:
    try:
        at = now + timedelta(minutes=said.minutes)
    except OverflowError:
        raise Refused("too_far") from None
    return Window(now if said.within else at, at)


def _unnamed(said: Sequence[Piece], now: datetime) -> Outcome:
    """Take the rest of today for "zo snel mogelijk" and "maakt niet uit"."""
    window = Window(now, _at(now.date(), DAY_END))
    for sign, reason in ((Sign.SOONEST, "soonest"), (Sign.ANY_TIME, "any_time")):
        if sign in said:
            return Outcome("moment", reasons=(reason,), values={"window": window})
    raise Refused("no_moment")


def _first(days: Sequence[Days], span: Span | None, now: datetime) -> Window:
    """Return the window on the first of the days on which it is not over.

    Raises Refused: `past` when it is over on all of them.
    """
    if span and days[0].first != days[0].last:
        raise Refused("several")  # "volgende week in de ochtend"
    start, end = span or _WHOLE_DAY
    for day in days:
        window = Window(_at(day.first, start), _at(day.last, end))
        if window.end > now or window.start >= now:
            return Window(max(window.start, now), window.end)
    raise Refused("past")


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _found(window: Window, now: datetime) -> Outcome:
    if (window.start.date() - now.date()).days > FARTHEST:
        raise Refused("too_far")
    return Outcome("moment", values={"window": window})
