"""Questions and examples are read as they were written."""

from collections import Counter
from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.loading import load_data

from evaluation.questions import (
    TRAINING,
    Naming,
    Question,
    examples,
    namings,
    questions,
    several_questions,
)

QUESTIONS = """
formal:
  ask_costs:
    - "Wat bedraagt het?"
    - Zijn er kosten aan verbonden?
  ask_duration:
    - "hoe lang: een jaar?"
short:
  ask_costs:
    - "nee"
"""
SEVERAL_QUESTIONS = """
two_questions:
  ask_duration + ask_costs:
    - hoe lang duurt het en wat kost het
  ask_costs + ask_duration + ask_privacy:
    - wat kost het, hoe lang duurt het, en wie leest dit
one_question:
  ask_costs:
    - kost dat geld en zo ja hoeveel
"""
NAMES = """
- text: "dsw of cz, en mijn man vgz"
  insurer: [cz, vgz]
  insurer_not_listed: [dsw]
- text: "dat is best veel geld"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questions.yml").write_text(QUESTIONS, encoding="utf-8")
    (tmp_path / "several_questions.yml").write_text(SEVERAL_QUESTIONS, encoding="utf-8")
    (tmp_path / "names.yml").write_text(NAMES, encoding="utf-8")
    return tmp_path


def test_questions_are_read_with_their_group_and_intent_in_order(folder: Path) -> None:
    assert questions(folder) == [
        Question("Wat bedraagt het?", "formal", ("ask_costs",)),
        Question("Zijn er kosten aan verbonden?", "formal", ("ask_costs",)),
        Question("hoe lang: een jaar?", "formal", ("ask_duration",)),
        Question("nee", "short", ("ask_costs",)),
    ]


def test_a_plus_b_is_two_intents_in_that_order(folder: Path) -> None:
    assert [(each.group, each.intents) for each in several_questions(folder)] == [
        ("two_questions", ("ask_duration", "ask_costs")),
        ("two_questions", ("ask_costs", "ask_duration", "ask_privacy")),
        ("one_question", ("ask_costs",)),
    ]


def test_the_intent_of_a_message_is_what_it_asks_first(folder: Path) -> None:
    first, *_ = several_questions(folder)
    assert first.intent == "ask_duration"


def test_names_are_read_by_kind_and_there_may_be_none(folder: Path) -> None:
    cz, none = namings(folder)
    assert cz == Naming(
        "dsw of cz, en mijn man vgz",
        {
            "insurer": frozenset({"cz", "vgz"}),
            "insurer_not_listed": frozenset({"dsw"}),
        },
    )
    assert none == Naming("dat is best veel geld", {})


def test_the_examples_are_those_that_rasa_learns() -> None:
    learnt = load_data(str(TRAINING)).intent_examples
    rasas = Counter((each.get("text"), each.get("intent")) for each in learnt)
    ours = Counter((each.text, each.intent) for each in examples())
    assert ours == rasas
