"""The choice helper: one row of the table for all answers, and never an unfit form."""

from dataclasses import replace
from itertools import product

import pytest

from steunwijzer.delivery_form import TABLE, Wishes, decide, questions
from steunwijzer.knowledge import installed
from tests.paths.enumerate import ANSWERS, paths

QUESTIONS = tuple(Wishes.__dataclass_fields__)
EVERY = [Wishes(*answers) for answers in product(*(ANSWERS[q] for q in QUESTIONS))]
PATHS = list(paths(Wishes(), questions))
AT_HOME = {"vpt", "mpt", "pgb", "mpt_pgb"}


def forms(wishes: Wishes) -> tuple[str, ...]:
    found: tuple[str, ...] = decide(wishes).values["forms"]
    return found


def these(**answers: str) -> list[Wishes]:
    """All inputs with these answers."""
    return [each for each in EVERY if vars(each) | answers == vars(each)]


def test_every_combination_of_answers_is_covered() -> None:
    assert len(EVERY) == 3 * 3 * 4 * 3 * 3


@pytest.mark.parametrize(
    "wishes", EVERY, ids=lambda each: "-".join(vars(each).values())
)
def test_all_answers_fit_one_row_and_lead_to_forms_with_facts(wishes: Wishes) -> None:
    assert len([row for row in TABLE if row.fits(wishes)]) == 1
    outcome = decide(wishes)
    assert outcome.values["forms"]
    assert set(outcome.values["forms"]) <= installed().delivery_forms.keys()
    assert outcome.facts
    assert set(outcome.facts) <= installed().facts.keys()


def test_every_row_of_the_table_is_for_somebody() -> None:
    assert [row for row in TABLE if not any(map(row.fits, EVERY))] == []


def test_no_form_is_named_twice() -> None:
    assert [each for each in EVERY if len(set(forms(each))) < len(forms(each))] == []


def test_without_anybody_to_keep_the_budget_there_is_no_budget() -> None:
    given = these(budget_keeping="no")
    assert [each for each in given if {"pgb", "mpt_pgb"} & set(forms(each))] == []


def test_no_care_at_home_where_home_is_not_safe() -> None:
    given = these(safe_at_home="no")
    assert {forms(each) for each in given} == {("verblijf",)}


def test_no_care_at_home_for_who_wants_to_live_in_an_institution() -> None:
    given = these(living="institution")
    assert {forms(each) for each in given} == {("verblijf",)}


def test_no_institution_for_who_can_and_will_live_at_home() -> None:
    given = these(living="home", safe_at_home="yes")
    assert {form for each in given for form in forms(each)} == AT_HOME


@pytest.mark.parametrize("question", ["living", "safe_at_home"])
def test_doubt_about_home_leaves_an_institution_possible(question: str) -> None:
    given = these(**{question: "unknown"})
    assert [each for each in given if "verblijf" not in forms(each)] == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("home", "yes", "self", "yes", None), ("pgb",)),
        (("home", "yes", "self", "no", None), ("mpt", "vpt")),
        (("home", "yes", "self", "unknown", None), ("pgb", "mpt")),
        (("home", "yes", "both", "yes", None), ("mpt_pgb",)),
        (("home", "yes", "both", "no", None), ("mpt",)),
        (("home", "yes", "organisation", None, "yes"), ("vpt",)),
        (("home", "yes", "organisation", None, "no"), ("mpt",)),
        (("home", "yes", "unknown", None, "unknown"), ("vpt", "mpt", "pgb")),
    ],
)
def test_the_forms_that_could_fit_most_fitting_first(
    answers: tuple[str | None, ...], expected: tuple[str, ...]
) -> None:
    assert forms(Wishes(*answers)) == expected


@pytest.mark.parametrize(("wishes", "asked"), PATHS, ids=str)
def test_only_questions_that_can_change_the_advice_are_asked(
    wishes: Wishes, asked: tuple[str, ...]
) -> None:
    for at, question in enumerate(asked):
        before = replace(wishes, **dict.fromkeys(asked[at:]))
        leads_to = {
            frozenset(forms(end) for end, _ in paths(then, questions))
            for answer in ANSWERS[question]
            for then in [replace(before, **{question: answer})]
        }
        assert len(leads_to) > 1, question


@pytest.mark.parametrize(("wishes", "asked"), PATHS, ids=str)
def test_the_reasons_are_the_answers_in_the_order_of_asking(
    wishes: Wishes, asked: tuple[str, ...]
) -> None:
    expected = tuple(f"{question}_{getattr(wishes, question)}" for question in asked)
    assert decide(wishes).reasons == expected


def test_at_most_four_questions_are_asked() -> None:
    assert max(len(asked) for _, asked in PATHS) == 4
