"""Recognises names from the knowledge in free text, typing errors included."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from steunwijzer import likeness
from steunwijzer.likeness import SLIPPED, SURE, Name
from steunwijzer.schema import Named
from steunwijzer.sound import heard
from steunwijzer.words import Word, with_digits

ORDINARY = "ordinary"  # the kind of what only looks like a name: "in Salland"


@dataclass(frozen=True)
class Entry:
    """Something with names. `kind` and `id` are what a match gives back."""

    kind: str
    id: str
    names: tuple[str, ...]
    exact: tuple[str, ...] = ()

    @classmethod
    def of(cls, kind: str, id: str, named: Named) -> "Entry":
        """Make the entry of a thing in the knowledge."""
        names = (named.name, *named.aliases)
        return cls(kind, id, names=names, exact=named.exact)


@dataclass(frozen=True)
class Match:
    """A name in a text: text[start:end] was read as `alias`, which `ids` share.

    `also` are ids that have the name too, and that the text as a whole leaves out.
    """

    kind: str
    ids: tuple[str, ...]
    start: int
    end: int
    alias: str
    score: int
    also: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Say whether the client need not be asked if this was meant."""
        return self.score >= SURE


# How many words, how many letters and one of the _ends.
_Shape: TypeAlias = tuple[int, int, str]


class _Found(NamedTuple):
    """A name read in the words from `first` up to `last`, so many slips away."""

    name: Name
    first: int
    last: int
    score: int
    slips: int


class NameIndex:
    """All names that can be recognised; built once, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take every name of every entry. A name in `exact` is only exact."""
        self._owners: dict[Name, dict[str, list[str]]] = {}
        self._as_is: dict[str, list[Name]] = defaultdict(list)
        self._slips: dict[str, list[Name]] = defaultdict(list)
        self._sounds: dict[str, list[Name]] = defaultdict(list)
        self._alike: dict[_Shape, list[tuple[Name, int]]] = defaultdict(list)
        self._longest = 1
        for entry in entries:
            only_exact = {alias.casefold() for alias in entry.exact}
            for alias in dict.fromkeys(entry.names):
                if alias.casefold() not in only_exact:
                    self._add(entry, alias, exact=False)
            for alias in entry.exact:
                self._add(entry, alias, exact=True)

    def _add(self, entry: Entry, alias: str, *, exact: bool) -> None:
        parts = [word.folded for word in with_digits(alias)]
        name = Name.of(parts, exact=alias if exact else None)
        known = name in self._owners
        owners = self._owners.setdefault(name, {}).setdefault(entry.kind, [])
        if entry.id not in owners:
            owners.append(entry.id)
        if not parts or known:
            return
        self._longest = max(self._longest, len(parts))
        self._as_is[name.joined].append(name)
        if entry.kind != ORDINARY:
            for slip in likeness.slips(name):
                self._slips[slip].append(name)
        if not exact and len(name.joined) > 3:
            self._sounds["".join(name.sounds)].append(name)
            sizes = {len(parts)} | ({1} if len(name.joined) > 7 else set())
            near = name, likeness.least(name)
            for size in sizes:
                for letters in likeness.lengths(name, size):
                    for end in _ends(name.joined):
                        self._alike[size, letters, end].append(near)

    def find(self, text: str, *, slips: bool = True) -> tuple[Match, ...]:
        """Give the names in `text` in order of place, without `slips` as they are.

        Names do not overlap: the one that explains most letters wins. Only when
        the same words name things of different kinds do matches share a place.
        """
        parts = with_digits(text)
        if len(parts) > 1 and text.isupper():  # capitals tell nothing here
            text = text.lower()
        found = sorted(
            self._candidates(text, parts, slips),
            key=lambda one: (one.slips - len(one.name.joined), -one.score, one.first),
        )
        taken: dict[int, tuple[int, int, int]] = {}
        matches: dict[tuple[int, str], Match] = {}
        for one in found:
            place = range(one.first, one.last)
            claim = (one.first, one.last, len(one.name.joined) - one.slips)
            if any(taken.get(at, claim) != claim for at in place):
                continue
            taken.update(dict.fromkeys(place, claim))
            start, end = parts[one.first].start, parts[one.last - 1].end
            for kind, ids in self._owners[one.name].items():
                known = matches.get((start, kind))
                matches[start, kind] = Match(
                    kind=kind,
                    ids=tuple(dict.fromkeys([*(known.ids if known else ()), *ids])),
                    start=start,
                    end=end,
                    alias=known.alias if known else one.name.alias,
                    score=known.score if known else one.score,
                )
        ordinary = {start for start, kind in matches if kind == ORDINARY}
        return tuple(matches[at] for at in sorted(matches) if at[0] not in ordinary)

    def _candidates(
        self, text: str, parts: list[Word], slips: bool
    ) -> Iterator[_Found]:
        sounds = [heard(word.folded) if slips else "" for word in parts]
        for first in range(len(parts)):
            joined = sound = ""
            for last in range(first + 1, min(first + self._longest, len(parts)) + 1):
                joined += parts[last - 1].folded
                sound += sounds[last - 1]
                size = last - first
                for name in self._as_is.get(joined, ()):
                    gram = parts[first:last]
                    written = text[gram[0].start : gram[-1].end]
                    score = likeness.same_letters(name, gram, written)
                    if score:
                        yield _Found(name, first, last, score, 0)
                if not slips:
                    continue
                if size == 1:
                    for name in self._slips.get(joined, ()):
                        yield _Found(name, first, last, SLIPPED, 1)
                if len(joined) <= 3:
                    continue
                for name in self._sounds.get(sound, ()):
                    same = name.joined == joined  # found as it is
                    if not same and likeness.sounds_alike(name, sounds[first:last]):
                        slipped = OSA.distance(name.joined, joined)
                        yield _Found(name, first, last, SLIPPED, slipped)
                for end in _ends(joined):
                    shape = size, len(joined), end
                    for name, at_least in self._alike.get(shape, ()):
                        ratio = fuzz.ratio(name.joined, joined, score_cutoff=at_least)
                        if ratio and likeness.alike(name, parts[first:last], joined):
                            slipped = OSA.distance(name.joined, joined)
                            yield _Found(name, first, last, round(ratio), slipped)


def _ends(joined: str) -> tuple[str, str]:
    """Give both ends: one slip never touches both, so names alike share one."""
    return "<" + joined[:2], ">" + joined[-2:]
