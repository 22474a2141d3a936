"""Where a fact comes from, in short (under an answer) and in full (when asked)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from steunwijzer.knowledge import Knowledge


def documents_of(knowledge: Knowledge, facts: Iterable[str]) -> list[str]:
    """Return titles with the year from which they hold: "Wet langdurige zorg (2015)".

    Only the first source of each fact is named: the others say the same.
    """
    named = (
        (
            knowledge.documents[fact.source[0].document].title,
            fact.valid_from.year,
        )
        for fact in (knowledge.facts[fact_id] for fact_id in facts)
    )
    return [f"{title} ({year})" for title, year in dict.fromkeys(named)]


def citations_of(
    knowledge: Knowledge, facts: Iterable[str], on: date
) -> list[Mapping[str, Any]]:
    """Return where these facts stand, one entry for each document.

    Keys: `title`, `where` (places, each once), `url` (or None), `year` (from which
    it holds), `in_force` (it still does, on that day) and `checked_on`.
    """
    entries: dict[tuple[str, bool], dict[str, Any]] = {}
    for fact in (knowledge.facts[fact_id] for fact_id in facts):
        for citation in fact.source:
            document = knowledge.documents[citation.document]
            entry = entries.setdefault(
                (citation.document, fact.holds_on(on)),
                {
                    "title": document.title,
                    "where": [],
                    "url": document.url,
                    "year": fact.valid_from.year,
                    "in_force": fact.holds_on(on),
                    "checked_on": fact.checked_on,
                },
            )
            if citation.where not in entry["where"]:
                entry["where"].append(citation.where)
    return list(entries.values())
