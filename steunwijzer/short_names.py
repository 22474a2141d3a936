"""Tells whether a short name such as "Best" or "3" is a package, or just a word.

By what stands before and after it. When in doubt it is a word: then the client is
asked which package it is.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from steunwijzer.names import Match

# What a package is called besides its name.
_KIND = (
    r"(?:pakket|polis|module|niveau|variant|versie|dekking|verzekering|aa?nv(?!r)\w*)"
)
WITHIN = 60  # characters
NEAR = 20  # characters
MAY_NAME_ONE = re.compile(rf"\b{_KIND}", re.IGNORECASE)
# "met Best", "heb ik nu Best", "polis 'Best'"
_BEFORE = re.compile(
    rf"\b(?:met(?: die)?|de|voor|he[bp]\w*|heeft|heet|had\w*|{_KIND})[\s.:]+"
    r"(?:(?:ik|we|wij|u|zij|ze|nu|dan|ook|al|jaren|altijd|allebei|gewoon)\s+)*[\W_]*$"
    r"|\bals (?:ik|we|wij|u|je|hij|zij|ze)\s+$",
    re.IGNORECASE,
)
# Without an insurer only these name one: "heb pakket Best", "Aanvullend Best". Without
# the capital the first word matters, as in "is mijn pakket goed".
_KIND_BEFORE = re.compile(rf"\b{_KIND}[\s.:]+[\W_]*$", re.IGNORECASE)
_HAS_KIND_BEFORE = re.compile(
    r"(?:^|\b(?:met|van|voor|via|he[bp]\w*|heeft|had\w*)\s+"
    rf"(?:(?:ik|we|het|'?t|de|een|mijn|nu)\s+)*)(?:{_KIND}[\s.:]+)+[\W_]*$",
    re.IGNORECASE,
)
# A word that is none of these belongs to the short name: "Best lastig" is no package.
_AFTER = re.compile(
    r"[\s'\"\u2019)]*(?:$|[.,;:?!(/+&\u20ac\d-]|(?:of|en|bij|van|via|met|voor|in|op|per"
    r"|tot|wat|wie|welke?|waar|hoe\w*|krijg\w*|kan|kunt?|mag|moet\w*|he[bp]\w*|heeft|had"
    r"|zit\w*|staat|geldt|valt|telt|vergoed\w*|betaal\w*|gee?f\w*|doe\w*|dek\w*|is|zijn"
    r"|was|heet|ik|wij?|we|u|zij|ze|hij|dat|die|dit|daar|er|maar|want|dus|toch|ook|nog"
    r"|nu|dan(?:\s+(?:ook|toch|wat|hoe\w*|krijg\w*)|\W*$)|als ik|eigenlijk|niet|al|toen"
    r"|sinds|aub|graag|zegt|(?:een )?(?:mantelzorg|makelaar)\w*|vergoeding\w*"
    rf"|{_KIND})\b)",
    re.IGNORECASE,
)
# An adjective without an e after "het" is a name: "het best-pakket", "het best pakket".
_HYPHEN = re.compile(rf"-{_KIND}", re.IGNORECASE)
_PACKAGE_AFTER = re.compile(r"\s+(?:pakket|polis)\b", re.IGNORECASE)
_HET = re.compile(r"\b(?:het|'?t|mijn|ons|uw|haar)\s+$", re.IGNORECASE)
_NO_NAME_BEFORE = re.compile(r"(?:(?:^|[.!?])|\b(?:in|uit|te|naar))\s*$", re.IGNORECASE)
_IS = re.compile(
    r"(?<!polis )(?<!pakket )(?<!verzekering )(?<!verzekeraar )"
    r"\b(?:is|zijn|was|wordt|vind\w*|lijkt)(?:\s+(?:de|het))?\s+$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:['\u2019]?s)?[\s,:'\"(-]*(?:(?:en|of|&|\+|/)\s*)?(?:dan\s+)?(?:(?:de|met)\s)?",
    re.IGNORECASE,
)
# "Best van VGZ", but not "dat is goed van VGZ"
_OF = re.compile(r"\s+van\s+(?:de\s+)?", re.IGNORECASE)
_PRAISE = re.compile(
    r"\b(?:dat is|is dat|het|heel|erg|zo|wel|niet|net)\s+$", re.IGNORECASE
)
# "nee, niet goed maar beter", but not "het gaat niet goed maar beter"
_NOT = re.compile(
    r"(?:(?:^|[.,;:!?(]|\b(?:nee|he[bp]\w*|heeft|had\w*))\s*niet|\bgeen)\s+(?:de\s+)?$",
    re.IGNORECASE,
)
_BUT = re.compile(r"\W*\bmaar\s+(?:de\s+)?", re.IGNORECASE)
_LITTLE_ELSE = re.compile(r"(?:en\s)?(?:(?:aub|bij|de|graag|met|of|van)\b|\W)*", re.I)


def is_meant(text: str, short: Match, names: Iterable[Match]) -> bool:
    """Say whether `short` is a package where the insurer is known.

    `names` are those of the insurer and its packages, as far as they are meant.
    """
    before, after = _around(text, short)
    if _has_capital(text, short) or _HYPHEN.match(after):
        return True
    if _PACKAGE_AFTER.match(after) and _HET.search(before):
        return True
    start, end = short.start - NEAR, short.end + NEAR
    near = [name for name in names if start < name.end and name.start < end]
    if not _PRAISE.search(before) and any(
        _OF.fullmatch(text, short.end, name.start) for name in near
    ):
        return True
    follows = any(
        _BETWEEN.fullmatch(text, name.end, short.start)
        and not _IS.search(_around(text, name)[0])
        for name in near
    )
    return bool((follows or _BEFORE.search(before)) and _AFTER.match(after))


def corrected(text: str, short: Sequence[Match]) -> set[Match]:
    """Give those of `short` that are one of a pair: "niet goed maar beter"."""
    return {
        one
        for first, second in pairwise(short)
        if _BUT.fullmatch(text, first.end, second.start)
        and _NOT.search(_around(text, first)[0])
        and _AFTER.match(text, second.end)
        for one in (first, second)
    }


def says_little_else(text: str, names: Sequence[Match]) -> bool:
    """Say whether there is hardly a word beside the names: "Goed of Best graag"."""
    for name in reversed(names):
        text = text[: name.start] + text[name.end :]
    return bool(_LITTLE_ELSE.fullmatch(text))


def is_meant_without_insurer(text: str, short: Match) -> bool:
    """Say whether `short` is a package where nobody says of which insurer."""
    before, after = _around(text, short)
    has_kind = _KIND_BEFORE if _has_capital(text, short) else _HAS_KIND_BEFORE
    return bool(has_kind.search(before) and _AFTER.match(after))


def _has_capital(text: str, short: Match) -> bool:
    """Say whether the word has a capital of its own, not that of a sentence."""
    return (
        text[short.start].isupper()
        and not text.isupper()
        and not _NO_NAME_BEFORE.search(_around(text, short)[0])
    )


def _around(text: str, name: Match) -> tuple[str, str]:
    """Give so much of the text before and after the name as may tell something."""
    return text[max(0, name.start - WITHIN) : name.start], text[name.end :][:WITHIN]
