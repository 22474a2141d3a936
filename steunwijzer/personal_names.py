"""Finds the names of people in a text; of a word in doubt it says that it is one.

A name shows by its capital, by what stands before it ("ik ben", "mevrouw"), or because
it is common. A rare name without any of these is not seen. Where a common name is an
ordinary word too, what stands before it decides.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Literal

from steunwijzer.common_names import COMMON_NAMES
from steunwijzer.introductions import (
    BETWEEN_COMMAS,
    CARED_FOR,
    INTRODUCES,
    NAMES,
    TITLE,
    may_follow_title,
)
from steunwijzer.words import Word, folded, words

USUAL = 5  # times without a capital: then a common name is an ordinary word as well

_EXAMPLE = re.compile(r"^ +- (?!intent:)(.+)$", re.MULTILINE)
_IN_ANOTHER_LANGUAGE = re.compile(
    r"^ +- intent: (?:other_language|crisis)$.*?(?=^ +- intent:|\Z)",
    re.MULTILINE | re.S,
)
_BETWEEN = folded("van de den der het t ter ten te el al la le bin ben vd v d")
_BEFORE_A_SURNAME = ("der", "den", "vd")  # after these it can be any word
_GAP = re.compile(r"[\s'\u2019-]*")
_GAP_AFTER_INITIAL = re.compile(r"[\s.'\u2019-]*")

After = Literal["nothing", "introduction", "name", "title"]
Span = tuple[int, int]


def ordinary_words(training_data: str) -> frozenset[str]:
    """Give the words that are mostly written without a capital, and so are no names.

    `training_data` is the text of data/nlu.yml, names and all. What can be in another
    language is left out: there, "said" and "mia" are ordinary words.
    """
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in _EXAMPLE.findall(_IN_ANOTHER_LANGUAGE.sub("", training_data)):
        shouted = text.isupper()
        for word in words(text):
            before = text[: word.start].rstrip(' "(-')
            if word.written.islower() or (_is_short_form(word) and not shouted):
                small[word.folded] += 1
            elif before and before[-1] not in ".!?:":
                capital[word.folded] += 1
    return frozenset(
        word
        for word, times in small.items()
        if times > capital[word] and (times >= USUAL or word not in COMMON_NAMES)
    )


def introduces_a_name(before: str) -> bool:
    """Say whether the name of a person is what comes next after `before`."""
    return any(
        match.end() == len(before)
        for pattern in (INTRODUCES, NAMES)
        for match in pattern.finditer(before)
    )


def find_names(
    text: str,
    ordinary: Container[str],
    readable: Iterable[Span] = (),
    found: Iterable[Span] = (),
) -> Iterator[Span]:
    """Yield the place of each name in `text`; touching places are one name.

    Nothing in `readable` is a name; else all in `found` is.
    """
    readable, found = list(readable), list(found)
    introduced = _ends(text, INTRODUCES, CARED_FOR, BETWEEN_COMMAS)
    named = _ends(text, NAMES)
    titled = _ends(text, TITLE)
    after: After = "nothing"
    begin = end = 0
    gap = _GAP
    for word in words(text):
        if not gap.fullmatch(text, end, word.start):
            after = "nothing"
        if word.start in titled:
            after, begin = "title", word.start
        elif word.start in named:
            after, begin = "name", word.start
        elif word.start in introduced and after == "nothing":
            after, begin = "introduction", word.start
        end = word.end
        small_initial = after in ("name", "title") and _is_small_initial(text, word)
        initial = small_initial or _is_initial(word)
        gap = _GAP_AFTER_INITIAL if initial else _GAP
        if _touches(word, readable) or word.written.isdigit():
            after = "nothing"
        elif small_initial or _touches(word, found) or _is_name(word, after, ordinary):
            yield (word.start if after == "nothing" else begin), word.end
            after, begin = "name", word.end
        elif word.folded not in _BETWEEN:
            after = "nothing"
        elif after in ("name", "title"):
            after = "title" if word.folded in _BEFORE_A_SURNAME else "name"


def _ends(text: str, *patterns: re.Pattern[str]) -> set[int]:
    return {match.end() for each in patterns for match in each.finditer(text)}


def _is_name(word: Word, after: After, ordinary: Container[str]) -> bool:
    if len(word.folded) == 1 and after == "nothing":  # "vitamine B12"
        return False
    capital = word.written[0].isupper()
    strange = word.folded not in ordinary
    common = word.folded in COMMON_NAMES
    if (capital and common) or (strange and (capital or common)):
        return True
    if after == "title" and not capital and not may_follow_title(word.folded):
        return True
    if after in ("name", "title"):
        dotted = word.end - word.start > len(word.written)  # "A.B." is read as "AB"
        return strange or common or (capital and (dotted or not _is_short_form(word)))
    return (strange or common) and after == "introduction"


def _is_short_form(word: Word) -> bool:
    """Tell whether the capitals say nothing: WIA, SVB, or all of a shouted message."""
    return word.written.isupper() and len(word.written) > 1


def _is_initial(word: Word) -> bool:
    return word.written.isupper() and len(word.written) <= 3


def _is_small_initial(text: str, word: Word) -> bool:
    """Tell whether it is the "h." or the "a.b." of "de heer h. de groot"."""
    dotted = word.end - word.start > len(word.written)
    one_or_dotted = dotted or len(word.written) == 1
    return word.written.islower() and one_or_dotted and text[word.end :][:1] == "."


def _touches(word: Word, spans: Iterable[Span]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)
