"""What the numbers that decide when to ask again, or to sound the alarm, rest on."""

from collections.abc import Sequence

from evaluation.measures import Asked, share
from evaluation.tables import table
from nlu.crisis import CRISIS

THRESHOLDS = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
# A wrong amount or a wrong "no" can cost somebody the help they have a right to; being
# asked again for nothing costs one press on a button.
WRONG_WEIGHS = 10
WEIGHS = range(1, 101)
DOUBTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
NO_CRISIS = "no_crisis"


def thresholds_table(asked: Sequence[Asked]) -> str:
    """Return what each threshold would give; a crisis is never asked again."""
    head = ("asked again", "confidently wrong", "right, but asked", "weight")
    rows = (
        [f"{bound:.2f}", *_shares(asked, bound), weight(asked, bound)]
        for bound in THRESHOLDS
    )
    return table(("asks again below", *head), rows)


def lightest(asked: Sequence[Asked], weighs: int = WRONG_WEIGHS) -> float:
    """Return the threshold at which the weight is least; of equals the lowest."""
    return min(THRESHOLDS, key=lambda bound: weight(asked, bound, weighs))


def same_choice(asked: Sequence[Asked]) -> list[int]:
    """Return the weights of a wrong answer that give the same threshold."""
    chosen = lightest(asked)
    return [weighs for weighs in WEIGHS if lightest(asked, weighs) == chosen]


def weight(asked: Sequence[Asked], bound: float, weighs: int = WRONG_WEIGHS) -> float:
    """Return what answering wrongly and asking for nothing weigh, a question."""
    _, wrong, for_nothing = _shares(asked, bound)
    return weighs * wrong + for_nothing


def _shares(asked: Sequence[Asked], bound: float) -> list[float]:
    right = [_confidence(each) for each in asked if each.first_choice_right]
    wrong = [_confidence(each) for each in asked if not each.first_choice_right]
    right_but_asked = sum(confidence < bound for confidence in right)
    asked_again = right_but_asked + sum(confidence < bound for confidence in wrong)
    answered_wrong = sum(confidence >= bound for confidence in wrong)
    counts = (asked_again, answered_wrong, right_but_asked)
    return [count / len(asked) for count in counts]


def doubts_table(asked: Sequence[Asked]) -> str:
    """Return what is heard when a crisis counts that is so likely, or likeliest."""
    head = ("a crisis from", "heard", "false alarms", "where it only sounds like one")
    return table(head, ([f"{bound:.2f}", *alarms(asked, bound)] for bound in DOUBTS))


def alarms(asked: Sequence[Asked], bound: float) -> list[float]:
    """Return the shares of cries, of the rest, and of what sounds like one, heard."""
    calm = [each for each in asked if each.question.intent != CRISIS]
    parts = (
        [each for each in asked if each.question.intent == CRISIS],
        [each for each in calm if each.question.group != NO_CRISIS],
        [each for each in calm if each.question.group == NO_CRISIS],
    )
    return [share(part, lambda each: each.reading.crisis >= bound) for part in parts]


def _confidence(asked: Asked) -> float:
    return 1.0 if asked.alarmed else asked.reading.confidence
