"""The knowledge is whole: checked at the start, sourced, and enough by itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from steunwijzer import delivery_form, eligibility
from steunwijzer.handoff import questions as handoff
from steunwijzer.knowledge import installed, load
from steunwijzer.reading import KnowledgeError
from steunwijzer.vocabulary import name_index
from tests.steunwijzer.conftest import KNOWLEDGE, KnowledgeCopy

FACTS = installed().facts
ROOT = KNOWLEDGE.parent


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "steunwijzer"],
        cwd=ROOT,
        env={**os.environ, "STEUNWIJZER_KNOWLEDGE": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_check_is_silent_when_all_is_well(knowledge_copy: KnowledgeCopy) -> None:
    result = check(knowledge_copy.folder)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_check_exits_1_with_a_line_for_each_mistake_and_no_more(
    knowledge_copy: KnowledgeCopy,
) -> None:
    knowledge_copy.change("zorgkantoor.yml", "phone:", "fone:")
    result = check(knowledge_copy.folder)
    assert result.returncode == 1
    assert [line.partition(" expected")[0] for line in result.stderr.splitlines()] == [
        f"knowledge: {knowledge_copy.folder}/zorgkantoor.yml: {mistake}"
        for mistake in ("phone: missing;", "fone: unknown key;")
    ]


def test_there_is_no_partial_load(knowledge_copy: KnowledgeCopy) -> None:
    knowledge_copy.change("crisis.yml", "name: zelfmoord", "nom: zelfmoord")
    with pytest.raises(KnowledgeError):
        load(knowledge_copy.folder)


@pytest.mark.parametrize("fact_id", FACTS)
def test_every_fact_says_where_it_stands_and_when_we_looked(fact_id: str) -> None:
    fact = FACTS[fact_id]
    assert fact.source
    assert all(citation.where for citation in fact.source)
    assert fact.checked_on >= fact.valid_from


def test_a_fact_without_the_day_on_which_we_looked_is_refused(
    knowledge_copy: KnowledgeCopy,
) -> None:
    checked = "    valid_from: 2024-07-01\n    checked_on: 2026-11-21"
    knowledge_copy.change(
        "delivery_forms.yml", checked, checked.partition("\n    checked")[0]
    )
    (mistake,) = knowledge_copy.mistakes()
    assert mistake.startswith(
        "delivery_forms.yml: facts.pgb_manager_since_2024.checked_on: missing"
    )


def test_the_questions_and_their_answers_are_those_that_the_decisions_know() -> None:
    knowledge = installed()
    asked = {
        question
        for situation in (eligibility.Situation, delivery_form.Wishes)
        for question in situation.__dataclass_fields__
    }
    decided = asked | handoff.ANSWERS.keys()
    assert decided == knowledge.questions.keys() | {"sector"}
    told = asked - {"sector"}
    assert all("unknown" in knowledge.questions[question] for question in told)


@pytest.mark.parametrize(
    ("file", "old", "new", "question", "kind", "found"),
    [
        (
            "providers.yml",
            "aliases: [zorg belang]",
            "aliases: [zorg belang, belangenclub]",
            "wat doet de Belangenclub",
            "organisation",
            "zorgbelang",
        ),
        (
            "providers.yml",
            "  mee:\n",
            "  zorgstem:\n    name: Zorgstem\n    contracted_for: [ggz]\n  mee:\n",
            "helpt zorgstemm ook",
            "organisation",
            "zorgstem",
        ),
        (
            "reimbursements/2015.yml",
            "  cz:\n",
            "  waterland:\n    name: Waterland Polis\n    name_raw: Waterland Polis\n"
            "    src_line: 1\n    permission: {stated: unknown}\n"
            "    packages: []\n  cz:\n",
            "en bij waterland polis?",
            "insurer",
            "waterland",
        ),
        (
            "eligibility.yml",
            "aliases: [gz, ",
            "aliases: [gz, autisme, ",
            "mijn broer heeft autisme",
            "sector",
            "gz",
        ),
    ],
)
def test_a_name_added_to_the_knowledge_is_found_without_anything_else(
    knowledge_copy: KnowledgeCopy,
    file: str,
    old: str,
    new: str,
    question: str,
    kind: str,
    found: str,
) -> None:
    before = name_index(installed()).find(question)
    assert (kind, found) not in {(match.kind, match.ids[0]) for match in before}
    knowledge_copy.change(file, old, new)
    after = name_index(load(knowledge_copy.folder)).find(question)
    assert (kind, found) in {(match.kind, match.ids[0]) for match in after}


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "delivery_forms.yml",
            "    both:",
            "    each:",
            "questions.arranging: expected",
        ),
        (
            "eligibility.yml",
            "  under_18:",
            "  age:",
            "questions.under_18: expected yes",
        ),
        (
            "reimbursements/2015.yml",
            "amount: 30000",
            "amount: 30001",
            "expected the amount",
        ),
        ("reimbursements/2015.yml", "amount: 30000", "amount: 40000", "the amount 400"),
    ],
)
def test_what_no_decision_answers_for_stops_the_start(
    knowledge_copy: KnowledgeCopy, file: str, old: str, new: str, told: str
) -> None:
    knowledge_copy.change(file, old, new)
    assert any(told in mistake for mistake in knowledge_copy.mistakes())


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("terms.yml", "  svb:", "  uwv:", "uwv: expected the response utter_term_uwv"),
        ("support.yml", "  support_is_free:", "  is_free:", "support_is_free is not"),
        (
            "reimbursements/2015.yml",
            "condition: entrepreneurs",
            "condition: farmers",
            "expected the response utter_condition_farmers",
        ),
    ],
)
def test_what_no_sentence_says_stops_the_start(
    knowledge_copy: KnowledgeCopy, file: str, old: str, new: str, told: str
) -> None:
    knowledge_copy.change(file, old, new)
    result = check(knowledge_copy.folder)
    assert result.returncode == 1
    assert told in result.stderr


@pytest.mark.parametrize(
    "website",
    [
        "www.zorgkantoor-voorbeeld.example",
        "http://www.zorgkantoor-voorbeeld.example",
        "https://www.zorgkantoor-voorbeeld.example/",
        "https://WWW.zorgkantoor-voorbeeld.example",
        "https://*.zorgkantoor-voorbeeld.example",
        "https://localhost",
    ],
)
def test_a_website_that_no_browser_would_name_so_is_refused(
    knowledge_copy: KnowledgeCopy, website: str
) -> None:
    shipped = "https://www.zorgkantoor-voorbeeld.example"
    knowledge_copy.change("zorgkantoor.yml", shipped, f'"{website}"')
    (mistake,) = knowledge_copy.mistakes()
    assert mistake.startswith("zorgkantoor.yml: websites")
    assert "https://www.voorbeeld.nl" in mistake
