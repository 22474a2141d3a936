"""How values are written in Dutch: lists, days and times."""

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


def _joined(names: Sequence[str], word: str) -> str:
    """Join names with commas, and `word` before the last one."""
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last


def either(names: Sequence[str]) -> str:
    """Write "a, b of c"; raises ValueError without names."""
    return _joined(names, "of")


def all_of(names: Sequence[str]) -> str:
    """Write "a, b en c"; raises ValueError without names."""
    return _joined(names, "en")


def phone(number: str) -> str:
    """Write an international number the Dutch way: "033 464 2881"."""
    parsed = phonenumbers.parse(number, "NL")
    style = phonenumbers.PhoneNumberFormat.NATIONAL
    return phonenumbers.format_number(parsed, style)


def clock(at: time) -> str:
    """Write 9:00 as "9.00"."""
    return f"{at.hour}.{at.minute:02d}"


def day(on: date) -> str:
    """Write 21 November 2026 as "21-11-2026"."""
    return f"{on.day}-{on.month}-{on.year}"


def day_ahead(day: datetime, days_ahead: int) -> str:
    """Write a day as "Vandaag", "Morgen", "Op maandag" or "Op maandag 5-1"."""
    near = ("Vandaag", "Morgen")
    if days_ahead < len(near):
        return near[days_ahead]
    weekday = f"Op {WEEKDAYS[day.weekday()]}"
    within_a_week = days_ahead < len(WEEKDAYS)
    return weekday if within_a_week else f"{weekday} {day.day}-{day.month}"
