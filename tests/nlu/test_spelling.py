"""A slip is read as the word that was meant; a word that was meant stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from nlu.spelling import LONG, SHORTEST, USUAL, Spelling

# The most usual first, as Spelling.of gives them.
SPELLING = Spelling(
    """
    kost betalen vergoed stoppen wachten hulp ondersteuner diensten operatie
    clientondersteuning mantelzorgmakelaar
    """.split()  # noqa: SIM905
)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("kosst", "kost"),  # doubled
        ("betalne", "betalen"),  # swapped
        ("btalen", "betalen"),  # left out
        ("betslen", "betalen"),  # beside its key
        ("etalen", "betalen"),  # at the beginning
        ("betale", "betalen"),  # at the end
        ("hullp", "hulp"),
        ("ondrsteunner", "ondersteuner"),  # two in a long word
        ("clientonderstuening", "clientondersteuning"),
        ("cleintonderstuening", "clientondersteuning"),
        ("mantelzorgmaklaar", "mantelzorgmakelaar"),
    ],
)
def test_a_slip_is_read_as_the_usual_word(slip: str, meant: str) -> None:
    assert SPELLING.correct(slip) == meant


@pytest.mark.parametrize(
    "word",
    [
        "stippen",  # not "stoppen"
        "bepalen",  # not "betalen"
        "halen",
        "wachter",
        "vergoedt",
        "kist",
        "gulp",
    ],
)
def test_a_dutch_word_is_never_taken_for_a_slip(word: str) -> None:
    assert SPELLING.correct(word) == word


@pytest.mark.parametrize("word", ["dietisten", "cooperatie"])
def test_nor_is_one_with_an_accent_which_the_tokenizer_took_off(word: str) -> None:
    assert SPELLING.correct(word) == word  # not "diensten", "operatie"


@pytest.mark.parametrize(
    ("word", "because"),
    [
        ("bteaeln", "two slips in seven letters make another word"),
        ("onrdseutner", "three slips are too many in any word"),
        ("xqwzv", "nothing is near"),
    ],
)
def test_a_word_that_is_too_far_from_every_usual_word_stays(
    word: str, because: str
) -> None:
    assert SPELLING.correct(word) == word, because


def test_two_slips_are_one_too_many_just_below_the_length_of_a_long_word() -> None:
    short, long = Spelling(["q" * (LONG - 1)]), Spelling(["q" * LONG])
    assert short.correct("xx" + "q" * (LONG - 3)) == "xx" + "q" * (LONG - 3)
    assert long.correct("xx" + "q" * (LONG - 2)) == "q" * LONG


@pytest.mark.parametrize("word", ["", "k", "kst", "hlp", "lup"])
def test_a_short_word_stays(word: str) -> None:
    assert len(word) < SHORTEST
    assert SPELLING.correct(word) == word


@pytest.mark.parametrize(
    ("word", "usual"),
    [
        ("__insurer__", "__insurers__"),
        ("__number__", "__numbers__"),
        ("2016", "2015"),
        ("24-7", "24-8"),
        ("h5lp", "hulp"),
        ("e-mial", "e-mail"),
    ],
)
def test_numbers_and_what_stands_for_a_name_stay(word: str, usual: str) -> None:
    assert Spelling([usual, "hulp"]).correct(word) == word


@pytest.mark.parametrize(
    ("usual", "word", "read"),
    [
        # The nearest, though another is more usual, or has the same first letter.
        (["vergoeding", "vergoedingen"], "vergoedinegn", "vergoedingen"),
        (["begroeting", "vergoeding"], "bergoeding", "vergoeding"),
        # As near: the same first letter, though the other is more usual.
        (["zoeken", "boeken"], "bzoeken", "boeken"),
        (["boeken", "zoeken"], "zboeken", "zoeken"),
        # As near, and the first letter does not tell: the most usual.
        (["zoeken", "boeken"], "qoeken", "zoeken"),
        (["boeken", "zoeken"], "qoeken", "boeken"),
        (["gemeld", "gemeten"], "gemeln", "gemeld"),
    ],
)
def test_of_several_usual_words_the_nearest_is_read_then_the_likeliest(
    usual: list[str], word: str, read: str
) -> None:
    assert Spelling(usual).correct(word) == read


def test_a_word_is_usual_when_it_is_often_in_the_training_data() -> None:
    often = ["hulp"] * USUAL + ["kosten"] * (USUAL + 1)
    perhaps_a_slip = ["wachtten"] * (USUAL - 1)
    learnt = Spelling.of([*perhaps_a_slip, *often])
    assert learnt.usual == ("kosten", "hulp")  # the most usual first


def test_nothing_is_read_as_a_short_word_a_number_or_what_stands_for_a_name() -> None:
    words = ["cz", "een", "2015", "__insurer__", "hulp"] * USUAL
    assert Spelling.of(words).usual == ("hulp",)


def test_without_training_data_every_word_stays() -> None:
    assert Spelling.of([]).correct("betalne") == "betalne"


# Few letters, so that words are often near one another; "q" and "x", so that hardly any
# is Dutch.
_WORDS = st.text("aeqx", min_size=1, max_size=11)


@settings(max_examples=300, deadline=None)
@given(
    usual=st.lists(_WORDS, unique=True, max_size=12), word=st.one_of(_WORDS, st.text())
)
def test_any_word_stays_or_becomes_the_nearest_usual_word(
    usual: list[str], word: str
) -> None:
    spelling = Spelling(usual)
    read = spelling.correct(word)
    if read != word:
        assert read in usual
        assert OSA.distance(word, read) == min(OSA.distance(word, w) for w in usual)
        assert OSA.distance(word, read) <= (1 if len(word) < LONG else 2)
    assert spelling.correct(read) == read
    assert [spelling.correct(each) for each in usual] == usual
