"""Finds which packages of a known insurer a message is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from steunwijzer import compounds
from steunwijzer.names import ORDINARY, Entry, Match, NameIndex
from steunwijzer.ordinary_phrases import ORDINARY_PHRASES
from steunwijzer.package_levels import levels_at, levels_further_on, with_level
from steunwijzer.reimbursement_table import Insurer, Package, Product
from steunwijzer.short_lists import listed, paired, says_little_else, with_first
from steunwijzer.short_names import is_meant, may_end
from steunwijzer.unknown_package import names_unknown_package
from steunwijzer.words import folded

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
        matches = self._named(text)
        for match in matches:
            packages = [self._packages[id] for id in match.ids]
            listed = {level for package in packages for level in package.levels}
            levels = levels_at(text, match) if listed else ()
            if listed and not levels:
                levels = levels_further_on(text, match, matches)
            if levels:  # "Extra 1 of 3": each level may be a package of its own
                packages = self._of_one_name(packages)
                listed |= {level for package in packages for level in package.levels}
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
        near += [with_level(text, name) for name in named]
        either = [match for match in found if match.kind != "insurer"]
        sure = paired(text, either) | listed(text, short)
        bare = bool(short) and says_little_else(text, found)
        for match in short:
            if _is_level(match) and (named or not _is_digit_of_level(text, match)):
                continue
            at_level = self._at_own_level(text, match)
            if bare or at_level or match in sure or is_meant(text, match, near):
                names.append(match)
                near.append(with_level(text, match))
        names += with_first(text, short, names)
        packages = [match for match in names if match.kind != "insurer"]
        return [each for match in packages for each in _narrowed(match, which)]

    def _of_one_name(self, packages: Iterable[Package]) -> list[Package]:
        """Give all packages that differ from one of `packages` in level only."""
        names = {package.base_name for package in packages}
        return [one for one in self._insurer.packages if one.base_name in names]

    def _at_own_level(self, text: str, short: Match) -> bool:
        """Say whether a number that the package has follows: "meer dan extra 2"."""
        listed = {level for id in short.ids for level in self._packages[id].levels}
        if _is_level(short) or listed.isdisjoint(levels_at(text, short)):
            return False
        return may_end(text, with_level(text, short).end)


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
        compound = (*compounds.of_package(short), *compounds.of_both(insurer, short))
        yield Entry("package", package.id, longer, exact=compound)
        yield Entry(SHORT, package.id, (*short, *levels))


def _is_level(match: Match) -> bool:
    """Say whether the name is a bare level: "Menzis 3"."""
    return len(match.alias) == 1


def _is_digit_of_level(text: str, match: Match) -> bool:
    """Say whether a bare level is a digit: "wie van de twee" is no level."""
    return text[match.start].isdigit() and bool(levels_at(text, match))


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
