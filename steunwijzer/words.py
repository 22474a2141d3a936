"""Splits a message into words that can be compared: no capitals, no accents."""

import re
import unicodedata
from typing import NamedTuple

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = re.compile(
    rf"(?<!\w)(?:{_LETTER}[.&])+{_LETTER}(?!\w)"  # a.s.r., V&V
    rf"|\d+|(?:{_LETTER})+"
)

NUMBERS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}  # "een" is mostly "a"


class Word(NamedTuple):
    """A word of a text: without accents, without capitals too, and its place."""

    written: str
    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Split `text` into words and numbers: "ZorgPlus2" is two, "a.s.r." is one."""
    found = []
    for match in _WORD.finditer(text):
        plain = match[0] if match[0].isascii() else _without_accents(match[0])
        plain = plain.replace(".", "").replace("&", "")
        found.append(Word(plain, plain.casefold(), *match.span()))
    return found


def with_digits(text: str) -> list[Word]:
    """Split `text` into words in which a number is written in digits: "3 sterren"."""
    found = words(text)
    for at, word in enumerate(found):
        if word.folded in NUMBERS:
            found[at] = word._replace(folded=str(NUMBERS[word.folded]))
    return found


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char))


def folded(text: str) -> tuple[str, ...]:
    """Give only the words of `text` as they are compared."""
    return tuple(word.folded for word in words(text))
