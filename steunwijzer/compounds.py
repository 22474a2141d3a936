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
    ordinary = {name.casefold() for name in insurer.exact}
    names = (name.casefold() for name in (insurer.name, *insurer.aliases))
    return tuple(_compounds(name for name in names if name not in ordinary))


def of_package(short: Iterable[str]) -> Iterator[str]:
    """Give the words made of short names: "toppolis", "gezinspakket".

    And how a short name is bent after its kind: "aanvullend beste".
    """
    for name in map(str.casefold, short):
        yield from (f"{name}{link}{kind}" for link in ("", "s") for kind in _PACKAGE)
        yield f"aanvullend {name}e"


def _compounds(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for written in {"".join(name.split()), "".join(folded(name))}:  # with é or e
            yield from (f"{written}{kind}" for kind in _INSURANCE)
