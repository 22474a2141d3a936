"""The knowledge files together: their shapes, and ids that must fit each other."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import conlist

from steunwijzer import delivery_form, eligibility
from steunwijzer.handoff import questions as handoff
from steunwijzer.reading import KnowledgeError, Strict, read_all
from steunwijzer.reimbursement_cost import limits
from steunwijzer.reimbursement_table import Table
from steunwijzer.schema import (
    Citation,
    Crisis,
    Dated,
    Document,
    Fact,
    Lookalikes,
    Named,
)
from steunwijzer.words import folded
from steunwijzer.zorgkantoor import Zorgkantoor

Questions = dict[str, dict[str, Named]]
# every answer that the decisions know, by file
WITH_QUESTIONS = {
    "eligibility": eligibility.ANSWERS,
    "delivery_forms": delivery_form.ANSWERS,
    "handoff": handoff.ANSWERS,
}


class Organisation(Named):
    """An organisation that gave cliëntondersteuning, and for which sectors."""

    contracted_for: conlist(str, min_items=1)  # type: ignore[valid-type]


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


class _Terms(Strict):
    terms: dict[str, Named]


class _Providers(Strict):
    facts: dict[str, Fact]
    organisations: dict[str, Organisation]


class _DeliveryForms(Strict):
    facts: dict[str, Fact]
    delivery_forms: dict[str, Named]
    questions: Questions


class _Handoff(Strict):
    dissatisfied: Named
    questions: Questions


class Files(Strict):
    """The knowledge files; a field is named after its file."""

    sources: _Sources
    support: _Support
    eligibility: _Eligibility
    providers: _Providers
    delivery_forms: _DeliveryForms
    handoff: _Handoff
    crisis: Crisis
    lookalikes: Lookalikes
    terms: _Terms
    zorgkantoor: Zorgkantoor
    reimbursements: Table

    def all_facts(self) -> Iterator[tuple[str, str, Dated]]:
        """Yield every fact with its file and its id."""
        for name in ("support", "eligibility", "providers", "delivery_forms"):
            for fact_id, fact in getattr(self, name).facts.items():
                yield name, fact_id, fact
        yield "reimbursements", self.reimbursements.fact, self.reimbursements
        yield "zorgkantoor", "zorgkantoor", _from_zorgkantoor(self.zorgkantoor)


def read_files(folder: Path) -> Files:
    """Read all knowledge files in `folder`.

    Raises KnowledgeError with the mistakes of all files; ids are compared once every
    file has its shape.
    """
    paths = {name: folder / f"{name}.yml" for name in Files.__fields__}
    paths["reimbursements"] = _newest(folder / "reimbursements")
    files = read_all(paths, Files)
    checks = (_twice, _dangling, _undecided, _like_no_insurer)
    wrong = [mistake for check in checks for mistake in check(files)]
    if wrong:
        raise KnowledgeError([f"{paths[name]}: {mistake}" for name, mistake in wrong])
    return files


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


def _twice(files: Files) -> Iterator[tuple[str, str]]:
    """Name the file and the id of every fact and question that two files have."""
    keys = [(name, f"facts.{fact_id}") for name, fact_id, _ in files.all_facts()]
    for name in WITH_QUESTIONS:
        keys += [(name, f"questions.{each}") for each in getattr(files, name).questions]
    first: dict[str, str] = {}
    for name, key in keys:
        if key in first:
            yield name, f"{key}: also in {first[key]}.yml; expected an id of its own"
        first.setdefault(key, name)


def _undecided(files: Files) -> Iterator[tuple[str, str]]:
    """Name what the decisions cannot answer for, or would answer wrongly."""
    for name, decision in WITH_QUESTIONS.items():
        options = {
            question: tuple(answers)
            for question, answers in getattr(files, name).questions.items()
        }
        for question in {*options, *decision}:
            expected = decision.get(question)
            if options.get(question) != expected:
                told = ", ".join(expected) if expected else "no such question"
                yield name, f"questions.{question}: expected {told}"
    for insurer in files.reimbursements.insurers.values():
        for package in insurer.packages:
            if len(limits(package)) > 1:
                yield (
                    "reimbursements",
                    f"{package.id}: expected one of {', '.join(limits(package))}, "
                    "not together: there is no sentence that says both",
                )


def _dangling(files: Files) -> Iterator[tuple[str, str]]:
    """Name the file and the key of every id that points to nothing."""
    documents, sectors = files.sources.documents, files.eligibility.sectors
    for name, fact_id, fact in files.all_facts():
        for citation in fact.source:
            if citation.document not in documents:
                yield (
                    name,
                    f"{fact_id}.source: {citation.document} is not a document; "
                    f"expected one of sources.yml: {', '.join(documents)}",
                )
    named = [
        ("providers", f"organisations.{organisation_id}.contracted_for", sector)
        for organisation_id, organisation in files.providers.organisations.items()
        for sector in organisation.contracted_for
    ]
    named += [
        ("zorgkantoor", "supporters", each) for each in files.zorgkantoor.supporters
    ]
    for name, key, sector in named:
        if sector not in sectors:
            yield (
                name,
                f"{key}: {sector} is not a sector; "
                f"expected one of eligibility.yml: {', '.join(sectors)}",
            )


def _like_no_insurer(files: Files) -> Iterator[tuple[str, str]]:
    """Name the lookalikes that would do nothing: no insurer is called so."""
    table, known = files.reimbursements, files.lookalikes
    names = [
        folded(name)
        for insurer in (*table.insurers.values(), *table.not_listed.values())
        for name in (insurer.name, *insurer.aliases, *insurer.exact)
    ]
    whole = {name[0] for name in names if len(name) == 1}
    last = {name[-1] for name in names if name}
    for key, words, having, told in (
        ("people", known.people, whole, "a name of one word"),
        ("places", known.places, last, "a name, or the last word of one,"),
        ("adjectives", known.adjectives, last, "a name, or the last word of one,"),
        ("illnesses", known.illnesses, whole, "a name of one word"),
    ):
        for word in words:
            if word not in having:
                yield (
                    "lookalikes",
                    f"{key}: {word} is no insurer; expected {told} of an insurer in "
                    "reimbursements, or leave it out",
                )
