"""Two questions in one message are both answered, in order, in one reply."""

import pytest

from tests.running import Chat

FREE = "U hoeft er niets voor te betalen"
EXPLAINED = "gratis hulp bij het regelen"
FIRST_QUESTION_OF_CHOICE = "Waar wilt u wonen?"


@pytest.mark.parametrize(
    ("message", "in_order"),
    [
        ("Wat is het en kost het geld?", [EXPLAINED, FREE]),
        ("kost het geld? en wat is het", [FREE, EXPLAINED]),
        (
            "Wie helpt mij? En hoe lang moet ik wachten?",
            ["U kiest zelf wie u helpt", "Hoe lang u nu moet wachten"],
        ),
        (
            "Goedemiddag, mijn moeder heeft een indicatie. Wat is een pgb, en kan mijn"
            " zus bij het gesprek met de ondersteuner zijn?",
            ["persoonsgebonden budget", "familie"],
        ),
        (
            "waar staat dat ik recht heb op hulp? en wat doen jullie met mijn gegevens",
            ["burgerservicenummer"],
        ),
    ],
)
def test_both_questions_are_answered_in_order(
    chat: Chat, message: str, in_order: list[str]
) -> None:
    answer = chat.say(message).text
    places = [answer.find(part) for part in in_order]
    assert -1 not in places, answer
    assert places == sorted(places), answer


@pytest.mark.parametrize(
    "message",
    [
        "Mijn moeder heeft sinds kort een indicatie. Wat kost die ondersteuner?",
        "Wat kost het? Ik bedoel: moet ik er iets voor betalen?",
        "Is het gratis of kost het geld?",
        "ik heb een vraag, kunt u mij zeggen wat een cliëntondersteuner kost",
    ],
)
def test_one_question_in_two_sentences_gets_one_answer(
    chat: Chat, message: str
) -> None:
    assert chat.say(message).text.count(FREE) == 1
    assert len(chat.last.messages) == 1, chat.last.text


def test_what_starts_a_flow_comes_last_because_it_asks_in_turn(chat: Chat) -> None:
    answer = chat.say("Welke zorg past bij mij, en wat kost cliëntondersteuning?").text
    assert answer.index(FREE) < answer.index(FIRST_QUESTION_OF_CHOICE), answer
    assert answer.count(FIRST_QUESTION_OF_CHOICE) == 1
    assert "veilig" in chat.say("thuis").text


def test_two_questions_in_the_middle_of_a_flow_are_answered_and_it_goes_on(
    chat: Chat,
) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    answer = chat.say("wat kost een cliëntondersteuner? en wie geeft die hulp?").text
    places = [
        answer.find(part)
        for part in (FREE, "U kiest zelf wie u helpt", FIRST_QUESTION_OF_CHOICE)
    ]
    assert -1 not in places, answer
    assert places == sorted(places), answer


def test_a_name_in_one_question_is_not_taken_for_the_other(chat: Chat) -> None:
    answer = chat.say(
        "Wat is cliëntondersteuning? En vergoedt Menzis een mantelzorgmakelaar?"
    ).text
    assert answer.index(EXPLAINED) < answer.index("Menzis"), answer


def test_the_source_of_the_last_answer_is_told(chat: Chat) -> None:
    chat.say("Wat is een vpt? En wat kost cliëntondersteuning?")
    assert "Dat staat in" in chat.say("waar staat dat?").text
