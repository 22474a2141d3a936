"""Tells whether letters that an insurer and an illness share are the illness: "UC"."""

import re
from collections.abc import Iterable

from steunwijzer.names import Match
from steunwijzer.words import folded

_SHARED = frozenset({"uc"})
_ILLNESS = re.compile(
    r"\b(?:darm|colitis|crohn|stoma|ziek|zieke|ziekte|ontstek|diagnose|medicijn"
    r"|opgenomen|opname|opvlamming)",
    re.IGNORECASE,
)
_INSURANCE = re.compile(
    r"verzeker|polis|pakket|premie|collectief|\baa?nv|vergoed|vergoeding|declare"
    r"|\beuro\b|\u20ac|tegoed|\b(?:bij|via)\W+uc\b"
    r"|\buc\W+(?:goed|beter|best|gezin|vitaal|fit)\b",
    re.IGNORECASE,
)


def is_illness(text: str, name: Match, names: Iterable[Match]) -> bool:
    """Say whether `name` is an illness here: what is not about insurance is.

    `names` are all those in the text: that of another insurer tells something too.
    """
    if not _is_shared(text, name):
        return False
    if _ILLNESS.search(text):
        return True
    insurers = (one for one in names if one.kind == "insurer")
    return not (
        _INSURANCE.search(text)
        or any(not _is_shared(text, insurer) for insurer in insurers)
    )


def _is_shared(text: str, name: Match) -> bool:
    return not _SHARED.isdisjoint(folded(text[name.start : name.end]))
