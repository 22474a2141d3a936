"""Reads the levels after the name of a package: "ZorgPlus 2 of 3", "extra twee"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from steunwijzer.names import Match
from steunwijzer.words import NUMBERS

WITHIN = 60  # characters
# "een" is one only where nothing follows: "extra een vergoeding" is no level.
_NUMBER = rf"(?:\d(?!\d)|(?:één|een(?=\s*(?:$|[?.,;!]))|{'|'.join(NUMBERS)})\b)"
_AND = r"\s*(?:,|/|-|\ben\b|\bof\b|t/m)\s*"
_COUNTS = (
    r"\s*(?:[.,][\d-]|%|procent|euro|uur|uren|jaar|maand|week|weken|dag|nacht|keer"
    r"|kind)"
)
_SOME = (  # none at all in "2 of 3 keer", but 3 in "3, 2 jaar geleden"
    rf"(?P<levels>{_NUMBER}(?:{_AND}{_NUMBER})*)"
    rf"(?!\s*of\s+{_NUMBER})(?!{_COUNTS})"
)
_LEVELS = re.compile(rf"[\s\-\u2013]*{_SOME}", re.IGNORECASE)
_ONE = re.compile(rf"(?:\b(?=\D)|(?<!\d)(?=\d)){_NUMBER}", re.IGNORECASE)
_I_THINK = r"(?:(?:denk|dacht|geloof|meen) ik|volgens mij)"
# "Extra, welke weet ik niet, 1 of 3 denk ik", "Extra, dat is geloof ik 2"
_FURTHER_ON = re.compile(
    rf"(?:[,:(]|\bwelke|\b(?:dat|het|die)\s+(?:is|was))\s*(?:{_I_THINK}|nummer|niveau)?"
    rf"\s*\b{_SOME}(?=\s*(?:$|[.,;?!)]|{_I_THINK}))",
    re.IGNORECASE,
)


def levels_at(text: str, match: Match) -> tuple[int, ...]:
    """Give the numbers in or straight after a name: "ZorgPlus 2 of 3"."""
    own = _ONE.search(text, match.start, match.end)
    return _read(_LEVELS.match(text, own.start() if own else match.end))


def levels_further_on(
    text: str, match: Match, others: Iterable[Match]
) -> tuple[int, ...]:
    """Give the numbers that a client adds to a name, before another name comes."""
    starts = [one.start for one in others if one.start >= match.end]
    end = min([match.end + WITHIN, *starts])
    return _read(_FURTHER_ON.search(text[:end], match.end))


def with_level(text: str, match: Match) -> Match:
    """Let the number after a name belong to it: "IZZ Extra 1 en Extra 3"."""
    numbers = _LEVELS.match(text, match.end)
    return replace(match, end=numbers.end()) if numbers else match


def _read(numbers: re.Match[str] | None) -> tuple[int, ...]:
    found = _ONE.findall(numbers["levels"].casefold()) if numbers else ()
    return tuple(int(NUMBERS.get(one, one if one.isdigit() else 1)) for one in found)
