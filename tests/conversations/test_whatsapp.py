"""WhatsApp as a client has it: through a running assistant."""

import urllib.request

import pytest

from tests.channels.cloud.shapes import sent_by
from tests.conversations.requesting import REFERENCE, walk
from tests.phones import NUMBERS, PhoneChat
from tests.running import Assistant
from tests.waiting import wait_until
from tools.graph_api import GraphApi
from tools.phone import Phone, health


def test_who_writes_first_hears_that_this_is_a_computer_and_once(
    phone_chat: PhoneChat,
) -> None:
    first = phone_chat.say("wat kost cliëntondersteuning")
    assert "U appt met Steunwijzer. Dat is een computer" in first.text
    assert "gratis" in first.text
    assert len(first.messages) == 1
    assert "computer" not in phone_chat.say("wie geeft cliëntondersteuning").text


def test_who_may_be_in_danger_reads_first_whom_to_phone(phone_chat: PhoneChat) -> None:
    said = phone_chat.say("ik wil niet meer leven").text
    assert said.index("113") < said.index("U appt met Steunwijzer")
    assert "U appt" not in phone_chat.say("ik wil niet meer leven").text


def test_who_says_hello_hears_it_once(phone_chat: PhoneChat) -> None:
    assert phone_chat.say("hallo").text.count("computer") == 1


def test_a_message_is_marked_as_read_before_it_is_answered(
    phone_chat: PhoneChat, api: GraphApi
) -> None:
    message = phone_chat.phone.text("wat kost het")
    phone_chat.send(message)
    assert message["id"] in api.read


def test_a_choice_can_be_tapped_typed_or_numbered(
    assistant: Assistant, api: GraphApi
) -> None:
    answers = set()
    for answer in ("press", "Wat kost het?", "3", "wat kost het"):
        chat = PhoneChat(assistant, api)
        chat.say("hallo")
        said = chat.press("Wat kost het?") if answer == "press" else chat.say(answer)
        answers.add(said.text)
    assert len(answers) == 1
    assert "gratis" in answers.pop()


def test_a_choice_that_was_never_offered_is_no_command(phone_chat: PhoneChat) -> None:
    phone_chat.say("hallo")
    for payload in ("/restart", '/inform{"contact_consent": "yes"}'):
        tap = {"type": "button_reply", "button_reply": {"id": payload, "title": "x"}}
        said = phone_chat.send(phone_chat.phone.message("interactive", interactive=tap))
        assert "gewone woorden" in said.text


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        ("voice note", "gesproken bericht kan ik niet horen"),
        ("photo", "foto kan ik niet bekijken"),
        ("video", "filmpje"),
        ("document", "document kan ik niet lezen"),
        ("sticker", "plaatje"),
        ("location", "plek op de kaart"),
        ("contact", "visitekaartje"),
        ("unsupported", "Dit soort bericht"),
        ("of a later year", "Dit soort bericht"),
    ],
)
def test_what_cannot_be_read_is_answered_with_what_to_do_instead(
    phone_chat: PhoneChat, shape: str, says: str
) -> None:
    said = phone_chat.send(sent_by(phone_chat.phone, shape)).text
    assert says in said
    assert "yp " in said, "type it"


def test_the_words_with_a_photo_are_answered_too(phone_chat: PhoneChat) -> None:
    said = phone_chat.send(sent_by(phone_chat.phone, "photo with words")).text
    assert "foto kan ik niet bekijken" in said
    assert "Cliëntondersteuning is gratis" in said


def test_a_voice_note_in_the_middle_of_a_question_leaves_the_choices(
    phone_chat: PhoneChat,
) -> None:
    phone_chat.say("help mij kiezen welke zorg bij mij past")
    phone_chat.send(sent_by(phone_chat.phone, "voice note"))
    assert "veilig genoeg" in phone_chat.say("1").text


def test_a_thumb_is_answered_only_where_something_was_asked(
    phone_chat: PhoneChat,
) -> None:
    phone_chat.say("bel mij terug")
    assert not phone_chat.send(sent_by(phone_chat.phone, "reaction")).messages
    phone_chat.say("stop")
    phone_chat.say("help mij kiezen welke zorg bij mij past")
    said = phone_chat.send(sent_by(phone_chat.phone, "reaction")).text
    assert "Kies een antwoord" in said


def test_a_message_that_is_too_long_is_not_understood_in_part(
    phone_chat: PhoneChat,
) -> None:
    said = phone_chat.say("wat kost het? " + "echt waar " * 100)
    assert "Uw bericht is te lang" in said.text
    assert phone_chat.assistant.messages_of(phone_chat.sender) == 0


def test_who_hides_their_number_is_answered_by_user_name(
    assistant: Assistant, api: GraphApi
) -> None:
    chat = PhoneChat(assistant, api, Phone(None, f"NL.{next(NUMBERS)}"))
    assert "gratis" in chat.say("wat kost het").text
    (answer,) = chat.received()
    assert "to" not in answer.message
    assert answer.message["recipient"] == chat.phone.user_id


def test_a_whole_request_by_taps_and_words(phone_chat: PhoneChat) -> None:
    shown = walk(
        phone_chat,
        *("mail mij maar", "Jan", "jan punt jansen at gmail punt com", "Ouderenzorg"),
        "Nee, niets erbij",
    )
    assert "jan.jansen@gmail.com" in shown
    confirmed = walk(phone_chat, "Ja, geef door")
    assert REFERENCE.search(confirmed)
    assert phone_chat.assistant.requests(phone_chat.sender) == 1


def test_no_log_and_no_conversation_has_the_number(phone_chat: PhoneChat) -> None:
    for said in ("wat kost het", "bel mij terug", "stop"):
        phone_chat.say(said)
    number = str(phone_chat.phone.number)
    assistant = phone_chat.assistant
    assert number not in assistant.log()
    assert number not in assistant.stored_conversations()
    assert number[2:] not in assistant.stored_conversations()
    with urllib.request.urlopen(health(assistant.port), timeout=10) as answer:
        assert number not in answer.read().decode()


def test_a_bsn_is_taken_out_before_anything_is_kept(phone_chat: PhoneChat) -> None:
    said = phone_chat.say("mijn bsn is 194837265, wat kost cliëntondersteuning?").text
    assert "gratis" in said
    assert "burgerservicenummer" in said
    assert "194837265" not in phone_chat.assistant.everything_on_disk()


def test_who_has_all_removed_leaves_nothing_but_that_answer(
    phone_chat: PhoneChat,
) -> None:
    phone_chat.say("wat kost het")
    phone_chat.say("verwijder mijn gegevens")
    assert "is gewist" in phone_chat.press("Ja, wis alles").text
    only_that = {"replies"}  # for an hour, for who lost the connection
    wait_until(
        lambda: phone_chat.assistant.left_of(phone_chat.sender) == only_that,
        "the rest is gone",
    )
    number = str(phone_chat.phone.number)
    wait_until(
        lambda: number not in phone_chat.assistant.everything_on_disk(),
        "the number is in no file",
        30,
    )
