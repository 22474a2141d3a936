"""Tells whether words that a client typed are a name, typing errors included."""

import re
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import OSA

from steunwijzer.words import Word

SURE = 90
POSSIBLE = 80
SPLIT = 89  # a name written as two words may also be two ordinary words
SLIPPED = 85  # one of the `slips`
LONG = 6  # letters: a name so long shows through a slip

_KIND = re.compile(r"(?<=\w)(?:polis|zorg|pakket|verzekering(?:en)?)$")
_ONE_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")  # "uni-ve"
_SOUND = re.compile(r"(ie|ij|[iysz]|[ck](?=[aoulrkt]))")
_SOUND_THE_SAME = (("s", "z"), ("i", "ie", "ij", "y"), ("c", "k"))
_SPELLINGS = {one: group for group in _SOUND_THE_SAME for one in group}


class Name(NamedTuple):
    """A name as the index holds it; `joined` is without spaces.

    `exact` is how it is to be written, if that counts.
    """

    alias: str
    words: tuple[str, ...]
    joined: str
    exact: str | None = None


def same_letters(name: Name, gram: list[Word], written: str) -> int:
    """Score words that have the letters of `name`, perhaps spaced otherwise."""
    if name.exact:
        # A name without capitals may also begin a sentence.
        written = written.casefold() if name.exact.islower() else written
        return 100 if _spaced(name.exact) == _spaced(written) else 0
    if name.words == tuple(word.folded for word in gram):
        return 100
    if len(name.joined) > 3 and _ONE_WORD.fullmatch(written):
        return 95
    if len(name.joined) < 7:
        return 0
    return SPLIT if len(gram) > len(name.words) else 95


def _spaced(text: str) -> list[str]:
    """Split at spaces, which are not always typed around "&"."""
    return text.replace("&", " & ").split()


def least(name: Name) -> int:
    """Give the ratio of letters from which words may be `name`.

    In names of five letters or fewer one wrong letter makes another word: "zeker"
    is not ZEKUR. Only a letter too many is read as a slip there.
    """
    return SURE if len(name.joined) < LONG else POSSIBLE


def alike(name: Name, gram: list[Word], joined: str) -> bool:
    """Say whether words with enough letters in common may be `name`.

    Numbers are never misspelled. Each word must look like its own counterpart:
    "extra verzekerd" is not Extra Verzorgd. Words in one may hide a slip, but not a
    missing word or another one: "reispakket" is not Gezin Pakket.
    """
    if re.findall(r"\d", name.joined) != re.findall(r"\d", joined):
        return False
    if len(gram) != len(name.words):
        return OSA.distance(name.joined, joined) <= 1
    return all(map(_few_slips, name.words, (word.folded for word in gram)))


def _few_slips(mine: str, theirs: str) -> bool:
    """Allow a slip in four letters, two in nine, three in fourteen and so on.

    A slip is a letter wrong, missing, extra or swapped with its neighbour.
    Words of three letters or fewer have to be the same: "ik verzekeringen" is not
    IAK Verzekeringen. An end that says what it is counts for half: "beterpolis" is
    not Interpolis.
    """
    end = _KIND.search(mine)
    letters = len(mine) - (len(end[0]) // 2 if end else 0)
    return OSA.distance(mine, theirs) <= (letters + 1) // 5


def slips(name: Name) -> set[str]:
    """Give how a name of one word is mistyped without making another word of it.

    Two neighbours swapped or a letter doubled: "vzg", "fbot", "czz". But a name of
    three letters with two vowels reads as a word either way: "neo" is not Eno. A
    long exact name may also miss a letter, not the first or last one; if it has
    capitals it is a word itself, and then a slip is one of that word.
    """
    word = name.joined
    if name.exact:
        mistyped = len(word) > LONG and name.exact.islower()
    else:
        vowels = sum(letter in "aeiou" for letter in word)
        mistyped = len(word) < LONG and vowels < len(word) - 1
    if not mistyped or len(name.words) != 1 or not word.isalpha():
        return set()
    places = range(len(word))
    swapped = {word[:at] + word[at : at + 2][::-1] + word[at + 2 :] for at in places}
    doubled = {word[:at] + word[at] + word[at:] for at in places}
    missing = {word[:at] + word[at + 1 :] for at in places[1:-1] if name.exact}
    return (swapped | doubled | missing) - {word}


def spellings(name: Name) -> set[str]:
    """Give how a name of one word is written by ear: "mensies", "zecur".

    Only of five to eight letters: a longer one shows through two slips anyhow.
    """
    if name.exact or len(name.words) != 1 or not LONG - 1 <= len(name.joined) <= 8:
        return set()
    parts = (_SPELLINGS.get(part, (part,)) for part in _SOUND.split(name.joined))
    return set(map("".join, product(*parts))) - {name.joined}
