"""Numbers in words: "nul zes twaalf vierendertig", "negentienachtendertig"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ONE = r"(?:een|eén|één|éen)"
_UNIT = rf"(?:{_ONE}|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TENS = r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_TEENS = r"(?:tien|elf|twaalf|dertien|veertien|(?:vijf|zes|zeven|acht|negen)tien)"
_ENGLISH = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
TENS = rf"(?:(?:{_UNIT}[eë]n)?{_TENS})"
NUMBER = rf"(?:{TENS}|{_TEENS}|{_UNIT}|nul|{_ENGLISH})"
_DOUBLE = r"(?:dubbele?|double)"
YEAR = rf"(?:negentien|twee ?duizend)(?: ?honderd)?(?: ?en)? ?{NUMBER}"
LEAST = 5  # parts: "twee of drie, vier" is no telephone number
LEAST_DIGITS = 7  # of a few long parts: "nulzestwaalf 34 56"
_NO_WORDS = re.compile(r"[\W\d_]*")
_PART = rf"(?:(?:{_DOUBLE}|{NUMBER} (?:keer|maal)(?: {_ONE})?) {NUMBER}|{NUMBER}|\d+)"
_SERIES = re.compile(
    rf"\b(?:{_PART}[\s.,/-]{{1,3}}){{{LEAST - 1},}}{_PART}\b", re.IGNORECASE
)

_WORDS = {
    **dict.fromkeys(("nul", "zero", "oh"), 0),
    **dict.fromkeys(("een", "eén", "één", "éen", "one"), 1),
    **dict.fromkeys(("twee", "two"), 2),
    **dict.fromkeys(("drie", "three"), 3),
    **dict.fromkeys(("vier", "four"), 4),
    **dict.fromkeys(("vijf", "five"), 5),
    **dict.fromkeys(("zes", "six"), 6),
    **dict.fromkeys(("zeven", "seven"), 7),
    **dict.fromkeys(("acht", "eight"), 8),
    **dict.fromkeys(("negen", "nine"), 9),
    **dict(tien=10, elf=11, twaalf=12, dertien=13, veertien=14, vijftien=15),
    **dict(zestien=16, zeventien=17, achttien=18, achtien=18, negentien=19),
    **dict(twintig=20, dertig=30, veertig=40, vijftig=50, zestig=60),
    **dict(zeventig=70, tachtig=80, negentig=90),
}
_DIGIT = {word: value for word, value in _WORDS.items() if value < 10}
_PLURALS = {
    **dict(nullen=0, enen=1, tweeën=2, tweeen=2, drieën=3, drieen=3, vieren=4),
    **dict(vijven=5, zessen=6, zevens=7, achten=8, negens=9),
}
# "vierendertig", also as "vier en dertig"; "twaalf"; "zes"
_SAID = (
    rf"(?:(?:(?P<unit>{_UNIT})[ -]?[eë]n[ -]?)?(?P<tens>{_TENS})"
    rf"|(?P<word>achtien|{_TEENS}|{_UNIT}|nul|{_ENGLISH}))"
)
_ONE_NUMBER = re.compile(_SAID, re.IGNORECASE)
_ANY = re.sub(r"\?P<\w+>", "?:", _SAID)
_COUNT = r"(?:twee|drie|vier|[2-4])"
_ENDS = r"(?![^\W_])"
_TOKEN = re.compile(
    rf"""
      (?P<plus>\+|\bplus\b)
    | \b(?:{_DOUBLE}[ ]|(?P<times>{_COUNT})[ ]?(?:keer|maal|x)[ ]
        (?:{_ONE}[ ](?={_ANY}|\d))?)
      (?P<repeated>{_ANY}|\d\d?){_ENDS}
    | \b(?P<many>{_COUNT})[ ](?P<plural>{"|".join(_PLURALS)}){_ENDS}
    | (?P<digits>\d+)
    | (?<![^\W\d_])(?P<words>(?:{_ANY}){{1,10}})(?![^\W\d_])
    | (?P<pause>[,;/]|\.(?=\s)|(?<=\s)[-\u2013\u2014](?=\s)|\ben\b(?:[ ]dan\b)?)
    | (?P<gap>[\s.()_*\u2013\u2014-]|\b(?:e+h+m?|u+h+m?|h+m+|dan|daarna|vervolgens
        |streepje|spatie|punt)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ARTICLE = re.compile(r"^(?:1 (?=0)|0 (?=06))")


class Dialled(NamedTuple):
    """A series of digits, written or said, perhaps with "+" in front; its place."""

    digits: str
    start: int
    end: int


def dialled(text: str, *, over_pauses: bool = True) -> Iterator[Dialled]:
    """Yield each series of digits: "nul zes, twaalf 34" is 061234.

    At a comma, a slash or "en" a series goes on when it goes on `over_pauses`.
    """
    said: list[str] = []
    start = end = reached = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        breaks = kind == "plus" or (kind == "pause" and not over_pauses)
        if said and (breaks or token.start() > reached):
            yield Dialled(_without_article(said), start, end)
            said = []
        reached = token.end()
        if kind in ("pause", "gap"):
            continue
        if not said:
            start = token.start()
        said.append(_digits(token))
        end = token.end()
    if said:
        yield Dialled(_without_article(said), start, end)


def _without_article(said: list[str]) -> str:
    """Join the digits, but not those of "een" and "oh": "een 06-nummer", "oh nul zes".

    No number begins with a one before a zero, or a zero before that of a mobile.
    """
    first, rest = said[0], "".join(said[1:])
    return _ARTICLE.sub("", f"{first} {rest}").replace(" ", "")


def _digits(token: re.Match[str]) -> str:
    if token["plus"]:
        return "+"
    if token["digits"]:
        return "".join(str(int(digit)) for digit in token["digits"])
    if token["plural"]:
        return _times(token["many"]) * str(_PLURALS[token["plural"].lower()])
    if token["repeated"]:
        return _times(token["times"]) * _spelled(token["repeated"])
    return _spelled(token["words"])


def _times(count: str | None) -> int:
    """Return how often: without a count it was "dubbel"."""
    if count is None:
        return 2
    return int(count) if count.isdigit() else _DIGIT[count.lower()]


def _spelled(words: str) -> str:
    """Return the digits of numbers in words, written as one: "nulzestwaalf" is 0612."""
    if words.isdigit():
        return words
    return "".join(_value(found) for found in _ONE_NUMBER.finditer(words.lower()))


def _value(found: re.Match[str]) -> str:
    if found["tens"]:
        return str(_WORDS[found["tens"]] + _DIGIT.get(found["unit"] or "nul", 0))
    return str(_WORDS[found["word"]])


def without_spoken_numbers(text: str, telephone: str, other: str) -> str:
    """Give the text with a placeholder for a long number of which a part is in words.

    `telephone` is the placeholder for one that begins with a zero, `other` that for
    any other.
    """

    def instead(found: re.Match[str]) -> str:
        number = found[0].lower()
        if not any(char.isalpha() for char in number):
            return found[0]
        return telephone if number.startswith(("0", "nul", "zero", "oh")) else other

    text = _SERIES.sub(instead, text)
    for found in reversed(list(dialled(text, over_pauses=False))):
        number = text[found.start : found.end]
        if len(found.digits) >= LEAST_DIGITS and not _NO_WORDS.fullmatch(number):
            called = telephone if found.digits.startswith(("+", "0")) else other
            text = text[: found.start] + called + text[found.end :]
    return text
