"""A human takes over: asked, said back, agreed to, confirmed."""

import pytest

from tests.conversations.requesting import (
    REFERENCE,
    up_to_consent,
    walk,
)
from tests.running import Chat


def test_a_call_back_is_asked_said_back_agreed_to_and_confirmed(chat: Chat) -> None:
    assert "Wat is uw naam?" in walk(chat, "bel mij terug")
    assert "Op welk nummer" in walk(chat, "Fatima el Amrani")
    noted = walk(chat, "nul zes 12 34 56 78")
    assert "06 12345678" in noted
    assert "Wanneer komt het u uit?" in noted
    assert "donderdag 26 november, tussen 15.00 en 17.00 uur" in walk(
        chat, "donderdag na drie"
    )
    assert "Over welke zorg" in walk(chat, "Ja, dat klopt")
    walk(chat, "Ouderenzorg")
    shown = walk(chat, "Nee, niets erbij")
    for passed_on in (
        "Fatima el Amrani",
        "06 12345678",
        "donderdag 26 november",
        "verpleging en verzorging",
        "Steunpunt Ouderen Voorbeeld",
    ):
        assert passed_on in shown, shown
    confirmed = walk(chat, "Ja, geef door")
    assert REFERENCE.search(confirmed)
    assert "Steunpunt Ouderen Voorbeeld krijgt nu bericht" in confirmed
    assert "088 000 00 00" in confirmed


@pytest.mark.parametrize(
    ("steps", "passed_on"),
    [
        (
            ("mail mij maar", "Jan", "jan punt jansen at gmail punt com", "ggz"),
            "Jan: jan.jansen@gmail.com",
        ),
        (
            (
                *("kunt u bij mij langskomen", "mevrouw Smit", "Dorpsstraat 3, Ede"),
                *("morgenmiddag", "ja", "weet ik niet"),
            ),
            "mevrouw Smit, Dorpsstraat 3, Ede",
        ),
        (
            (
                "ik wil teruggebeld worden op 0031 6 12345678",
                "Bo",
                "half vier",
                "ja",
                "gehandicaptenzorg",
            ),
            "Bo: 06 12345678",
        ),
    ],
)
def test_only_what_is_needed_is_asked_for_a_mail_a_visit_and_a_call(
    chat: Chat, steps: tuple[str, ...], passed_on: str
) -> None:
    assert passed_on in walk(chat, *steps, "Nee, niets erbij")


def test_a_time_when_nobody_is_there_gets_the_next_one(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan", "0612345678")
    closed = walk(chat, "zaterdag om 11 uur")
    assert "Dan is er niemand" in closed
    assert "maandag 30 november" in closed
    assert "Wanneer komt het u uit?" in walk(chat, "Ander moment")


def test_another_time_may_be_said_instead_of_no(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan", "0612345678", "morgenmiddag")
    assert "vrijdag 27 november om 10.00 uur" in walk(chat, "nee, liever vrijdag om 10")


def test_the_conversation_is_summed_up_and_may_be_changed_or_left_out(
    chat: Chat,
) -> None:
    chat.say("wat betaalt menzis voor een mantelzorgmakelaar?")
    chat.say("wie geeft cliëntondersteuning bij ouderenzorg?")
    first = walk(chat, "bel mij terug", "Jan", "0612345678", "morgenmiddag", "ja")
    assert "Menzis" in first
    assert "Over welke zorg" not in first, "it was told already"
    walk(chat, "Zelf schrijven")
    assert "het gaat om mijn moeder" in walk(chat, "het gaat om mijn moeder")


def test_what_is_wrong_can_be_changed_before_it_goes(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan", "0612345678", "morgenmiddag", "ja")
    walk(chat, "Ouderenzorg", "Nee, niets erbij", "Wijzigen", "mijn naam")
    assert "Piet" in walk(chat, "Piet")
    assert "Ja, geef door" in chat.last.buttons


def test_nothing_is_passed_on_without_a_yes(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan", "0612345678", "morgenmiddag", "ja")
    text = walk(chat, "Ouderenzorg", "Nee, niets erbij", "Nee, niet doen")
    assert "Ik geef niets door" in text
    assert "ken geen verzoek" in chat.say("is mijn verzoek al gezien").text


@pytest.mark.parametrize(
    ("steps", "wrong", "explained"),
    [
        ((), ("dat zeg ik liever niet", "echt niet"), "voornaam"),
        (("Jan",), ("06 12", "06 123"), "met een plus"),
        (("Jan", "0612345678"), ("31 februari", "gisteren"), "half vier"),
    ],
)
def test_after_two_failed_tries_it_is_explained_and_a_number_given(
    chat: Chat, steps: tuple[str, ...], wrong: tuple[str, str], explained: str
) -> None:
    walk(chat, "bel mij terug", *steps)
    assert explained not in chat.say(wrong[0]).text
    twice = chat.say(wrong[1]).text
    assert explained in twice
    assert "088 000 00 00" in twice


def test_a_question_in_the_middle_is_answered_and_the_request_goes_on(
    chat: Chat,
) -> None:
    walk(chat, "bel mij terug", "Jan")
    answer = chat.say("wat kost cliëntondersteuning?").text
    assert "gratis" in answer
    assert "Op welk nummer" in answer


def test_back_again_and_stop_work(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan", "0612345678")
    assert "Op welk nummer" in chat.say("terug").text
    assert "Hoe wilt u contact?" in chat.say("opnieuw").text
    assert "we stoppen" in chat.say("stop").text
    assert "Op welk nummer" not in chat.say("wat kost het?").text


def test_a_flow_that_was_left_is_picked_up_after_the_request(chat: Chat) -> None:
    chat.say("help mij kiezen welke zorg bij mij past")
    chat.press("Thuis")
    assert "Is het thuis veilig genoeg" in walk(
        chat,
        *("bel mij terug", "Jan", "0612345678", "morgenmiddag", "ja"),
        *("Ouderenzorg", "Laat het weg", "Ja, geef door"),
    )


def test_who_is_not_understood_twice_is_offered_a_human(chat: Chat) -> None:
    chat.say("blauw met stippen en ruiten")
    offered = chat.say("rood met streepjes en bolletjes")
    assert "Bel mij" in offered.buttons
    assert "Wat is uw naam?" in chat.press("Bel mij").text


def test_a_name_that_sounds_like_a_cry_is_taken_after_the_numbers(chat: Chat) -> None:
    chat.say("bel mij terug")
    answer = chat.say("Sjaak").text
    assert "Bel 112" in answer
    assert "Op welk nummer" in answer


def test_after_a_cry_the_request_can_be_left_or_gone_on_with(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan")
    assert "nog niet doorgegeven" in chat.say("ik wil dood").text
    assert "112" not in chat.press("Nee, laat maar").text
    walk(chat, "bel mij terug", "Jan")
    chat.say("ik wil dood")
    assert "Op welk nummer" in chat.press("Ja, ga verder").text


def test_what_is_put_right_half_way_is_put_right(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan", "0612345678", "donderdag")
    assert "donderdag 26 november, tussen 15.00" in chat.say("na drie uur").text
    walk(chat, "ja", "Ouderenzorg")
    assert "06 87654321" in chat.say("nee wacht, ander nummer 0687654321").text
    shown = chat.say("doe toch maar vrijdag").text
    assert "vrijdag 27 november" in shown
    shown = walk(chat, "ja", "Nee, niets erbij")
    assert "06 87654321" in shown
    assert "vrijdag 27 november" in shown


def test_a_typed_option_is_that_option_whatever_else_it_could_mean(chat: Chat) -> None:
    up_to_consent(chat)
    assert "Wat wilt u veranderen" in chat.say("wijzigen").text
    assert "Mag ik dit doorgeven" in chat.say("laat maar").text


def test_a_visit_needs_a_place(chat: Chat) -> None:
    walk(chat, "kom langs", "Jan")
    assert "Ik mis de woonplaats" in chat.say("Dorpsstraat 5").text
    assert "Dorpsstraat 5, Ede" in chat.say("Ede").text


@pytest.mark.parametrize(
    "answer",
    [
        "wat gebeurt er als ik ja zeg",
        "ja als het gratis is",
        "ja maar eerst mijn vrouw vragen",
        "verwijder al mijn gegevens",
        "ik wil dood",
    ],
)
def test_what_is_no_plain_yes_passes_nothing_on(chat: Chat, answer: str) -> None:
    up_to_consent(chat)
    assert "SW-" not in chat.say(answer).text


@pytest.mark.parametrize("angry", ["dit is waardeloos", "hier heb ik niets aan"])
def test_who_is_not_served_is_offered_a_human(chat: Chat, angry: str) -> None:
    assert "Bel mij" in chat.say(angry).buttons
