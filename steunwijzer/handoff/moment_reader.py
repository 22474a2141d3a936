"""Reads a text about a moment into typed pieces: days, times and what limits them."""

from collections.abc import Sequence

from steunwijzer.handoff.calendar_dates import dashed_date, date_at
from steunwijzer.handoff.clock_times import HOUR_WORDS, Read, bare_hour_at, clock_at
from steunwijzer.handoff.durations import duration_at
from steunwijzer.handoff.moment_pieces import (
    HOUR,
    Ahead,
    Bound,
    Clock,
    Number,
    OnDate,
    Part,
    Piece,
    Sign,
    Weekday,
)
from steunwijzer.handoff.moment_tokens import Token, tokens
from steunwijzer.handoff.moment_words import LONGEST_PHRASE, PHRASES
from steunwijzer.handoff.word_senses import (
    is_meant,
    is_unknown_event,
    starts_with_part,
)

# after these a number is a time
_CUES = {*Bound} - {Bound.FROM, Bound.AND, Bound.UNTIL}
# between a limit and its time: "voor de 26e", "na ergens 3 uur"
_LINKS = {"de", "het", "t", "een", "n", "op", "in", "ergens", "graag", "liefst", "s"}
_DASHES = {"-", "\u2013", "a"}
_UNTIL = {"tot", *_DASHES}
_LAST_HOUR = 24
_AHEAD = 12  # tokens: nothing that is read is longer


def pieces(text: str) -> list[Piece]:
    """Return what the text says about a moment, in order; other words are left out."""
    reader = _Reader(tokens(text))
    while reader.at < len(reader.tokens):
        reader.step()
    return reader.found


class _Reader:
    """Goes through the tokens once; each step takes one or more of them."""

    def __init__(self, split: list[Token]) -> None:
        self.tokens = split
        self.at = 0
        self.found: list[Piece] = []

    def step(self) -> None:
        """Take the longest thing that stands here."""
        rest = self.tokens[self.at : self.at + _AHEAD]
        read = (
            date_at(rest, self.tokens[max(0, self.at - 2) : self.at])
            or clock_at(rest, self._time_expected())
            or duration_at(rest)
        )
        if read:
            self._add((read[0],), read[1])
        elif rest[0].kind == "dashed":
            self._add(self._dashed(rest), 1)
        elif rest[0].kind == "number":
            self._number(rest)
        else:
            self._phrase(rest)

    def _add(self, found: Sequence[Piece], used: int) -> None:
        self.found += found
        self.at += used

    def _time_expected(self) -> bool:
        """Say whether a number here is a time: after "om", and after "tussen 2 en"."""
        match self.found:
            case [*_, (Bound.BETWEEN | Bound.FROM), Clock(), (Bound.AND | Bound.UNTIL)]:
                return True
            case [*_, Clock(), (Bound.UNTIL | Sign.OR)]:
                return True
            case [*_, last]:
                return last in _CUES or last in (Bound.FROM, Bound.UNTIL)
        return False

    def _dashed(self, rest: Sequence[Token]) -> tuple[Piece, ...]:
        """Read "10-12" as two times or as a date; it may be either."""
        first, second = rest[0].values
        named = len(rest) > 1 and rest[1].text in HOUR_WORDS
        times = (_clock(first), Bound.UNTIL, _clock(second))
        if named or self._time_expected():
            return times
        may_be_times = 0 < _afternoon(first) < _afternoon(second) <= _LAST_HOUR
        if not may_be_times:
            return (dashed_date(rest[0]),)
        on_a_day = any(isinstance(each, Ahead | Part) for each in self.found)
        return times if on_a_day else (Sign.SEVERAL,)

    def _number(self, rest: Sequence[Token]) -> None:
        """Take a number of which nothing says what it is: "morgen 10", "vrijdag 27"."""
        last = self.found[-1] if self.found else None
        read: Read | None = None
        value = rest[0].values[0]
        on_a_day = isinstance(last, Ahead | Part | OnDate) and value <= _LAST_HOUR
        if on_a_day or starts_with_part(rest[1:]) or _starts_range(rest):
            read = bare_hour_at(rest)
        elif isinstance(last, Weekday) and bare_hour_at(rest):
            # "donderdag 3" may be a date or a time, "vrijdag 27" only a date
            read = (OnDate(value) if value > _LAST_HOUR else Sign.SEVERAL), 1
        self._add((read[0],) if read else (Number(value),), 1)

    def _phrase(self, rest: Sequence[Token]) -> None:
        """Take the longest phrase that is known, or leave a word out."""
        before = self.tokens[self.at - 1].text if self.at else ""
        last = self.found[-1] if self.found else None
        texts = tuple(token.text for token in rest[:LONGEST_PHRASE])
        if is_unknown_event(texts):
            self._add((Sign.UNREADABLE,), 1)
            return
        for length in range(len(texts), 0, -1):
            found = PHRASES.get(texts[:length])
            after = rest[length:]
            if found is not None and is_meant(texts[:length], before, after, last):
                self._add(found, length)
                return
        self._other_word(rest[0])

    def _other_word(self, word: Token) -> None:
        """Leave a word out, and what it makes of a limit before it.

        "Voor mijn moeder" limits nothing; "na mijn werk" does, but who knows when.
        """
        self.at += 1
        last = self.found[-1] if self.found else None
        if word.kind == "word" and word.text not in _LINKS and isinstance(last, Bound):
            unreadable = last in (Bound.AFTER, Bound.BETWEEN)
            self.found[-1:] = [Sign.UNREADABLE] if unreadable else []


def _starts_range(rest: Sequence[Token]) -> bool:
    """Say whether this is the 10 of "10 tot 12 uur"."""
    until = len(rest) > 2 and rest[1].text in _UNTIL
    return until and clock_at(rest[2:], cued=True) is not None


def _clock(hour: int) -> Piece:
    return Clock(hour * HOUR) if hour <= _LAST_HOUR else Sign.IMPOSSIBLE


def _afternoon(hour: int) -> int:
    return hour + 12 if 0 < hour < 8 else hour
