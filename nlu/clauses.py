"""Cuts a message where one question may end and the next begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Set on a message that asks more than one thing: what comes after the first, each with
# its text, intent, intent_ranking and entities.
MORE_QUESTIONS = "more_questions"

Part = tuple[int, int]  # text[start:end]


class Question(NamedTuple):
    """A part of a text that asks something, and in it the words that do so."""

    part: Part
    core: Part

    def until(self, end: int) -> Question:
        """Return the question with what follows it, up to `end`."""
        return self._replace(part=(self.part[0], end))


# What a Dutch question begins with: a question word, perhaps after a preposition ...
_QUESTION_WORDS = frozenset(
    """
    wat wie waar waarom wanneer welk welke hoe hoeveel hoelang hoevaak waarmee waarbij
    waarvoor wiens
    """.split()  # noqa: SIM905 - one a line is a page
)
_PREPOSITIONS = frozenset(
    ("bij", "met", "van", "voor", "in", "aan", "op", "tot", "over", "binnen")
)
# ... or the verb. Not "zijn", which is more often "his": "zijn naam en zijn adres".
_VERBS = frozenset(
    """
    is ben bent was waren heb hebt heeft hebben had kan kun kunt kunnen kon mag mogen
    moet moeten moest zal zult zullen zou zouden wil wilt willen word wordt worden
    kost kosten betaal betaalt betalen vergoed vergoedt vergoeden krijg krijgt krijgen
    help helpt helpen doe doet doen ga gaat gaan kom komt komen zit zitten staat staan
    duurt duren geldt gelden bestaat bestaan blijf blijft blijven werkt werken geeft
    geven gebeurt regel regelt regelen hoef hoeft hoeven maakt hangt hoor hoort valt
    heet heten weet weten bewaar bewaart bewaren
    """.split()  # noqa: SIM905
)
_BEFORE = frozenset(
    ("en", "ook", "verder", "daarnaast", "plus", "dan", "nog", "hallo", "dag", "hoi")
)
# A question in the form of a statement: "ik wil graag weten wat ..."
_INDIRECT = re.compile(
    r"\b(weten|afvraag|afvragen|vraag me af|benieuwd|verneem|vernemen|hoor graag"
    r"|weet niet|uitleg)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+|\n+|(?<=\?)(?=\w)")
_ABBREVIATION = re.compile(
    r"\b(?:aanv|bijv|bv|ca|dhr|dr|evt|excl|incl|mevr|mw|nr|tel|verz|(?:[a-z]\.)+[a-z])\.\Z",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:,\s*|\s+)(?:en|verder|daarnaast|plus)\s+(?:(?:dan|ook|nog)\s+)*|,\s*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def sentences(text: str) -> list[Part]:
    """Return where each sentence of `text` begins and ends."""
    ends = [
        match.span()
        for match in _SENTENCE_END.finditer(text)
        if not _ABBREVIATION.search(text[: match.start()])
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

    A new one begins with a sentence, or after "en" or a comma where that is followed by
    what a question begins with: "wat is het | kost het geld", but not "cz en vgz". What
    asks nothing goes with the question after it; at the end, with the one before.
    """
    found: list[Question] = []
    start: int | None = None
    for sentence in sentences(text):
        for piece in _pieces(text, *sentence):
            if piece.alternative and found and start is None:
                found[-1] = found[-1].until(piece.end)
                continue
            start = piece.begin if start is None else start
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


def _pieces(text: str, start: int, stop: int) -> Iterator[_Piece]:
    """Give the pieces of a sentence.

    "Of ...?" is the other half of a question, but "en of ..." is a new one.
    """
    sentence = text[start:stop].rstrip()
    stated = sentence.endswith((".", "!"))
    marked = sentence.endswith("?")
    alternative = _words(sentence)[:1] == ["of"]
    whether = not alternative and _first_words(sentence)[:1] == ["of"]
    for joint in _JOINT.finditer(text, start, stop):
        rest = text[joint.end() : stop]
        also = _first_words(rest)[:1] == ["of"] and "en" in joint.group().lower()
        before = _WORD.search(text, start, joint.start())
        if before and (also or _opens(rest, stated)):
            asks = whether or _asks(text[start : joint.start()], stated)
            yield _Piece(start, joint.start(), asks, alternative)
            start, whether, alternative = joint.end(), also, False
    asks = whether or marked or _asks(text[start:stop], stated)
    yield _Piece(start, stop, asks, alternative)


def _asks(piece: str, stated: bool) -> bool:
    return _opens(piece, stated) or bool(_INDIRECT.search(piece))


def _opens(piece: str, stated: bool) -> bool:
    """Say whether it begins as a question; verb first is none before a full stop."""
    first, second = [*_first_words(piece), "", ""][:2]
    if first in _QUESTION_WORDS:
        return True
    if first in _PREPOSITIONS:
        return second in _QUESTION_WORDS
    return first in _VERBS and not stated


def _first_words(piece: str) -> list[str]:
    words = _words(piece)[:6]
    while words and words[0] in _BEFORE:
        words.pop(0)
    return words[:2]


def _words(piece: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(piece)]
