"""All that Meta delivers is read, and what cannot be read stops nothing else."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.cloud.keys import Keys
from channels.cloud.webhook import Batch, Status, Unreadable, read_batch
from steunwijzer.whatsapp.inbox import Message
from tests.channels.cloud.shapes import FATIMA, HIDDEN, JAN, MESSAGES, NO_MESSAGES
from tools.graph_api import NUMBER_ID, Accepted
from tools.phone import Phone, delivery, status

KEYS = Keys("a secret")
NOW = datetime(2099, 11, 24, 9)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def read(*values: dict[str, Any]) -> Batch:
    return read_batch(delivery(*values), NUMBER_ID, KEYS, NOW)


def read_one(phone: Phone, message: dict[str, Any]) -> Message:
    (found,) = read(phone.value([message])).messages
    return found


@pytest.mark.parametrize("shape", MESSAGES)
def test_a_message_of_every_kind_is_read(shape: str) -> None:
    sent, kind, said = MESSAGES[shape]
    message = read_one(JAN, sent)
    assert (message.kind, message.said) == (kind, said)
    assert message.message_id == sent["id"]
    assert message.phone == "31612345678"


@pytest.mark.parametrize("shape", NO_MESSAGES)
def test_what_nobody_waits_for_is_skipped(shape: str) -> None:
    phone = Phone(None) if shape == "of nobody" else JAN
    batch = read(phone.value([NO_MESSAGES[shape]]))
    assert batch.messages == []
    assert batch.skipped == 1


def test_every_entry_change_and_message_of_a_batch_is_read() -> None:
    first = json.loads(delivery(JAN.value([JAN.text("een"), JAN.text("twee")])))
    second = json.loads(
        delivery(FATIMA.value([FATIMA.text("drie")]), JAN.value([JAN.text("vier")]))
    )
    both = {**first, "entry": [*first["entry"], *second["entry"]]}
    batch = read_batch(json.dumps(both).encode(), NUMBER_ID, KEYS, NOW)
    assert [each.said for each in batch.messages] == ["een", "twee", "drie", "vier"]


def test_who_has_a_user_name_is_known_by_it_with_or_without_a_number() -> None:
    hidden = read_one(HIDDEN, HIDDEN.text("hallo"))
    assert hidden.phone is None
    assert hidden.user_id == HIDDEN.user_id
    shown = Phone("31687654321", HIDDEN.user_id)
    assert read_one(shown, shown.text("hallo")).conversation == hidden.conversation


def test_the_user_may_be_named_beside_the_message_only() -> None:
    value = {"messages": [FATIMA.text("een")], "contacts": []}
    by_message = read(value).messages[0]
    message = {**FATIMA.text("twee")}
    del message["from_user_id"]
    by_contact = read_one(FATIMA, message)
    assert by_message.conversation == by_contact.conversation
    assert by_contact.user_id == FATIMA.user_id


def test_of_several_people_in_a_change_each_has_their_own_contact() -> None:
    contacts = [*JAN.value([])["contacts"], *FATIMA.value([])["contacts"]]
    message = FATIMA.text("hallo")
    del message["from_user_id"]
    batch = read({"contacts": contacts, "messages": [message, JAN.text("hallo")]})
    fatima, jan = batch.messages
    assert (fatima.user_id, jan.user_id) == (FATIMA.user_id, None)


def test_nobody_is_answered_on_the_number_of_somebody_else() -> None:
    other = Phone("31687654321", "NL.1")
    value = {**other.value([]), "messages": [HIDDEN.text("hallo")]}
    (message,) = read(value).messages
    assert (message.phone, message.user_id) == (None, HIDDEN.user_id)


def test_nobody_is_taken_for_the_contact_of_somebody_else() -> None:
    value = {**FATIMA.value([]), "messages": [JAN.text("hallo")]}
    (message,) = read(value).messages
    assert (message.phone, message.user_id) == ("31612345678", None)


def test_what_became_of_an_answer_is_read() -> None:
    answer = {"biz_opaque_callback_data": "a token"}
    taken = Accepted("31612345678", answer, "wamid.1", 0)
    batch = read(status(taken, "delivered"), status(taken, "failed", 131026))
    assert batch.statuses == [
        Status("a token", "delivered", None),
        Status("a token", "failed", 131026),
    ]


def test_messages_to_another_number_are_not_ours() -> None:
    body = delivery(JAN.value([JAN.text("hallo")]))
    batch = read_batch(body, "999", KEYS, NOW)
    assert (batch.messages, batch.skipped) == ([], 1)


def test_what_is_wrong_with_one_message_loses_no_other() -> None:
    bad: list[object] = [
        None,
        1,
        "x",
        [],
        {"id": 5},
        {**JAN.text("x"), "text": None, "id": None},
    ]
    good = JAN.text("hallo")
    batch = read({"messages": [*bad, good], "contacts": [None, 3]}, JAN.value([good]))
    assert [each.said for each in batch.messages] == ["hallo", "hallo"]


@pytest.mark.parametrize(
    "timestamp", [None, "soon", "9" * 30, "-9" * 30, 4_100_000_000]
)
def test_when_it_was_sent_is_now_if_it_is_not_said(timestamp: object) -> None:
    message = {**JAN.text("hallo"), "timestamp": timestamp}
    assert read_one(JAN, message).sent_at == NOW


def test_when_it_was_sent_is_in_utc() -> None:
    message = {**JAN.text("hallo"), "timestamp": "1795510800"}
    sent = datetime(2026, 11, 24, 9)
    assert read_one(JAN, message).sent_at == sent
    assert sent < NOW - timedelta(days=1)


def test_a_character_that_no_database_takes_is_left_out() -> None:
    assert read_one(JAN, JAN.text("ha\0llo \ud800")).said == "hallo ?"


@pytest.mark.parametrize("body", [b"", b"x", b"[]", b'"x"', b"\xff", b"[" * 99999])
def test_what_is_no_webhook_is_said_to_be_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_batch(body, NUMBER_ID, KEYS, NOW)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_whatever_stands_in_it_stops_nothing(
    entry: object, message: object, content: object
) -> None:
    shaped = {**JAN.text("x"), "text": content, "timestamp": content, "from": content}
    value = {"messages": [message, shaped], "statuses": message, "contacts": content}
    good = JAN.value([JAN.text("hallo")])
    delivered = json.loads(delivery(value, good))
    delivered["entry"].insert(0, entry)
    batch = read_batch(json.dumps(delivered).encode(), NUMBER_ID, KEYS, NOW)
    assert batch.messages[-1].said == "hallo"
