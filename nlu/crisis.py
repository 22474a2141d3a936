"""Makes sure that a cry for help is heard, whatever the classifier thinks."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from steunwijzer.knowledge import installed
from steunwijzer.names import Entry, NameIndex

CRISIS = "crisis"
LONG = 8  # letters: so long a word, misspelt, is hardly another one


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False
)
class CrisisWords(GraphComponent):
    """Sets the intent to crisis when the message has a word of crisis.yml."""

    def __init__(self) -> None:
        """Index the words of this installation."""
        words = installed().crisis_words
        self._index = NameIndex([Entry.of(CRISIS, CRISIS, words)])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CrisisWords:
        """Return the component; it has no settings and learns nothing."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Overrule the classifier where a word says it all; a typing error counts."""
        for message in messages:
            matches = self._index.find(message.get(TEXT) or "")
            if any(match.sure or len(match.alias) >= LONG for match in matches):
                certain = {"name": CRISIS, "confidence": 1.0}
                message.set(INTENT, certain, True)
                ranking = message.get(INTENT_RANKING_KEY) or []
                message.set(INTENT_RANKING_KEY, [certain, *ranking], True)
        return messages
