"""Tells whether letters that an insurer and an illness share are the illness: "UC"."""

import re
from collections.abc import Collection, Iterable, Mapping

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
_NEXT = re.compile(r"[^\w,.;:!?()]+(\w+)")  # after a comma it is no part of a name


def is_illness(
    text: str,
    name: Match,
    names: Iterable[Match],
    illnesses: Collection[str],
    packages: Mapping[str, Collection[str]],
) -> bool:
    """Say whether `name` is an illness here: what is not about insurance is.

    `names` are all those in the text: that of another insurer tells something too.
    `packages` are the words with which the packages of each insurer begin: "UC Beter".
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
        or _goes_on(text, name, packages)
        or any(one.kind == "insurer" and not is_shared(one) for one in names)
    )


def _goes_on(text: str, name: Match, packages: Mapping[str, Collection[str]]) -> bool:
    """Say whether a package of this insurer follows: not Plus, in "UC plus reuma"."""
    word = _NEXT.match(text, name.end)
    return word is not None and any(
        word[1].casefold() in packages.get(id, ()) for id in name.ids
    )
