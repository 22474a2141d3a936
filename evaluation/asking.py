"""Asks a trained pipeline the questions, in all the ways that the report tells of."""

import random
from collections.abc import Sequence

from sklearn.model_selection import StratifiedKFold

from evaluation.measures import Asked
from evaluation.pipeline import CONFIG, Pipeline, train
from evaluation.questions import Example, Question
from evaluation.typing_errors import with_typing_error

FOLDS = 5
TYPING_ROUNDS = 3


def ask(pipeline: Pipeline, questions: Sequence[Question]) -> list[Asked]:
    """Have the pipeline read the questions."""
    readings = pipeline.read(each.text for each in questions)
    return [Asked(*pair) for pair in zip(questions, readings, strict=True)]


def ask_mistyped(pipeline: Pipeline, questions: Sequence[Question]) -> list[Asked]:
    """Ask each question TYPING_ROUNDS times, each time with one typing error in it."""
    chance = random.Random(2026)
    mistyped = [
        Question(with_typing_error(each.text, chance), each.group, each.intents)
        for _ in range(TYPING_ROUNDS)
        for each in questions
    ]
    return ask(pipeline, mistyped)


def ask_in_folds(examples: Sequence[Example]) -> list[Asked]:
    """Ask every example of a pipeline that was trained without it and its fold."""
    intents = [each.intent for each in examples]
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    asked: list[Asked] = []
    for number, (learnt, left_out) in enumerate(folds.split(examples, intents), 1):
        print(f"Fold {number} of {FOLDS} ...", flush=True)
        pipeline = train([examples[at] for at in learnt], CONFIG)
        questions = [
            Question(examples[at].text, "fold", (examples[at].intent,))
            for at in left_out
        ]
        asked += ask(pipeline, questions)
    return asked
