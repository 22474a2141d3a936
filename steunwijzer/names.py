"""Recognises names from the knowledge in free text, typing errors included."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from steunwijzer.schema import Named
from steunwijzer.words import Word, words

SURE = 90
POSSIBLE = 80
SPLIT = 89  # a name written as two words may also be two ordinary words


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
    """A name in a text: text[start:end] was read as `alias`, which `ids` share."""

    kind: str
    ids: tuple[str, ...]
    start: int
    end: int
    alias: str
    score: int

    @property
    def sure(self) -> bool:
        """Say whether the client need not be asked if this was meant."""
        return self.score >= SURE


class _Name(NamedTuple):
    """A name as the index holds it; `joined` is without spaces."""

    alias: str
    words: tuple[str, ...]
    joined: str
    written: tuple[str, ...] | None = None  # capitals count when given


class _Found(NamedTuple):
    """A name read in the words from `first` up to `last`, so many slips away."""

    name: _Name
    first: int
    last: int
    score: int
    slips: int


class NameIndex:
    """All names that can be recognised; built once, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take every name of every entry. A name in `exact` is only exact."""
        self._owners: dict[_Name, dict[str, list[str]]] = {}
        self._as_is: dict[str, list[_Name]] = defaultdict(list)
        self._alike: dict[tuple[int, str], list[_Name]] = defaultdict(list)
        self._longest = 1
        for entry in entries:
            for alias in dict.fromkeys(entry.names):
                if alias not in entry.exact:
                    self._add(entry, alias, exact=False)
            for alias in entry.exact:
                self._add(entry, alias, exact=True)

    def _add(self, entry: Entry, alias: str, *, exact: bool) -> None:
        parts = words(alias)
        folded = tuple(word.folded for word in parts)
        written = tuple(word.written for word in parts) if exact else None
        name = _Name(" ".join(folded), folded, "".join(folded), written)
        known = name in self._owners
        owners = self._owners.setdefault(name, {}).setdefault(entry.kind, [])
        if entry.id not in owners:
            owners.append(entry.id)
        if not parts or known:
            return
        self._longest = max(self._longest, len(folded))
        self._as_is[name.joined].append(name)
        if not exact and len(name.joined) > 3:
            sizes = {len(folded)} | ({1} if len(name.joined) > 7 else set())
            for size in sizes:
                for end in _ends(name.joined):
                    self._alike[size, end].append(name)

    def find(self, text: str) -> tuple[Match, ...]:
        """Give the names in `text` in order of place.

        Names do not overlap: the one that explains most letters wins. Only when
        the same words name things of different kinds do matches share a place.
        """
        parts = words(text)
        if len(parts) > 1 and text.isupper():  # capitals tell nothing here
            parts = [part._replace(written=part.folded) for part in parts]
        found = sorted(
            self._candidates(parts),
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
        return tuple(matches[key] for key in sorted(matches))

    def _candidates(self, parts: list[Word]) -> Iterator[_Found]:
        for first in range(len(parts)):
            joined = ""
            for last in range(first + 1, min(first + self._longest, len(parts)) + 1):
                joined += parts[last - 1].folded
                yield from self._named_by(parts[first:last], joined, first, last)

    def _named_by(
        self, gram: list[Word], joined: str, first: int, last: int
    ) -> Iterator[_Found]:
        for name in self._as_is.get(joined, ()):
            score = _same_letters(name, gram)
            if score:
                yield _Found(name, first, last, score, 0)
        if len(joined) <= 3:
            return
        for end in _ends(joined):
            for name in self._alike.get((len(gram), end), ()):
                score = _alike(name, gram, joined)
                if score:
                    slips = OSA.distance(name.joined, joined)
                    yield _Found(name, first, last, score, slips)


def _ends(joined: str) -> tuple[str, str]:
    """Give both ends: one slip never touches both, so names alike share one."""
    return "<" + joined[:2], ">" + joined[-2:]


def _same_letters(name: _Name, gram: list[Word]) -> int:
    """Score words that have the letters of `name`, perhaps spaced otherwise."""
    if name.written:
        return 100 if name.written == tuple(word.written for word in gram) else 0
    if name.words == tuple(word.folded for word in gram):
        return 100
    if len(name.joined) < 7:
        return 0
    return SPLIT if len(gram) > len(name.words) else 95


def _alike(name: _Name, gram: list[Word], joined: str) -> int:
    """Score words that look like `name`; 0 when they do not.

    In names of five letters or fewer one wrong letter makes another word: "zeker"
    is not ZEKUR. Only a letter too many is read as a slip there. Numbers are never
    misspelled. Each word must look like its own counterpart: "extra verzekerd" is
    not Extra Verzorgd. Words in one may hide a slip, but not a missing word.
    """
    least = SURE if len(name.joined) <= 5 else POSSIBLE
    score = fuzz.ratio(name.joined, joined, score_cutoff=least)
    if not score:
        return 0
    if len(gram) != len(name.words):
        if abs(len(name.joined) - len(joined)) > 1:
            return 0
    elif not all(map(_few_slips, name.words, (word.folded for word in gram))):
        return 0
    digits = [re.sub(r"\D", "", one) for one in (name.joined, joined)]
    return round(score) if digits[0] == digits[1] else 0


def _few_slips(mine: str, theirs: str) -> bool:
    """Allow one slip in four letters: a letter wrong, missing, extra or swapped.

    Words of three letters or fewer have to be the same: "ik verzekeringen" is not
    IAK Verzekeringen.
    """
    return OSA.distance(mine, theirs) <= len(mine) // 4
