"""What masks the messages that are kept; spaCy finds names, where it can."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import spacy

from nlu.spacy_nl import PACKAGE
from steunwijzer.knowledge import installed
from steunwijzer.personal_names import Span, ordinary_words
from steunwijzer.privacy import Mask

TRAINING_DATA = Path(__file__).parent.parent / "data" / "nlu.yml"
# Of spaCy's pipeline only what finds names is needed here.
UNUSED = ("tagger", "morphologizer", "lemmatizer", "attribute_ruler", "parser")


Finder = Callable[[str], Iterator[Span]]


@cache
def installed_mask() -> Callable[[str], str]:
    """Return what masks a text, with what spaCy finds where its package is there."""
    return mask_with(person_finder())


def mask_with(finder: Finder | None) -> Callable[[str], str]:
    """Return what masks by the knowledge, the usual words, and what `finder` finds."""
    ordinary = ordinary_words(TRAINING_DATA.read_text(encoding="utf-8"))
    return Mask(installed(), ordinary, finder).mask


def person_finder() -> Finder | None:
    """Return what finds people in a text: spaCy's, where its package is installed."""
    if not spacy.util.is_package(PACKAGE):
        return None
    nlp = spacy.load(PACKAGE, exclude=UNUSED)
    if not nlp.has_pipe("ner"):
        return None

    def find(text: str) -> Iterator[Span]:
        for entity in nlp(text).ents:
            if entity.label_ in ("PERSON", "PER"):
                yield entity.start_char, entity.end_char

    return find
