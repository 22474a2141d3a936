"""A typing error is one slip of a thumb, and the same one each time."""

import random
from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from evaluation.typing_errors import NEIGHBOURS, with_typing_error

SEEDS = st.integers(0, 2**32)
DUTCH = st.text("abcdefghijklmnopqrstuvwxyzëïéAZ 19,.?'😂", max_size=60)
TEXTS = st.one_of(DUTCH, st.text(max_size=60))


def mistyped(text: str, seed: int) -> str:
    return with_typing_error(text, random.Random(seed))


def has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


@given(text=TEXTS, seed=SEEDS)
@example(text="ß", seed=0)
@example(text="İ", seed=1)
def test_there_is_at_most_one_letter_more_or_less(text: str, seed: int) -> None:
    assert abs(len(mistyped(text, seed)) - len(text)) <= 1


@given(text=TEXTS, seed=SEEDS)
def test_it_is_never_more_than_one_slip(text: str, seed: int) -> None:
    assert OSA.distance(text, mistyped(text, seed)) <= 1


@given(text=TEXTS, seed=SEEDS)
@example(text="aa", seed=3)
def test_it_differs_unless_two_letters_that_are_the_same_were_swapped(
    text: str, seed: int
) -> None:
    assume(has_letters(text))
    doubled = any(one == other and one.isalpha() for one, other in pairwise(text))
    assert mistyped(text, seed) != text or doubled


@given(text=TEXTS, seed=SEEDS)
def test_the_same_seed_makes_the_same_errors(text: str, seed: int) -> None:
    first, second = random.Random(seed), random.Random(seed)
    assert [with_typing_error(text, first) for _ in range(5)] == [
        with_typing_error(text, second) for _ in range(5)
    ]


@given(text=st.text("0123456789 ?!.,-€😂\n", max_size=30), seed=SEEDS)
def test_a_text_without_letters_stays_as_it_is(text: str, seed: int) -> None:
    assert mistyped(text, seed) == text


@given(text=TEXTS, seed=SEEDS)
def test_only_letters_are_mistyped(text: str, seed: int) -> None:
    def others(typed: str) -> list[str]:
        return [each for each in typed if not each.isalpha()]

    assert others(mistyped(text, seed)) == others(text)


def test_a_letter_is_left_out_or_doubled_or_swapped_or_beside_its_key() -> None:
    assert {mistyped("1 ab?", seed) for seed in range(500)} == {
        *("1 b?", "1 a?"),  # left out
        *("1 aab?", "1 abb?"),  # doubled
        "1 ba?",  # swapped
        *("1 qb?", "1 sb?", "1 zb?"),  # beside the a
        *("1 av?", "1 an?", "1 ag?"),  # beside the b
    }


def test_every_letter_has_other_letters_beside_it() -> None:
    assert NEIGHBOURS.keys() == set("abcdefghijklmnopqrstuvwxyz")
    for letter, beside in NEIGHBOURS.items():
        assert set(beside) <= NEIGHBOURS.keys() - {letter}
