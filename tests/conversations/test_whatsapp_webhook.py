"""WhatsApp as Meta calls it: through a running assistant."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from tests.channels.cloud.shapes import NO_MESSAGES, sent_by
from tests.conversations.requesting import REFERENCE, walk
from tests.phones import PhoneChat
from tests.running import Assistant
from tests.waiting import wait_until
from tools.graph_api import TOKEN, Fault, GraphApi
from tools.phone import (
    VERIFY_TOKEN,
    Meta,
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


@pytest.mark.parametrize("shape", sorted(set(NO_MESSAGES) - {"of nobody"}))
def test_what_nobody_waits_for_is_not_answered(
    phone_chat: PhoneChat, shape: str
) -> None:
    message = sent_by(phone_chat.phone, shape)
    if shape == "without an id":
        message["id"] = ""
    assert not phone_chat.send(message).messages


def test_every_message_of_a_batch_is_answered_whatever_is_among_them(
    phone_chat: PhoneChat,
) -> None:
    phone = phone_chat.phone
    shapes = ("voice note", "new number", "of a later year", "photo")
    batch = [sent_by(phone, each) for each in shapes]
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


def test_what_meta_will_never_deliver_is_kept_no_longer(
    phone_chat: PhoneChat, api: GraphApi
) -> None:
    told, api.tell = api.tell, None
    try:
        (answer,) = phone_chat.say("wat kost het").messages
    finally:
        api.tell = told
    kept = phone_chat.assistant.left_of(phone_chat.sender)
    assert phone_chat.meta.deliver(delivery(status(answer, "failed", 131026))) == 200
    left = phone_chat.assistant.left_of(phone_chat.sender)
    assert kept - left == {"whatsapp_outbox"}


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
