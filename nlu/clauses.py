"""Cuts a message where one question may end and the next begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import dropwhile
from typing import NamedTuple

from nlu.openings import BEFORE, HELLOS, opens

# Set on a message that asks more than one thing: what comes after the first, each with
# its text, intent, intent_ranking and entities.
MORE_QUESTIONS = "more_questions"
# Each one costs time. Nobody asked more than four in the training data.
MOST_QUESTIONS = 10

Part = tuple[int, int]  # text[start:end]


class Question(NamedTuple):
    """A part of a text that asks something, and in it the words that do so."""

    part: Part
    core: Part

    def until(self, end: int) -> Question:
        """Return the question with what follows it, up to `end`."""
        return self._replace(part=(self.part[0], end))


# A question in the form of a statement: "ik wil graag weten wat ..."
_INDIRECT = re.compile(
    r"\b(weten|afvraag|afvragen|vraag me af|benieuwd|verneem|vernemen|hoor graag"
    r"|weet niet|uitleg)\b",
    re.IGNORECASE,
)
# Not in "wie?is=1", an address.
_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+|\n+|(?<=\?)(?=\w)(?!\w+=)")
_ABBREVIATION = re.compile(
    r"\b(?:aanv|bijv|bv|ca|dhr|dr|evt|excl|incl|mevr|mw|nr|tel|verz|(?:[a-z]\.)+[a-z])\.",
    re.IGNORECASE,
)
# Has the form of a question, but only says that one follows.
_ANNOUNCES = re.compile(
    rf"\W*(?:(?:{'|'.join(HELLOS)})\W+)?(?:"
    r"(?:mag|kan) ik .{0,20}\b(?:iets|wat|dingen|vraag) (?:vragen|stellen)"
    r"|heb .{0,20}\b(?:vraag|vragen|vraagjes?))\W*$",
    re.IGNORECASE,
)
# "1)", "b:", "ten tweede": which of a list.
_LISTED = r"(?:[1-9a-d]\s?(?:\)|:\s)|ten\s(?:eerste|tweede|derde|slotte)\b[:,]?)\s*"
_IS_LISTED = re.compile(_LISTED, re.IGNORECASE)
# Not in "10:30", "1,50", "en / of", ":-)", "http://" or "020 - 123"; of a row of spaces
# only from the first, or a long one takes forever.
_JOINT = re.compile(
    rf"""
    (?: [,;]\s* | (?P<colon>:)\s*
      | \s(?<!\s\s)\s* (?: [-\u2013\u2014&/+]\s*
                         | (?= {_LISTED} | (?:en|verder|daarnaast|plus)\s ) ) )
    (?: (?:(?P<also>en)|verder|daarnaast|plus|dan|ook|nog)\s+ | {_LISTED} | [1-9]\s+ )*
    (?![\s\d/)-])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")


def sentences(text: str) -> list[Part]:
    """Return where each sentence of `text` begins and ends."""
    abbreviated = {match.end() for match in _ABBREVIATION.finditer(text)}
    ends = [
        match.span()
        for match in _SENTENCE_END.finditer(text)
        if match.start() not in abbreviated
    ]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [
        (start, stop)
        for start, stop in zip(starts, stops, strict=True)
        if _WORD.search(text, start, stop)
    ]


def questions(text: str) -> list[Question]:
    """Return the parts of `text` that each ask something, in order.

    A new one begins with a sentence, or after "en", a comma or another sign where that
    is followed by what a question begins with: "wat is het | kost het geld", but not
    "cz en vgz". What asks nothing goes with the question after it; at the end, with the
    one before, and so does all that follows MOST_QUESTIONS.
    """
    found: list[Question] = []
    start: int | None = None
    for piece in (each for part in sentences(text) for each in _pieces(text, *part)):
        if piece.alternative and found and start is None:
            found[-1] = found[-1].until(piece.end)
            continue
        start = piece.begin if start is None else start
        if len(found) == MOST_QUESTIONS:
            break
        if piece.asks and not piece.alternative:
            found.append(Question((start, piece.end), (piece.begin, piece.end)))
            start = None
    if found and start is not None:
        found[-1] = found[-1].until(len(text))
    return found


class _Piece(NamedTuple):
    """Piece of a sentence. An alternative is the other half of the question before."""

    begin: int
    end: int
    asks: bool
    alternative: bool


class _Words:
    """The words of a sentence, looked up once: a long one has many places to cut."""

    def __init__(self, sentence: str) -> None:
        found = list(_WORD.finditer(sentence))
        self._words = [match.group().lower() for match in found]
        self._begins = [match.start() for match in found]

    def first(self, start: int, stop: int) -> list[str]:
        """Return the first words of sentence[start:stop]; six are enough."""
        begin = bisect_left(self._begins, start)
        return self._words[begin : min(begin + 6, bisect_left(self._begins, stop))]

    def opening(self, start: int, stop: int) -> list[str]:
        """Return the first two after "en", "hallo" and the like."""
        return list(dropwhile(BEFORE.__contains__, self.first(start, stop)))[:2]


def _pieces(text: str, begin: int, end: int) -> Iterator[_Piece]:
    """Give the pieces of the sentence text[begin:end].

    "Of ...?" is the other half of a question, but "en of ..." is a new one.
    """
    sentence = text[begin:end]
    words = _Words(sentence)
    stated = sentence.rstrip().endswith((".", "!"))
    marked = sentence.rstrip().endswith("?")
    start, stop = 0, len(sentence)
    listed = _IS_LISTED.match(sentence)
    if listed and words.first(listed.end(), stop):
        start = listed.end()
    alternative = words.first(start, stop)[:1] == ["of"]
    whether = not alternative and words.opening(start, stop)[:1] == ["of"]

    def asks(to: int) -> bool:
        return not _ANNOUNCES.match(sentence, start, to) and (
            whether
            or (marked and to == stop)
            or opens(words.opening(start, to), stated)
            or bool(_INDIRECT.search(sentence, start, to))
        )

    for joint in _JOINT.finditer(sentence):
        following = words.opening(joint.end(), stop)
        also = following[:1] == ["of"] and bool(joint["also"])
        before = words.first(start, joint.start())
        if before and (also or opens(following, stated)):
            cut = joint.start()
            # "Wat ik wil weten: ..." only announces.
            asked = not joint["colon"] and asks(cut)
            yield _Piece(begin + start, begin + cut, asked, alternative)
            start, whether, alternative = joint.end(), also, False
    yield _Piece(begin + start, end, asks(stop), alternative)
