"""What the widget sends, read and checked."""

import json
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel, Extra, StrictStr, root_validator

from channels.guard import plain_text

MAX_BYTES = 16 * 1024
MAX_LENGTH = 1000  # characters that a client can type in one message


class Unreadable(ValueError):
    """What was sent is not what a widget sends."""


class TooLong(ValueError):
    """What a client typed is longer than MAX_LENGTH."""


class OfConversation(BaseModel, extra=Extra.forbid):
    """A call about a conversation that goes on."""

    token: StrictStr


Shape = TypeVar("Shape", bound=OfConversation)


class Incoming(OfConversation):
    """A message: what was typed, or the payload of the button that was pressed.

    `id` is the widget's own, the same when it sends the message again.
    """

    id: UUID
    text: StrictStr | None = None
    payload: StrictStr | None = None

    @root_validator
    def _says_one_thing(cls, values: dict[str, Any]) -> dict[str, Any]:
        text, payload = values.get("text"), values.get("payload")
        if payload is None and text is not None and text.strip():
            return values
        if text is None and payload is not None and payload.startswith("/"):
            return values
        raise ValueError("expected a text, or the payload of a button")

    @property
    def said(self) -> str:
        """What Rasa is told. Only what a button carries can be a command."""
        return self.payload or plain_text(self.text or "")


def read_message(body: bytes) -> Incoming:
    """Return the message. Raises Unreadable, and TooLong for what was typed."""
    message = _read(body, Incoming)
    if len(message.text or "") > MAX_LENGTH:
        raise TooLong
    return message


def read_token(body: bytes) -> str:
    """Return the token of the conversation that a call is about. Raises Unreadable."""
    return _read(body, OfConversation).token


def _read(body: bytes, shape: type[Shape]) -> Shape:
    try:
        values = json.loads(body)
        json.dumps(values, ensure_ascii=False).encode()  # no half characters
        return shape(**values)
    except (ValueError, TypeError, RecursionError):
        raise Unreadable from None
