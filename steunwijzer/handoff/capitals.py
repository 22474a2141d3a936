"""Writes a name with its capitals, when it was typed without any."""

import re

from steunwijzer.words import folded

# Small within a name: "Fatima el Amrani", "Jan en Marie van den Berg".
BETWEEN = frozenset(
    folded(
        "van de den der het t d s ten ter te vd v in op la le di da dos del della du"
        " von zu al el bin bint ibn ben abu ould en"
    )
)
_PARTS = re.compile("([-.'\u2019`])")
_ELIDED = ("t", "s", "n")  # "'t Hart", "'s Gravesande"


def with_capitals(words: list[str]) -> str:
    """Return the words of a name as one; with a capital in any of them, as typed.

    "de vries" without a first name is "De Vries".
    """
    typed = " ".join(words)
    if typed != typed.lower():
        return typed
    return " ".join(
        word if at and "".join(folded(word)) in BETWEEN else _with_capital(word)
        for at, word in enumerate(words)
    )


def _with_capital(word: str) -> str:
    """Return the word with its capitals: "Berg-Smit", "O'Brien", "P.J.", "IJsbrand"."""
    first, *rest = _PARTS.split(word)
    if not first and rest[1:2] and rest[1] in _ELIDED:
        return word
    parts = [_capital(first)]
    for sign, part in zip(rest[::2], rest[1::2], strict=True):
        small = (sign == "-" and part in BETWEEN) or (
            sign in "'\u2019`" and len(part) < 2
        )
        parts += [sign, part if small else _capital(part)]
    return "".join(parts)


def _capital(part: str) -> str:
    size = 2 if part.startswith("ij") else 1
    return part[:size].upper() + part[size:]
