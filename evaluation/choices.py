"""What the numbers that decide when to ask again, or to sound the alarm, rest on."""

from collections.abc import Callable, Sequence

from evaluation.measures import CRISIS, Asked, share
from evaluation.tables import table

THRESHOLDS = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
WRONG_WEIGHS = 10  # as many as so many asked again for nothing
DOUBTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
NO_CRISIS = "no_crisis"


def thresholds_table(asked: Sequence[Asked]) -> str:
    """Return what each threshold would give; a crisis is never asked again."""
    right = [_confidence(each) for each in asked if each.first_choice_right]
    wrong = [_confidence(each) for each in asked if not each.first_choice_right]
    rows = []
    for bound in THRESHOLDS:
        right_but_asked = sum(confidence < bound for confidence in right)
        asked_again = right_but_asked + sum(confidence < bound for confidence in wrong)
        answered_wrong = sum(confidence >= bound for confidence in wrong)
        weight = WRONG_WEIGHS * answered_wrong + right_but_asked
        counts = (asked_again, answered_wrong, right_but_asked, weight)
        rows.append([f"{bound:.2f}", *(count / len(asked) for count in counts)])
    head = ("asked again", "confidently wrong", "right, but asked", "weight")
    return table(("asks again below", *head), rows)


def doubts_table(asked: Sequence[Asked]) -> str:
    """Return what is heard when a crisis counts that is so likely, or likeliest."""
    calm = [each for each in asked if each.question.intent != CRISIS]
    parts = (
        [each for each in asked if each.question.intent == CRISIS],
        [each for each in calm if each.question.group != NO_CRISIS],
        [each for each in calm if each.question.group == NO_CRISIS],
    )
    head = ("a crisis from", "heard", "false alarms", "where it only sounds like one")
    return table(
        head,
        (
            [f"{bound:.2f}", *(share(part, _may_be_crisis(bound)) for part in parts)]
            for bound in DOUBTS
        ),
    )


def _may_be_crisis(bound: float) -> Callable[[Asked], bool]:
    return lambda each: each.reading.crisis >= bound


def _confidence(asked: Asked) -> float:
    return 1.0 if asked.alarmed else asked.reading.confidence
