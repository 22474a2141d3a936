"""Training is repeatable: the same data gives the same assistant.

It trains on every 25th example, for all of them take minutes, and it does so twice.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from evaluation.questions import HELD_OUT, questions
from tools.processes import ROOT

CODE = """
import json
from evaluation.pipeline import CONFIG, train
from evaluation.questions import HELD_OUT, examples, questions

texts = [each.text for each in questions(HELD_OUT)]
read = train(examples()[::25], CONFIG).read(texts)
decided = [(each.answered, each.best, each.confidence) for each in read]
print(json.dumps([[text, *each] for text, each in zip(texts, decided)]))
"""
PATIENCE = 180  # seconds; twenty on a machine that does nothing else
ANY_DIFFERENCE = 1e-9  # of a confidence; the last digits are the processor's


def decisions(hash_seed: str) -> list[list[Any]]:
    """What a process of its own, with this PYTHONHASHSEED, learns to decide."""
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        # without Rasa's cache, where the second would find what the first learnt
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "RASA_MAX_CACHE_SIZE": "0"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    read: list[list[Any]] = json.loads(done.stdout.splitlines()[-1])
    return read


def test_the_same_examples_train_the_same_decisions_twice() -> None:
    with ThreadPoolExecutor() as both:
        first, second = both.map(decisions, ("1", "2"))

    assert [text for text, *_ in first] == [each.text for each in questions(HELD_OUT)]
    differing = [
        (one, other)
        for one, other in zip(first, second, strict=True)
        if one[:-1] != other[:-1]
        or one[-1] != pytest.approx(other[-1], abs=ANY_DIFFERENCE)
    ]
    assert not differing, f"{len(differing)} differ, such as {differing[:5]}"
