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
    """Return where these facts stand, one entry for each document and period.

    Keys: `title`, `where` (places, each once), `url` (or None), `year` (from which
    it holds), `in_force` (it still does, on that day) and `checked_on` (the day on
    which we looked at the one that we looked at longest ago).
    """
    entries: dict[tuple[str, int, bool], dict[str, Any]] = {}
    for fact in (knowledge.facts[fact_id] for fact_id in facts):
        period = (fact.valid_from.year, fact.holds_on(on))
        for citation in fact.source:
            document = knowledge.documents[citation.document]
            entry = entries.setdefault(
                (citation.document, *period),
                {
                    "title": document.title,
                    "where": [],
                    "url": document.url,
                    "year": fact.valid_from.year,
                    "in_force": fact.holds_on(on),
                    "checked_on": fact.checked_on,
                },
            )
            entry["checked_on"] = min(entry["checked_on"], fact.checked_on)
            if citation.where not in entry["where"]:
                entry["where"].append(citation.where)
    return list(entries.values())
