"""Reads dates as they are typed: "26 nov", "de 3e", "3/12", "25 december 2026"."""

from collections.abc import Sequence

from steunwijzer.handoff.clock_times import Read, ends_number
from steunwijzer.handoff.moment_pieces import DAY, HOUR, OnDate, Sign
from steunwijzer.handoff.moment_tokens import NUMBERS, Token
from steunwijzer.handoff.moment_words import MONTHS, UNITS, WEEKDAYS

_ORDINALS = {
    **{f"{word}de": value for word, value in NUMBERS.items() if value < 20},
    **{f"{word}ste": value for word, value in NUMBERS.items() if value >= 20},
    **dict(eerste=1, derde=3, achtste=8),
}
_CENTURY = 2000
# "jan" and "mei" are names too, "dec" a slip: alone they are no month
_MONTH_ALONE = {name for name in MONTHS if len(name) > 4}


def date_at(tokens: Sequence[Token], before: Sequence[Token]) -> Read | None:
    """Return the date with which the tokens begin, or None; `before` went before."""
    first = tokens[0]
    match first:
        case Token("iso", _, (year, month, day)):
            return OnDate(day, month, year), 1
        case Token("date", _, (day, month, year)):
            return OnDate(day, month, year if year > 99 else _CENTURY + year), 1
        case Token("slashed", _, (day, month)):
            return OnDate(day, month), 1
        case Token("time", text, (day, month)) if _is_date(text, day, month):
            return OnDate(day, month), 1
    return _with_month(tokens) or _day_of_month(tokens, before)


def dashed_date(token: Token) -> OnDate:
    """Return the date of "25-12"."""
    day, month = token.values
    return OnDate(day, month)


def _is_date(text: str, day: int, month: int) -> bool:
    """Say whether "25.12" can be no time, and is a date then."""
    return "." in text and day * HOUR + month > DAY and 0 < month <= 12


def _with_month(tokens: Sequence[Token]) -> Read | None:
    """Read "26 november", "de 3e van december" and "tweede januari 2027"."""
    day = _day(tokens[0])
    at = 1
    while at < len(tokens) and tokens[at].text == "van":
        at += 1
    if day is not None and at < len(tokens) and tokens[at].text in MONTHS:
        month = MONTHS[tokens[at].text]
        year = tokens[at + 1].values if at + 1 < len(tokens) else ()
        if len(year) == 1 and year[0] >= _CENTURY and tokens[at + 1].kind == "number":
            return OnDate(day, month, year[0]), at + 2
        return OnDate(day, month), at + 1
    if tokens[0].text in _MONTH_ALONE:
        return Sign.SEVERAL, 1  # "ergens in december"
    return None


def _day(token: Token) -> int | None:
    if token.kind in ("number", "ordinal"):
        return token.values[0]
    return _ORDINALS.get(token.text) or (1 if token.text == "een" else None)


def _day_of_month(tokens: Sequence[Token], before: Sequence[Token]) -> Read | None:
    """Read "de 26ste", "woensdag de 25e", "vrijdag de zevenentwintigste"."""
    first = tokens[0]
    after_the = bool(before) and before[-1].text == "de"
    if first.kind == "ordinal" and ends_number(tokens, 1):
        return OnDate(first.values[0]), 1
    if after_the and first.text in _ORDINALS and _ORDINALS[first.text] > 3:
        return OnDate(_ORDINALS[first.text]), 1
    said_before = before[-2].text if len(before) > 1 else ""
    of_a_day = said_before in WEEKDAYS or said_before == "op"
    counted = len(tokens) > 1 and tokens[1].text in UNITS
    if after_the and of_a_day and first.kind == "number" and not counted:
        return OnDate(first.values[0]), 1
    return None
