"""The questions that are asked in an evaluation, and the examples that are learnt."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tools.processes import ROOT

TRAINING = ROOT / "data" / "nlu.yml"
HELD_OUT = ROOT / "tests" / "understanding"
TUNING = ROOT / "evaluation" / "tuning"
SEVERAL = " + "


@dataclass(frozen=True)
class Example:
    """A training example."""

    text: str
    intent: str


@dataclass(frozen=True)
class Question:
    """A message, the way of typing it stands for, and what it asks, in order."""

    text: str
    group: str
    intents: tuple[str, ...]

    @property
    def intent(self) -> str:
        """What it asks first."""
        return self.intents[0]


@dataclass(frozen=True)
class Naming:
    """A message and the ids of what it names, by kind."""

    text: str
    ids: dict[str, frozenset[str]]


def examples() -> list[Example]:
    """Return all training examples, in the order of the file."""
    return [
        Example(line.removeprefix("- "), block["intent"])
        for block in _read(TRAINING)["nlu"]
        for line in block["examples"].splitlines()
    ]


def questions(folder: Path) -> list[Question]:
    """Return the questions of HELD_OUT or TUNING."""
    return _grouped(folder / "questions.yml")


def several_questions(folder: Path) -> list[Question]:
    """Return messages that ask two things, or only seem to."""
    return _grouped(folder / "several_questions.yml")


def namings(folder: Path) -> list[Naming]:
    """Return messages with names in them, and without."""
    return [
        Naming(each.pop("text"), {kind: frozenset(each[kind]) for kind in each})
        for each in _read(folder / "names.yml")
    ]


def _grouped(path: Path) -> list[Question]:
    return [
        Question(text, group, tuple(intents.split(SEVERAL)))
        for group, by_intent in _read(path).items()
        for intents, texts in by_intent.items()
        for text in texts
    ]


def _read(path: Path) -> Any:  # noqa: ANN401 - each file has a shape of its own
    return YAML(typ="safe").load(path)
