"""The numbers of an evaluation. No pipeline, no files."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sklearn.metrics import f1_score

from actions.understanding import offered
from evaluation.questions import Naming, Question
from nlu.clauses import MORE_QUESTIONS
from nlu.crisis import CRISIS, DOUBT, FALLBACK

ASKED_AGAIN = FALLBACK
REFUSED = ("out_of_scope", "ask_medical")
REFUSALS = {*REFUSED, "other_language"}


@dataclass(frozen=True)
class Reading:
    """What a pipeline made of a message.

    `answered`: the intents that are acted on, in order; ASKED_AGAIN when it is not sure
    enough. `best`: its most likely intent even then. `offered`: the questions that are
    offered when it is not sure. `crisis`: how likely a cry for help is, 1 when nothing
    is likelier or a word says it all. `entities`: as Rasa has them.
    """

    answered: tuple[str, ...]
    best: str
    confidence: float
    offered: tuple[str, ...]
    crisis: float
    entities: tuple[dict[str, Any], ...]

    @classmethod
    def of(cls, parsed: dict[str, Any]) -> "Reading":
        """Read what Rasa's parser returns."""
        ranking = [
            each for each in parsed["intent_ranking"] if each["name"] != ASKED_AGAIN
        ]
        others = [each["intent"]["name"] for each in parsed.get(MORE_QUESTIONS, ())]
        return cls(
            answered=(parsed["intent"]["name"], *others),
            best=ranking[0]["name"],
            confidence=float(ranking[0]["confidence"]),
            offered=tuple(offered(ranking)),
            crisis=_crisis(ranking),
            entities=tuple(parsed["entities"]),
        )


def _crisis(ranking: list[dict[str, Any]]) -> float:
    shares = {each["name"]: float(each["confidence"]) for each in ranking}
    share = shares.get(CRISIS, 0.0)
    by_word = ranking[0]["name"] == CRISIS and share < DOUBT
    return 1.0 if by_word or share == max(shares.values()) else share


@dataclass(frozen=True)
class Asked:
    """A question and how it was read."""

    question: Question
    reading: Reading

    @property
    def first_choice_right(self) -> bool:
        """Whether the most likely intent is the one that was meant."""
        return self.reading.best == self.question.intent

    @property
    def asked_again(self) -> bool:
        """Whether the assistant was not sure enough to answer."""
        return self.reading.answered == (ASKED_AGAIN,)

    @property
    def answered_right(self) -> bool:
        """Whether all that was asked was answered, in order, and nothing else."""
        return self.reading.answered == self.question.intents

    @property
    def confidently_wrong(self) -> bool:
        """Whether something was answered that was not asked."""
        meant = {*self.question.intents, ASKED_AGAIN}
        return not set(self.reading.answered) <= meant

    @property
    def refused(self) -> bool:
        """Whether the assistant said that this is not for it."""
        return set(self.reading.answered) <= REFUSALS

    @property
    def alarmed(self) -> bool:
        """Whether the emergency numbers were given."""
        return CRISIS in self.reading.answered


def share(asked: Sequence[Asked], holds: Callable[[Asked], bool]) -> float:
    """Return the part of the questions for which something holds; 0 of none."""
    return sum(map(holds, asked)) / len(asked) if asked else 0.0


def accuracy(asked: Sequence[Asked]) -> float:
    """Return the part of which the most likely intent is right."""
    return share(asked, lambda each: each.first_choice_right)


def macro_f1(asked: Sequence[Asked]) -> float:
    """Return the mean F1 of the intents that were asked, each weighing the same."""
    meant = [each.question.intent for each in asked]
    best = [each.reading.best for each in asked]
    return float(f1_score(meant, best, labels=sorted(set(meant)), average="macro"))


def intent_f1(asked: Sequence[Asked], intent: str) -> float:
    """Return the F1 of one intent."""
    meant = [each.question.intent == intent for each in asked]
    best = [each.reading.best == intent for each in asked]
    return float(f1_score(meant, best, zero_division=0))


def name_f1(kinds: Iterable[str], pairs: Iterable[tuple[Naming, Reading]]) -> float:
    """Return the F1 of finding the ids of these kinds, over all messages together."""
    right = found = there = 0
    wanted = set(kinds)
    for naming, reading in pairs:
        meant = {(kind, each) for kind in wanted for each in naming.ids.get(kind, ())}
        read = {
            (entity["entity"], each)
            for entity in reading.entities
            if entity["entity"] in wanted
            for each in entity.get("ids", [entity["value"]])
        }
        right += len(meant & read)
        found += len(read)
        there += len(meant)
    return 2 * right / (found + there) if found + there else 1.0
