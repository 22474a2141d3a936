"""How values are written in Dutch: lists, and how far ahead a day is."""

from collections.abc import Sequence
from datetime import datetime

from steunwijzer.formats import WEEKDAYS, clock, day, phone

__all__ = ["WEEKDAYS", "all_of", "clock", "day", "day_ahead", "either", "phone"]


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


def day_ahead(day: datetime, days_ahead: int) -> str:
    """Write a day as "Vandaag", "Morgen", "Op maandag" or "Op maandag 5-1"."""
    near = ("Vandaag", "Morgen")
    if days_ahead < len(near):
        return near[days_ahead]
    weekday = f"Op {WEEKDAYS[day.weekday()]}"
    within_a_week = days_ahead < len(WEEKDAYS)
    return weekday if within_a_week else f"{weekday} {day.day}-{day.month}"
