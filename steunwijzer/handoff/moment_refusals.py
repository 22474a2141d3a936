"""Finds what is said about a moment and yet gives no one moment."""

from collections.abc import Sequence

from steunwijzer.handoff.moment_pieces import (
    Bound,
    Clock,
    Later,
    Number,
    Part,
    Piece,
    Refused,
    Sign,
)
from steunwijzer.handoff.moment_words import is_day

_LIMITS = (Bound.AFTER, Bound.BEFORE, Bound.UNTIL, Bound.AROUND, Bound.BETWEEN)
_OF_ITS_DAY = (Bound.AFTER, Bound.AROUND)
_OTHER_SIDE = (Sign.OR, Bound.AND, Bound.UNTIL)


def without_past(said: Sequence[Piece]) -> list[Piece]:
    """Leave out what has been: "vorige week al gebeld, bel morgen".

    Raises Refused when that is all that was said.
    """
    kept = [
        piece
        for at, piece in enumerate(said)
        if not (is_day(piece) and at and said[at - 1] is Sign.BEFORE_NOW)
    ]
    has_been = Sign.PAST in said or Sign.BEFORE_NOW in said
    if has_been and not any(is_day(piece) for piece in kept):
        raise Refused("past")
    return kept


def refuse_unclear(said: Sequence[Piece]) -> None:
    """Raise Refused when one of the pieces, or two together, give no one moment."""
    busy = Sign.BUSY in said and Bound.AFTER not in said
    if busy or Sign.NOT in said or Sign.UNREADABLE in said:
        raise Refused("no_moment")
    if Sign.IMPOSSIBLE in said:
        raise Refused("no_such_moment")
    if Sign.SEVERAL in said or _chooses(said) or _limited_by_day(said):
        raise Refused("several")


def _chooses(said: Sequence[Piece]) -> bool:
    """Say whether a choice is left: "ma of di", "25 en 26 november"."""
    choice = any(
        piece is Sign.OR
        and any(map(_timely, said[:at]))
        and any(map(_timely, said[at + 1 :]))
        for at, piece in enumerate(said)
    )
    return choice or any(
        isinstance(first, Number) and second in _OTHER_SIDE and _timely(third)
        for first, second, third in zip(said, said[1:], said[2:], strict=False)
    )


def _timely(piece: Piece) -> bool:
    return is_day(piece) or isinstance(piece, Part | Clock | Later | Number)


def _limited_by_day(said: Sequence[Piece]) -> bool:
    """Say whether many days may be meant: "voor vrijdag", "vanaf maandag".

    "Vanaf morgen 10 uur" is a time of that day.
    """
    for at, piece in enumerate(said):
        if piece not in _LIMITS or not any(map(is_day, said[at + 1 : at + 2])):
            continue
        match said[at + 2 :]:
            case [Clock(), *_] | [Bound.AT, Clock(), *_] if piece in _OF_ITS_DAY:
                continue
        return True
    return False
