"""What the knowledge needs of domain.yml, so that a gap stops the start.

A new delivery form, term or condition is only known to clients once it has a sentence;
a response may only name facts and values that the knowledge has.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from steunwijzer.knowledge import Knowledge

Responses = Mapping[str, list[dict[str, Any]]]


def read_responses(domain: Path) -> Responses:
    """Return the responses of domain.yml by name."""
    responses: Responses = YAML(typ="safe", pure=True).load(domain)["responses"]
    return responses


def wording_mistakes(knowledge: Knowledge, responses: Responses) -> Iterator[str]:
    """Yield one line for each response that is missing, and each fact that is."""
    for file, key, response in _needed(knowledge):
        if response not in responses:
            yield f"{file}: {key}: expected the response {response} in domain.yml"
    for name, variants in responses.items():
        for fact in variants[0].get("metadata", {}).get("facts", ()):
            if fact not in knowledge.facts:
                yield f"domain.yml: {name}: {fact} is not a fact in the knowledge"


def _needed(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Yield file, key and response for everything that has a sentence of its own."""
    for form in knowledge.delivery_forms:
        for kind in ("explain", "form_asks"):
            yield "delivery_forms.yml", form, f"utter_{kind}_{form}"
    for term in knowledge.terms:
        yield "terms.yml", term, f"utter_term_{term}"
    for form in knowledge.support_forms:
        yield "support.yml", form, f"utter_support_{form}"
    for question in knowledge.questions:
        yield "questions", question, f"utter_ask_{question}"
    file = f"reimbursements/{knowledge.reimbursements.year}.yml"
    for insurer in knowledge.reimbursements.insurers.values():
        for package in insurer.packages:
            if package.condition:
                yield file, package.id, f"utter_condition_{package.condition}"
            if package.footnote:
                yield file, package.id, f"utter_footnote_{package.footnote.code}"
