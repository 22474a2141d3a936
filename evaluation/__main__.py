"""`make evaluate`: asks what was held out, writes docs/evaluation.md, and judges."""

import sys
from pathlib import Path

from evaluation import questions as known
from evaluation.asking import ask, ask_in_folds, ask_mistyped
from evaluation.goals import Findings, goals
from evaluation.masking import masking_table, secrets
from evaluation.pictures import draw_confidence, draw_confusion
from evaluation.pipeline import CONFIG, threshold, train
from evaluation.report import goals_table, report
from tools.processes import ROOT


def find() -> Findings:
    """Train with all examples, and ask everything."""
    examples = known.examples()
    print(f"Training with {len(examples)} examples ...", flush=True)
    pipeline = train(examples, CONFIG)
    questions = known.questions(known.HELD_OUT)
    namings = known.namings(known.HELD_OUT)
    readings = pipeline.read(each.text for each in namings)
    return Findings(
        held_out=ask(pipeline, questions),
        mistyped=ask_mistyped(pipeline, questions),
        several=ask(pipeline, known.several_questions(known.HELD_OUT)),
        tuning=ask(pipeline, known.questions(known.TUNING)),
        folds=ask_in_folds(examples),
        named=list(zip(namings, readings, strict=True)),
        milliseconds=pipeline.milliseconds([each.text for each in questions]),
    )


def tell(found: Findings, folder: Path) -> int:
    """Write the report and its pictures in `folder`, and print it.

    Returns the exit code: 1 when a goal is not met.
    """
    draw_confusion(found.held_out, folder / "evaluation-confusion.png")
    draw_confidence(found, threshold(), folder / "evaluation-confidence.png")
    masking = masking_table(secrets(known.HELD_OUT / "masking.yml"))
    written = report(found, threshold(), masking)
    (folder / "evaluation.md").write_text(written, encoding="utf-8")
    print(written, goals_table(goals(found)), sep="\n")
    return 0 if all(goal.met for goal in goals(found)) else 1


if __name__ == "__main__":
    sys.exit(tell(find(), ROOT / "docs"))
