"""Says what a message asks: one intent, or several questions in their order."""

from __future__ import annotations

from typing import Any, NamedTuple

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.clauses import MORE_QUESTIONS, Part, Question, questions
from nlu.crisis import may_be_crisis
from nlu.intent_model import IntentModel, Margins
from nlu.normalised import normalised, whole

QUESTION_INTENTS = ("ask_", "explain_", "report_", "request_", "delete_")
MODEL_FILE = "intents.joblib"
RANKING_LENGTH = 10
# From margins to confidences. Chosen, not fitted: docs/evaluation.md tells how far they
# can be believed.
SHARPNESS = 4.0
# A part of a message is a question of its own when as sure as config.yml asks of all,
# if the whole does not speak against it; and whatever that says when surer.
QUESTION_CONFIDENCE = 0.8
# Set with evaluation/tuning/several_questions.yml, for which others near do as well.
QUESTION_MARGIN_OF_WHOLE = -1.0
SURE_QUESTION_CONFIDENCE = 0.9


class Asked(NamedTuple):
    """A thing that is asked: the parts of the message that do so, and its ranking."""

    parts: list[Part]
    ranking: list[dict[str, Any]]


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True
)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """A linear support vector machine over the words of a message.

    A message that asks two things is read in parts: its first question is its intent,
    and the others stand under MORE_QUESTIONS.
    """

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        model: IntentModel | None = None,
    ) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        """A classifier that can be trained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearIntentClassifier:
        """The classifier of a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, joblib.load(folder / MODEL_FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples, and keep what was learnt."""
        examples = training_data.intent_examples
        model = IntentModel(
            [normalised(each, whole(each)) for each in examples],
            [each.get(INTENT) for each in examples],
        )
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump(model, folder / MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking, and MORE_QUESTIONS where there are any."""
        for message in messages:
            self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        text = message.get(TEXT) or ""
        parts = questions(text)
        margins = self._margins(message, whole(message))
        ranking = self._ranking(margins)
        reading = {INTENT_RANKING_KEY: ranking}
        asked = self._asked(message, parts, margins) if len(parts) > 1 else []
        if len(asked) > 1 and not may_be_crisis(ranking):
            reading, *others = [_reading(message, each) for each in asked]
            message.set(MORE_QUESTIONS, others, add_to_output=True)
            message.set(ENTITIES, reading[ENTITIES], add_to_output=True)
        ranking = reading[INTENT_RANKING_KEY]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)

    def _margins(self, message: Message, part: Part) -> Margins:
        assert self._model is not None
        return self._model.margins(normalised(message, part))

    def _asked(
        self, message: Message, parts: list[Question], of_whole: Margins
    ) -> list[Asked]:
        """The things that are asked, in order: a thing asked twice is one thing."""
        asked: dict[str, Asked] = {}
        for part, core in parts:
            # What was told before a question may explain it, or drown it.
            margins = max(
                (self._margins(message, each) for each in (part, core)), key=np.max
            )
            ranking = self._ranking(margins)
            best = ranking[0]
            enough = (
                QUESTION_CONFIDENCE
                if of_whole[margins.argmax()] >= QUESTION_MARGIN_OF_WHOLE
                else SURE_QUESTION_CONFIDENCE
            )
            is_question = best["name"].startswith(QUESTION_INTENTS)
            if is_question and best["confidence"] >= enough:
                asked.setdefault(best["name"], Asked([], ranking)).parts.append(part)
        return list(asked.values())

    def _ranking(self, margins: Margins) -> list[dict[str, Any]]:
        """The most likely intents with their confidences, most likely first."""
        assert self._model is not None
        odds = np.exp(SHARPNESS * (margins - margins.max()))
        confidences = odds / odds.sum()
        likely = confidences.argsort()[::-1][:RANKING_LENGTH]
        return [
            {
                "name": self._model.intents[each],
                "confidence": float(confidences[each]),
            }
            for each in likely
        ]


def _reading(message: Message, asked: Asked) -> dict[str, Any]:
    """One of several questions, as if it had been a message of its own."""
    texts: list[str] = []
    entities: list[dict[str, Any]] = []
    for start, end in asked.parts:
        moved = sum(len(each) + 1 for each in texts) - start
        texts.append(message.get(TEXT)[start:end])
        entities += [
            {**each, "start": each["start"] + moved, "end": each["end"] + moved}
            for each in message.get(ENTITIES) or []
            if start <= each["start"] < end
        ]
    return {
        TEXT: " ".join(texts),
        INTENT: asked.ranking[0],
        INTENT_RANKING_KEY: asked.ranking,
        ENTITIES: entities,
    }
