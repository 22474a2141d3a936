"""Finds short names that are packages because they stand together: "goed of beter"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from steunwijzer.names import Match
from steunwijzer.short_names import PRAISE, around, may_end

MANY = 3  # so many beside each other are a list, though each is a word too
_BESIDE = re.compile(r"\s*(?:[\s,/&+]|\b(?:en|of)\b)\s*(?:de\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,/&+]|\b(?:en|of)\b)\s*(?:de\s+)?", re.IGNORECASE)
# "nee, niet goed maar beter", but not "het gaat niet goed maar beter"
_NOT = re.compile(
    r"(?:(?:^|[.,;:!?(]|\b(?:nee|sorry|he[bp]\w*|heeft|had\w*))\s*niet|\bgeen"
    r"|\b(?:dacht|zei|schreef)(?: ik)?)\s+(?:de\s+)?$",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\W*\b(?:maar(?:\s+(?:het|dat) is)?|(?:het|dat) is)\s+(?:de\s+)?", re.IGNORECASE
)
# "best meer dan met beter", "plus is 250 en top"; but "best wel meer dan goed" is not
_COMPARED = re.compile(
    r"(?!\s+(?:wel|veel|wat)\b)(?:\s+[\w\u20ac.,-]+){0,3}?\s+(?:"
    r"(?:\w+er|evenveel|(?:net )?zoveel|hetzelfde)(?:\s+\w+){0,2}\s+(?:dan|als)"
    r"|\d\S*(?:\s+euro)?\s+(?:en|of|maar))"
    r"\s+(?:(?:met|bij|voor|de)\s+)?",
    re.IGNORECASE,
)
_LITTLE_ELSE = re.compile(r"(?:en\s)?(?:(?:aub|bij|de|graag|met|of|van)\b|\W)*", re.I)


def paired(text: str, names: Sequence[Match]) -> set[Match]:
    """Give those of `names` that are one of two that are set against each other."""
    return {
        one
        for first, second in pairwise(names)
        if may_end(text, second.end) and _is_pair(text, first, second)
        for one in (first, second)
    }


def _is_pair(text: str, first: Match, second: Match) -> bool:
    """Tell "niet goed maar beter" and "met best meer dan met beter"."""
    before = around(text, first)[0]
    if _BUT.fullmatch(text, first.end, second.start):
        return bool(_NOT.search(before))
    compared = _COMPARED.fullmatch(text, first.end, second.start)
    return bool(compared) and not PRAISE.search(before)


def listed(text: str, short: Sequence[Match]) -> set[Match]:
    """Give those of `short` that make a list: "goed, beter en best"."""
    found: set[Match] = set()
    row: list[Match] = []
    for match in short:
        if row and not _BESIDE.fullmatch(text, row[-1].end, match.start):
            row = []
        closes = row and _AND.fullmatch(text, row[-1].end, match.start)
        row.append(match)
        many = len({one.ids for one in row}) >= MANY
        if closes and many and may_end(text, match.end):
            found.update(row)
    return found


def with_first(
    text: str, short: Sequence[Match], meant: Sequence[Match]
) -> Iterator[Match]:
    """Give those of `short` that one of `meant` follows: "beter en best van Turien"."""
    known = set(meant)
    for first, second in reversed(list(pairwise(short))):
        if (
            second in known
            and first not in known
            and _AND.fullmatch(text, first.end, second.start)
            and not PRAISE.search(around(text, first)[0])
        ):
            known.add(first)
            yield first


def says_little_else(text: str, names: Sequence[Match]) -> bool:
    """Say whether there is hardly a word beside the names: "Goed of Best graag"."""
    for name in reversed(names):
        text = text[: name.start] + text[name.end :]
    return bool(_LITTLE_ELSE.fullmatch(text))
