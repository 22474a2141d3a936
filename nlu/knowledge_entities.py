"""Finds the names that the knowledge knows, so that a new one needs no training."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.tokenizer import KNOWLEDGE_SPANS
from steunwijzer.knowledge import installed
from steunwijzer.names import Match
from steunwijzer.vocabulary import name_index

# Kinds whose names say the same for the intent: one insurer is as good as another.
# The names of the other kinds ("verpleeghuis", "pgb", "klacht") say what it is about.
INTERCHANGEABLE = {
    "insurer": "insurer",
    "insurer_not_listed": "insurer",
    "package": "package",
    "organisation": "organisation",
}
# Kinds of which the answer says the name back, so that a doubtful spelling is not lost.
ASKED_BACK = ("insurer", "insurer_not_listed", "package")


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
        # Rasa calls process_training_data of tokenizers and featurizers only.
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
    ],
    is_trainable=False,
)
class KnowledgeEntities(GraphComponent):
    """Sets an entity for each name: its kind, and its id in the knowledge."""

    def __init__(self) -> None:
        """Index the names of this installation."""
        self._index = name_index(installed())

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KnowledgeEntities:
        """Return the component; it has no settings and learns nothing."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Mark the names in the examples, as in a message."""
        for example in training_data.training_examples:
            self._mark(example, self._index.find(example.get(TEXT) or ""))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Mark the names in each message and set them as entities."""
        for message in messages:
            matches = self._index.find(message.get(TEXT) or "")
            self._mark(message, matches)
            entities = [
                _entity(match)
                for match in matches
                if match.sure or match.kind in ASKED_BACK
            ]
            message.set(ENTITIES, entities, True)
        return messages

    @staticmethod
    def _mark(message: Message, matches: tuple[Match, ...]) -> None:
        """Tell the tokenizer which words are names of which kind."""
        # "Salland Plus" is a package, though it names the insurer as well.
        kinds = {
            (match.start, match.end): INTERCHANGEABLE[match.kind]
            for match in sorted(matches, key=lambda match: match.kind)
            if match.kind in INTERCHANGEABLE
        }
        spans = [
            {"start": start, "end": end, "kind": kind}
            for (start, end), kind in sorted(kinds.items())
        ]
        if spans:
            message.set(KNOWLEDGE_SPANS, spans)


def _entity(match: Match) -> dict[str, Any]:
    """Return the match as Rasa's entity. `value` is the first id, `ids` are all.

    `also`: "VGZ aanvullend Best" names VGZ, but other insurers have that package too.
    """
    return {
        "entity": match.kind,
        "value": match.ids[0],
        "ids": list(match.ids),
        "start": match.start,
        "end": match.end,
        "sure": match.sure,
        "also": list(match.also),
        "extractor": "KnowledgeEntities",
    }
