"""How values are written in Dutch: numbers to phone, days and times."""

from collections.abc import Sequence
from datetime import date, datetime, time

import phonenumbers

WEEKDAYS = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def phone(number: str) -> str:
    """Write an international number as it is phoned from here: "033 464 2881".

    One of another country keeps its own: "+32 470 12 34 56".
    """
    parsed = phonenumbers.parse(number, "NL")
    ours = parsed.country_code == phonenumbers.country_code_for_region("NL")
    styles = phonenumbers.PhoneNumberFormat
    style = styles.NATIONAL if ours else styles.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def clock(at: time) -> str:
    """Write 9:00 as "9.00"."""
    return f"{at.hour}.{at.minute:02d}"


def day(on: date) -> str:
    """Write 21 November 2026 as "21-11-2026"."""
    return f"{on.day}-{on.month}-{on.year}"


def day_in_words(on: date) -> str:
    """Write 26 November 2026 as "donderdag 26 november"."""
    return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"


def moment_in_words(at: datetime) -> str:
    """Write "donderdag 26 november om 15.30 uur"."""
    return f"{day_in_words(at)} om {clock(at.time())} uur"


def window_in_words(start: datetime, end: datetime) -> str:
    """Write "donderdag 26 november, tussen 13.00 en 17.00 uur", or the one moment."""
    if start == end:
        return moment_in_words(start)
    if start.date() != end.date():
        return f"{day_in_words(start)} tot en met {day_in_words(end)}"
    hours = f"{clock(start.time())} en {clock(end.time())}"
    return f"{day_in_words(start)}, tussen {hours} uur"


def days_of_week_in_words(days: Sequence[int]) -> str:
    """Write [0, 1, 2] as "maandag tot en met woensdag", [5, 6] with "en"."""
    first, last = WEEKDAYS[days[0]], WEEKDAYS[days[-1]]
    if len(days) == 1:
        return first
    return f"{first} {'en' if len(days) == 2 else 'tot en met'} {last}"
