"""What a message asks, by config.yml's pipeline trained with a few examples."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evaluation.pipeline import CONFIG, Pipeline, threshold, train
from nlu.crisis import CRISIS, FALLBACK
from nlu.intent_classifier import QUESTION_CONFIDENCE
from tests.nlu.conftest import installed
from tests.nlu.few_examples import FEW_EXAMPLES

COSTS, WAITING = "ask_costs", "ask_waiting_time"
INSURER = "ask_insurer_reimbursement"


@pytest.fixture(scope="module")
def pipeline(dutch_package: Path) -> Pipeline:
    with pytest.MonkeyPatch.context() as patch, installed("blank", dutch_package):
        # Rasa's cache does not see a change in a module that a component imports.
        patch.setenv("RASA_MAX_CACHE_SIZE", "0")
        return train(FEW_EXAMPLES, CONFIG)


def parsed(pipeline: Pipeline, text: str) -> dict[str, Any]:
    ((reading, _),) = pipeline.parse([text])
    return reading


def intents(reading: dict[str, Any]) -> list[str]:
    """Everything that is asked, in order."""
    more = reading.get("more_questions", [])
    return [each["intent"]["name"] for each in (reading, *more)]


def named(reading: dict[str, Any], text: str) -> list[tuple[str, str]]:
    """The entities with what stands where they say they are."""
    return [
        (each["value"], text[each["start"] : each["end"]])
        for each in reading["entities"]
    ]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Wat kost een ondersteuner?", COSTS),
        ("Hoe lang duurt het wachten?", WAITING),
        ("dank u wel", "thank"),
        ("ik ben het leven zat", CRISIS),
        # en, of
        ("vergoeden Menzis en VGZ dit", INSURER),
        ("Is het gratis of moet ik betalen?", COSTS),
        ("Is het gratis? Of moet ik betalen?", COSTS),
        # background, thanks
        ("Mijn moeder is 84 en woont alleen. Hoe lang moet zij wachten?", WAITING),
        ("Ik ben verzekerd bij Menzis en heb een polis. Wat vergoeden zij?", INSURER),
        ("Wat kost het? Alvast bedankt!", COSTS),
        ("Hallo. Ik heb een vraag. Is er een wachtlijst?", WAITING),
        # what has a question mark, and asks nothing
        ("Is er een wachtlijst? Bedankt?", WAITING),
        # the same question twice
        ("Wat kost het? Ik bedoel: moet ik er iets voor betalen?", COSTS),
        ("Hoe lang is de wachttijd, en wanneer komt er iemand?", WAITING),
    ],
)
def test_one_question_is_one_intent(pipeline: Pipeline, text: str, intent: str) -> None:
    reading = parsed(pipeline, text)
    assert reading["intent"]["name"] == intent
    assert "more_questions" not in reading


def test_a_part_is_answered_when_it_would_be_on_its_own() -> None:
    assert threshold() == QUESTION_CONFIDENCE


TWO_OR_MORE = [
    ("wat kost het en hoe lang moet ik wachten", [COSTS, WAITING]),
    ("Hoe lang moet ik wachten? En wat kost een ondersteuner?", [WAITING, COSTS]),
    ("Is er een wachtlijst, en vergoedt Menzis dit?", [WAITING, INSURER]),
    ("Vergoedt Menzis dit? Is er een wachtlijst", [INSURER, WAITING]),
    ("wat kost een ondersteuner\nwanneer komt er iemand", [COSTS, WAITING]),
    (
        "Mijn moeder is 84. Wat kost een ondersteuner? Zij wacht al drie weken."
        " Wanneer komt er iemand?",
        [COSTS, WAITING],
    ),
    (
        "Is het gratis, hoe lang is de wachttijd en wat vergoedt VGZ?",
        [COSTS, WAITING, INSURER],
    ),
    # thanks are no question of their own
    ("Is het gratis? Is er een wachtlijst? Bedankt!", [COSTS, WAITING]),
    ("Twee vragen: wat kost het en is er een wachtlijst?", [COSTS, WAITING]),
]


@pytest.mark.parametrize(("text", "asked"), TWO_OR_MORE)
def test_several_questions_are_all_read_in_their_order(
    pipeline: Pipeline, text: str, asked: list[str]
) -> None:
    assert intents(parsed(pipeline, text)) == asked


@pytest.mark.parametrize("text", [text for text, _ in TWO_OR_MORE])
def test_a_later_question_is_read_as_if_it_had_been_sent_alone(
    pipeline: Pipeline, text: str
) -> None:
    for question in parsed(pipeline, text)["more_questions"]:
        assert set(question) == {"text", "intent", "intent_ranking", "entities"}
        assert question["text"] in text
        alone = parsed(pipeline, question["text"])
        assert question["intent"]["name"] == alone["intent"]["name"]
        assert question["entities"] == alone["entities"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Wat kost dat, en vergoedt Menzis dit?", [], [("menzis", "Menzis")]),
        ("Vergoedt Menzis dit? Is er een wachtlijst?", [("menzis", "Menzis")], []),
        (
            "Ik zit bij VGZ. Is er een wachtlijst? En vergoedt Zilveren Kruis dit?",
            [("vgz", "VGZ")],
            [("zilveren_kruis", "Zilveren Kruis")],
        ),
        (
            "Vergoeden menzis en vgz dit? Wat kost dat?",
            [("menzis", "menzis"), ("vgz", "vgz")],
            [],
        ),
    ],
)
def test_a_name_belongs_to_the_question_that_it_stands_in(
    pipeline: Pipeline,
    text: str,
    first: list[tuple[str, str]],
    second: list[tuple[str, str]],
) -> None:
    reading = parsed(pipeline, text)
    (other,) = reading["more_questions"]
    assert named(reading, text) == first
    assert named(other, other["text"]) == second


def test_the_same_question_about_two_insurers_is_one_about_both(
    pipeline: Pipeline,
) -> None:
    text = "Vergoedt Menzis dit, en vergoedt VGZ dat ook?"
    reading = parsed(pipeline, text)
    assert intents(reading) == [INSURER]
    assert named(reading, text) == [("menzis", "Menzis"), ("vgz", "VGZ")]


def test_nor_is_the_second_insurer_forgotten_when_something_else_is_asked_too(
    pipeline: Pipeline,
) -> None:
    text = "Vergoedt VGZ dit? Vergoedt Menzis dit? Is er een wachtlijst?"
    reading = parsed(pipeline, text)
    every = [reading, *reading.get("more_questions", [])]
    values = {entity["value"] for each in every for entity in each["entities"]}
    assert values == {"vgz", "menzis"}


def test_a_name_with_a_full_stop_lies_within_its_question(pipeline: Pipeline) -> None:
    text = "Is er een wachtlijst? En wat vergoedt VGZ aanv. Best voor dit?"
    (other,) = parsed(pipeline, text)["more_questions"]
    assert {name for _, name in named(other, other["text"])} == {"VGZ aanv. Best"}


@pytest.mark.parametrize(
    "text",
    [
        "Is het gratis? Is er een wachtlijst? Ik ben het leven zat en wil niet meer"
        " verder, wie kan mij helpen?",
        "Wat moet ik doen? Mijn zoon doet mij pijn en ik ben bang voor hem. Wat kost"
        " het? Is er een wachtlijst?",
        "is het gratis en is er een wachtlijst? mijn moeder is gevallen en reageert"
        " niet meer, ze ligt op de grond, wat moet ik doen",
    ],
)
def test_a_message_that_is_a_cry_for_help_is_never_split(
    pipeline: Pipeline, text: str
) -> None:
    reading = parsed(pipeline, text)
    assert reading["intent"]["name"] == CRISIS
    assert "more_questions" not in reading


CRIES_AMONG_QUESTIONS = [
    "Wat kost het en hoe lang moet ik wachten? Ik wil dood",
    "Ik wil dood. Wat kost het? Hoe lang moet ik wachten?",
    "Wat kost het? Mijn man slaat mij. Hoe lang moet ik wachten?",
]


@pytest.mark.parametrize("text", CRIES_AMONG_QUESTIONS)
def test_a_word_that_says_it_all_is_heard_among_questions(
    pipeline: Pipeline, text: str
) -> None:
    assert parsed(pipeline, text)["intent"]["name"] == CRISIS


@pytest.mark.parametrize("text", CRIES_AMONG_QUESTIONS)
def test_and_then_no_question_waits_for_an_answer(
    pipeline: Pipeline, text: str
) -> None:
    assert "more_questions" not in parsed(pipeline, text)


@pytest.mark.parametrize(
    "text",
    [
        "Wat kost het en hoe lang moet ik wachten? Ik ben het leven zat",
        "Mijn vrouw krijgt opeens geen adem. Wat kost het? Hoe lang moet ik wachten?",
        "Wat kost het? Mijn zoon doet mij pijn. Hoe lang moet ik wachten?",
        "Is het gratis? Is er een wachtlijst? Vergoedt VGZ dit? Ik ben het leven zat",
    ],
)
def test_a_cry_for_help_among_questions_is_heard_in_other_words_too(
    pipeline: Pipeline, text: str
) -> None:
    assert intents(parsed(pipeline, text))[0] == CRISIS


@pytest.mark.parametrize("text", ["", "👍", "🙏🏽🙏🏽 ❤️", "qxzw vvqq"])
def test_what_says_nothing_known_is_asked_again(pipeline: Pipeline, text: str) -> None:
    assert intents(parsed(pipeline, text)) == [FALLBACK]


# What begins with "/" is a command to Rasa, and no message.
_MESSAGES = st.one_of(
    st.text().filter(lambda text: not text.strip().startswith("/")),
    st.from_regex(r"(wat|en|cz|dood|[ ?.,\n])*", fullmatch=True),
)


@settings(max_examples=200, deadline=None)
@given(text=_MESSAGES)
@example(text="?!")
@example(text=" \n\x00")
@example(text="wat kost het en hoe lang moet ik wachten")
@example(text="wat kost het👍?en 👍 hoe lang moet ik wachten?? 👍")
def test_whatever_is_typed_confidences_are_shares_of_one_and_sorted(
    pipeline: Pipeline, text: str
) -> None:
    reading = parsed(pipeline, text)
    for each in (reading, *reading.get("more_questions", [])):
        ranking = each["intent_ranking"]
        assert each["intent"] == ranking[0]
        # A crisis goes first when it is only likely enough.
        ordered = ranking[ranking[0]["name"] == CRISIS :]
        confidences = [one["confidence"] for one in ordered]
        assert all(0 <= one <= 1 for one in confidences)
        assert all(first >= second for first, second in pairwise(confidences))


@pytest.mark.parametrize("text", ["vergoedt CZ dit", "Wat kost een ondersteuner?"])
def test_confidences_of_all_intents_add_up_to_one(
    pipeline: Pipeline, text: str
) -> None:
    ranking = parsed(pipeline, text)["intent_ranking"]
    assert {each["name"] for each in ranking} == {each.intent for each in FEW_EXAMPLES}
    assert sum(each["confidence"] for each in ranking) == pytest.approx(1)


@pytest.mark.parametrize("other", ["Ditzo", "Menzis", "zilveren kruis", "menzies"])
@pytest.mark.parametrize("text", ["vergoedt {} dit", "Ik zit bij {}. Krijg ik iets?"])
def test_an_insurer_that_is_in_no_example_is_understood_as_well_as_any(
    pipeline: Pipeline, text: str, other: str
) -> None:
    assert not any(other in each.text for each in FEW_EXAMPLES)
    of_cz, of_other = (
        parsed(pipeline, text.format(name))["intent_ranking"] for name in ("CZ", other)
    )
    assert of_other == of_cz
    assert of_cz[0]["name"] == INSURER


@pytest.mark.parametrize("greeting", ["Goedemiddag, ", "Geachte heer, mevrouw. "])
@pytest.mark.parametrize("text", ["wat kost een ondersteuner", "hoe lang duurt het"])
def test_a_greeting_before_it_makes_no_difference(
    pipeline: Pipeline, greeting: str, text: str
) -> None:
    greeted = parsed(pipeline, greeting + text)["intent_ranking"]
    assert greeted == parsed(pipeline, text)["intent_ranking"]


@pytest.mark.parametrize(
    ("slip", "text"),
    [
        ("hoeveel moet ik betallen", "hoeveel moet ik betalen"),
        ("wanneer kotm er iemand", "wanneer komt er iemand"),
        ("dekt mijn verzekreing dit", "dekt mijn verzekering dit"),
    ],
)
def test_a_slip_makes_no_difference(pipeline: Pipeline, slip: str, text: str) -> None:
    slipped = parsed(pipeline, slip)["intent_ranking"]
    assert slipped == parsed(pipeline, text)["intent_ranking"]
