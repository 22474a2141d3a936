"""Settles times by the part of the day that was said with them, if any."""

from steunwijzer.handoff.moment_pieces import (
    EARLY_MORNING,
    EDGES,
    HOUR,
    NOON,
    Bound,
    Clock,
    Part,
    Piece,
    Refused,
    Sign,
)

_LIMITING = (Bound.AFTER, Bound.BEFORE, Bound.BETWEEN, Bound.UNTIL)
_FIRST_OF_MORNING = 8 * HOUR


def with_edges(said: list[Piece]) -> list[Piece]:
    """Make one part of "eind van de middag" and of "morgen vroeg"."""
    has_time = any(isinstance(piece, Clock) for piece in said)
    joined: list[Piece] = []
    while said:
        match said:
            case [Bound.FROM, *said] if not (said and isinstance(said[0], Clock)):
                pass  # "eind van de middag"
            case [Sign() as edge, Bound.FROM, Part() as part, *said]:
                joined.append(EDGES.get((edge, part), part))
            case [Sign() as edge, Part() as part, *said]:
                joined.append(EDGES.get((edge, part), part))
            case [Part() as part, Sign() as edge, *said]:
                joined.append(EDGES.get((edge, part), part))
            case [Sign.EARLY, *said]:
                joined += [] if has_time else [EARLY_MORNING]
            case [Sign(), *said]:
                pass
            case [piece, *said]:
                joined.append(piece)
    return joined


def settled(said: list[Piece], part: Part | None) -> list[Piece]:
    """Settle which time "3 uur" is: by the part of the day, or as most people phone.

    `part` is the only one that was said; of more than one each counts for the time
    before it: "tussen 10 uur 's ochtends en 3 uur 's middags". Raises Refused when
    a part is one too many, or does not go with the time.
    """
    found: list[Piece] = []
    for at, piece in enumerate(said):
        after = said[at + 1] if at + 1 < len(said) else None
        if isinstance(piece, Clock):
            own = after if isinstance(after, Part) else part
            found.append(_on_24_hours(piece, own))
        elif not isinstance(piece, Part):
            found.append(piece)
        elif part is None and not (at and isinstance(said[at - 1], Clock)):
            raise Refused("several")
        elif found and found[-1] in _LIMITING:
            found[-1:] = [Sign.SEVERAL]
    return found


def _on_24_hours(clock: Clock, part: Part | None) -> Clock:
    """Return the time as it is on a clock of 24 hours.

    Nobody phones at three at night, so that "3 uur" is 15.00.
    """
    minutes = clock.minutes
    if part is None:
        early = not clock.sure and minutes < _FIRST_OF_MORNING
        return Clock(minutes + NOON if early else minutes, sure=True)
    later = () if clock.sure or minutes >= NOON + HOUR else (NOON,)
    earlier = (-NOON,) if minutes < NOON + HOUR else ()  # "12 uur 's nachts"
    for shift in (0, *later, 2 * NOON, *earlier):
        if part.earliest <= minutes + shift <= part.latest:
            return Clock(minutes + shift, sure=True)
    raise Refused("no_such_moment")
