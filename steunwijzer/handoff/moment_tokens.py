"""Splits what a client typed about a moment into words, numbers, times and dates."""

import re
import unicodedata
from typing import NamedTuple

from steunwijzer.handoff.moment_spelling import spelled

_UNITS = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien"),
    *("zeventien", "achttien", "negentien"),
)
_TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50}
NUMBERS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **_TENS,
    **{
        f"{unit}en{tens}": value + more
        for value, unit in enumerate(_UNITS[:10])
        if value
        for tens, more in _TENS.items()
    },
}
# "na drieën", "tegen vijven"
_PLURALS = {
    **dict(enen=1, tweeen=2, drieen=3, vieren=4, vijven=5, zessen=6, zevenen=7),
    **dict(achten=8, negenen=9, tienen=10, elven=11, twaalven=12),
}
_TOKEN = re.compile(
    r"""
      (?P<iso>\d{4}-\d{1,2}-\d{1,2}(?!\d))
    | (?P<date>\d{1,2}\s?(?P<sep>[-/.])\s?\d{1,2}\s?(?P=sep)\s?(?:\d{4}|\d{2})(?!\d))
    | (?P<time>\d{1,2}[:.uh]\d{2}(?!\d|[.:]\d))
    | (?P<slashed>(?<!\d[-/.:])\d{1,2}\s?/\s?\d{1,2}(?!\d))
    | (?P<dashed>(?<!\d[-/.])\d{1,2}\s?[-\u2013]\s?\d{1,2}(?!\d|[:.uh/-]\d))
    | (?P<ordinal>\d{1,2}\s?(?:ste|de|e)(?![a-z]))
    | (?P<plural>\d{1,2}en(?![a-z]))
    | (?P<number>\d+)
    | (?P<word>[a-z]+)
    | (?P<sign>[-\u2013,;.?!:()&/+\u00b1])
    """,
    re.VERBOSE | re.ASCII,
)
_ONE = re.compile(r"\b(?:éé|eé|ée)n\b")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")  # "z.s.m.", "a.s."
# not a number to phone, which would begin with "06-12"; but "06-12-2026" is a date
_PHONE = re.compile(r"(?<!\d)(?!\d\d?-\d\d?-)[+0]\d(?:[\s-]?\d){7,}", re.ASCII)
_APOSTROPHES = str.maketrans("", "", "'`\u00b4\u2018\u2019")
_HOURS = "|".join(sorted(_UNITS[1:13], key=len, reverse=True))
_GLUED = re.compile(rf"\bhalf(?=(?:{_HOURS})\b)|\bkwart(?=(?:over|voor)\b)")
_LONGEST_NUMBER = 4  # digits: more is no hour, day or year


class Token(NamedTuple):
    """A word without accents and slips, or numbers as they are written together."""

    kind: str
    text: str
    values: tuple[int, ...] = ()


def tokens(text: str) -> list[Token]:
    """Split the text; "twee" is a number, and "een" a word: mostly an article."""
    plain = _ONE.sub(str(NUMBERS["een"]), unicodedata.normalize("NFC", text.casefold()))
    plain = unicodedata.normalize("NFKD", plain.replace("t/m", "tm"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _PHONE.sub(" ", plain)
    plain = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", plain)
    plain = _GLUED.sub(lambda found: found[0] + " ", plain.translate(_APOSTROPHES))
    return _joined([_token(found) for found in _TOKEN.finditer(plain)])


def _token(found: re.Match[str]) -> Token:
    kind, text = str(found.lastgroup), found[0]
    if kind == "word":
        word = spelled(text)
        if word in _PLURALS:
            return Token("plural", word, (_PLURALS[word],))
        if word in NUMBERS and word != "een":
            return Token("number", word, (NUMBERS[word],))
        return Token("word", word)
    values = re.findall(r"\d+", text)
    if any(len(part) > _LONGEST_NUMBER for part in values):
        return Token("sign", text)
    return Token(kind, text, tuple(map(int, values)))


def _joined(split: list[Token]) -> list[Token]:
    """Make one number of "vijf en twintig"."""
    joined: list[Token] = []
    for token in split:
        match joined[-2:]:
            case [Token("number", unit, (value,)), Token("word", "en")] if (
                token.text in _TENS and unit in _UNITS[1:10]
            ):
                joined[-2:] = [Token("number", token.text, (value + token.values[0],))]
            case _:
                joined.append(token)
    return joined
