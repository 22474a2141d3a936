"""Who has a right to cliëntondersteuning: rules R1 to R6, and every combination."""

from dataclasses import replace
from itertools import product

import pytest

from steunwijzer.eligibility import Situation, decide, questions
from steunwijzer.knowledge import installed
from tests.paths.enumerate import ANSWERS, paths

ANSWER_SETS = [ANSWERS[question] for question in Situation.__dataclass_fields__]
EVERY = [Situation(*answers) for answers in product(*ANSWER_SETS)]
PATHS = list(paths(Situation(), questions))
CODES = {
    "yes": "right",
    "no": "municipality",
    "applied": "before_indication",
    "unknown": "indication_unknown",
}


def test_every_combination_of_answers_is_covered() -> None:
    assert len(EVERY) == 4 * 4 * 4 * 3


@pytest.mark.parametrize(
    "situation", EVERY, ids=lambda each: "-".join(vars(each).values())
)
def test_the_indication_alone_says_who_helps_and_the_facts_exist(
    situation: Situation,
) -> None:
    outcome = decide(situation)
    assert outcome.code == CODES[str(situation.indication)]
    assert outcome.facts
    assert set(outcome.facts) <= installed().facts.keys()


@pytest.mark.parametrize("sector", ["vv", "gz", "ggz"])
@pytest.mark.parametrize("asker", ["client", "representative", "carer"])
def test_with_an_indication_there_is_a_right_in_every_sector_and_for_every_asker(
    sector: str, asker: str
) -> None:
    """R1 and R6."""
    outcome = decide(Situation("yes", sector, asker))
    assert outcome.code == "right"
    assert outcome.reasons == (f"sector_{sector}", f"asker_{asker}")


def test_the_right_does_not_depend_on_the_delivery_form() -> None:
    """R2."""
    assert "right_in_every_delivery_form" in decide(Situation("yes")).facts


@pytest.mark.parametrize("under_18", ["yes", "no", "unknown"])
def test_without_an_indication_the_municipality_helps_under_wmo_or_jeugdwet(
    under_18: str,
) -> None:
    """R3."""
    outcome = decide(Situation("no", under_18=under_18))
    assert outcome.code == "municipality"
    assert outcome.reasons == (f"under_18_{under_18}",)
    assert "municipality_support_is_free" in outcome.facts


def test_who_applied_is_told_that_the_ciz_points_to_help() -> None:
    """R4."""
    outcome = decide(Situation("applied"))
    assert outcome.facts[0] == "ciz_points_applicant_to_support"


@pytest.mark.parametrize("sector", ["vv", "gz", "ggz", "unknown"])
def test_a_sector_gives_no_right_by_itself(sector: str) -> None:
    """R1: the indication decides, not the kind of care."""
    assert decide(Situation("no", sector)).code == "municipality"
    assert decide(Situation("unknown", sector)).code == "indication_unknown"


@pytest.mark.parametrize(
    ("situation", "question"),
    [(end, question) for end, asked in PATHS for question in asked],
    ids=str,
)
def test_unknown_is_never_quietly_the_same_as_another_answer(
    situation: Situation, question: str
) -> None:
    unknown = decide(replace(situation, **{question: "unknown"}))
    others = [
        decide(replace(situation, **{question: answer}))
        for answer in ANSWERS[question]
        if answer != "unknown"
    ]
    assert unknown not in others


@pytest.mark.parametrize("question", Situation.__dataclass_fields__)
def test_not_asked_is_decided_as_unknown(question: str) -> None:
    situation = Situation("yes", "vv", "client", "no")
    not_asked = decide(replace(situation, **{question: None}))
    assert not_asked == decide(replace(situation, **{question: "unknown"}))


@pytest.mark.parametrize("indication", ANSWERS["indication"])
@pytest.mark.parametrize("question", ["sector", "asker", "under_18"])
def test_a_question_is_asked_just_when_it_changes_the_outcome(
    indication: str, question: str
) -> None:
    situation = Situation(indication, "vv", "client", "no")
    outcomes = {
        (outcome.code, outcome.reasons)
        for answer in ANSWERS[question]
        for outcome in [decide(replace(situation, **{question: answer}))]
    }
    assert (question in questions(situation)) == (len(outcomes) > 1)


def test_the_indication_is_asked_first() -> None:
    assert questions(Situation()) == ("indication",)
    assert all(questions(situation)[0] == "indication" for situation in EVERY)
