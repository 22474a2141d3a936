import json
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.incoming import (
    MAX_LENGTH,
    Incoming,
    TooLong,
    Unreadable,
    read_message,
    read_token,
)

ID = str(uuid.UUID(int=1))


def sent(**values: object) -> bytes:
    return json.dumps({"token": "t", "id": ID, **values}).encode()


def test_a_typed_message_is_text_whatever_it_begins_with() -> None:
    assert read_message(sent(text="Wat kost het?")).said == "Wat kost het?"
    assert read_message(sent(text="/restart")).said == "restart"


def test_a_button_carries_its_payload() -> None:
    payload = '/inform{"living": "home"}'
    assert read_message(sent(payload=payload)).said == payload


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"text": ""},
        {"text": " \n"},
        {"text": None},
        {"text": 12},
        {"payload": ""},
        {"payload": "ask_costs"},
        {"payload": " /restart"},
        {"text": "ja", "payload": "/affirm"},
        {"text": "ja", "id": "1"},
        {"text": "ja", "id": None},
        {"text": "ja", "token": 1},
        {"text": "ja", "sender": "somebody-else"},
        {"text": "\ud800"},
        {"text": "ja", "token": "\ud800"},
    ],
)
def test_what_no_widget_sends_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(Unreadable):
        read_message(sent(**values))


@given(st.binary(max_size=200))
def test_no_bytes_are_too_odd_to_refuse(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_message(body)


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 20_000, b"null", b"[1]"])
def test_deep_or_other_json_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_message(body)


def test_as_much_as_may_be_typed_is_read_and_no_more() -> None:
    assert isinstance(read_message(sent(text="a" * MAX_LENGTH)), Incoming)
    with pytest.raises(TooLong):
        read_message(sent(text="a" * (MAX_LENGTH + 1)))


def test_a_token_alone_is_read() -> None:
    assert read_token(b'{"token": "t"}') == "t"
    with pytest.raises(Unreadable):
        read_token(b"{}")
