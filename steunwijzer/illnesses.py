"""Tells whether letters that an insurer and an illness share are the illness: "UC"."""

import re
from collections.abc import Collection, Iterable

from steunwijzer.names import Match
from steunwijzer.words import folded

_ILLNESS = re.compile(
    r"\b(?:darm|colitis|crohn|stoma|ziek|zieke|ziekte|ontstek|diagnose|medicijn"
    r"|opgenomen|opname|opvlamming)",
    re.IGNORECASE,
)
_INSURANCE = re.compile(
    r"verzeker|polis|pakket|premie|collectief|\baa?nv|vergoed|vergoeding|declare"
    r"|\beuro\b|\u20ac|tegoed",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:bij|via)\W+\w+$", re.IGNORECASE)


def is_illness(
    text: str,
    name: Match,
    names: Iterable[Match],
    illnesses: Collection[str],
    packages: Collection[str],
) -> bool:
    """Say whether `name` is an illness here: what is not about insurance is.

    `names` are all those in the text: that of another insurer tells something too.
    `packages` are the short names of packages: "UC Beter".
    """

    def is_shared(one: Match) -> bool:
        return any(word in illnesses for word in folded(text[one.start : one.end]))

    if not is_shared(name):
        return False
    if _ILLNESS.search(text):
        return True
    return not (
        _INSURANCE.search(text)
        or _AT.search(text[: name.end])
        or any(word in packages for word in folded(text[name.end :])[:1])
        or any(one.kind == "insurer" and not is_shared(one) for one in names)
    )
