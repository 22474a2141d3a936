"""Makes the days that are meant of the days that were said."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from steunwijzer.handoff.moment_pieces import (
    DAYS,
    Ahead,
    Day,
    InWeeks,
    OnDate,
    Piece,
    Refused,
    Sign,
    Week,
    Weekday,
)

_DAYS_IN_WEEK = 7
_MONTHS_TO_LOOK = 3  # in which each day of a month is there once at least


class Days(NamedTuple):
    """From the first to the last day; one day when they are the same."""

    first: date
    last: date


def days_of(pieces: Sequence[Piece], today: date) -> tuple[Days, ...]:
    """Return the days that are meant, the most likely first; none when none was said.

    The second one counts when the time asked for is over on the first: "maandag om 9
    uur" on a Monday at ten. Raises Refused: `several` for more than one day,
    `no_such_moment` for a date that is not there or not on that weekday.
    """
    said = tuple(dict.fromkeys(piece for piece in pieces if isinstance(piece, DAYS)))
    kinds = [type(piece) for piece in said]
    if len(set(kinds)) < len(kinds):
        raise Refused("several")
    match said:
        case (Ahead(days), InWeeks(weeks)):  # "morgen over een week"
            return (_one(_shifted(today, days + weeks * _DAYS_IN_WEEK)),)
    weekday = next((each for each in said if isinstance(each, Weekday)), None)
    others = [each for each in said if not isinstance(each, Weekday)]
    if weekday is None:
        return _without_weekday(others, today)
    if not others:
        return _next_ones(weekday, pieces, today)
    if len(others) == 1 and isinstance(others[0], InWeeks | Week):
        in_order = said.index(weekday) < said.index(others[0])
        return (_one(_in_week(weekday, others[0], in_order, today)),)
    found = _without_weekday(others, today)[0]
    if found.first != found.last or found.first.weekday() != weekday.number:
        raise Refused("no_such_moment")
    return (found,)


def _without_weekday(said: Sequence[Day], today: date) -> tuple[Days, ...]:
    """Return the days of all that was said; the first of each has to be the same."""
    found = [tuple(_candidates(each, today)) for each in said]
    if len(found) < 2:
        return found[0] if found else ()
    first = max(days[0].first for days in found)
    last = min(days[0].last for days in found)
    if first > last:
        raise Refused("no_such_moment")
    return (Days(first, last),)


def _candidates(said: Day, today: date) -> Iterable[Days]:
    match said:
        case Ahead(days):
            yield _one(_shifted(today, days))
        case InWeeks(weeks):
            yield _one(_shifted(today, weeks * _DAYS_IN_WEEK))
        case Week(ahead, first, last):
            monday = _monday(today, ahead)
            yield Days(_shifted(monday, first), _shifted(monday, last))
        case OnDate():
            yield from map(_one, _dates(said, today))


def _dates(said: OnDate, today: date) -> Iterable[date]:
    """Yield the date, the one nearest by without a year, or the next two of a day."""
    if said.month is None:
        months = [_month_ahead(today, ahead) for ahead in range(_MONTHS_TO_LOOK)]
        found = [_date(*month, said.day) for month in months]
        ahead = [each for each in found if each and each >= today]
    else:
        years = (today.year - 1, today.year, today.year + 1)
        found = [
            _date(year, said.month, said.day)
            for year in ((said.year,) if said.year else years)
        ]
        known = [each for each in found if each]
        ahead = sorted(known, key=lambda each: abs(each - today))[:1]
    if not ahead:
        raise Refused("no_such_moment")
    return ahead


def _next_ones(
    weekday: Weekday, pieces: Sequence[Piece], today: date
) -> tuple[Days, ...]:
    """Return that weekday, and the one of a week later."""
    ahead = (weekday.number - today.weekday()) % _DAYS_IN_WEEK
    in_this_week = ahead > 0 and today.weekday() < weekday.number
    if Sign.NEXT in pieces and in_this_week:
        raise Refused("several")  # "volgende donderdag" on a Tuesday
    if ahead == 0 and (Sign.NEXT in pieces or Sign.COMING in pieces):
        ahead = _DAYS_IN_WEEK
    first = _shifted(today, ahead)
    return _one(first), _one(_shifted(first, _DAYS_IN_WEEK))


def _in_week(
    weekday: Weekday, week: InWeeks | Week, weekday_first: bool, today: date
) -> date:
    """Return the day of "volgende week maandag" and of "maandag over een week"."""
    if isinstance(week, Week):
        if not week.first <= weekday.number <= week.last:
            raise Refused("no_such_moment")
        return _shifted(_monday(today, week.ahead), weekday.number)
    if weekday_first:
        ahead = (weekday.number - today.weekday()) % _DAYS_IN_WEEK
        return _shifted(today, ahead + week.weeks * _DAYS_IN_WEEK)
    return _shifted(_monday(today, week.weeks), weekday.number)


def _one(day: date) -> Days:
    return Days(day, day)


def _monday(today: date, weeks: int) -> date:
    return _shifted(today, weeks * _DAYS_IN_WEEK - today.weekday())


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Refused("too_far") from None


def _month_ahead(today: date, ahead: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    return year, month + 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
