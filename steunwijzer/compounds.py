"""Gives the words that people make of a name and what it is: "menzispolis".

They count as they are spelled, which costs no time when a message is read.
"""

from collections.abc import Iterable, Iterator

from steunwijzer.schema import Named
from steunwijzer.words import folded

_INSURANCE = ("verzekering", "verzekeringen", "zorgverzekering", "polis", "pakket")
_PACKAGE = ("polis", "pakket")


def of_insurer(insurer: Named) -> tuple[str, ...]:
    """Give the words made of the names of an insurer.

    Not of a name that is an ordinary word too: with a slip "energiepakket" would be
    one of Energiek.
    """
    return tuple(f"{name}{kind}" for name in _names(insurer) for kind in _INSURANCE)


def of_both(insurer: Named, short: Iterable[str]) -> Iterator[str]:
    """Give the names of an insurer with a short name on to it: "vgzbest"."""
    for name in _names(insurer):
        yield from (f"{name}{package.casefold()}" for package in short)


def of_package(short: Iterable[str]) -> Iterator[str]:
    """Give the words made of short names: "toppolis", "gezinspakket".

    And how a short name is bent after its kind: "aanvullend beste".
    """
    for name in map(str.casefold, short):
        yield from (f"{name}{link}{kind}" for link in ("", "s") for kind in _PACKAGE)
        yield f"aanvullend {name}e"


def _names(insurer: Named) -> Iterator[str]:
    """Give the names that are no ordinary words, each as one word, with é and e."""
    ordinary = {name.casefold() for name in insurer.exact}
    for name in map(str.casefold, (insurer.name, *insurer.aliases)):
        if name not in ordinary:
            yield from {"".join(name.split()), "".join(folded(name))}
