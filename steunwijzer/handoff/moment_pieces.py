"""What a text about a moment is made of: days, parts of the day, times, limits."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

HOUR = 60
NOON = 12 * HOUR
DAY = 24 * HOUR
DAY_END = DAY - 1


class Refused(Exception):
    """The text gives no one moment; `code` is that of the outcome."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Weekday:
    """0 is Monday."""

    number: int


@dataclass(frozen=True)
class Ahead:
    """So many days from today."""

    days: int


@dataclass(frozen=True)
class InWeeks:
    """The day so many weeks from today; with a weekday another one."""

    weeks: int


@dataclass(frozen=True)
class OnDate:
    """A date, without a year, or only the day of a month."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class Week:
    """A calendar week, 0 for this one, or from the `first` to the `last` day of it."""

    ahead: int
    first: int = 0
    last: int = 6


@dataclass(frozen=True)
class Part:
    """A part of the day in minutes since midnight.

    `earliest` and `latest` are the times that go with it: "5 uur 's avonds".
    """

    start: int
    end: int
    earliest: int
    latest: int


@dataclass(frozen=True)
class Clock:
    """A time as it was said, in minutes; `sure` when "3 uur" cannot be 15.00."""

    minutes: int
    sure: bool = False


@dataclass(frozen=True)
class Number:
    """A number that says nothing by itself; it may in "25 of 26 november"."""

    value: int


@dataclass(frozen=True)
class Later:
    """So many minutes from now, or any time `within` them."""

    minutes: int
    within: bool = False


class Bound(Enum):
    """What a word makes of the time or day after it."""

    AFTER = auto()
    BEFORE = auto()
    BETWEEN = auto()
    FROM = auto()
    UNTIL = auto()
    AND = auto()
    AROUND = auto()
    AT = auto()
    ONWARDS = auto()  # "of later", after a time


class Sign(Enum):
    """Words that change what is meant, or say that nothing can be made of it."""

    OR = auto()
    NOT = auto()
    EARLY = auto()
    LATE = auto()
    COMING = auto()  # "komende", which is never today
    NEXT = auto()  # "volgende", of which people disagree whether it skips one
    SOONEST = auto()
    ANY_TIME = auto()
    PAST = auto()
    BEFORE_NOW = auto()  # "afgelopen", with the day after it
    SEVERAL = auto()
    BUSY = auto()  # "ik werk van 9 tot 5" is when not to phone
    UNREADABLE = auto()  # "na mijn werk": it says when, but not to us
    IMPOSSIBLE = auto()


Day = Weekday | Ahead | InWeeks | OnDate | Week
DAYS = (Weekday, Ahead, InWeeks, OnDate, Week)
Piece = Day | Part | Clock | Number | Later | Bound | Sign

MORNING = Part(6 * HOUR, NOON, 5 * HOUR, NOON)
AFTERNOON = Part(NOON, 18 * HOUR, NOON, 18 * HOUR)
EVENING = Part(18 * HOUR, 22 * HOUR, 17 * HOUR, DAY)
NIGHT = Part(22 * HOUR, DAY + 6 * HOUR, 0, 6 * HOUR)
TONIGHT = Part(22 * HOUR, DAY + 6 * HOUR, 22 * HOUR, DAY + 6 * HOUR)
LUNCH = Part(NOON, 14 * HOUR, 11 * HOUR, 14 * HOUR)
AFTER_LUNCH = Part(13 * HOUR, 18 * HOUR, NOON, 18 * HOUR)
EARLY_MORNING = Part(6 * HOUR, 10 * HOUR, 5 * HOUR, NOON)
END_OF_DAY = Part(16 * HOUR, 18 * HOUR, NOON, 18 * HOUR)
EDGES = {
    (Sign.EARLY, MORNING): EARLY_MORNING,
    (Sign.LATE, MORNING): Part(11 * HOUR, NOON, 5 * HOUR, NOON),
    (Sign.EARLY, AFTERNOON): Part(NOON, 14 * HOUR, NOON, 18 * HOUR),
    (Sign.LATE, AFTERNOON): END_OF_DAY,
    (Sign.EARLY, EVENING): Part(18 * HOUR, 20 * HOUR, 17 * HOUR, DAY),
    (Sign.LATE, EVENING): Part(20 * HOUR, 22 * HOUR, 17 * HOUR, DAY),
}


def next_minute(at: datetime) -> datetime:
    """Return the first whole minute that is not before `at`."""
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(minutes=1)
