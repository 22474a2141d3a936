"""Every answer is plain Dutch and fits a phone: the rules of language of design.md."""

from collections.abc import Callable

import pytest

from tests.answers_as_said import Message, in_words, prose
from tests.every_answer import EVERY
from tests.reading_ease import GLOSSARY, measured, sentences, words

FLESCH_DOUMA, MEAN_WORDS, LONGEST, LIX = 65, 10, 15, 35
ENOUGH_TO_MEASURE = 25  # words
IN_A_BUBBLE = 60  # words; the names in a list are looked at, not read
BUTTONS, TITLE = 3, 20
ORDINARY = ("gemeente", "zorg", "hulp", "plan", "pakket", "rekening", "organisatie")

Say = Callable[[], list[Message]]
each_answer = pytest.mark.parametrize(
    "say", [pytest.param(say, id=name) for name, say in EVERY]
)


def in_full(say: Say) -> list[Message]:
    return [in_words(message) for message in say()]


@each_answer
def test_an_answer_reads_easily(say: Say) -> None:
    text = "\n".join(map(prose, in_full(say)))
    if len(words(text)) < ENOUGH_TO_MEASURE:
        assert all(len(words(each)) <= LONGEST for each in sentences(text)), text
        return
    found = measured(text)
    assert found.flesch_douma >= FLESCH_DOUMA, text
    assert found.mean_words <= MEAN_WORDS, text
    assert len(words(found.longest)) <= LONGEST, found.longest
    assert found.lix <= LIX, text


@each_answer
def test_an_answer_is_filled_in_and_fits_its_bubbles(say: Say) -> None:
    for message in in_full(say):
        text = prose(message)
        assert text or message.get("buttons")
        assert "{" not in text
        assert "None" not in text
        assert len(words(" ".join(sentences(text)))) <= IN_A_BUBBLE, text
        buttons = message.get("buttons") or []
        assert len({button["payload"] for button in buttons}) <= BUTTONS
        assert all(len(button["title"]) <= TITLE for button in buttons)


@each_answer
def test_an_answer_names_its_sources_once_and_under_the_first_message(say: Say) -> None:
    cited = ["\nBron: " in str(message["text"]) for message in in_full(say)]
    assert not any(cited[1:])


def test_all_there_is_to_say_is_tested() -> None:
    assert len(EVERY) > 400
    assert len({name for name, _ in EVERY}) == len(EVERY)


def test_only_terms_are_swapped_for_a_short_word() -> None:
    assert not set(ORDINARY) & GLOSSARY.keys()
    assert len(GLOSSARY) <= 10


@pytest.mark.parametrize(
    ("text", "measure", "limit"),
    [
        ("Overheidsorganisaties adviseren desbetreffende zorgvragers.", "lix", LIX),
        (
            "Wij gaan met u en met de mensen om u heen na wat er nog kan en wat niet.",
            "mean_words",
            MEAN_WORDS,
        ),
    ],
)
def test_hard_dutch_is_seen(text: str, measure: str, limit: float) -> None:
    assert getattr(measured(text), measure) > limit


def test_law_dutch_is_no_easy_reading() -> None:
    law = (
        "De Wlz-uitvoerder voorziet in onafhankelijke ondersteuning met informatie, "
        "advies, algemene ondersteuning en zorgbemiddeling, die bijdraagt aan het tot "
        "gelding brengen van het recht op zorg in samenhang met dienstverlening."
    )
    assert measured(law).flesch_douma < FLESCH_DOUMA
    assert len(words(measured(law).longest)) > LONGEST
