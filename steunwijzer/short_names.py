"""Tells whether a short name such as "Best" or "3" is a package, or just a word.

By what stands before and after it. When in doubt it is a word: then the client is
asked which package it is.
"""

import re
from collections.abc import Iterable

from steunwijzer.names import Match

# What a package is called besides its name.
KIND = (
    r"(?:pakket|polis|module|niveau|variant|versie|dekking|verzekering|aa?nv(?!r)\w*)"
)
WITHIN = 60  # characters
NEAR = 20  # characters
# "met Best", "heb ik nu Best", "polis 'Best'"
_BEFORE = re.compile(
    r"\b(?:met(?: (?:di[et]|dat|zo'n))?|de|voor|tussen|he[bp]\w*|heeft|heet|had\w*"
    rf"|daar zit|{KIND})"
    r"[\s.:]+"
    r"(?:(?:ik|we|wij|u|zij|ze|nu|dan|daar|ook|al|jaren|altijd|allebei|gewoon)\s+)*"
    r"[\W_]*$"
    r"|\bals (?:ik|we|wij|u|je|hij|zij|ze)\s+$",
    re.IGNORECASE,
)
_ASKS = (
    r"krijg\w*|vergoed\w*|is|kost\w*|betaal\w*|ge?e?f\w*|zit|staat|doe\w*|kan|mag|dan"
    r"|moet\w*|valt|dek\w*|voor|heb|ik|we|wij|er|daar|levert|wordt"
)
# A word that is none of these belongs to the short name: "Best lastig" is no package.
_AFTER = re.compile(
    r"[\s'\"\u2019)]*(?:$|[.,;:?!(/+&\u20ac\d-]|(?:of|en|bij|van|via|met|voor|in|op|per"
    rf"|tot|wat(?:\s+(?:{_ASKS})\b|(?=\W*$))|wie|welke?|waar|hoe\w*|krijg\w*|kan|kunt?|mag"
    r"|moet\w*|he[bp]\w*|heeft|had|zit\w*|staat|geldt|valt|telt|vergoed\w*|betaal\w*"
    r"|gee?f\w*|doe\w*|dek\w*|is|zijn|was|heet|ik|wij?|we|u|zij|ze|hij|dat|die|dit"
    r"|daar|er|maar|want|dus|toch|ook|nog|nu"
    r"|dan(?:\s+(?:ook|toch|wat|hoe\w*|krijg\w*)|(?=\W*$))|als ik|eigenlijk|niet|al"
    r"|toen|sinds|afgesloten|genomen|gekregen|zou|naast|aub|graag|zegt"
    r"|(?:meer|minder|evenveel)\b.*\b(?:dan|als)"
    r"|(?:een )?(?:mantelzorg|makelaar)\w*|vergoeding\w*"
    rf"|{KIND})\b)",
    re.IGNORECASE,
)
# An adjective without an e after "het" is a name: "het best-pakket", "het best pakket".
_HYPHEN = re.compile(rf"-{KIND}", re.IGNORECASE)
_PACKAGE_AFTER = re.compile(r"\s+(?:pakket|polis)\b", re.IGNORECASE)
_HET = re.compile(r"\b(?:het|'?t|mijn|ons|uw|haar)\s+$", re.IGNORECASE)
_NO_NAME_BEFORE = re.compile(r"(?:(?:^|[.!?])|\b(?:in|uit|te|naar))\s*$", re.IGNORECASE)
_IS = re.compile(
    r"(?<!het )(?<!polis )(?<!pakket )(?<!verzekering )(?<!verzekeraar )"
    r"\b(?:is|zijn|was|wordt|vind\w*|lijkt)(?:\s+(?:de|het))?\s+$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:['\u2019]?s)?(?:,?\s+(?:bedoel(?:de)?|dacht|denk|geloof) ik|\s+was het(?=,))?"
    r"[\s,:'\"(-]*(?:(?:en|of|&|\+|/)\s*)?(?:dan\s+)?(?:(?:de|met)\s)?",
    re.IGNORECASE,
)
# "Beter en niet Best": only after a package, as "VGZ doet het niet best"
_RATHER = re.compile(
    r",?\s+(?:(?:en|dus|maar)\s+)?(?:niet|geen|in plaats van|i\.?p\.?v\.?)\s+"
    r"(?:de\s+)?",
    re.IGNORECASE,
)
# "Best van VGZ", but not "dat is goed van VGZ"
_OF = re.compile(r"\s+van\s+(?:de\s+)?", re.IGNORECASE)
PRAISE = re.compile(
    r"\b(?:dat is|is dat|het|heel|erg|zo|wel|niet|net)\s+$", re.IGNORECASE
)


def is_meant(text: str, short: Match, names: Iterable[Match]) -> bool:
    """Say whether `short` is a package where the insurer is known.

    `names` are those of the insurer and its packages, as far as they are meant.
    """
    before, after = around(text, short)
    if has_capital(text, short) or _HYPHEN.match(after):
        return True
    if _PACKAGE_AFTER.match(after) and _HET.search(before):
        return True
    start, end = short.start - NEAR, short.end + NEAR
    near = [name for name in names if start < name.end and name.start < end]
    if not PRAISE.search(before) and any(
        _OF.fullmatch(text, short.end, name.start) for name in near
    ):
        return True
    follows = any(_follows(text, name, short) for name in near)
    return bool((follows or _BEFORE.search(before)) and _AFTER.match(after))


def _follows(text: str, name: Match, short: Match) -> bool:
    """Say whether `short` goes with the name before it: "VGZ, Best"."""
    between = (text, name.end, short.start)
    if name.kind != "insurer" and _RATHER.fullmatch(*between):
        return True
    return bool(_BETWEEN.fullmatch(*between)) and not _IS.search(around(text, name)[0])


def may_end(text: str, end: int) -> bool:
    """Say whether a name may end here: "Best?", "Best dan", but not "Best lastig"."""
    return bool(_AFTER.match(text, end))


def has_capital(text: str, short: Match) -> bool:
    """Say whether the word has a capital of its own, not that of a sentence."""
    return (
        text[short.start].isupper()
        and not text.isupper()
        and not _NO_NAME_BEFORE.search(around(text, short)[0])
    )


def around(text: str, name: Match) -> tuple[str, str]:
    """Give so much of the text before and after the name as may tell something."""
    return text[max(0, name.start - WITHIN) : name.start], text[name.end :][:WITHIN]
