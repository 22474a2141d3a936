"""Tells whether the last word of a label is just a word: "kan ik CZ direct bellen"."""

import re

from steunwijzer.names import Match

WITHIN = 60  # characters
_WHOSE_AND_WORD = re.compile(r"(?P<whose>\w+)\s+direct", re.IGNORECASE)
_CONTACT = (
    r"(?:op|terug|aan|door|in)?(?:ge)?(?:bel|mail|app|schr[ie]{1,2}[jv]|vra+g|vroeg"
    r"|benader|licht|informe|stu+r|spr[eao]+k|bereik|regel|meld|contact)\w*"
)
# "bel ik cz direct", but not "vraag: cz direct" or "ik heb een vraag over cz direct"
_CONTACT_BEFORE = re.compile(
    rf"\b{_CONTACT}(?:\s+(?:ik|we|wij|u|je))?\s+$", re.IGNORECASE
)
# "cz direct een brief sturen", but not "cz direct, moet ik bellen" or "en wil bellen"
_NEW_CLAUSE = (
    r"(?:en|of|maar|dus|want|die|dat|wie|wat|waar|hoe|welk\w*|ik|we|wij|u|je|kan|kun\w*"
    r"|mag|moet\w*|wil\w*|zal|is|heeft|doet)\b"
)
_CONTACT_AFTER = re.compile(
    rf"(?:\s+(?!{_NEW_CLAUSE})\w+){{0,4}}?\s+(?!{_NEW_CLAUSE}){_CONTACT}\b",
    re.IGNORECASE,
)
# "de app van cz direct", "bij cz direct declareren"
_PLACE_BEFORE = re.compile(r"\b(?:bij|van|via|met)\s+$", re.IGNORECASE)


def before_adverb(text: str, label: Match) -> int | None:
    """Give where the name in front of the word ends, if the word is no name here."""
    written = _WHOSE_AND_WORD.fullmatch(text, label.start, label.end)
    before = text[max(0, label.start - WITHIN) : label.start]
    if not written or _PLACE_BEFORE.search(before):
        return None
    contact = _CONTACT_BEFORE.search(before) or _CONTACT_AFTER.match(text, label.end)
    return written.end("whose") if contact else None
