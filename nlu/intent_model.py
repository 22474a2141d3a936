"""A linear model from the words of a text to intents. No Rasa."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

Margins: TypeAlias = npt.NDArray[np.float64]

A_WORD = 30  # letters: what is longer does not come back, and is not kept


def of_words() -> TfidfVectorizer:
    """Return what turns a text into its words, pairs and triples."""
    return TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 3), sublinear_tf=True)


def of_pieces() -> TfidfVectorizer:
    """Return what turns a text into pieces of its words."""
    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True
    )


def classifier() -> LinearSVC:
    """Return what learns intents from both."""
    return LinearSVC(C=2.0, random_state=0)


class IntentModel:
    """A support vector machine over words, pairs and triples of words, and pieces.

    The pieces, of two to five letters, are for compounds and slips. scikit-learn learns
    it; `margins` computes what its decision_function would, ten times as fast for one
    text at a time.
    """

    def __init__(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        """Learn which intent each text has; a text is words with spaces between."""
        words, pieces = of_words(), of_pieces()
        features = make_union(words, pieces).fit_transform(texts)
        machine = classifier().fit(features, intents)
        self.intents = [str(intent) for intent in machine.classes_]
        self._bias = machine.intercept_
        size = len(words.vocabulary_)
        self._views = (
            _View(words, _words, machine.coef_[:, :size]),
            _View(pieces, _pieces, machine.coef_[:, size:]),
        )

    def margins(self, text: str) -> Margins:
        """Return how clearly each of `intents` is meant; above 0 is on its side."""
        margins: Margins = self._bias + sum(view.margins(text) for view in self._views)
        return margins


class _View:
    """What one way of cutting a text up adds: tf-idf with log counts and length 1."""

    def __init__(
        self,
        vectorizer: TfidfVectorizer,
        cut: Callable[[str], Iterable[str]],
        weights: npt.NDArray[np.float64],
    ) -> None:
        self._place = vectorizer.vocabulary_
        self._cut = cut
        # All in single precision: numpy would turn what it multiplies into double.
        self._idf = vectorizer.idf_.astype(np.float32)
        # A row of weights for each feature, side by side in memory.
        self._weights = np.ascontiguousarray(weights.T, dtype=np.float32)

    def margins(self, text: str) -> npt.NDArray[np.float32]:
        counts = Counter(map(self._place.get, self._cut(text)))
        counts.pop(None, None)
        places = np.fromiter(counts.keys(), dtype=np.intp)
        times = np.fromiter(counts.values(), dtype=np.float32)
        values = (1 + np.log(times)) * self._idf.take(places)
        values /= np.linalg.norm(values)
        margins: npt.NDArray[np.float32] = values @ self._weights.take(places, 0)
        return margins


_words = of_words().build_analyzer()
_cut_up = of_pieces().build_analyzer()
_cut_up_once = lru_cache(maxsize=10_000)(_cut_up)


def _pieces(text: str) -> Iterable[str]:
    """Return the pieces of each word: the same words come in every message."""
    return chain.from_iterable(
        _cut_up_once(word) if len(word) <= A_WORD else _cut_up(word)
        for word in text.split()
    )
