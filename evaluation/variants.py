"""The ways to understand a message that `make compare` sets side by side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import spacy
from rasa.shared.nlu.training_data.message import Message
from sklearn.base import ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from spacy.language import Language

from nlu.intent_model import classifier, of_pieces, of_words
from nlu.knowledge_entities import KnowledgeEntities
from nlu.normalised import without_greeting
from nlu.spelling import Spelling, without_accents
from nlu.tokenizer import DutchTokenizer

STOCK: dict[str, Any] = {
    "recipe": "default.v1",
    "language": "nl",
    "assistant_id": "stock",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {
            **{"name": "CountVectorsFeaturizer", "analyzer": "char_wb"},
            **{"min_ngram": 1, "max_ngram": 4},
        },
        {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
        {"name": "EntitySynonymMapper"},
        {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ],
}
RASA_LOGISTIC: dict[str, Any] = {
    "recipe": "default.v1",
    "language": "nl",
    "assistant_id": "logistic",
    "pipeline": [
        {"name": "nlu.knowledge_entities.KnowledgeEntities"},
        {"name": "nlu.tokenizer.DutchTokenizer"},
        {"name": "CountVectorsFeaturizer", "max_ngram": 2},
        {
            **{"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_df": 2},
            **{"min_ngram": 2, "max_ngram": 5},
        },
        {"name": "LogisticRegressionClassifier", "max_iter": 200, "tol": 0.001},
    ],
}


class Splitter:
    """Splits a text into words, and those that are learnt from only once.

    With `names` a name becomes its kind; the `lemmas` of a spaCy pipeline, if any,
    stand in for the words.
    """

    def __init__(self, *, names: bool = True, lemmas: Language | None = None) -> None:
        """Take the tokenizer and the names of this installation."""
        self._entities = KnowledgeEntities() if names else None
        self._tokenizer = DutchTokenizer(DutchTokenizer.get_default_config())
        self._nlp = lemmas
        self._learnt: dict[str, list[str]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Split what will be read again and again."""
        new = (text for text in texts if text not in self._learnt)
        self._learnt.update((text, self._split(text)) for text in new)

    def words(self, text: str) -> list[str]:
        """Return the words of a text."""
        return self._learnt.get(text) or self._split(text)

    def _split(self, text: str) -> list[str]:
        message = Message.build(text)
        if self._entities:
            self._entities.process([message])
        lemmas = self._lemmas(text)
        return [
            each.lemma
            if each.lemma.startswith("__")
            else lemmas.get(each.start) or each.lemma
            for each in self._tokenizer.tokenize(message, "text")
        ]

    def _lemmas(self, text: str) -> dict[int, str]:
        """The lemmas of a text by where their words begin."""
        words = self._nlp(text) if self._nlp else ()
        return {word.idx: without_accents(word.lemma_.lower()) for word in words}


@dataclass(frozen=True)
class Reader:
    """Turns a text into the words that are learnt from."""

    splitter: Splitter
    spelling: bool = True
    compounds: bool = False

    def learn(self, texts: Sequence[str]) -> Callable[[str], str]:
        """Return the reading of a text, with the spelling of these texts learnt."""
        words = self.splitter.words
        usual = Spelling.of(word for text in texts for word in words(text))
        correct = usual.correct if self.spelling else str
        known = frozenset(usual.usual)

        def read(text: str) -> str:
            found = without_greeting([correct(word) for word in words(text)])
            parts = [part for word in found for part in _compound(word, known)]
            return " ".join(found + parts if self.compounds else found)

        return read


def _compound(word: str, known: frozenset[str]) -> list[str]:
    """Two usual words that make up this one, perhaps with an s between, or nothing."""
    for at in range(len(word) - 4, 3, -1):
        first, second = word[:at], word[at:]
        for stem in (first, first.removesuffix("s")):
            if stem in known and second in known:
                return [stem, second]
    return []


@dataclass(frozen=True)
class Variant:
    """A way of reading, the features, and a classifier for them.

    `slow`: with all examples it takes hours, to learn or to ask.
    """

    name: str
    reader: Reader
    triples: bool = True
    words: bool = True
    pieces: bool = True
    classifier: Callable[[], ClassifierMixin] = classifier
    slow: bool = False

    def model(self) -> Pipeline:
        """Return the features of nlu/intent_model.py, or some, with the classifier."""
        words = of_words()
        if not self.triples:
            words.set_params(ngram_range=(1, 1))
        views = [words] * self.words + [of_pieces()] * self.pieces
        return make_pipeline(make_union(*views), self.classifier())


def variants(dutch: str | None) -> list[Variant]:
    """Return what is compared, the chosen one first; `dutch` is a spaCy pipeline."""
    words = Reader(Splitter())
    found = [
        Variant("**chosen**: words, triples, pieces; SVM", words),
        Variant("no spelling help", replace(words, spelling=False)),
        Variant("names left as typed", Reader(Splitter(names=False))),
        Variant("compounds split too", replace(words, compounds=True)),
        Variant("single words", words, triples=False, pieces=False),
        Variant("words and triples", words, pieces=False),
        Variant("pieces of words", words, words=False),
        Variant(
            "logistic regression",
            words,
            classifier=partial(LogisticRegression, C=20, tol=0.01, max_iter=200),
            slow=True,
        ),
        Variant(
            "naive Bayes (complement)",
            words,
            classifier=partial(ComplementNB, alpha=0.3),
        ),
        Variant(
            "10 nearest examples",
            words,
            classifier=partial(
                KNeighborsClassifier, 10, weights="distance", metric="cosine"
            ),
            slow=True,
        ),
    ]
    if dutch:
        pipeline = spacy.load(dutch, exclude=("parser", "senter", "ner"))
        lemmas = Reader(Splitter(lemmas=pipeline))
        found += [
            Variant(f"lemmas of {dutch}", lemmas),
            Variant("... and compounds split too", replace(lemmas, compounds=True)),
        ]
    return found
