"""Nobody can be found from what a conversation or a message is known by."""

import base64
import hashlib
import hmac

import pytest

from channels.cloud.keys import Keys, is_same, is_signed

SECRET = "a secret of this installation"
KEYS = Keys(SECRET)
NUMBER, USER = "31612345678", "NL.1234567890"
BODY = b'{"object": "whatsapp_business_account"}'


def signature(body: bytes, secret: str = SECRET) -> str:
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return f"sha256={digest}"


def test_the_same_person_has_the_same_conversation() -> None:
    assert KEYS.conversation(NUMBER, None) == KEYS.conversation(NUMBER, None)
    assert KEYS.conversation(NUMBER, USER) == KEYS.conversation(None, USER)


@pytest.mark.parametrize(
    "other",
    [
        KEYS.conversation("31612345679", None),
        KEYS.conversation(None, NUMBER),
        KEYS.message(NUMBER),
        Keys("another secret").conversation(NUMBER, None),
    ],
)
def test_nobody_else_has(other: str) -> None:
    assert KEYS.conversation(NUMBER, None) != other


def test_neither_number_nor_user_can_be_read_in_it() -> None:
    message_id = f"wamid.{base64.b64encode(NUMBER.encode()).decode()}"
    known = KEYS.conversation(NUMBER, USER) + KEYS.message(message_id)
    assert NUMBER not in known
    assert USER not in known
    assert message_id.removeprefix("wamid.") not in known


def test_what_meta_signed_is_of_meta() -> None:
    assert is_signed(BODY, signature(BODY), SECRET)


@pytest.mark.parametrize(
    "false",
    [
        "",
        "sha256=",
        signature(BODY, "another secret"),
        signature(BODY + b" "),
        signature(BODY).removeprefix("sha256="),
        signature(BODY).upper(),
        "sha1=" + hmac.new(SECRET.encode(), BODY, hashlib.sha1).hexdigest(),
        "sha256=\N{SNOWMAN}",
        b"sha256=\xff".decode(errors="surrogateescape"),  # as headers are read
    ],
)
def test_and_nothing_else_is(false: str) -> None:
    assert not is_signed(BODY, false, SECRET)


def test_a_token_is_known_or_not() -> None:
    assert is_same(SECRET, SECRET)
    assert not is_same("", SECRET)
    assert not is_same("\N{SNOWMAN}", SECRET)
