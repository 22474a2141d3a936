"""Tells whether a word is about a moment here: "bel nu", but not "wat moet ik nu"."""

from collections.abc import Sequence

from steunwijzer.handoff.clock_times import clock_at
from steunwijzer.handoff.moment_pieces import Clock, Number, Part, Piece
from steunwijzer.handoff.moment_tokens import Token
from steunwijzer.handoff.moment_words import EVENTS, PHRASES, is_day

_WHOSE = {"mijn", "me", "mn", "m", "je", "uw", "haar", "zijn", "een", "de", "het", "t"}
# "bel nu maar", but not "wat moet ik nu doen"
_AT_ONCE = {("nu",), ("meteen",), ("direct",), ("dadelijk",), ("onmiddellijk",)}
_BEFORE_AT_ONCE = {
    *("", ",", ".", "graag", "liefst", "liever", "bel", "me", "mij", "kan", "ook"),
    *("het", "maar", "ja", "nu", "per", "u", "doe", "nee", "gewoon"),
}
_AFTER_AT_ONCE = {
    *("", ",", ".", "!", "?", "graag", "bellen", "terugbellen", "meteen", "direct"),
    *("aub", "svp", "maar", "dan", "kan", "alstublieft", "goed", "even", "gelijk"),
}
_DASHES = {"-", "\u2013", "a"}
_DENIED_LIMITS = {("niet", "voor"), ("niet", "na")}
_BESIDE_EARLY = {"", "in", "op", "s", "liefst", "graag", "te", "heel"}
_LINKS = {"van", "de", "vd", "in", "s"}


def is_meant(
    phrase: tuple[str, ...], before: str, after: Sequence[Token], last: Piece | None
) -> bool:
    """Say whether a phrase that can be something else is about a moment here.

    `before` is the word before it, `after` the tokens after it, and `last` what was
    last read as a piece.
    """
    following = after[0].text if after else ""
    if phrase in _DENIED_LIMITS:
        return clock_at(after, cued=True) is not None
    if phrase[0] in _DASHES:
        return isinstance(last, Clock | Number)
    if phrase[0] == "ma":
        return before not in _WHOSE
    if phrase in _AT_ONCE:
        return before in _BEFORE_AT_ONCE and following in _AFTER_AT_ONCE
    if phrase == ("vroeg",):
        return _says_when(before) or _says_when(following)
    if phrase in (("begin",), ("vroege",)):
        return starts_with_part(after)
    return True


def is_unknown_event(words: tuple[str, ...]) -> bool:
    """Say whether the words begin as "voor mijn werk" does."""
    at = 2 if len(words) > 2 and words[1] in _WHOSE else 1
    return words[0] == "voor" and len(words) > at and words[at] in EVENTS


def starts_with_part(after: Sequence[Token]) -> bool:
    """Say whether a part of the day comes first: "'s ochtends", "van de middag"."""
    words = [token.text for token in after if token.text not in _LINKS]
    found = PHRASES.get(tuple(words[:1]), ())
    return any(isinstance(piece, Part) for piece in found)


def _says_when(word: str) -> bool:
    """Say whether "vroeg" beside this word is "early", and not "asked"."""
    found = PHRASES.get((word,), ())
    timely = any(is_day(piece) or isinstance(piece, Part) for piece in found)
    return timely or word in _BESIDE_EARLY
