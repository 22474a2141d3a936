"""Where a fact comes from, in short (under an answer) and in full (when asked)."""

from collections.abc import Iterable, Mapping
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


def citations_of(knowledge: Knowledge, facts: Iterable[str]) -> list[Mapping[str, Any]]:
    """Every place that these facts are cited from, each once.

    Keys: `title`, `where`, `url` (or None), `year` (valid from) and `checked_on`.
    """
    places: dict[tuple[str, str], Mapping[str, Any]] = {}
    for fact_id in facts:
        fact = knowledge.facts[fact_id]
        for citation in fact.source:
            document = knowledge.documents[citation.document]
            places.setdefault(
                (citation.document, citation.where),
                {
                    "title": document.title,
                    "where": citation.where,
                    "url": document.url,
                    "year": fact.valid_from.year,
                    "checked_on": fact.checked_on,
                },
            )
    return list(places.values())
