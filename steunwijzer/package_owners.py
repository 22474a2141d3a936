"""Gives each package to the insurer beside it: "Gezin bij VGZ en Vitaal bij Univé"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from steunwijzer.names import Match

_PACKAGE_OF = re.compile(r"\s+(?:bij|van|via)\s+(?:de\s+|het\s+)?", re.IGNORECASE)
_INSURER_WITH = re.compile(
    r"[\s,:]*(?:(?:met|aanvullende?|pakket|polis|de|het|een)\s+)*", re.IGNORECASE
)


def each_with_its_own(
    text: str,
    packages: Sequence[Match],
    insurers: Sequence[Match],
    owners: Mapping[str, str],
) -> list[Match]:
    """Leave each of `packages` to the insurer beside it, if every insurer has one.

    Else a package may be of several: "Gezin bij VGZ en bij Univé". `owners` tells of
    which insurer a package is.
    """
    beside = [_beside(text, package, insurers) for package in packages]
    if len(insurers) < 2 or not all(one in beside for one in insurers):
        return list(packages)
    return [
        _of(package, insurer, owners) if insurer else package
        for package, insurer in zip(packages, beside, strict=True)
    ]


def _beside(text: str, package: Match, insurers: Sequence[Match]) -> Match | None:
    """Give the insurer in the name of a package, right after it or right before it."""
    for one in insurers:
        if package.start <= one.start < package.end:
            return one
    for one in insurers:
        if _PACKAGE_OF.fullmatch(text, package.end, one.start):
            return one
    for one in insurers:
        if _INSURER_WITH.fullmatch(text, one.end, package.start):
            return one
    return None


def _of(package: Match, insurer: Match, owners: Mapping[str, str]) -> Match:
    own = tuple(id for id in package.ids if owners[id] in insurer.ids)
    return replace(package, ids=own or package.ids)
