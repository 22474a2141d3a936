"""How plain a Dutch answer is: a proxy for B1, never proof of it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import textstat

from steunwijzer.knowledge import installed

# Terms of the law and of the field, which an answer explains rather than avoids.
# Each is read as a short word; ordinary words have no place here.
GLOSSARY = {
    "cliëntondersteuning": "hulp",
    "cliëntondersteuner": "helper",
    "mantelzorgmakelaar": "helper",
    "Wlz-indicatie": "brief",
    "zorgaanbieder": "huis",
    "volledig pakket thuis": "pakket",
    "modulair pakket thuis": "pakket",
    "persoonsgebonden budget": "geld",
    "burgerservicenummer": "nummer",
}


class Measured(NamedTuple):
    """The measures of design.md."""

    flesch_douma: float
    mean_words: float
    longest: str
    lix: float


def _names() -> Iterable[str]:
    """Names out of the knowledge: no wording can make them shorter."""
    knowledge = installed()
    zorgkantoor, table = knowledge.zorgkantoor, knowledge.reimbursements
    yield from (zorgkantoor.name, zorgkantoor.email, zorgkantoor.phone)
    for document in knowledge.documents.values():
        yield from (each for each in (document.title, document.url) if each)
    for fact in knowledge.facts.values():
        yield from (citation.where for citation in fact.source)
    yield from vars(zorgkantoor.visiting_address).values()
    for supporters in zorgkantoor.supporters.values():
        yield from (each.name for each in supporters)
    for insurer in table.insurers.values():
        yield insurer.name
        for package in insurer.packages:
            yield from (product.name for product in package.products())
            yield package.name
    for things in (knowledge.organisations, knowledge.sectors, table.not_listed):
        yield from (each.name for each in things.values())


def _any_of(terms: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(set(terms), key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", flags
    )


NAMES = _any_of(_names())
TERMS = _any_of(GLOSSARY, re.IGNORECASE)
SHORT = {term.lower(): word for term, word in GLOSSARY.items()}


def words(text: str) -> list[str]:
    """The words of a text; a number or an amount is one."""
    return [word for word in text.split() if re.search(r"\w", word)]


def swapped(text: str) -> str:
    """The text with every name and every term as a short word."""
    return TERMS.sub(lambda match: SHORT[match[0].lower()], NAMES.sub("die", text))


def sentences(text: str) -> list[str]:
    """The sentences of a text; an item of a list is none."""
    lines = [line for line in text.split("\n") if not line.startswith("- ")]
    parts = (re.split(r"(?<=[.?!])\s+", line) for line in lines)
    return [sentence for line in parts for sentence in line if words(sentence)]


def measured(text: str) -> Measured:
    """Measure a whole answer, once its terms are swapped."""
    plain = sentences(swapped(text))
    whole = " ".join(plain)
    textstat.set_lang("nl")
    return Measured(
        flesch_douma=textstat.flesch_reading_ease(whole),
        mean_words=len(words(whole)) / len(plain),
        longest=max(plain, key=lambda sentence: len(words(sentence))),
        lix=textstat.lix(whole),
    )
