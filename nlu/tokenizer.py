"""Splits a message into words, each with the form that is learnt from as its lemma."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Token as SpacyToken

from nlu.spacy_nl import load_dutch
from nlu.spelling import Spelling, dutch_words, without_accents
from steunwijzer.knowledge import installed
from steunwijzer.schema import Fact

# Set on a message by an earlier component: [{"start": 4, "end": 7, "kind": "insurer"}].
KNOWLEDGE_SPANS = "knowledge_spans"
NOTHING_SAID = "__nothing__"
USUAL_WORDS_FILE = "usual_words.txt"
_DIGITS = re.compile(r"\+?\d[\d.,:/-]*")


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True
)
class DutchTokenizer(Tokenizer):
    """Tokens by spaCy's Dutch, without punctuation.

    The lemma of a token is its text in lower case, without accents, and a misspelt one
    as the word that was meant. A name that the knowledge knows is one token with its
    kind as the lemma ("__insurer__"), so that a new name needs no training. Training it
    is learning the usual words.
    """

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage | None = None,
        resource: Resource | None = None,
        spelling: Spelling | None = None,
    ) -> None:
        super().__init__(config)
        self._model_storage = model_storage
        self._resource = resource
        self._nlp = load_dutch()
        self._spelling = spelling or Spelling(())
        self._kept_as_it_is = _emergency_numbers()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings every Rasa tokenizer has; there are no others."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchTokenizer:
        """A tokenizer that can be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DutchTokenizer:
        """The tokenizer of a trained model."""
        with model_storage.read_from(resource) as folder:
            usual = (folder / USUAL_WORDS_FILE).read_text(encoding="utf-8").split()
        # A new word takes spaCy five times as long as one it met, and the dictionary
        # half a second: not the first clients'.
        load_dutch()(" ".join(usual))
        dutch_words()
        return cls(config, model_storage, resource, Spelling(usual))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the usual words."""
        assert self._model_storage is not None and self._resource is not None
        examples = training_data.training_examples
        lemmas = [
            token.lemma for each in examples for token in self.tokenize(each, TEXT)
        ]
        with self._model_storage.write_to(self._resource) as folder:
            usual = "\n".join(Spelling.of(lemmas).usual)
            (folder / USUAL_WORDS_FILE).write_text(usual, encoding="utf-8")
        return self._resource

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of one attribute of a message; NOTHING_SAID for an empty one."""
        text = message.get(attribute) or ""
        # The spans are places in what the user typed.
        spans = message.get(KNOWLEDGE_SPANS) or [] if attribute == TEXT else []
        tokens = []
        for part, kind in _group(self._nlp(text), spans):
            start, end = part[0].idx, part[-1].idx + len(part[-1])
            lemma = f"__{kind}__" if kind else self._lemma(part[0])
            tokens.append(Token(text[start:end], start, end, lemma=lemma))
        if not tokens:
            # Rasa's classifiers stop with an error on a message without any token.
            tokens = [Token(text, 0, len(text), lemma=NOTHING_SAID)]
        return self._apply_token_pattern(tokens)  # type: ignore[no-any-return]

    def _lemma(self, word: SpacyToken) -> str:
        if word.like_url:
            return "__url__"
        if word.like_email:
            return "__email__"
        if _DIGITS.fullmatch(word.text) and word.text not in self._kept_as_it_is:
            return "__number__"
        return self._spelling.correct(without_accents(word.text.lower()))


def _group(
    words: Iterable[SpacyToken], spans: list[dict[str, Any]]
) -> list[tuple[list[SpacyToken], str | None]]:
    """The words that say something, those of one span together with its kind.

    A word that a span only touches ("VGZ" in "VGZ-polis") goes with the span. Of two
    spans that overlap, the one that starts first has the word.
    """
    groups: list[tuple[list[SpacyToken], str | None]] = []
    ahead = deque(sorted(spans, key=lambda span: (span["start"], -span["end"])))
    last: dict[str, Any] | None = None
    for word in words:
        end = word.idx + len(word)
        while ahead and ahead[0]["end"] <= word.idx:
            ahead.popleft()
        span = ahead[0] if ahead and ahead[0]["start"] < end else None
        if not _says_something(word.text):
            continue
        if span is not None and span is last:
            groups[-1][0].append(word)
        else:
            groups.append(([word], span["kind"] if span else None))
        last = span
    return groups


def _says_something(text: str) -> bool:
    # Letters, digits and pictures: a thumb up is an answer.
    categories = map(unicodedata.category, text)
    return any(name[0] in "LN" or name == "So" for name in categories)


def _emergency_numbers() -> frozenset[str]:
    """112 and 113, which say more than that a number is named."""
    facts = installed().facts
    lines = (facts["emergency_line"], facts["suicide_line"])
    return frozenset(str(each.value) for each in lines if isinstance(each, Fact))
