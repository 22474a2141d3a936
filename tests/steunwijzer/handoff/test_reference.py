"""A reference can be read out, typed over and never mistaken for another."""

import itertools
from collections.abc import Iterator

import pytest

from steunwijzer.handoff.reference import ALPHABET, new_reference

LOOK_ALIKES = ("0OQD", "1IL", "2Z", "5S", "8B", "UV", "VY")


def test_it_is_sw_and_six_of_the_alphabet() -> None:
    for _ in range(200):
        made = new_reference(lambda _: False)
        assert made.startswith("SW-")
        assert len(made) == 9
        assert set(made[3:]) <= set(ALPHABET)


@pytest.mark.parametrize("group", LOOK_ALIKES)
def test_of_letters_that_look_alike_one_at_most_is_used(group: str) -> None:
    assert len(set(group) & set(ALPHABET)) <= 1


def test_the_alphabet_spells_no_words() -> None:
    assert not set("AEIOUY") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_one_that_is_taken_is_not_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    letters: Iterator[str] = itertools.chain("CCCCCC", "DDDDDD", "FFFFFF")
    monkeypatch.setattr("secrets.choice", lambda _: next(letters))
    assert new_reference({"SW-CCCCCC", "SW-DDDDDD"}.__contains__) == "SW-FFFFFF"
