"""Reads times as they are said: "half vier", "10 over 3", "15u30", "om 3"."""

from collections.abc import Sequence

from steunwijzer.handoff.moment_pieces import DAY, HOUR, Clock, Piece, Sign
from steunwijzer.handoff.moment_tokens import NUMBERS, Token
from steunwijzer.handoff.moment_words import AFTER_HOUR, MONTHS, UNITS

HOUR_WORDS = {"uur", "u", "h", "uurtje"}
_QUARTER = 15
_HALF = 30
_YEARS = range(1900, 2100)
Read = tuple[Piece, int]  # what was read, and how many tokens it took


def clock_at(tokens: Sequence[Token], cued: bool) -> Read | None:
    """Return the time with which the tokens begin, or None.

    `cued` says that a time is expected, such as after "om": a number alone is one.
    """
    if not tokens:
        return None
    if tokens[0].kind == "time":
        return _digital(tokens)
    if tokens[0].text == "middernacht":
        return Clock(0, sure=True), 1
    spoken = _spoken(tokens)
    if spoken is not None:
        return spoken
    return _hour(tokens, cued)


def bare_hour_at(tokens: Sequence[Token]) -> Read | None:
    """Return the hour of "morgen 10" or "vrijdagmiddag 3 graag", or None."""
    return clock_at(tokens, cued=True) if tokens[0].kind == "number" else None


def _digital(tokens: Sequence[Token]) -> Read:
    """Read "15.30", "15:30 uur" and "15u30"; "09:00" is never in the evening."""
    hour, minute = tokens[0].values
    used = 1 + _is_hour_word(tokens, 1)
    if minute >= HOUR or hour * HOUR + minute > DAY:
        return Sign.IMPOSSIBLE, used
    return Clock(hour * HOUR + minute, sure=tokens[0].text.startswith("0")), used


def _spoken(tokens: Sequence[Token]) -> Read | None:
    """Read "half vier", "kwart voor 10", "5 over half 4" and "20 minuten over 3"."""
    beside, used = _minutes_beside(tokens)
    half = _text(tokens, used) == "half"
    used += half
    hour = _number(tokens, used)
    if not used or hour is None or hour > DAY // HOUR:
        return None
    minutes = (hour or 12) * HOUR - _HALF * half + beside
    return Clock(minutes), used + 1 + _is_hour_word(tokens, used + 1)


def _minutes_beside(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the minutes of "kwart over" or "tien voor", and the tokens they took."""
    minutes = tokens[0].values[0] if tokens[0].kind == "number" else 0
    if tokens[0].text in ("kwart", "kwartier"):
        minutes = _QUARTER
    used = 1 + (_text(tokens, 1) in ("minuten", "min", "minuut"))
    side = {"over": 1, "voor": -1}.get(_text(tokens, used))
    of_an_hour = _text(tokens, used + 1) == "half" or _number(tokens, used + 1)
    if side is None or not of_an_hour or not 0 < minutes < _HALF:
        return 0, 0
    return side * minutes, used + 1


def _hour(tokens: Sequence[Token], cued: bool) -> Read | None:
    """Read "3 uur", "14 uur 30", and when it is cued "3", "vieren" and "1530"."""
    hour = _cued_number(tokens) if cued else _number(tokens, 0)
    named = _is_hour_word(tokens, 1)
    if hour is None or not (named or (cued and ends_number(tokens, 1))):
        return None
    if _text(tokens, 0) == "een" and _text(tokens, 2) == "of" and _number(tokens, 3):
        return None  # "een uur of drie" is about three
    if tokens[0].text == "een" and not cued:
        return Sign.UNREADABLE, 2  # "ik heb een uur", or one o'clock
    if hour in _YEARS and not named:
        return None
    used, minute = 1 + named, 0
    if named and _is_minute(tokens, 2):
        used, minute = 3, tokens[2].values[0]
    if hour > 99:
        hour, minute = divmod(hour, 100)
    if minute >= HOUR or hour * HOUR + minute > DAY:
        return Sign.IMPOSSIBLE, used
    return Clock(hour * HOUR + minute, sure=hour == 0), used


def _cued_number(tokens: Sequence[Token]) -> int | None:
    plural = tokens[0].kind == "plural"
    return tokens[0].values[0] if plural else _number(tokens, 0)


def ends_number(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number may be a time here: "om 3 graag", but not "om 3 redenen"."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return True
    text = tokens[at].text
    return text in AFTER_HOUR and text not in UNITS and text not in MONTHS


def _is_minute(tokens: Sequence[Token], at: int) -> bool:
    """Say whether this is the 30 of "14 uur 30", and not of "14 uur 30 november"."""
    if at >= len(tokens) or tokens[at].kind != "number":
        return False
    digits = tokens[at].text
    two = len(digits) == 2 if digits.isdigit() else tokens[at].values[0] >= 10
    return two and ends_number(tokens, at + 1)


def _number(tokens: Sequence[Token], at: int) -> int | None:
    if at >= len(tokens):
        return None
    if tokens[at].text == "een":
        return NUMBERS["een"]
    return tokens[at].values[0] if tokens[at].kind == "number" else None


def _is_hour_word(tokens: Sequence[Token], at: int) -> bool:
    return _text(tokens, at) in HOUR_WORDS


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""
