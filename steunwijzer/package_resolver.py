"""Finds which packages of a known insurer a message is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from steunwijzer.names import Entry, Match, NameIndex
from steunwijzer.reimbursement_table import Insurer, Package, Product
from steunwijzer.words import Word, folded, words

# A short name is often an ordinary word ("dat is best duur"). It is a package when one
# of these words or another name stands before it, or when little else is said.
_BEFORE_SHORT = {
    *("met", "heb", "de", "voor", "pakket", "polis", "module", "niveau"),
    *("aanv", "aanvullend", "aanvullende", "verzekering"),
}
_LITTLE_ELSE = {"aub", "bij", "de", "graag", "met", "of"}

_LEVELS = re.compile(
    r"[\s\-\u2013]*(\d)(?!\d)(?:\s*(?:,|/|-|en|of|t/m)\s*(\d)(?!\d))?"
    r"(?!\s*(?:[.,][\d-]|%|procent|euro|uur|jaar|maand|keer|kind))",
    re.IGNORECASE,
)

_UNKNOWN_PACKAGE = re.compile(
    r"\b(?i:pakket|polis|module|aanv\.?|aanvullende?(?:\s+verzekering)?)\s+"
    r"(?P<after>[A-Z]\w+|\d\b)"
    r"|(?<=[a-z,] )(?P<before>[A-Z]\w+)\s+(?i:pakket|polis|module)\b"
    r"|\b(?P<whole>(?i:\w{3,}(?:pakket|polis|module)))\b"
)
_ONLY_BASIC = re.compile(
    r"\b(?:basis(?:verzekering|polis|pakket)?(?! ?plus)|(zonder|geen) aanvullende?)\b",
    re.IGNORECASE,
)
_NO_PACKAGE = {"zorgpakket", "zorgpolis", "verzekeringspakket", "verzekeringspolis"}


@dataclass(frozen=True)
class Resolved:
    """What a message says about packages.

    `products` are in the table. `unlisted_levels` are numbers after a name that the
    table has at other numbers only. `unknown` says that a package is named that is
    not in the table; `sure` that no name was misspelled.
    """

    products: tuple[Product, ...] = ()
    unlisted_levels: tuple[int, ...] = ()
    unknown: bool = False
    sure: bool = True


def resolve(insurer: Insurer, text: str) -> Resolved:
    """Find the packages of `insurer` that `text` names: the longest name first.

    Short names and bare levels ("Best", "2") count only without a longer name.
    """
    found = NameIndex(
        [
            Entry.of("insurer", "", insurer),
            *(Entry.of("package", one.id, one) for one in insurer.packages),
        ]
    ).find(text)
    named = [match for match in found if match.kind == "package"]
    named = named or list(_short_names(insurer, text, found))
    if not named:
        return Resolved(unknown=_names_unknown_package(insurer, text))
    products: list[Product] = []
    unlisted: list[int] = []
    for match in named:
        packages = [one for one in insurer.packages if one.id in match.ids]
        listed = {level for package in packages for level in package.levels}
        levels = _levels_at(text, match) if listed else ()
        products += _at_level(packages, levels)
        unlisted += [level for level in levels if level not in listed]
    return Resolved(
        products=tuple(dict.fromkeys(products)),
        unlisted_levels=tuple(dict.fromkeys(unlisted)),
        sure=all(match.sure for match in named),
    )


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


def _short_names(
    insurer: Insurer, text: str, found: tuple[Match, ...]
) -> Iterator[Match]:
    """Give the short names and bare levels that stand where a package would."""
    short = _all_short(insurer)
    little_else = _LITTLE_ELSE.union(*short)
    capitals = {
        word.written
        for package in insurer.packages
        for word in words(" ".join(package.short))
    }
    parts = words(text)
    ends = {match.end for match in found}
    at = 0
    while at < len(parts):
        here = [name for name in short if _is_at(parts, at, name)]
        name = max(here, key=len, default=())
        if len(name) > 1 or (
            name and _is_meant(parts, at, ends, capitals, little_else)
        ):
            start, end = parts[at].start, parts[at + len(name) - 1].end
            match = Match("package", short[name], start, end, " ".join(name), 100)
            if not match.alias.isdigit() or _levels_at(text, match):
                ends.add(end)
                yield match
        at += len(name) or 1


def _all_short(insurer: Insurer) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give the ids that each short name stands for; a bare level is one too."""
    short: dict[tuple[str, ...], tuple[str, ...]] = {}
    for package in insurer.packages:
        levels = map(str, range(1, 10)) if package.levels else ()
        for name in (*package.short, *levels):
            short[folded(name)] = (*short.get(folded(name), ()), package.id)
    return short


def _is_at(parts: list[Word], at: int, name: tuple[str, ...]) -> bool:
    """Say whether the words from `at` on are this name."""
    return tuple(word.folded for word in parts[at : at + len(name)]) == name


def _is_meant(
    parts: list[Word],
    at: int,
    ends: set[int],
    capitals: set[str],
    little_else: set[str],
) -> bool:
    """Say whether the word at `at` is a package here and not an ordinary word.

    `ends` are the places where other names end: "VGZ Best", "Goed of Best".
    """
    before = parts[max(0, at - 2) : at]
    if before and (
        parts[at].written in capitals
        or before[-1].folded in _BEFORE_SHORT
        or before[-1].end in ends
        or (before[-1].folded in ("en", "of") and before[0].end in ends)
    ):
        return True
    others = [word for word in parts[:at] if word.folded != "en"] + parts[at + 1 :]
    return all(word.folded in little_else or word.end in ends for word in others)


def _names_unknown_package(insurer: Insurer, text: str) -> bool:
    """Say whether the message names a package that was not recognised.

    Careful, as most messages name none: only a capital or a number beside a word
    such as "pakket", or one word that ends in it.
    """
    if _ONLY_BASIC.search(text):
        return True
    own = set(folded(" ".join((insurer.name, *insurer.aliases, *insurer.exact))))
    for match in _UNKNOWN_PACKAGE.finditer(text):
        name = match["after"] or match["before"] or match["whole"]
        if not own.intersection(folded(name)) and name.casefold() not in _NO_PACKAGE:
            return True
    return False
