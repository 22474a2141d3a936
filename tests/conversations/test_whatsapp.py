"""WhatsApp as a client has it, and as Meta calls it: through a running assistant."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest

from tests.channels.cloud.shapes import MESSAGES, NO_MESSAGES
from tests.conversations.requesting import REFERENCE, walk
from tests.phones import NUMBERS, PhoneChat
from tests.running import Assistant
from tests.waiting import wait_until
from tools.graph_api import TOKEN, Fault, GraphApi
from tools.phone import (
    VERIFY_TOKEN,
    Meta,
    Phone,
    delivery,
    health,
    settings,
    status,
    text_of,
)
from tools.ports import HOST


def get(port: int, path: str) -> tuple[int, str]:
    url = f"http://{HOST}:{port}/webhooks/whatsapp/{path}"
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def body_of(shape: str) -> dict[str, Any]:
    """Return the content of a message of that shape, for another phone to send."""
    sent = MESSAGES[shape][0] if shape in MESSAGES else NO_MESSAGES[shape]
    return {
        key: value
        for key, value in sent.items()
        if key not in ("from", "id", "timestamp")
    }


def of(phone: Phone, shape: str) -> dict[str, Any]:
    content = body_of(shape)
    return phone.message(content.pop("type"), **content)


def test_meta_is_told_that_this_is_the_webhook(assistant: Assistant) -> None:
    known = (
        f"hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={VERIFY_TOKEN}"
    )
    query = known.replace(" ", "%20")
    assert get(assistant.port, f"webhook?{query}") == (200, "1158201444")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess",
        "hub.mode=subscribe&hub.challenge=1",
        f"hub.mode=x&hub.challenge=1&hub.verify_token={VERIFY_TOKEN}".replace(" ", "+"),
    ],
)
def test_nobody_else_is(assistant: Assistant, query: str) -> None:
    assert get(assistant.port, f"webhook?{query}")[0] == 403


def test_what_meta_did_not_sign_is_refused_and_not_read(phone_chat: PhoneChat) -> None:
    phone = phone_chat.phone
    body = delivery(phone.value([phone.text("wat kost het")]))
    assert phone_chat.meta.deliver(body, "sha256=" + "0" * 64) == 403
    assert Meta(phone_chat.meta.port, "another secret").deliver(body) == 403
    assert phone_chat.say("hallo").messages
    assert len(phone_chat.received()) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [(b"", 400), (b"{", 400), (b"[]", 400), (b"{}", 200), (b"x" * 5_000_000, 413)],
)
def test_what_is_signed_and_no_webhook_is_refused(
    assistant: Assistant, body: bytes, expected: int
) -> None:
    assert Meta(assistant.port).deliver(body) == expected


def test_who_writes_first_hears_that_this_is_a_computer_and_once(
    phone_chat: PhoneChat,
) -> None:
    first = phone_chat.say("wat kost cliëntondersteuning")
    assert "U appt met Steunwijzer. Dat is een computer" in first.text
    assert "gratis" in first.text
    assert len(first.messages) == 1
    assert "computer" not in phone_chat.say("wie geeft cliëntondersteuning").text


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
    said = phone_chat.send(of(phone_chat.phone, shape)).text
    assert says in said
    assert "yp " in said, "type it"


def test_the_words_with_a_photo_are_answered_too(phone_chat: PhoneChat) -> None:
    said = phone_chat.send(of(phone_chat.phone, "photo with words")).text
    assert "foto kan ik niet bekijken" in said
    assert "Cliëntondersteuning is gratis" in said


def test_a_voice_note_in_the_middle_of_a_question_leaves_the_choices(
    phone_chat: PhoneChat,
) -> None:
    phone_chat.say("help mij kiezen welke zorg bij mij past")
    phone_chat.send(of(phone_chat.phone, "voice note"))
    assert "veilig genoeg" in phone_chat.say("1").text


def test_a_thumb_is_answered_only_where_something_was_asked(
    phone_chat: PhoneChat,
) -> None:
    phone_chat.say("bel mij terug")
    assert not phone_chat.send(of(phone_chat.phone, "reaction")).messages
    phone_chat.say("stop")
    phone_chat.say("help mij kiezen welke zorg bij mij past")
    said = phone_chat.send(of(phone_chat.phone, "reaction")).text
    assert "Tik op een van de knoppen" in said


@pytest.mark.parametrize("shape", sorted(set(NO_MESSAGES) - {"of nobody"}))
def test_what_nobody_waits_for_is_not_answered(
    phone_chat: PhoneChat, shape: str
) -> None:
    message = {**of(phone_chat.phone, shape)}
    if shape == "without an id":
        message["id"] = ""
    assert not phone_chat.send(message).messages


def test_every_message_of_a_batch_is_answered_whatever_is_among_them(
    phone_chat: PhoneChat,
) -> None:
    phone = phone_chat.phone
    shapes = ("voice note", "new number", "of a later year", "photo")
    batch = [of(phone, each) for each in shapes]
    said = phone_chat.send(phone.text("wat kost het"), *batch, phone.text("hallo"))
    texts = [text_of(each.message) for each in said.messages]
    assert len(texts) == 5
    assert "gratis" in texts[0]
    assert texts[-1].startswith("Hallo")


def test_a_redelivery_is_not_answered_again(phone_chat: PhoneChat) -> None:
    message = phone_chat.phone.text("wat kost het")
    assert len(phone_chat.send(message).messages) == 1
    for _ in range(3):
        assert not phone_chat.send(message).messages
    assert phone_chat.assistant.messages_of(phone_chat.sender) == 1


def test_what_comes_in_the_wrong_order_is_answered_in_that_of_writing(
    phone_chat: PhoneChat,
) -> None:
    phone = phone_chat.phone
    first, second = phone.text("wat kost het"), phone.text("hallo")
    first["timestamp"] = str(int(first["timestamp"]) - 2)
    said = phone_chat.send(second, first)
    one, two = [text_of(each.message) for each in said.messages]
    assert "gratis" in one
    assert two.startswith("Hallo")


def test_what_comes_a_day_late_is_not_answered_and_a_supporter_hears_of_it(
    phone_chat: PhoneChat,
) -> None:
    walk(phone_chat, "mail mij", "Jan", "jan@voorbeeld.nl", "ggz", "Nee, niets erbij")
    reference = REFERENCE.search(walk(phone_chat, "Ja, geef door"))
    assert reference
    late = phone_chat.phone.text("wat kost het")
    late["timestamp"] = str(int(late["timestamp"]) - 24 * 60 * 60)
    assert not phone_chat.send(late).messages
    assert phone_chat.assistant.mails(reference[0], "unreached") == 1


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
    _, known = get(assistant.port, "health")
    assert number not in known


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


def test_what_meta_could_not_deliver_is_sent_again_or_not(
    phone_chat: PhoneChat, api: GraphApi
) -> None:
    told, api.tell = api.tell, None
    try:
        (answer,) = phone_chat.say("wat kost het").messages
        meta = phone_chat.meta
        assert meta.deliver(delivery(status(answer, "failed", 131026))) == 200
        assert "whatsapp_outbox" not in phone_chat.assistant.left_of(phone_chat.sender)
        assert meta.deliver(delivery(status(answer, "failed", 131000))) == 200
    finally:
        api.tell = told
    assert len(phone_chat.received()) == 1


def test_the_health_check_says_that_all_is_well(assistant: Assistant) -> None:
    code, known = get(assistant.port, "health")
    assert code == 200
    assert json.loads(known) == {
        "status": "ok",
        "account": "ok",
        "unanswered": 0,
        "unsent": 0,
    }


def test_a_rejected_token_is_seen_and_mended_and_no_answer_is_lost(
    own_assistant: Callable[..., Assistant],
) -> None:
    api = GraphApi(token="a new one")
    assistant = own_assistant(settings(api.url))
    chat = PhoneChat(assistant, api)
    assert chat.meta.send(chat.phone, chat.phone.text("wat kost het")) == 200
    wait_until(lambda: get(assistant.port, "health")[0] == 503, "it shows")
    known = json.loads(get(assistant.port, "health")[1])
    assert (known["account"], known["unsent"]) == ("Meta says 190", 1)
    assert assistant.log().count("NOTHING LEAVES FOR WHATSAPP") == 1
    assert "STEUNWIJZER_WHATSAPP_ACCESS_TOKEN" in assistant.log()
    api.token = TOKEN
    wait_until(lambda: len(chat.received()) == 1, "it is sent", 60)
    with urllib.request.urlopen(health(assistant.port), timeout=10) as answer:
        assert answer.status == 200
    api.close()


def test_what_fails_for_now_is_answered_all_the_same(
    phone_chat: PhoneChat, api: GraphApi
) -> None:
    api.faults += [Fault(500), Fault(400, 131056)]
    assert "gratis" in phone_chat.say("wat kost het").text
    assert len(phone_chat.received()) == 1
