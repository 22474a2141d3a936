"""A cry for help is heard, typing errors and all; everyday Dutch raises no alarm."""

import pytest
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.crisis import CRISIS, FALLBACK, CrisisWords
from steunwijzer.knowledge import installed

COMPONENT = CrisisWords()
GUESS = {"name": "ask_costs", "confidence": 0.9}
UNSURE = {"name": FALLBACK, "confidence": 0.6}
WORDS = installed().crisis.words
IN_DOUBT = installed().crisis.in_doubt


def intent_of(text: str, guess: dict[str, object] = GUESS) -> str:
    message = Message({TEXT: text, INTENT: dict(guess)})
    COMPONENT.process([message])
    name: str = message.get(INTENT)["name"]
    return name


@pytest.mark.parametrize("word", [WORDS.name, *WORDS.aliases])
def test_every_word_of_the_list_is_heard_whatever_the_classifier_thinks(
    word: str,
) -> None:
    assert intent_of(word) == CRISIS
    assert intent_of(f"goedemiddag, {word.upper()}. wat kost dat?") == CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "ik wil doodd",
        "ik wil niet meer lefen",
        "zelfmord",
        "zelfmoort",
        "zelf moord",
        "ik denk aan zelfmoordgedachten",
        "suicide",
        "suïcidale gedachtes",
        "overdossis genomen",
        "mijn man slaat me",
        "mijn moeder wordt mishandelt in het tehuis",
        "mishandling",
        "huiselijk gewelt",
        "hij ademt niet meer!!",
        "ze is bewustelos",
        "ik wil er een eind aan maken",
        "ik wil niet langer leven",
        "IK WIL DOOD",
        "ja maar ik wil dood",
    ],
)
def test_a_typing_error_hides_nothing(text: str) -> None:
    assert intent_of(text, UNSURE) == CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "laat me weten wat het kost",  # slaat me
        "laat mij met rust",
        "ik heb slecht geslapen",
        "mijn soep is aangebrand",
        "dan slaapt mijn vrouw",
    ],
)
def test_what_is_one_slip_from_such_a_word_raises_no_alarm_where_the_meaning_is_sure(
    text: str,
) -> None:
    assert intent_of(text) == GUESS["name"]


@pytest.mark.parametrize(
    "text",
    [
        "ik kan niet meer zonder haar hulp",
        "ik heb geen energie meer",
        "geweldig bedankt",
        "de trein",
        "ik kom met de trein",
        "mijn man is dood",
        "mijn vrouw is vorig jaar overleden",
        "ik ben doodmoe van al die regels",
        "ik lach me dood",
        "dat slaat nergens op",
        "ik wil niet meer thuis wonen",
        "ik wil niet meer in een instelling leven",
        "ik wil doorgaan",
        "ik ben geslaagd voor mijn examen",
        "kosten van het leven",
        "kom ik in aanmerking",
        "misbruik van mijn gegevens",
        # two slips away from "verkracht"
        "er wordt onderzoek verricht",
        "wie verricht de zorg",
        "ik verwacht een kind",
        "wat wordt er van mij verwacht",
        "half dood",
        "ik ben half dood van de zorgen",
        "we waren halfdood van het wachten",
        "",
    ],
)
def test_everyday_dutch_raises_no_alarm(text: str) -> None:
    assert intent_of(text, UNSURE) == FALLBACK


@pytest.mark.parametrize("word", [IN_DOUBT.name, *IN_DOUBT.aliases])
def test_a_word_that_is_also_used_lightly_counts_where_nothing_else_is_sure(
    word: str,
) -> None:
    assert intent_of(f"zeg, {word}. wat nu?", UNSURE) == CRISIS
    assert intent_of(f"zeg, {word}. wat nu?") == GUESS["name"]


def ranked(*named: tuple[str, float]) -> list[dict[str, object]]:
    return [{"name": name, "confidence": confidence} for name, confidence in named]


def after(text: str, ranking: list[dict[str, object]]) -> tuple[object, object]:
    """Intent and ranking of a message that was ranked so by the others."""
    data = {TEXT: text, INTENT: ranking[0], INTENT_RANKING_KEY: ranking}
    (message,) = COMPONENT.process([Message(data)])
    return message.get(INTENT), message.get(INTENT_RANKING_KEY)


@pytest.mark.parametrize("confidence", [0.59, 0.31, 0.03])
def test_a_doubtful_crisis_is_not_asked_again(confidence: float) -> None:
    doubtful = [(CRISIS, confidence), ("ask_costs", 0.02)]
    intent, ranking = after("zo kan het niet", ranked((FALLBACK, 0.6), *doubtful))
    assert intent == {"name": CRISIS, "confidence": confidence}
    assert ranking == ranked(*doubtful)


@pytest.mark.parametrize("sure", [0.4, 0.6, 0.79])
def test_a_crisis_that_may_well_be_meant_goes_before_what_is_likelier(
    sure: float,
) -> None:
    likelier = ("ask_costs", sure)
    intent, ranking = after("zo gaat het", ranked(likelier, (CRISIS, 0.2)))
    assert intent == {"name": CRISIS, "confidence": 0.2}
    assert ranking == ranked((CRISIS, 0.2), likelier)


@pytest.mark.parametrize(
    "ranking",
    [
        ranked((FALLBACK, 0.6), ("ask_costs", 0.6), (CRISIS, 0.19)),
        ranked((FALLBACK, 0.6), ("ask_costs", 0.4)),
        ranked((FALLBACK, 0.6)),
        ranked(("ask_costs", 0.9), (CRISIS, 0.1)),
    ],
)
def test_what_is_likelier_something_else_stays_as_it_was(
    ranking: list[dict[str, object]],
) -> None:
    assert after("zo kan het niet", ranking) == (ranking[0], ranking)


def test_a_word_that_says_it_all_goes_first_and_leaves_the_others_to_be_offered() -> (
    None
):
    intent, ranking = after("ik wil dood", ranked(("thank", 0.99), (CRISIS, 0.01)))
    assert intent == {"name": CRISIS, "confidence": 0.01}
    assert ranking == ranked((CRISIS, 0.01), ("thank", 0.99))


def test_a_message_without_text_is_left_alone() -> None:
    message = Message({INTENT: dict(GUESS)})
    assert COMPONENT.process([message]) == [message]
    assert message.get(INTENT) == GUESS


def test_every_message_is_looked_at() -> None:
    messages = [Message({TEXT: text}) for text in ("wat kost het", "ik wil dood")]
    found = [each.get(INTENT) for each in COMPONENT.process(messages)]
    assert found == [None, {"name": CRISIS, "confidence": 0.0}]
