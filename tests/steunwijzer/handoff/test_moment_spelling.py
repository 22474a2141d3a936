"""A slip is read as the day that was meant, and a Dutch word is never bent."""

import pytest
from spellchecker import SpellChecker

from steunwijzer.handoff.moment_spelling import spelled
from steunwijzer.words import folded

# what is said of a day is still that day: "maandagen", "maandagavonden"
STEMS = (
    *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    *("weeke", "april", "maart", "august", "komend", "volgend", "mandag"),
    *("morgennamiddag", "nachte"),
)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("dinsag", "dinsdag"),
        ("woesndag", "woensdag"),
        ("donderdg", "donderdag"),
        ("vrijdga", "vrijdag"),
        ("maandga", "maandag"),
        ("zatterdag", "zaterdag"),
        ("vandag", "vandaag"),
        ("overmrogen", "overmorgen"),
        ("midag", "middag"),
        ("ochtent", "ochtend"),
        ("donderdgmidag", "donderdagmiddag"),
        ("novmber", "november"),
        ("komnde", "komende"),
    ],
)
def test_a_slip_is_read_as_the_word_that_was_meant(slip: str, meant: str) -> None:
    assert spelled(slip) == meant


def test_no_dutch_word_is_bent() -> None:
    dictionary = SpellChecker(language="nl").word_frequency.dictionary
    bare = {word for each in dictionary for word in folded(each)}
    bent = {word: spelled(word) for word in bare if spelled(word) != word}
    assert len(bare) > 100_000
    assert {word for word in bent if not word.startswith(STEMS)} == set()


@pytest.mark.parametrize("word", ["mogen", "zorgen", "werkend", "maakt", "nicht"])
def test_a_word_that_looks_like_a_day_is_itself(word: str) -> None:
    assert spelled(word) == word
