"""Every name in the knowledge that a client may use, by kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from steunwijzer import compounds
from steunwijzer.adverbs import before_adverb
from steunwijzer.first_names import is_person
from steunwijzer.illnesses import is_illness
from steunwijzer.insurer_phrases import holds, in_context, own_words
from steunwijzer.knowledge import Knowledge
from steunwijzer.names import ORDINARY, Entry, Match, NameIndex
from steunwijzer.ordinary_phrases import ORDINARY_PHRASES, at_places
from steunwijzer.package_finder import INSURERS, PackageFinder
from steunwijzer.package_resolver import short_words
from steunwijzer.places import is_place
from steunwijzer.reimbursement_table import Insurer
from steunwijzer.schema import Named
from steunwijzer.words import folded, words


class Vocabulary:
    """Finds all names in a text."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Index all names; a new name in the knowledge is found at once."""
        table = knowledge.reimbursements
        self._index = NameIndex(_entries(knowledge))
        self._packages = PackageFinder(table)
        self._lookalikes = knowledge.lookalikes
        self._package_words = {
            id: frozenset(_first_words(insurer))
            for id, insurer in table.insurers.items()
        }
        self._own_words = {
            phrase: own
            for insurer in (*table.insurers.values(), *table.not_listed.values())
            for phrase, own in own_words(insurer)
        }

    def find(self, text: str) -> tuple[Match, ...]:
        """Give the names in `text` in order of place, and of kind where they share it.

        The packages are those of the insurers that are named.
        """
        read = tuple(self._name_only(text, one) for one in self._index.find(text))
        names = [
            without_adverb
            for one in read
            if not self._means_something_else(text, one, read)
            for without_adverb in self._without_adverb(text, one)
        ]
        found = self._packages.settle(text, names)
        return tuple(sorted(found, key=lambda match: (match.start, match.kind)))

    def _name_only(self, text: str, found: Match) -> Match:
        """Give Just for "vergoedt Just": the other words tell what is asked."""
        own = self._own_words.get(found.alias)
        if own is None:
            return found
        name = words(text[found.start : found.end])[own]
        if not name:  # all in one word: "hebzorgenzekerheid"
            return found
        start, end = found.start + name[0].start, found.start + name[-1].end
        alias = " ".join(found.alias.split()[own])
        return replace(found, start=start, end=end, alias=alias)

    def _means_something_else(
        self, text: str, name: Match, names: tuple[Match, ...]
    ) -> bool:
        known = self._lookalikes
        return (
            is_person(text, name, known.people)
            or is_place(text, name, known)
            or is_illness(text, name, names, known.illnesses, self._package_words)
        )

    def _without_adverb(self, text: str, name: Match) -> tuple[Match, ...]:
        """Give CZ in "kan ik CZ direct bellen", where no label is meant."""
        end = before_adverb(text, name)
        if end is None:
            return (name,)
        return tuple(
            replace(one, start=name.start, end=end)
            for one in self._index.find(text[name.start : end])
        )


def name_index(knowledge: Knowledge) -> Vocabulary:
    """Build the index of all names."""
    return Vocabulary(knowledge)


def _entries(knowledge: Knowledge) -> Iterator[Entry]:
    table = knowledge.reimbursements
    kinds: dict[str, Mapping[str, Named]] = {
        "term": knowledge.terms,
        "service": knowledge.services,
        "support_form": knowledge.support_forms,
        "sector": knowledge.sectors,
        "life_area": knowledge.life_areas,
        "organisation": knowledge.organisations,
        "delivery_form": knowledge.delivery_forms,
        "insurer": table.insurers,
        "insurer_not_listed": table.not_listed,
        "package": {
            package.id: package
            for insurer in table.insurers.values()
            for package in insurer.packages
        },
    }
    for kind, things in kinds.items():
        for each, thing in things.items():
            yield Entry.of(kind, each, thing)
            if kind in INSURERS:
                phrases = (phrase for phrase, _ in in_context(thing))
                exact = (*phrases, *compounds.of_insurer(thing))
                yield Entry(kind, each, (), exact=exact)
    for each, insurer in table.insurers.items():
        short = [name for one in insurer.packages for name in short_words(one)]
        glued = tuple(compounds.of_both(insurer, short))
        yield Entry("insurer", each, tuple(_with_insurer(insurer)), exact=glued)
    places = at_places(_named_after_a_place(knowledge))
    yield Entry(ORDINARY, ORDINARY, (), exact=(*ORDINARY_PHRASES, *places))


def _with_insurer(insurer: Insurer) -> Iterator[str]:
    """Give the names of its packages with the insurer in it."""
    own = [folded(name) for name in (insurer.name, *insurer.aliases, *insurer.exact)]
    for package in insurer.packages:
        for name in (package.name, *package.aliases):
            if any(holds(folded(name), one) for one in own):
                yield name


def _named_after_a_place(knowledge: Knowledge) -> Iterator[str]:
    """Give the names of insurers that are a place as well: "De Friesland"."""
    table, places = knowledge.reimbursements, knowledge.lookalikes.places
    for insurer in (*table.insurers.values(), *table.not_listed.values()):
        for name in (insurer.name, *insurer.aliases):
            if any(word in places for word in folded(name)[-1:]):
                yield name


def _first_words(insurer: Insurer) -> Iterator[str]:
    """Give the words with which the names of its packages begin."""
    for package in insurer.packages:
        for name in (package.name, *package.aliases, *package.exact, *package.short):
            yield from folded(name)[:1]
