"""All knowledge of one installation, read once and checked as a whole.

`python -m steunwijzer.knowledge` checks the files and says what is wrong in them.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from steunwijzer.reading import KnowledgeError, Strict, read
from steunwijzer.reimbursement_table import Table
from steunwijzer.schema import Citation, Dated, Document, Fact, Named
from steunwijzer.zorgkantoor import Zorgkantoor

Questions = dict[str, dict[str, Named]]


class Organisation(Named):
    """An organisation that gave cliëntondersteuning, and for which sectors."""

    contracted_for: tuple[str, ...]


class _Sources(Strict):
    documents: dict[str, Document]


class _Support(Strict):
    facts: dict[str, Fact]
    services: dict[str, Named]
    support_forms: dict[str, Named]


class _Eligibility(Strict):
    facts: dict[str, Fact]
    sectors: dict[str, Named]
    life_areas: dict[str, Named]
    questions: Questions


class _Crisis(Strict):
    words: Named


class _Providers(Strict):
    facts: dict[str, Fact]
    organisations: dict[str, Organisation]


class _DeliveryForms(Strict):
    facts: dict[str, Fact]
    delivery_forms: dict[str, Named]
    questions: Questions


@dataclass(frozen=True)
class Knowledge:
    """Everything the assistant knows; ids are the keys of the files."""

    documents: Mapping[str, Document]
    facts: Mapping[str, Dated]
    questions: Questions
    services: Mapping[str, Named]
    support_forms: Mapping[str, Named]
    sectors: Mapping[str, Named]
    life_areas: Mapping[str, Named]
    organisations: Mapping[str, Organisation]
    delivery_forms: Mapping[str, Named]
    reimbursements: Table
    crisis_words: Named
    zorgkantoor: Zorgkantoor


def load(folder: Path) -> Knowledge:
    """Read and check every knowledge file in `folder`.

    Raises KnowledgeError with all mistakes found; there is no partial load.
    """
    support = read(folder / "support.yml", _Support)
    eligibility = read(folder / "eligibility.yml", _Eligibility)
    providers = read(folder / "providers.yml", _Providers)
    forms = read(folder / "delivery_forms.yml", _DeliveryForms)
    reimbursements = read(_newest(folder / "reimbursements"), Table)
    zorgkantoor = read(folder / "zorgkantoor.yml", Zorgkantoor)
    knowledge = Knowledge(
        documents=read(folder / "sources.yml", _Sources).documents,
        facts={
            **support.facts,
            **eligibility.facts,
            **providers.facts,
            **forms.facts,
            f"reimbursements_{reimbursements.year}": reimbursements,
            "zorgkantoor": _from_zorgkantoor(zorgkantoor),
        },
        questions={**eligibility.questions, **forms.questions},
        services=support.services,
        support_forms=support.support_forms,
        sectors=eligibility.sectors,
        life_areas=eligibility.life_areas,
        organisations=providers.organisations,
        delivery_forms=forms.delivery_forms,
        reimbursements=reimbursements,
        crisis_words=read(folder / "crisis.yml", _Crisis).words,
        zorgkantoor=zorgkantoor,
    )
    mistakes = list(_dangling(knowledge))
    if mistakes:
        raise KnowledgeError(mistakes)
    return knowledge


def _newest(folder: Path) -> Path:
    """The table of the latest year, as the files are named after their year."""
    return max(folder.glob("*.yml"), default=folder / "2015.yml")


def _from_zorgkantoor(zorgkantoor: Zorgkantoor) -> Dated:
    """What this installation says of itself, so that it can be cited too."""
    return Dated(
        source=[Citation(document="zorgkantoor", where="opgave van het zorgkantoor")],
        valid_from=zorgkantoor.checked_on,
        checked_on=zorgkantoor.checked_on,
    )


def _dangling(knowledge: Knowledge) -> Iterator[str]:
    """Name every id that points to nothing."""
    for fact_id, fact in knowledge.facts.items():
        for citation in fact.source:
            if citation.document not in knowledge.documents:
                yield (
                    f"{fact_id}: source: {citation.document} is not a document "
                    "in sources.yml"
                )
    for organisation_id, organisation in knowledge.organisations.items():
        for sector in organisation.contracted_for:
            if sector not in knowledge.sectors:
                yield (
                    f"providers.yml: {organisation_id}: contracted_for: {sector} "
                    "is not a sector in eligibility.yml"
                )
    for sector in knowledge.zorgkantoor.supporters:
        if sector not in knowledge.sectors:
            yield (
                f"zorgkantoor.yml: supporters: {sector} is not a sector; "
                f"expected one of {', '.join(knowledge.sectors)}"
            )


@cache
def installed() -> Knowledge:
    """The knowledge of this installation.

    Read from the folder `knowledge` of the project, or from the folder that
    STEUNWIJZER_KNOWLEDGE names. Raises KnowledgeError.
    """
    default = Path(__file__).parent.parent / "knowledge"
    return load(Path(os.environ.get("STEUNWIJZER_KNOWLEDGE", default)))


if __name__ == "__main__":
    try:
        installed()
    except KnowledgeError as error:
        sys.exit("\n".join(f"knowledge: {mistake}" for mistake in error.mistakes))
