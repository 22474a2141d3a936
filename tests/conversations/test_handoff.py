"""A human takes over: asked, said back, agreed to, stored, and changed later on."""

import re
from functools import partial

import pytest

from tests.running import Assistant, Chat, wait_until

REFERENCE = re.compile(r"\bSW-[A-Z0-9]{6}\b")


def walk(chat: Chat, *steps: str) -> str:
    """Press each step that is a button of the last answer, type each other one."""
    for step in steps:
        chat.press(step) if step in chat.last.buttons else chat.say(step)
    return chat.last.text


def request_a_call(chat: Chat, name: str = "Fatima el Amrani") -> str:
    """Ask to be called back, to the end; returns the reference."""
    text = walk(
        chat,
        *("bel mij terug", name, "nul zes 12 34 56 78", "donderdag na drie"),
        *("Ja, dat klopt", "Ouderenzorg", "Nee, niets erbij", "Ja, geef door"),
    )
    found = REFERENCE.search(text)
    assert found, text
    return found[0]


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


def test_a_double_click_makes_one_request(assistant: Assistant, chat: Chat) -> None:
    reference = request_a_call(chat)
    consent = '/inform{"contact_consent": "yes"}'
    for again in (partial(chat.say, "ja"), partial(chat.send, consent)):
        told = again().text
        assert reference in told
        assert "doorgegeven op" in told
    assert assistant.requests(chat.sender) == 1
    assert assistant.new_mails(reference) == 1


def test_a_request_can_be_asked_after_changed_and_withdrawn_later(chat: Chat) -> None:
    reference = request_a_call(chat)
    chat.say("wat kost cliëntondersteuning?")
    status = chat.say("is mijn verzoek al gezien?").text
    assert reference in status
    assert "Het is nog niet opgepakt" in status
    walk(chat, "ik heb een verkeerd nummer doorgegeven", "0687654321")
    changed = walk(chat, "Ja, geef door")
    assert reference in changed
    assert "gewijzigd" in changed
    assert "Wilt u verzoek" in chat.say("trek mijn verzoek in").text
    assert "is ingetrokken" in walk(chat, "Ja, trek in")
    assert "ingetrokken op" in chat.say("is mijn verzoek al gezien?").text


def test_who_has_a_request_is_not_asked_everything_again(chat: Chat) -> None:
    reference = request_a_call(chat)
    again = chat.say("bel mij terug")
    assert reference in again.text
    assert "Verzoek wijzigen" in again.buttons


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


def test_a_bsn_is_not_taken_in_and_the_client_is_told(chat: Chat) -> None:
    answer = chat.say("mijn bsn is 123456782, wat kost cliëntondersteuning?").text
    assert "geen burgerservicenummer" in answer
    assert "Cliëntondersteuning is gratis" in answer


def test_a_bsn_for_a_phone_number_is_asked_again(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan")
    answer = chat.say("123456782").text
    assert "geen burgerservicenummer" in answer
    assert "Op welk nummer" in answer


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


def test_who_stops_after_a_request_hears_that_it_stays(chat: Chat) -> None:
    reference = request_a_call(chat)
    answer = chat.say("annuleren").text
    assert reference in answer
    assert "Wilt u" in answer
    chat.press("Ja, trek in")
    assert "ingetrokken" in chat.press("Ja, trek in").text


def test_who_does_not_withdraw_after_all_hears_that_all_is_well(chat: Chat) -> None:
    reference = request_a_call(chat)
    chat.say("trek mijn verzoek in")
    assert "Goed" in chat.say("nee toch niet").text
    assert reference in chat.say("is mijn verzoek al gezien").text


def test_a_yes_with_a_bsn_beside_it_is_a_yes(chat: Chat) -> None:
    request_a_call(chat, "Jan")
    chat.say("trek mijn verzoek in")
    answer = chat.say("ja, mijn bsn is 123456782").text
    assert "geen burgerservicenummer" in answer
    assert "ingetrokken" in answer


def test_what_is_told_for_a_request_is_in_its_table_and_nowhere_else(
    assistant: Assistant, chat: Chat
) -> None:
    told = ("Wilhelmina", "0612348765", "+31612348765", "sleutelbos")
    chat.say("hallo, ik ben Wilhelmina en mijn bsn is 123456782")
    walk(chat, "bel mij terug", "Wilhelmina", told[1], "morgenmiddag", "ja")
    walk(chat, "Ouderenzorg", "Zelf schrijven", "waar is mijn sleutelbos")
    walk(chat, "Ja, geef door")
    kept = assistant.stored_conversations()
    assert "request_human" in kept
    for each in (*told, "123456782"):
        assert each not in kept
        assert each not in assistant.log()


def test_all_data_is_removed_after_a_yes(assistant: Assistant, chat: Chat) -> None:
    reference = request_a_call(chat, "Zebedeus Onvergetelijk")
    assert "Wilt u dat?" in chat.say("verwijder mijn gegevens").text
    assert "Zebedeus" in assistant.everything_on_disk()
    assert "gewist" in chat.press("Ja, wis alles").text
    # the mail in the folder of development goes when the next one asks for it
    wait_until(lambda: "Zebedeus" not in assistant.everything_on_disk())
    # for an hour, for who missed it: that all is erased
    assert assistant.left_of(chat.sender) == {"replies"}
    assert "ken geen verzoek" in chat.say("is mijn verzoek al gezien?").text
    assert reference not in chat.last.text


def up_to_consent(chat: Chat) -> str:
    """Answer everything but whether it may be passed on."""
    walk(chat, "bel mij terug", "Jan", "0612345678", "morgenmiddag", "ja")
    return walk(chat, "Ouderenzorg", "Nee, niets erbij")


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


def test_yes_to_erasing_in_the_middle_erases_and_passes_nothing_on(
    assistant: Assistant, chat: Chat
) -> None:
    up_to_consent(chat)
    asked = chat.say("verwijder al mijn gegevens").text
    assert "Mag ik dit doorgeven" not in asked
    assert "gewist" in chat.say("ja").text
    assert assistant.requests(chat.sender) == 0


def test_no_to_erasing_in_the_middle_goes_on(chat: Chat) -> None:
    up_to_consent(chat)
    chat.say("verwijder al mijn gegevens")
    assert "Mag ik dit doorgeven" in chat.say("nee").text
    assert REFERENCE.search(walk(chat, "Ja, geef door"))


def test_who_stops_changing_is_told_that_the_request_stays(chat: Chat) -> None:
    request_a_call(chat)
    walk(chat, "ik heb een verkeerd nummer doorgegeven", "0687654321")
    assert "blijft zoals het was" in walk(chat, "Nee, niet doen")
    assert "06 12345678" in chat.say("is mijn verzoek al gezien?").text


def test_who_withdraws_while_changing_withdraws(chat: Chat) -> None:
    request_a_call(chat)
    chat.say("ik heb een verkeerd nummer doorgegeven")
    assert "intrekken?" in chat.say("trek mijn verzoek in").text
    assert "is ingetrokken" in chat.say("ja").text


def test_after_a_crisis_the_request_can_be_gone_on_with(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan")
    assert "nog niet doorgegeven" in chat.say("ik wil dood").text
    assert "Op welk nummer" in chat.press("Ja, ga verder").text


@pytest.mark.parametrize("angry", ["dit is waardeloos", "hier heb ik niets aan"])
def test_who_is_not_served_is_offered_a_human(chat: Chat, angry: str) -> None:
    assert "Bel mij" in chat.say(angry).buttons


def test_a_button_of_a_conversation_that_is_gone_is_no_code(chat: Chat) -> None:
    lost = chat.send('/inform{"contact_consent": "yes"}').text
    assert "kwijt waar we waren" in lost
    assert "088 000 00 00" in lost


def test_nothing_is_removed_without_a_yes(chat: Chat) -> None:
    reference = request_a_call(chat)
    chat.say("verwijder mijn gegevens")
    chat.press("Nee, bewaar het")
    assert reference in chat.say("is mijn verzoek al gezien?").text
