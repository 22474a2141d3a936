"""`make compare`: pipelines side by side on the same examples (docs/pipelines.md).

`make compare DUTCH=name` also measures an installed statistical Dutch pipeline.
"""

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evaluation import questions as known
from evaluation.questions import Example
from evaluation.rows import FOLDS, HEAD, Row, own_row, rasa_row
from evaluation.tables import table
from evaluation.variants import RASA_LOGISTIC, STOCK, Variant, variants
from tools.processes import ROOT

EACH = 20  # examples of each intent: DIET takes hours for all of them
TEMPLATE = Path(__file__).with_name("pipelines.md")


def sample(examples: Sequence[Example]) -> list[Example]:
    """Return EACH examples of every intent, or all there are."""
    chance = random.Random(0)
    by_intent: dict[str, list[Example]] = {}
    for each in examples:
        by_intent.setdefault(each.intent, []).append(each)
    return [
        one
        for some in by_intent.values()
        for one in chance.sample(some, min(EACH, len(some)))
    ]


def main() -> None:
    """Measure everything and write the report."""
    dutch = sys.argv[1] if len(sys.argv) > 1 else None
    everything = known.examples()
    some = sample(everything)
    seeming = known.several_questions(known.TUNING)
    asked = known.questions(known.TUNING)
    asked += [each for each in seeming if len(each.intents) == 1]
    compared = variants(dutch)
    own_row(compared[0], some, asked, 1)  # what is loaded once is no time of the first
    small = [_shown(own_row(each, some, asked, FOLDS)) for each in compared]
    small += [
        _shown(rasa_row("Rasa's logistic regression", RASA_LOGISTIC, some, asked)),
        _shown(rasa_row("stock", STOCK, some, asked)),
    ]
    fast = [each for each in compared if not each.slow]
    large = [_shown(own_row(each, everything, asked, 1)) for each in fast]
    chosen, *others = compared
    slow = [each for each in others if each.slow]
    eighth, quarter, half = everything[::8], everything[::4], everything[::2]
    less = [
        _shown(own_row(_of_fewer(each, part), part, asked, 1))
        for each, part in (
            (chosen, eighth),
            *((each, eighth) for each in slow),
            (chosen, quarter),
            (chosen, half),
        )
    ]
    report = TEMPLATE.read_text(encoding="utf-8").format(
        some=len(some),
        everything=len(everything),
        each=EACH,
        asked=len(asked),
        small=table(HEAD, small),
        large=table(HEAD, large),
        less=table(HEAD, less),
    )
    (ROOT / "docs" / "pipelines.md").write_text(report, encoding="utf-8")


def _of_fewer(variant: Variant, examples: Sequence[Example]) -> Variant:
    return replace(variant, name=f"{len(examples)} examples: {variant.name}")


def _shown(row: Row) -> Row:
    print(*row, flush=True)
    return row


if __name__ == "__main__":
    main()
