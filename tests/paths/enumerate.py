"""Walks every path through the questions of a guided flow."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from steunwijzer import delivery_form, eligibility
from steunwijzer.handoff import questions as handoff
from steunwijzer.handoff.recipient import recipient_for
from steunwijzer.knowledge import installed
from steunwijzer.outcome import Outcome

FOLDER = Path(__file__).parent
ANSWERS = {
    **{question: tuple(options) for question, options in installed().questions.items()},
    "sector": (*installed().sectors, eligibility.UNKNOWN),
    # of a request for a human: what a slot holds once it is answered
    **dict.fromkeys(
        ("contact_name", *handoff.REACHED_BY.values(), "contact_when"), (handoff.GIVEN,)
    ),
    "contact_when_ok": ("yes",),
    "contact_sector": (*installed().sectors, handoff.UNKNOWN),
}
Given = TypeVar("Given", eligibility.Situation, delivery_form.Wishes, handoff.Answers)


def paths(
    situation: Given, questions: Callable[[Given], tuple[str, ...]]
) -> Iterator[tuple[Given, tuple[str, ...]]]:
    """Yield the answers at the end of every path, and the questions asked on it."""
    asked = questions(situation)
    open_ones = [each for each in asked if getattr(situation, each) is None]
    if not open_ones:
        yield situation, asked
        return
    for answer in ANSWERS[open_ones[0]]:
        yield from paths(replace(situation, **{open_ones[0]: answer}), questions)


def eligibility_rows() -> list[str]:
    """One row a path: the answers, who helps, and the reasons."""
    return [
        _row(situation, asked, eligibility.decide(situation), _code_and_reasons)
        for situation, asked in paths(eligibility.Situation(), eligibility.questions)
    ]


def delivery_form_rows() -> list[str]:
    """One row a path: the answers, and the forms that could fit."""
    return [
        _row(wishes, asked, delivery_form.decide(wishes), _forms)
        for wishes, asked in paths(delivery_form.Wishes(), delivery_form.questions)
    ]


def handoff_rows() -> list[str]:
    """One row a path: the answers, and who gets the request, if anybody."""
    return [
        _row(answers, asked, _passed_on(answers), lambda outcome: outcome.code)
        for answers, asked in paths(handoff.Answers(), handoff.questions)
    ]


def _passed_on(answers: handoff.Answers) -> Outcome:
    if answers.contact_change:
        anew = handoff.asked_anew(answers.contact_change) or ("contact_consent",)
        return Outcome(" ".join(("asks", *anew)))
    if answers.contact_consent == "no":
        return Outcome("nobody")
    return Outcome(recipient_for(installed().zorgkantoor, answers.contact_sector).email)


def _row(
    given: object,
    asked: tuple[str, ...],
    outcome: Outcome,
    told: Callable[[Outcome], str],
) -> str:
    answers = " ".join(f"{question}={getattr(given, question)}" for question in asked)
    return f"{answers} -> {told(outcome)}"


def _forms(outcome: Outcome) -> str:
    return " ".join(outcome.values["forms"])


def _code_and_reasons(outcome: Outcome) -> str:
    return " ".join([outcome.code, *outcome.reasons])


SNAPSHOTS: dict[Path, Callable[[], list[str]]] = {
    FOLDER / "eligibility.txt": eligibility_rows,
    FOLDER / "delivery_form.txt": delivery_form_rows,
    FOLDER / "handoff.txt": handoff_rows,
}
