"""Reads how long from now: "over 3 kwartier", "over twee dagen", "binnen een uur"."""

from collections.abc import Sequence

from steunwijzer.handoff.clock_times import Read
from steunwijzer.handoff.moment_pieces import DAY, HOUR, Ahead, InWeeks, Later, Sign
from steunwijzer.handoff.moment_tokens import Token
from steunwijzer.handoff.moment_words import UNITS

_LEADS = {"over", "binnen", "na"}
_ABOUT = {"ongeveer", "circa", "zon", "nu", "en", "de", "nog"}
_WEEK = 7 * DAY


def duration_at(tokens: Sequence[Token]) -> Read | None:
    """Return the moment that is so long from now, or None when there is none."""
    lead = tokens[0].text
    if lead not in _LEADS:
        return None
    at = 1
    while at < len(tokens) and tokens[at].text in _ABOUT:
        at += 1
    read = _amount(tokens[at : at + 4])
    if read is None or (lead == "na" and read[0] % DAY):
        return None
    minutes, used = read
    used += at
    if not minutes:
        return Sign.SEVERAL, used  # "over een paar dagen"
    if lead == "binnen":
        return Later(minutes, within=True), used
    if minutes % _WEEK == 0:
        return InWeeks(minutes // _WEEK), used
    if minutes % DAY == 0:
        return Ahead(minutes // DAY), used
    return Later(minutes), used


def _amount(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the minutes and how many tokens they took; no minutes when it is vague."""
    match tokens:
        case [Token(text="een" | "n"), Token(text="half"), Token(text=unit), *_]:
            return (HOUR // 2, 3) if UNITS.get(unit) == HOUR else None
        case [Token(text="half"), Token(text=unit), *_]:
            return (HOUR // 2, 2) if UNITS.get(unit) == HOUR else None
        case [Token(text="anderhalf" | "anderhalve"), Token(text=unit), *_]:
            return (UNITS[unit] * 3 // 2, 2) if unit in UNITS else None
        case [Token(text="een"), Token(text="paar" | "aantal"), Token(text=unit), *_]:
            return (0, 3) if unit in UNITS else None
        case [Token(text="een" | "n"), Token(text=unit), *_]:
            return _several(1, unit)
        case [Token(kind="number", values=(count,)), Token(text=unit), *_]:
            return _several(count, unit)
    return None


def _several(count: int, unit: str) -> tuple[int, int] | None:
    if unit not in UNITS:
        return None
    month = UNITS["maand"]
    vague = UNITS[unit] == month and count == 1
    return (0 if vague else count * UNITS[unit], 2)
