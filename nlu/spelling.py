"""Reads a misspelt word as the word that was meant."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

SHORTEST = 4  # letters: one slip in a shorter word makes another word
LONG = 8  # letters: from here on two slips are still the same word
LONGEST = 30  # letters: more is no word that comes back, and is not kept in memory
USUAL = 3  # times in the training data: a word seen less often may be a slip itself


class Spelling:
    """The usual words of the training data, and which of them a word could be."""

    def __init__(self, usual: Iterable[str]) -> None:
        """Take the usual words, the most usual one first."""
        self.usual = tuple(usual)
        self._rank = {word: rank for rank, word in enumerate(self.usual)}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self.usual:
            self._by_length[len(word)].append(word)
        self._nearest_once = lru_cache(maxsize=10_000)(self._nearest)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Spelling":
        """Learn from all words of the training data, each as often as it is there."""
        counted = Counter(word for word in words if _can_be_misspelt(word))
        return cls(word for word, times in counted.most_common() if times >= USUAL)

    def correct(self, word: str) -> str:
        """Return the usual word that is a slip or two away, or the word itself.

        A Dutch word is no slip: "stippen" is not "stoppen". Of words equally near, one
        with the same first letter goes first, and then the most usual one.
        """
        return self._nearest_once(word) if _can_be_misspelt(word) else word

    def _nearest(self, word: str) -> str:
        if word in self._rank or word in dutch_words():
            return word
        slips = 1 if len(word) < LONG else 2
        near = [
            (distance, usual[0] != word[0], self._rank[usual], usual)
            for length in range(len(word) - slips, len(word) + slips + 1)
            for usual, distance, _ in process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=slips,
                limit=None,
            )
        ]
        return min(near)[-1] if near else word


def _can_be_misspelt(word: str) -> bool:
    """Numbers, and what stands for a name ("__insurer__"), are taken as they are."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


@cache
def dutch_words() -> frozenset[str]:
    """Return all Dutch words without accents, as the words of a message are."""
    written = SpellChecker(language="nl").word_frequency.dictionary
    return frozenset(without_accents(word) for word in written)


def without_accents(text: str) -> str:
    """Return the text with its letters bare: "café" is "cafe"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each))
