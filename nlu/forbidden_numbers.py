"""Takes a BSN or an account number out of a message before anything else reads it.

First in the pipeline, so on every channel. The conversation store masks what the
channel handed over: dialogue/conversations.py.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from steunwijzer.forbidden_numbers import rest_of_message, without_forbidden_numbers

NUMBERS_HIDDEN = "numbers_hidden"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False
)
class ForbiddenNumbers(GraphComponent):
    """Sets NUMBERS_HIDDEN on a message that had such a number."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ForbiddenNumbers:
        """Return the component; it has no settings."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Take the numbers out of the text of each message."""
        for message in messages:
            text = message.get(TEXT) or ""
            without = without_forbidden_numbers(text)
            if without != text:
                rest = rest_of_message(without) or without
                message.set(TEXT, rest, add_to_output=True)
                message.set(NUMBERS_HIDDEN, True, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the examples as they are: nobody's number is in them."""
        return training_data
