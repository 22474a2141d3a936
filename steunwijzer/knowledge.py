"""All knowledge of one installation, read once and checked as a whole."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from steunwijzer.knowledge_files import Organisation, Questions, read_files
from steunwijzer.reimbursement_table import Table
from steunwijzer.schema import Crisis, Dated, Document, Lookalikes, Named
from steunwijzer.zorgkantoor import Zorgkantoor


@dataclass(frozen=True)
class Knowledge:
    """Everything the assistant knows; ids are the keys of the files."""

    documents: Mapping[str, Document]
    facts: Mapping[str, Dated]
    questions: Questions
    terms: Mapping[str, Named]
    services: Mapping[str, Named]
    support_forms: Mapping[str, Named]
    sectors: Mapping[str, Named]
    life_areas: Mapping[str, Named]
    organisations: Mapping[str, Organisation]
    delivery_forms: Mapping[str, Named]
    reimbursements: Table
    crisis: Crisis
    dissatisfied: Named
    lookalikes: Lookalikes
    zorgkantoor: Zorgkantoor


def load(folder: Path) -> Knowledge:
    """Read and check every knowledge file in `folder`.

    Raises KnowledgeError with all mistakes found; there is no partial load.
    """
    files = read_files(folder)
    return Knowledge(
        documents=files.sources.documents,
        facts={key: fact for _, key, fact in files.all_facts()},
        questions={
            **files.eligibility.questions,
            **files.delivery_forms.questions,
            **files.handoff.questions,
        },
        terms=files.terms.terms,
        services=files.support.services,
        support_forms=files.support.support_forms,
        sectors=files.eligibility.sectors,
        life_areas=files.eligibility.life_areas,
        organisations=files.providers.organisations,
        delivery_forms=files.delivery_forms.delivery_forms,
        reimbursements=files.reimbursements,
        crisis=files.crisis,
        dissatisfied=files.handoff.dissatisfied,
        lookalikes=files.lookalikes,
        zorgkantoor=files.zorgkantoor,
    )


@cache
def installed() -> Knowledge:
    """The knowledge of this installation.

    Read from the folder `knowledge` of the project, or from the folder that
    STEUNWIJZER_KNOWLEDGE names. Raises KnowledgeError.
    """
    default = Path(__file__).parent.parent / "knowledge"
    return load(Path(os.environ.get("STEUNWIJZER_KNOWLEDGE", default)))
