"""Tells whether the name of an insurer only says where: "de Amersfoortse huisarts"."""

import re

from steunwijzer.names import Match
from steunwijzer.schema import Lookalikes
from steunwijzer.short_names import may_end

WITHIN = 20  # characters
# What tells that a message is about insurance: "aanvullend", but not "aanvraag".
INSURANCE = (
    r"verzeker|polis|pakket|module|premie|klant|maatschappij|collectief|vergoe|betaal"
    r"|\bdek[kt]|declar|\baa?nv(?!r)"
)
_INSURANCE = re.compile(rf"{INSURANCE}|makelaar", re.IGNORECASE)
_JOINED = re.compile(r"-([^\W\d]\w*)")
_WHOSE = re.compile(r"\b(?:de|een|'?n|mijn|onze|haar|zijn|die)\s+$", re.IGNORECASE)
_NEXT = re.compile(r"\s+(\w+)")
# No noun: mostly a verb, which ends in t or en.
_NO_NOUN = re.compile(
    r"\w+(?:t|en)$|(?:de|te|een|als|graag|wil|zal|zou|zei|ga|ging|liet|gaf|kon|terug)$",
    re.IGNORECASE,
)


def is_place(text: str, name: Match, known: Lookalikes) -> bool:
    """Say whether `name` only tells where something is: a noun goes with it.

    Careful with "de Amersfoortse", which is a name without a noun: only in a message
    that says nothing of insurance, and not with the capital of a name before it.
    """
    word = name.alias.split()[-1]
    if word not in (*known.places, *known.adjectives):
        return False
    joined = _JOINED.match(text, name.end)
    if joined:
        return not _INSURANCE.search(joined[1])
    noun = _NEXT.match(text, name.end)
    if word in known.places or not noun or _INSURANCE.search(text):
        return False
    if may_end(text, name.end) or _NO_NOUN.match(noun[1]):
        return False
    written = text[name.start : name.end].split()
    before = text[max(0, name.start - WITHIN) : name.start]
    if len(written) > 1:  # "De Amersfoortse", in which the article is part of the name
        return written[0].islower() or not before.strip()
    return bool(_WHOSE.search(before))
