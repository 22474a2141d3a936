"""Finds which packages of a known insurer a message is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from steunwijzer import compounds
from steunwijzer.names import ORDINARY, Entry, Match, NameIndex
from steunwijzer.ordinary_phrases import ORDINARY_PHRASES
from steunwijzer.reimbursement_table import Insurer, Package, Product
from steunwijzer.short_names import corrected, is_meant, says_little_else
from steunwijzer.unknown_package import names_unknown_package
from steunwijzer.words import folded

_LEVELS = re.compile(
    r"[\s\-\u2013]*(\d)(?!\d)(?:\s*(?:,|/|-|en|of|t/m)\s*(\d)(?!\d))?"
    r"(?!\s*(?:[.,][\d-]|%|procent|euro|uur|jaar|maand|keer|kind))",
    re.IGNORECASE,
)

SHORT = "short"


@dataclass(frozen=True)
class Resolved:
    """What a message says about packages.

    `products` are in the table, and `named` is where they stand. `unlisted_levels` are
    numbers after a name that the table has at other numbers only. `unknown` says that
    a package is named that is not in the table; `sure` that no name was misspelled.
    """

    products: tuple[Product, ...] = ()
    named: tuple[Match, ...] = ()
    unlisted_levels: tuple[int, ...] = ()
    unknown: bool = False

    @property
    def sure(self) -> bool:
        """Say whether no name was misspelled."""
        return all(match.sure for match in self.named)


def resolve(insurer: Insurer, text: str) -> Resolved:
    """Find the packages of `insurer` that `text` names."""
    return _resolver(insurer).resolve(text)


class PackageResolver:
    """Finds the packages of one insurer; built once for many messages."""

    def __init__(self, insurer: Insurer) -> None:
        """Index the names of the insurer and of its packages."""
        self._packages = {one.id: one for one in insurer.packages}
        self._index = NameIndex(_entries(insurer))
        self._insurer = insurer

    def resolve(self, text: str) -> Resolved:
        """Find the packages that `text` names: of names that overlap the longest."""
        products: list[Product] = []
        named: list[Match] = []
        unlisted: list[int] = []
        for match in self._named(text):
            packages = [self._packages[id] for id in match.ids]
            listed = {level for package in packages for level in package.levels}
            levels = _levels_at(text, match) if listed else ()
            chosen = _at_level(packages, levels)
            products += chosen
            unlisted += [level for level in levels if level not in listed]
            ids = dict.fromkeys(product.package.id for product in chosen)
            if not _is_level(match) or listed.intersection(levels):
                named.append(replace(match, kind="package", ids=tuple(ids)))
        return Resolved(
            products=tuple(dict.fromkeys(products)),
            named=tuple(named),
            unlisted_levels=tuple(dict.fromkeys(unlisted)),
            unknown=not products and names_unknown_package(self._insurer, text),
        )

    def _named(self, text: str) -> list[Match]:
        """Give the packages by their names, and by the short names that are meant."""
        found = self._index.find(text)
        short = [match for match in found if match.kind == SHORT]
        names = [match for match in found if match.kind != SHORT]
        named = [match for match in names if match.kind == "package"]
        which = [*named, *(match for match in short if not _is_level(match))]
        near = [name for name in names if name.kind == "insurer"]
        near += [_with_level(text, name) for name in named]
        pairs = corrected(text, short)
        bare = bool(short) and says_little_else(text, found)
        for match in short:
            if _is_level(match) and (named or not _levels_at(text, match)):
                continue
            if bare or match in pairs or is_meant(text, match, near):
                names.append(match)
                near.append(_with_level(text, match))
        packages = [match for match in names if match.kind != "insurer"]
        return [each for match in packages for each in _narrowed(match, which)]


@cache
def _resolver(insurer: Insurer) -> PackageResolver:
    return PackageResolver(insurer)


def short_words(package: Package) -> Iterator[str]:
    """Give the short names that are ordinary words too: one word, small letters."""
    for name in package.short:
        if len(folded(name)) == 1 and not name.isupper():
            yield name


def _entries(insurer: Insurer) -> Iterator[Entry]:
    """Give the names that count when the insurer is known."""
    yield Entry(ORDINARY, ORDINARY, (), exact=ORDINARY_PHRASES)
    yield Entry.of("insurer", "", insurer)
    exact = (*map(str.casefold, insurer.exact), *compounds.of_insurer(insurer))
    yield Entry("insurer", "", (), exact=exact)
    for package in insurer.packages:
        short = tuple(short_words(package))
        levels = tuple(map(str, range(1, 10))) if package.levels else ()
        longer = tuple(name for name in package.short if name not in short)
        yield Entry.of("package", package.id, package)
        compound = tuple(compounds.of_package(short))
        yield Entry("package", package.id, longer, exact=compound)
        yield Entry(SHORT, package.id, (*short, *levels))


def _is_level(match: Match) -> bool:
    """Say whether the name is a bare level: "Menzis 3"."""
    return len(match.alias) == 1


def _with_level(text: str, match: Match) -> Match:
    """Let the number after a name belong to it: "IZZ Extra 1 en Extra 3"."""
    numbers = _LEVELS.match(text, match.end)
    return replace(match, end=numbers.end()) if numbers else match


def _narrowed(match: Match, others: list[Match]) -> Iterator[Match]:
    """Let a name of fewer packages tell which is meant.

    "Rotterdampakket, ik woon in Capelle" is one of the two with that name.
    """
    ids = set(match.ids)
    fewer = [id for one in others if ids > set(one.ids) for id in one.ids]
    if not any(ids < set(one.ids) for one in others):
        yield replace(match, ids=tuple(fewer) or match.ids)


def _at_level(packages: list[Package], levels: tuple[int, ...]) -> list[Product]:
    """Give the products at these levels; whole packages when there are none."""
    at_level = [
        product
        for package in packages
        for product in package.products()
        if product.level in levels
    ]
    return at_level or [Product(package, None) for package in packages]


def _levels_at(text: str, match: Match) -> tuple[int, ...]:
    """Give the numbers in or straight after a name: "ZorgPlus 2 of 3"."""
    digit = re.search(r"\d", text[match.start : match.end])
    numbers = _LEVELS.match(text, match.start + digit.start() if digit else match.end)
    return tuple(int(one) for one in numbers.groups() if one) if numbers else ()
