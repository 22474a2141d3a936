"""Settles which packages, of which insurers, a message names."""

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from steunwijzer.labels import labels_only
from steunwijzer.names import Entry, Match, NameIndex
from steunwijzer.package_owners import each_with_its_own
from steunwijzer.package_resolver import resolve, short_words
from steunwijzer.reimbursement_table import Table
from steunwijzer.short_lists import listed
from steunwijzer.tiers import NAMES_A_KIND, compared, is_meant_alone

INSURERS = ("insurer", "insurer_not_listed")


class PackageFinder:
    """Lets the insurers that a message names tell which packages it names."""

    def __init__(self, table: Table) -> None:
        """Index the short names of all packages."""
        self._insurers = table.insurers
        packages = {
            package: id
            for id, insurer in table.insurers.items()
            for package in insurer.packages
        }
        self._owners = {package.id: id for package, id in packages.items()}
        short = {package.id: tuple(short_words(package)) for package in packages}
        self._short = NameIndex(Entry("package", id, short[id]) for id in short)
        names = {name for names in short.values() for name in names}
        self._may_be_short = re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)

    def settle(self, text: str, found: Iterable[Match]) -> list[Match]:
        """Give the names found in `text`, with the packages that are meant.

        These are the packages of the insurers that are named. Without an insurer a
        name gives the packages of all that have it.
        """
        found = list(found)
        packages = [match for match in found if match.kind == "package"]
        others = [match for match in found if match.kind not in (*INSURERS, "package")]
        insurers = self._named(text, found, packages)
        alone = {one.ids[0] for one in insurers if len(one.ids) == 1}
        insurers = [_narrowed(one, alone) for one in insurers]
        if insurers:
            ids = [id for match in insurers for id in match.ids]
            meant = [
                replace(match, also=_also(match, packages, insurers))
                for match in self._packages_of(ids, text)
            ]
            meant = each_with_its_own(text, meant, insurers, self._owners)
            said = {owner for match in meant for owner in self._owners_of(match)}
            insurers = [_narrowed(one, said) for one in insurers]
        else:
            packages = _without_overlap([*packages, *self._by_short_name(text)])
            owners = [self._owners_of(match) for match in packages]
            only = [id for ids in owners if len(ids) == 1 for id in ids]
            meant = _without_overlap([*self._packages_of(only, text), *packages])
        return [*others, *insurers, *meant]

    def _named(
        self, text: str, found: list[Match], packages: list[Match]
    ) -> list[Match]:
        """Give the insurers, also those named in the name of a package.

        But in "VGZ aanvullend Best van Nedasco" only Nedasco is meant.
        """
        insurers = [match for match in found if match.kind in INSURERS]
        owners = {match.start: self._owners_of(match) for match in packages}
        apart = {id for one in insurers if one.start not in owners for id in one.ids}
        own = [one for one in insurers if not apart & owners.get(one.start, set())]
        return labels_only(text, own, self._insurers)

    def _owners_of(self, package: Match) -> set[str]:
        return {self._owners[id] for id in package.ids}

    def _packages_of(self, insurers: Iterable[str], text: str) -> list[Match]:
        """Give the packages of these insurers; of names that overlap the longest."""
        named: dict[tuple[int, int], Match] = {}
        for id in dict.fromkeys(insurers):
            if id not in self._insurers:
                continue
            for match in resolve(self._insurers[id], text).named:
                known = named.setdefault((match.start, match.end), match)
                ids = dict.fromkeys((*known.ids, *match.ids))
                named[match.start, match.end] = replace(known, ids=tuple(ids))
        return _without_overlap(
            sorted(named.values(), key=lambda match: match.start - match.end)
        )

    def _by_short_name(self, text: str) -> list[Match]:
        """Give the packages with a short name that needs no insurer: "pakket Best"."""
        if not (NAMES_A_KIND.search(text) or self._may_be_short.search(text)):
            return []
        short = self._short.find(text)
        shared = [match for match in short if len(self._owners_of(match)) > 1]
        together = listed(text, short) | compared(text, shared)
        return [
            match
            for match in short
            if match in together or is_meant_alone(text, match, shared=match in shared)
        ]


def _also(
    package: Match, names: Iterable[Match], insurers: Iterable[Match]
) -> tuple[str, ...]:
    """Give the other packages of this name, where only the name has the insurer."""
    if all(one.start != package.start for one in insurers):
        return ()
    ids = [id for one in names if one.start == package.start for id in one.ids]
    return tuple(id for id in ids if id not in package.ids)


def _narrowed(insurer: Match, said: Container[str]) -> Match:
    """Let what else is said tell whose a shared name is: "Eno, namelijk Salland"."""
    ids = tuple(id for id in insurer.ids if id in said)
    if not ids or ids == insurer.ids:
        return insurer
    return replace(insurer, ids=ids, also=tuple(i for i in insurer.ids if i not in ids))


def _without_overlap(matches: Iterable[Match]) -> list[Match]:
    """Leave out what overlaps one that comes before it."""
    taken: set[int] = set()
    apart = []
    for match in matches:
        place = range(match.start, match.end)
        if taken.isdisjoint(place):
            taken.update(place)
            apart.append(match)
    return apart
