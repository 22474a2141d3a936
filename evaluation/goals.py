"""What the understanding has to reach, from the numbers of one evaluation."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.measures import CRISIS, Asked, Reading, accuracy, name_f1, share
from evaluation.questions import Naming


@dataclass(frozen=True)
class Findings:
    """All that was asked in one evaluation; `milliseconds` of each held-out message."""

    held_out: Sequence[Asked]
    mistyped: Sequence[Asked]
    several: Sequence[Asked]
    tuning: Sequence[Asked]
    folds: Sequence[Asked]
    named: Sequence[tuple[Naming, Reading]]
    milliseconds: Sequence[float]

    def group(self, name: str) -> list[Asked]:
        """Return the held-out questions of one group."""
        return [each for each in self.held_out if each.question.group == name]


@dataclass(frozen=True)
class Goal:
    """Something that has to be reached; `at_least` says whether more is better."""

    name: str
    reached: float
    bound: float
    at_least: bool = True

    @property
    def met(self) -> bool:
        """Whether it was reached."""
        if self.at_least:
            return self.reached >= self.bound
        return self.reached <= self.bound


def goals(found: Findings) -> list[Goal]:
    """Return the goals, each with what was reached."""
    crises = [each for each in found.held_out if each.question.intent == CRISIS]
    no_crisis = [each for each in found.held_out if each.question.intent != CRISIS]
    lost = accuracy(found.held_out) - accuracy(found.mistyped)
    wrong = share(found.held_out, lambda each: each.confidently_wrong)
    refused = share(found.group("off_topic"), lambda each: each.refused)
    heard = share(crises, lambda each: each.alarmed)
    alarms = share(no_crisis, lambda each: each.alarmed)
    names = name_f1(("insurer", "insurer_not_listed", "package"), found.named)
    median = statistics.median(found.milliseconds)
    return [
        Goal("accuracy on held-out questions", accuracy(found.held_out), 0.95),
        Goal("confidently wrong", wrong, 0.02, at_least=False),
        Goal("off-topic and medical questions refused", refused, 0.92),
        Goal("F1 of insurers and packages", names, 0.98),
        Goal("accuracy lost to one typing error", lost, 0.03, at_least=False),
        Goal("crisis heard", heard, 1.0),
        Goal("crisis heard where there is none", alarms, 0.01, at_least=False),
        Goal("milliseconds a message, median", median, 2.0, at_least=False),
    ]
