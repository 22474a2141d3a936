"""What is told for a request stays there, and goes when the client wants that."""

from tests.conversations.requesting import (
    REFERENCE,
    request_a_call,
    up_to_consent,
    walk,
)
from tests.running import Assistant, Chat
from tests.waiting import wait_until


def test_a_bsn_is_not_taken_in_and_the_client_is_told(chat: Chat) -> None:
    answer = chat.say("mijn bsn is 123456782, wat kost cliëntondersteuning?").text
    assert "geen burgerservicenummer" in answer
    assert "Cliëntondersteuning is gratis" in answer


def test_a_bsn_for_a_phone_number_is_asked_again(chat: Chat) -> None:
    walk(chat, "bel mij terug", "Jan")
    answer = chat.say("123456782").text
    assert "geen burgerservicenummer" in answer
    assert "Op welk nummer" in answer


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
    wait_until(
        lambda: "Zebedeus" not in assistant.everything_on_disk(), "it is gone", 60
    )
    # for an hour, for who missed it: that all is erased
    assert assistant.left_of(chat.sender) == {"replies"}
    assert "ken geen verzoek" in chat.say("is mijn verzoek al gezien?").text
    assert reference not in chat.last.text


def test_nothing_is_removed_without_a_yes(chat: Chat) -> None:
    reference = request_a_call(chat)
    chat.say("verwijder mijn gegevens")
    chat.press("Nee, bewaar het")
    assert reference in chat.say("is mijn verzoek al gezien?").text


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
