"""Tells whether words that a client typed are a name, typing errors included."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from steunwijzer.sound import heard
from steunwijzer.words import Word

SURE = 90
POSSIBLE = 80
SPLIT = 89  # a name written as two words may also be two ordinary words
SLIPPED = 85  # one of the `slips`, or written by ear
LONG = 6  # letters: a name so long shows through a slip

_KIND = re.compile(r"(?<=\w)(?:polis|zorg|pakket|verzekering(?:en)?)$")
_ONE_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")  # "uni-ve"
_DIGIT = re.compile(r"\d")


class Name(NamedTuple):
    """A name as the index holds it; `joined` is without spaces.

    `sounds` is how its words sound. `exact` is how it is to be written, if that counts.
    """

    alias: str
    words: tuple[str, ...]
    joined: str
    sounds: tuple[str, ...]
    exact: str | None = None

    @classmethod
    def of(cls, words: Sequence[str], exact: str | None = None) -> "Name":
        """Make a name of its words."""
        sounds = tuple(map(heard, words))
        return cls(" ".join(words), tuple(words), "".join(words), sounds, exact)


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


def lengths(name: Name, words: int) -> range:
    """Give how many letters so many words can have that are `alike` to `name`."""
    letters = len(name.joined)
    if words != len(name.words):
        return range(letters - 1, letters + 2)
    # The ratio counts the letters in common, at most all of the shorter one.
    ratio = least(name)
    shortest = -(-letters * ratio // (200 - ratio))
    longest = letters * (200 - ratio) // ratio
    return range(shortest, longest + 1)


def sounds_alike(name: Name, sounds: Sequence[str]) -> bool:
    """Say whether words with the sound of `name` together are that name."""
    in_one = len(sounds) == 1 and len(name.joined) > 7
    return in_one or name.sounds == tuple(sounds)


def alike(name: Name, gram: list[Word], joined: str) -> bool:
    """Say whether words with enough letters in common may be `name`.

    Numbers are never misspelled. Each word must look or sound like its own counterpart:
    "extra verzekerd" is not Extra Verzorgd. Words in one may hide a slip, but not a
    missing word or another one: "reispakket" is not Gezin Pakket.
    """
    if _DIGIT.findall(name.joined) != _DIGIT.findall(joined):
        return False
    if len(gram) != len(name.words):
        return OSA.distance(name.joined, joined) <= 1
    has_long = any(len(word) > 3 for word in name.words)
    return all(
        _short_word(mine, word.folded, may_slip=has_long)
        if len(mine) <= 3
        else _few_slips(mine, word.folded) or heard(word.folded) == sound
        for mine, sound, word in zip(name.words, name.sounds, gram, strict=True)
    )


def _short_word(mine: str, theirs: str, *, may_slip: bool) -> bool:
    """Allow in three letters or fewer only what makes no other word of them.

    And only beside a longer word: "ik verzekeringen" is not IAK Verzekeringen.
    """
    return mine == theirs or (
        may_slip and mine.isalpha() and theirs in swapped_or_doubled(mine)
    )


def _few_slips(mine: str, theirs: str) -> bool:
    """Allow a slip in four letters, two in nine, three in fourteen and so on.

    A slip is a letter wrong, missing, extra or swapped with its neighbour. An end that
    says what it is counts for half: "beterpolis" is not Interpolis.
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
    inside = range(1, len(word) - 1) if name.exact else ()
    return swapped_or_doubled(word) | {word[:at] + word[at + 1 :] for at in inside}


def swapped_or_doubled(word: str) -> set[str]:
    """Give a word with two neighbours swapped, or a letter doubled."""
    places = range(len(word))
    swapped = {word[:at] + word[at : at + 2][::-1] + word[at + 2 :] for at in places}
    doubled = {word[:at] + word[at] + word[at:] for at in places}
    return (swapped | doubled) - {word}
