"""Makes one span within a day of the times and parts of the day that were said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from steunwijzer.handoff.moment_pieces import (
    DAY_END,
    HOUR,
    NOON,
    Bound,
    Clock,
    Part,
    Piece,
    Refused,
    Sign,
)
from steunwijzer.handoff.parts_of_day import settled, with_edges

_ABOUT = HOUR // 2


class Span(NamedTuple):
    """From and to, in minutes since midnight; the same for a moment."""

    start: int
    end: int


class _Limit(NamedTuple):
    """A span, and whether it was only bounded on one side: "na drie"."""

    span: Span
    open: bool = False


def span_of(pieces: Sequence[Piece]) -> Span | None:
    """Return the span that the pieces agree on, or None when they name no time.

    Raises Refused: `several` when they name more than one, `no_such_moment` when they
    go against each other ("vrijdagmiddag om 10 uur"), `no_moment` when a limit has no
    time that we can read ("na mijn werk").
    """
    said = with_edges([piece for piece in pieces if _is_about_time(piece)])
    parts = {piece for piece in said if isinstance(piece, Part)}
    part = parts.pop() if len(parts) == 1 else None
    limits = list(dict.fromkeys(_limits(settled(said, part))))
    if not limits:
        return Span(part.start, part.end) if part else None
    if len(limits) > 1 and not all(limit.open for limit in limits):
        raise Refused("several")
    spans = [limit.span for limit in limits]
    if part and limits[0].open and not _only_of_a_time(said):
        spans.append(Span(part.start, part.end))
    return _common(spans)


def _only_of_a_time(said: Sequence[Piece]) -> bool:
    """Say whether the part of the day only tells which time it is.

    "Vanaf 9 uur 's ochtends" goes on in the afternoon, "morgenochtend vanaf 9" not.
    """
    return all(
        at and isinstance(said[at - 1], Clock)
        for at, piece in enumerate(said)
        if isinstance(piece, Part)
    )


def _is_about_time(piece: Piece) -> bool:
    timely = isinstance(piece, Part | Clock | Bound)
    return timely or piece in (Sign.EARLY, Sign.LATE)


def _common(spans: Sequence[Span]) -> Span:
    start = max(span.start for span in spans)
    end = min(span.end for span in spans)
    if len(spans) > 1 and start >= end:
        raise Refused("no_such_moment")
    return Span(start, end)


def _limits(said: list[Piece]) -> Iterator[_Limit]:
    """Yield what each of the times stands for, with the words around it."""
    said = _without_doubles(said)
    while said:
        match said:
            case [
                (Bound.BETWEEN | Bound.FROM),
                Clock(start),
                (Bound.AND | Bound.UNTIL),
                Clock(end),
                *said,
            ]:
                yield _Limit(_ordered(start, end))
            case [
                Bound.AFTER,
                Clock(start),
                Bound.UNTIL | Bound.BEFORE,
                Clock(end),
                *said,
            ]:
                yield _Limit(_ordered(start, end))
            case [Clock(start), Bound.UNTIL, Clock(end), *said]:
                yield _Limit(_ordered(start, end))
            case [Bound.AFTER, Clock(start), *said]:
                yield _Limit(Span(start, max(start, DAY_END)), open=True)
            case [Clock(start), Bound.ONWARDS, *said]:
                yield _Limit(Span(start, max(start, DAY_END)), open=True)
            case [Bound.BEFORE | Bound.UNTIL, Clock(end), *said]:
                yield _Limit(Span(0, end), open=True)
            case [Bound.AROUND, Clock(about), *said]:
                yield _Limit(Span(about - _ABOUT, about + _ABOUT))
            case [Clock(at), *said]:
                yield _Limit(Span(at, at))
            case [Sign.SEVERAL, *_]:
                raise Refused("several")
            case [Bound.AFTER | Bound.BETWEEN, *_]:
                raise Refused("no_moment")
            case [_, *said]:
                pass


def _without_doubles(said: list[Piece]) -> list[Piece]:
    """Leave out "om", and "ongeveer" where another word limits the time as well."""
    said = [piece for piece in said if piece is not Bound.AT]
    return [
        piece
        for at, piece in enumerate(said)
        if piece is not Bound.AROUND or not (at and isinstance(said[at - 1], Bound))
    ]


def _ordered(start: int, end: int) -> Span:
    """Return the span; "tussen 7 en 9" may be both ends of the day."""
    if start < end:
        return Span(start, end)
    raise Refused("several" if end < NOON else "no_such_moment")
