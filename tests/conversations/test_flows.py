"""The guided flows, from the first question to the outcome, and off the path."""

import pytest

from tests.running import Chat
from tools.visitor import text_of


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (["Ja", "Ouderenzorg", "Voor mijzelf"], ["Ja, met een Wlz-indicatie", "zelf"]),
        (["ja", "ggz", "ik ben haar mentor"], ["wettelijk vertegenwoordiger", "PVP"]),
        (["ja", "weet ik niet", "weet ik niet"], ["brief van het CIZ", "gratis"]),
        (["nee", "ja"], ["Nee, via het zorgkantoor", "gemeente", "Jeugdwet"]),
        (["nee", "nee, ouder dan 18"], ["gemeente", "Wmo"]),
        (["aangevraagd"], ["gemeente", "gratis", "CIZ"]),
        (["nee die loopt nog"], ["gemeente", "gratis", "CIZ"]),
        (["ja die hebben we vorige week gekregen", "ouderenzorg", "zelf"], ["Ja, met"]),
        (["nee", "hij is 16"], ["gemeente", "Jeugdwet"]),
        (["weet ik niet"], ["Dat kan ik nog niet zeggen", "CIZ"]),
    ],
)
def test_eligibility_ends_with_who_helps(
    chat: Chat, answers: list[str], says: list[str]
) -> None:
    chat.say("heb ik recht op cliëntondersteuning?")
    for answer in answers:
        chat.press(answer) if answer in chat.last.buttons else chat.say(answer)
    assert [each for each in says if each not in chat.last.text] == [], chat.last.text


def test_what_was_already_told_is_not_asked_again(chat: Chat) -> None:
    first = chat.say("ik heb geen indicatie, heb ik dan recht op hulp?").text
    assert "Is er een Wlz-indicatie?" not in first
    assert "jonger dan achttien" in first


@pytest.mark.parametrize(
    ("answers", "forms"),
    [
        (["In een instelling"], "verblijf in een instelling"),
        (["Thuis", "Nee"], "verblijf in een instelling"),
        (["Thuis", "Ja", "Ik zelf", "Ja"], "persoonsgebonden budget"),
        (["Thuis", "Ja", "Een organisatie", "Ja"], "volledig pakket thuis"),
        (["Thuis", "Ja", "Allebei", "Ja"], "mpt samen met pgb"),
    ],
)
def test_the_choice_helper_gives_forms_with_reasons(
    chat: Chat, answers: list[str], forms: str
) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    for answer in answers:
        chat.press(answer)
    outcome = chat.last.text
    assert f"Dit past misschien bij u: {forms}" in outcome
    assert "U wilt" in outcome
    assert "Alleen het zorgkantoor beslist" in outcome
    assert "helpt u gratis" in outcome


def test_not_knowing_anything_still_leads_to_an_outcome(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    for _ in range(4):
        chat.say("weet ik niet")
    assert "Dit past misschien bij u" in chat.last.text


@pytest.mark.parametrize(
    "question", ["wat kost cliëntondersteuning?", "wat gebeurt er met mijn gegevens?"]
)
def test_a_question_in_the_middle_is_answered_and_the_flow_goes_on(
    chat: Chat, question: str
) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    asked = text_of(chat.press("Thuis").messages[-1])
    answer = chat.say(question)
    assert len(answer.messages) > 1
    assert text_of(answer.messages[-1]) == asked
    assert "Wie regelt de zorg?" in chat.press("Ja").text


def test_a_flow_left_for_another_one_is_picked_up_after_it(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    chat.press("Thuis")
    chat.say("heb ik eigenlijk recht op cliëntondersteuning?")
    answer = chat.press("Weet ik niet").text
    assert "Dat kan ik nog niet zeggen" in answer
    assert "Is het thuis veilig genoeg" in answer


def test_stop_ends_the_flow(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    assert "we stoppen" in chat.say("stop").text
    assert "Waar wilt u wonen?" not in chat.say("wat kost het?").text


def test_back_asks_the_previous_question_again(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    chat.press("Thuis")
    assert "Waar wilt u wonen?" in chat.say("terug").text


def test_again_begins_the_flow_anew(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    chat.press("Thuis")
    chat.press("Ja")
    assert "Waar wilt u wonen?" in chat.say("opnieuw").text


def test_back_outside_a_flow_repeats_the_answer_before(chat: Chat) -> None:
    first = text_of(chat.say("wat kost cliëntondersteuning?").messages[0])
    chat.say("hoe lang duurt cliëntondersteuning?")
    assert str(first) in chat.say("terug").text


def test_an_unclear_answer_is_asked_again_and_then_explained(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    assert "Waar wilt u wonen?" in chat.say("blauw met stippen").text
    twice = chat.say("rood met streepjes").text
    assert "088 000 00 00" in twice
    assert "Waar wilt u wonen?" in twice


@pytest.mark.parametrize("answer", ["nee", "nee hoor", "goed"])
def test_a_yes_or_no_that_fits_no_option_is_asked_again(
    chat: Chat, answer: str
) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    again = chat.say(answer).text
    assert "Ik begrijp uw antwoord nog niet" in again
    assert "Waar wilt u wonen?" in again


def test_a_button_of_another_question_is_answered_in_a_flow(chat: Chat) -> None:
    chat.say("heb ik recht op cliëntondersteuning?")
    chat.say("wie geeft cliëntondersteuning?")
    answer = chat.press("Ouderenzorg").text
    assert "Zorgbelang" in answer
    assert "Is er een Wlz-indicatie?" in answer


def test_an_answer_never_changes_an_earlier_one(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    for answer in ("Thuis", "Ja", "Allebei"):
        chat.press(answer)
    assert "mpt samen met pgb" in chat.say("dat doet mijn zoon").text


def test_what_is_a_pgb_is_answered_in_a_flow(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    answer = chat.say("wat is een pgb?").text
    assert "persoonsgebonden budget" in answer
    assert "Waar wilt u wonen?" in answer


@pytest.mark.parametrize(
    ("insurer", "told"),
    [
        ("CZ", "Hoeveel CZ betaalde"),
        ("ik zit bij cz", "Hoeveel CZ betaalde"),
        ("menzis", "betaalde Menzis"),
    ],
)
def test_the_insurer_that_is_asked_for_in_a_flow_can_be_named(
    chat: Chat, insurer: str, told: str
) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    assert "Bij welke" in chat.say("vergoedt mijn verzekeraar een makelaar?").text
    answer = chat.say(insurer).text
    assert told in answer
    assert "Waar wilt u wonen?" in answer
    assert "veilig genoeg" in chat.say("thuis").text


def test_the_package_that_is_asked_for_in_a_flow_can_be_named(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    assert "Welk aanvullend pakket" in chat.say("wat vergoedt VGZ?").text
    answer = chat.say("VGZ aanvullend Best").text
    assert "€" in answer
    assert "Waar wilt u wonen?" in answer


def test_a_number_or_the_label_typed_means_the_button(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    assert "veilig genoeg" in chat.say("1").text
    assert "Wie regelt de zorg?" in chat.say("Ja").text


def test_yes_to_the_offer_starts_the_choice_helper(chat: Chat) -> None:
    chat.say("wat is het verschil tussen vpt en mpt")
    assert "Waar wilt u wonen?" in chat.say("ja graag").text
