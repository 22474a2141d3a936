"""Tells whether a short name is a package where nobody says of which insurer.

What is left to go by is what stands around it: "pakket Best", "en met Best?".
"""

import re
from collections.abc import Sequence

from steunwijzer.names import Match
from steunwijzer.short_names import KIND, around, has_capital, may_end

NAMES_A_KIND = re.compile(rf"\b{KIND}", re.IGNORECASE)
_WHO = r"(?:ik|we|wij|u|je|jij|hij|zij|ze)"
_HAS = r"(?:he[bp]\w*|heeft|had\w*)"
# "heb pakket Best", "Aanvullend Best". Without the capital the first word matters, as
# in "is mijn pakket goed".
_KIND_BEFORE = re.compile(rf"\b{KIND}[\s.:]+[\W_]*$", re.IGNORECASE)
_HAS_KIND_BEFORE = re.compile(
    rf"(?:(?:^|[.,:;(])\s*|\b(?:met|van|voor|via|bij|{_HAS})\s+"
    r"(?:(?:ik|we|het|'?t|de|een|mijn|nu)\s+)*)"
    rf"(?:{KIND}[\s.:]+)+[\W_]*$",
    re.IGNORECASE,
)
# "Ik heb nu Beter", "als ik Best zou hebben"
_HAS_BEFORE = re.compile(
    rf"\b(?:{_HAS}(?:\s+(?:{_WHO}|nu|dan|daar|ook|al|gewoon))*|als {_WHO})\s+[\W_]*$",
    re.IGNORECASE,
)
# "En met Beter?", "Oké, en als ik Best neem?"
_ASKS_ON = re.compile(
    r"^\W*(?:(?:en|of|maar|dus|oke|oké|ok|ja|nee|hoeveel|wat|dan|(?:krijg|heb) ik"
    rf"|is (?:het|dat))\W+)*(?:met|bij|voor|als {_WHO})\s+(?:dan\s+)?[\W_]*$",
    re.IGNORECASE,
)
# "En Beter dan?", "of Goed?", but in small letters only "en beter dan?"
_AND = re.compile(
    r"^\W*(?:(?:oke|oké|ok|ja|nee|dus|maar)\W+)*(?:en|of)\s+(?:dan\s+)?(?:de\s+)?[\W_]*$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s+dan\s*\?\s*$", re.IGNORECASE)
_ENDS = re.compile(r"\W*(?:(?:dan|heb|hebt|heeft|neem|neemt)\W*)?$", re.IGNORECASE)


def is_meant_alone(text: str, short: Match, *, shared: bool) -> bool:
    """Say whether `short` is a package where no insurer is named.

    A name that is `shared` by insurers is known as one of a package, so that less is
    needed to recognise it. Else, as with "Rotterdam", only "pakket" before it counts.
    """
    before, after = around(text, short)
    capital = has_capital(text, short)
    asks_on = _ASKS_ON.search(before) or (
        _AND.search(before) and (capital or _THEN.match(after))
    )
    if shared and asks_on and _ENDS.match(after):
        return True
    if not may_end(text, short.end):
        return False
    if (_KIND_BEFORE if capital else _HAS_KIND_BEFORE).search(before):
        return True
    on = _HAS_BEFORE.search(before) or _ASKS_ON.search(before)
    return bool(shared and capital and on)


def compared(text: str, shared: Sequence[Match]) -> set[Match]:
    """Give those of `shared` with a capital, of two or more: "tussen Goed en Best"."""
    capitals = {
        one for one in shared if has_capital(text, one) and may_end(text, one.end)
    }
    return capitals if len({one.ids for one in capitals}) > 1 else set()
