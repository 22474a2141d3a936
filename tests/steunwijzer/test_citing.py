"""An answer says where it comes from, and whether that still holds."""

from dataclasses import replace
from datetime import date

import pytest

from steunwijzer.citing import citations_of, documents_of
from steunwijzer.knowledge import Knowledge, installed
from steunwijzer.schema import Citation, Document, Fact

TODAY = date(2026, 11, 21)
DOCUMENTS = {
    "law": Document(title="De wet", publisher="Overheid", url="https://wet.example"),
    "page": Document(title="De pagina", publisher=None, url=None),
}


def fact(
    *places: tuple[str, str],
    since: int = 2015,
    until: date | None = None,
    checked: date = TODAY,
) -> Fact:
    return Fact(
        value=True,
        source=[Citation(document=document, where=where) for document, where in places],
        valid_from=date(since, 1, 1),
        valid_until=until,
        checked_on=checked,
    )


FACTS = {
    "free": fact(("page", "eerste zin"), ("law", "artikel 4")),
    "right": fact(("law", "artikel 4"), ("law", "artikel 8")),
    "newer": fact(("law", "artikel 5"), since=2024),
    "older look": fact(("law", "artikel 6"), checked=date(2025, 1, 1)),
    "past": fact(("law", "artikel 9"), until=date(2015, 12, 31)),
}


@pytest.fixture
def knowledge() -> Knowledge:
    return replace(installed(), documents=DOCUMENTS, facts=FACTS)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], []),
        (["free"], ["De pagina (2015)"]),
        (["free", "right"], ["De pagina (2015)", "De wet (2015)"]),
        (["right", "past", "right"], ["De wet (2015)"]),
    ],
)
def test_the_source_line_names_the_first_document_of_each_fact_once(
    knowledge: Knowledge, facts: list[str], expected: list[str]
) -> None:
    assert documents_of(knowledge, facts) == expected


def test_a_citation_has_all_that_can_be_asked_for(knowledge: Knowledge) -> None:
    assert citations_of(knowledge, ["right"], TODAY) == [
        {
            "title": "De wet",
            "where": ["artikel 4", "artikel 8"],
            "url": "https://wet.example",
            "year": 2015,
            "in_force": True,
            "checked_on": TODAY,
        }
    ]


def test_places_in_one_document_stand_together_and_each_once(
    knowledge: Knowledge,
) -> None:
    entries = citations_of(knowledge, ["free", "right"], TODAY)
    assert [(entry["title"], entry["where"]) for entry in entries] == [
        ("De pagina", ["eerste zin"]),
        ("De wet", ["artikel 4", "artikel 8"]),
    ]


def test_what_no_longer_holds_stands_apart_from_what_does(knowledge: Knowledge) -> None:
    entries = citations_of(knowledge, ["right", "past"], TODAY)
    assert [(entry["where"], entry["in_force"]) for entry in entries] == [
        (["artikel 4", "artikel 8"], True),
        (["artikel 9"], False),
    ]


def test_what_holds_from_another_year_stands_apart(knowledge: Knowledge) -> None:
    entries = citations_of(knowledge, ["right", "newer"], TODAY)
    assert [entry["year"] for entry in entries] == [2015, 2024]


def test_we_never_claim_to_have_looked_later_than_we_did(knowledge: Knowledge) -> None:
    (entry,) = citations_of(knowledge, ["right", "older look"], TODAY)
    assert entry["checked_on"] == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2014, 12, 31), False),
        (date(2015, 1, 1), True),
        (date(2015, 12, 31), True),
        (date(2016, 1, 1), False),
    ],
)
def test_a_fact_holds_from_its_first_day_up_to_and_including_its_last(
    knowledge: Knowledge, on: date, holds: bool
) -> None:
    (entry,) = citations_of(knowledge, ["past"], on)
    assert entry["in_force"] is holds


def test_a_fact_that_does_not_exist_is_an_error(knowledge: Knowledge) -> None:
    with pytest.raises(KeyError, match="nergens"):
        documents_of(knowledge, ["nergens"])
    with pytest.raises(KeyError, match="nergens"):
        citations_of(knowledge, ["nergens"], TODAY)
