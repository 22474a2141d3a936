"""The report of an evaluation, docs/evaluation.md."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from evaluation.choices import (
    WRONG_WEIGHS,
    alarms,
    doubts_table,
    lightest,
    same_choice,
    thresholds_table,
)
from evaluation.goals import Findings, Goal, goals
from evaluation.measures import (
    REFUSED,
    Asked,
    accuracy,
    intent_f1,
    macro_f1,
    name_f1,
    share,
)
from evaluation.tables import table
from nlu.crisis import DOUBT
from nlu.spacy_nl import load_dutch, pipeline_name

WORST = 10
KINDS = ("insurer", "insurer_not_listed", "package", "delivery_form", "sector")
TEMPLATE = Path(__file__).with_name("report.md")


def report(found: Findings, threshold: float, masking: str) -> str:
    """Return the whole report.

    `threshold` is the one in config.yml, `masking` the table of what is masked.
    """
    again = [each for each in found.held_out if each.asked_again]
    times = sorted(found.milliseconds)
    parts = [
        ("held out", found.held_out),
        ("held out, one typing error each", found.mistyped),
        ("tuning", found.tuning),
        ("training data, 5 folds", found.folds),
    ]
    cries, false_alarms, seeming = alarms(found.tuning, DOUBT)
    same = same_choice(found.tuning)
    names = [(kind, name_f1([kind], found.named)) for kind in KINDS]
    return TEMPLATE.read_text(encoding="utf-8").format(
        goals=goals_table(goals(found)),
        parts=shares_table(parts),
        offered=share(again, lambda each: each.question.intent in each.reading.offered),
        groups=shares_table(by_group(found.held_out)),
        refused=refused_table(found),
        several=shares_table(by_group(found.several)),
        names=table(("kind", "F1"), names),
        threshold=threshold,
        masking=masking,
        weighs=WRONG_WEIGHS,
        same_from=min(same),
        same_to=max(same),
        held_out_seeming=alarms(found.held_out, DOUBT)[-1],
        lightest=lightest(found.tuning),
        lightest_of_folds=lightest(found.folds),
        doubt=DOUBT,
        cries=cries,
        alarms=false_alarms,
        seeming=seeming,
        doubts=doubts_table(found.tuning),
        tuning_thresholds=thresholds_table(found.tuning),
        fold_thresholds=thresholds_table(found.folds),
        median=statistics.median(times),
        most=times[int(0.95 * len(times))],
        slowest=times[-1],
        pipeline=pipeline_name(load_dutch()),
        intents=intents_table(found),
        worst_tuning=worst_table(found.tuning),
        worst=worst_table([*found.held_out, *found.several]),
    )


def goals_table(goals: Iterable[Goal]) -> str:
    """Return what was reached beside what had to be."""
    return table(
        ("", "reached", "goal", ""),
        (
            (
                goal.name,
                goal.reached,
                f"{'at least' if goal.at_least else 'at most'} {goal.bound:g}",
                "met" if goal.met else "**not met**",
            )
            for goal in goals
        ),
    )


def shares_table(parts: Iterable[tuple[str, Sequence[Asked]]]) -> str:
    """Return one line of shares for each part of the questions."""
    head = ("", "messages", "accuracy", "macro F1", "answered right")
    return table(
        (*head, "asked again", "confidently wrong"),
        (
            (
                name,
                len(asked),
                accuracy(asked),
                macro_f1(asked),
                share(asked, lambda each: each.answered_right),
                share(asked, lambda each: each.asked_again),
                share(asked, lambda each: each.confidently_wrong),
            )
            for name, asked in parts
        ),
    )


def refused_table(found: Findings) -> str:
    """Return of each intent that is not for the assistant what is refused."""
    return table(
        ("", "messages", "refused", "asked again"),
        (
            (
                intent,
                len(asked),
                share(asked, lambda each: each.refused),
                share(asked, lambda each: each.asked_again),
            )
            for intent in REFUSED
            for asked in [found.meant(intent)]
        ),
    )


def by_group(asked: Sequence[Asked]) -> list[tuple[str, list[Asked]]]:
    """Return the questions by the way they were typed."""
    return _by(asked, lambda each: each.question.group)


def intents_table(found: Findings) -> str:
    """Return for each intent how well it is found."""
    in_folds = dict(_by(found.folds, lambda each: each.question.intent))
    held_out = dict(_by(found.held_out, lambda each: each.question.intent))
    return table(
        ("intent", "examples", "F1, 5 folds", "held out", "F1", "confidently wrong"),
        (
            (
                intent,
                len(examples),
                intent_f1(found.folds, intent),
                len(held_out.get(intent, ())),
                intent_f1(found.held_out, intent) if intent in held_out else "",
                sum(each.confidently_wrong for each in held_out.get(intent, ())),
            )
            for intent, examples in in_folds.items()
        ),
    )


def worst_table(asked: Iterable[Asked]) -> str:
    """Return the wrong answers of which the assistant was surest."""
    wrong = [each for each in asked if each.confidently_wrong]
    wrong.sort(key=lambda each: -each.reading.confidence)
    return table(
        ("message", "meant", "answered", "confidence"),
        (
            (
                each.question.text.replace("|", "/"),
                " + ".join(each.question.intents),
                " + ".join(each.reading.answered),
                f"{each.reading.confidence:.2f}",
            )
            for each in wrong[:WORST]
        ),
    )


def _by(
    asked: Sequence[Asked], key: Callable[[Asked], str]
) -> list[tuple[str, list[Asked]]]:
    ordered = sorted(asked, key=key)
    return [(name, list(part)) for name, part in groupby(ordered, key)]
