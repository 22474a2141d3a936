"""Makes sure that a cry for help is heard, even a doubtful one."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.clauses import MORE_QUESTIONS
from steunwijzer.knowledge import installed
from steunwijzer.names import Entry, NameIndex

CRISIS = "crisis"
FALLBACK = DEFAULT_NLU_FALLBACK_INTENT_NAME
EXACT = 100
ONE_SLIP = 88  # two slips make other words, "verricht" of "verkracht"
# A cry for help beside a question is often only the second most likely meaning. Below
# this, few more are heard, and many more alarms are false (docs/evaluation.md).
DOUBT = 0.2


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False
)
class CrisisWords(GraphComponent):
    """Sets the intent to crisis where that may well be meant, or a word says it all.

    Such a message is never asked again, however unsure the classifier is.
    """

    def __init__(self) -> None:
        """Index the words of this installation."""
        known = installed().crisis
        self._words = NameIndex([Entry.of(CRISIS, CRISIS, known.words)])
        self._in_doubt = NameIndex([Entry.of(CRISIS, CRISIS, known.in_doubt)])

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
        """Put crisis first, as likely as the classifier found it."""
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY) or []
            likely = [each for each in ranking if each["name"] != FALLBACK]
            if may_be_crisis(likely) or self._says_it_all(message):
                others = [each for each in likely if each["name"] != CRISIS]
                found = [each for each in likely if each["name"] == CRISIS]
                crisis = found or [{"name": CRISIS, "confidence": 0.0}]
                self._alarm(message, [*crisis, *others])
        return messages

    def _says_it_all(self, message: Message) -> bool:
        """A word of the lists; with a slip in it only where nothing else is certain.

        "Laat mij met rust" is one slip away from "slaat mij". The second list counts
        only then, too.
        """
        text = message.get(TEXT) or ""
        unsure = (message.get(INTENT) or {}).get("name") == FALLBACK
        matches = self._words.find(text, slips=unsure)
        closest = max((match.score for match in matches), default=0)
        if unsure:
            return closest >= ONE_SLIP or bool(self._in_doubt.find(text, slips=False))
        return closest >= EXACT

    @staticmethod
    def _alarm(message: Message, ranking: list[dict[str, Any]]) -> None:
        """Set what is likeliest as the intent; no question waits beside a crisis."""
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        message.data.pop(MORE_QUESTIONS, None)


def may_be_crisis(ranking: list[dict[str, Any]]) -> bool:
    """Say whether crisis is the likeliest intent, or likely enough."""
    return any(
        each["name"] == CRISIS and (place == 0 or each["confidence"] >= DOUBT)
        for place, each in enumerate(ranking)
    )
