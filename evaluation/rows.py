"""What `make compare` measures of a pipeline: one row of its tables."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline

from evaluation.pipeline import train
from evaluation.questions import Example, Question
from evaluation.typing_errors import with_typing_error
from evaluation.variants import Variant

MAY_BE_WRONG = 0.02
FOLDS = 5
HEAD = (
    *("", "accuracy", "answered, 2 % wrong", "one typing error", "left out"),
    *("training, s", "a message, ms"),
)
Scores: TypeAlias = npt.NDArray[np.float64]


class Row(NamedTuple):
    """A pipeline and what it reached, in the order of HEAD."""

    name: str
    accuracy: float
    answered: float
    mistyped: float
    left_out: float | str
    training: str
    message: str


def answered(right: Sequence[bool], confidence: Sequence[float]) -> float:
    """Return the part that can be answered when MAY_BE_WRONG of all may be wrong."""
    # Of two equally sure, the wrong one first.
    surest = np.lexsort((np.asarray(right), -np.asarray(confidence)))
    wrong = np.cumsum(~np.asarray(right)[surest]) / len(right)
    return float((wrong <= MAY_BE_WRONG).mean())


def mistyped(questions: Sequence[Question]) -> list[str]:
    """Return the texts of the questions with one typing error in each."""
    chance = random.Random(2026)
    return [with_typing_error(each.text, chance) for each in questions]


def rasa_row(
    name: str, config: dict[str, object], examples: list[Example], asked: list[Question]
) -> Row:
    """Measure a pipeline of Rasa's components."""
    pipeline = train(examples, config)
    readings = pipeline.read(each.text for each in asked)
    pairs = list(zip(asked, readings, strict=True))
    right = [each.best == question.intent for question, each in pairs]
    slips = pipeline.read(mistyped(asked))
    still = [a.best == q.intent for q, a in zip(asked, slips, strict=True)]
    median = statistics.median(pipeline.milliseconds([each.text for each in asked]))
    return Row(
        name,
        statistics.mean(right),
        answered(right, [each.confidence for each in readings]),
        statistics.mean(still),
        "",
        f"{pipeline.training_seconds:.0f}",
        f"{median:.2f}",
    )


def own_row(
    variant: Variant, examples: list[Example], asked: list[Question], turns: int
) -> Row:
    """Measure a variant of the chosen pipeline, without Rasa around it.

    A fifth of the examples is left out and asked about, in so many `turns`.
    """
    variant.reader.splitter.learn(each.text for each in examples)
    start = time.perf_counter()
    read, model = _learnt(variant, examples)
    seconds = time.perf_counter() - start
    texts = [each.text for each in asked]
    scores = _scores(model, [read(text) for text in texts])
    right = [
        model.classes_[best] == each.intent
        for best, each in zip(scores.argmax(axis=1), asked, strict=True)
    ]
    ordered = np.sort(scores, axis=1)
    slips = model.predict([read(text) for text in mistyped(asked)])
    still = [each == one.intent for each, one in zip(slips, asked, strict=True)]
    return Row(
        variant.name,
        statistics.mean(right),
        answered(right, list(ordered[:, -1] - ordered[:, -2])),
        statistics.mean(still),
        _left_out(variant, examples, turns),
        f"{seconds:.0f}",
        f"{_milliseconds(lambda text: _scores(model, [read(text)]), texts):.2f}",
    )


def _learnt(
    variant: Variant, examples: Sequence[Example]
) -> tuple[Callable[[str], str], Pipeline]:
    """The reading and the model that come of these examples."""
    read = variant.reader.learn([each.text for each in examples])
    intents = [each.intent for each in examples]
    return read, variant.model().fit([read(each.text) for each in examples], intents)


def _scores(model: Pipeline, texts: list[str]) -> Scores:
    margins = hasattr(model, "decision_function")
    scores: Scores = (model.decision_function if margins else model.predict_proba)(
        texts
    )
    return scores


def _left_out(variant: Variant, examples: Sequence[Example], turns: int) -> float:
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    intents = [each.intent for each in examples]
    right: list[bool] = []
    for some, rest in islice(folds.split(intents, intents), turns):
        read, model = _learnt(variant, [examples[at] for at in some])
        left_out = [examples[at] for at in rest]
        meant = model.predict([read(each.text) for each in left_out])
        right += [a == each.intent for a, each in zip(meant, left_out, strict=True)]
    return statistics.mean(right)


def _milliseconds(read: Callable[[str], object], texts: list[str]) -> float:
    times = []
    for text in texts:
        start = time.perf_counter()
        read(text)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)
