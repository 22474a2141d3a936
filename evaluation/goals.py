"""What the understanding has to reach, from the numbers of one evaluation."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.measures import REFUSED, Asked, Reading, accuracy, name_f1, share
from evaluation.questions import Naming
from nlu.crisis import CRISIS


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
        """Return the held-out messages of one group."""
        asked = [*self.held_out, *self.several]
        return [each for each in asked if each.question.group == name]

    def meant(self, intent: str) -> list[Asked]:
        """Return the held-out questions that mean an intent."""
        return [each for each in self.held_out if each.question.intent == intent]


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
    everything = [*found.held_out, *found.several]
    two = found.group("two_questions")
    crises = found.meant(CRISIS)
    no_crisis = [each for each in found.held_out if each.question.intent != CRISIS]
    lost = accuracy(found.held_out) - accuracy(found.mistyped)
    wrong = share(everything, lambda each: each.confidently_wrong)
    both = share(two, lambda each: each.answered_right)
    not_for_us = [one for intent in REFUSED for one in found.meant(intent)]
    refused = share(not_for_us, lambda each: each.refused)
    heard = share(crises, lambda each: each.alarmed)
    alarms = share(no_crisis, lambda each: each.alarmed)
    insurers = name_f1(("insurer", "insurer_not_listed"), found.named)
    packages = name_f1(("package",), found.named)
    median = statistics.median(found.milliseconds)
    return [
        Goal("accuracy on held-out questions", accuracy(found.held_out), 0.95),
        Goal("confidently wrong", wrong, 0.02, at_least=False),
        Goal("off-topic and medical questions refused", refused, 0.92),
        Goal("two questions in one message answered, in order", both, 0.9),
        Goal("F1 of insurers", insurers, 0.98),
        Goal("F1 of packages", packages, 0.98),
        Goal("accuracy lost to one typing error", lost, 0.03, at_least=False),
        Goal("crisis heard", heard, 1.0),
        Goal("crisis heard where there is none", alarms, 0.01, at_least=False),
        Goal("milliseconds a message, median", median, 2.0, at_least=False),
    ]
