"""What Meta delivers, read: every entry, change, message and status of a batch.

What is not known, or not shaped as expected, is skipped one by one.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from channels.cloud.keys import Keys
from channels.guard import as_it_may_be_kept
from steunwijzer.whatsapp.inbox import Message

# Sent by WhatsApp, not by a client: nobody waits for an answer.
NO_MESSAGE = ("system", "request_welcome", "ephemeral", "revoke")
CAPTIONED = ("image", "video", "document")
OTHERS = ("audio", "sticker", "location", "contacts", "reaction")
UNSUPPORTED = "unsupported"
Json = Mapping[str, Any]


class Unreadable(ValueError):
    """The body is not what Meta sends."""


@dataclass(frozen=True)
class Status:
    """What became of an answer: sent, delivered, read or failed, with a `code`."""

    token: str
    state: str
    code: int | None


@dataclass
class Batch:
    """What one delivery has in it, and how much of it was skipped."""

    messages: list[Message] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    skipped: int = 0


def read_batch(body: bytes, number_id: str, keys: Keys, now: datetime) -> Batch:
    """Return what was delivered for our number; `now` is in UTC. Raises Unreadable."""
    try:
        delivered = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(delivered, dict):
        raise Unreadable
    batch = Batch()
    for value in _values(delivered):
        if _dict(value.get("metadata")).get("phone_number_id") != number_id:
            batch.skipped += 1
            continue
        for message in _dicts(value.get("messages")):
            _add_message(batch, message, value, keys, now)
        for status in _dicts(value.get("statuses")):
            _add_status(batch, status)
    return batch


def _values(delivered: Json) -> Iterator[Json]:
    for entry in _dicts(delivered.get("entry")):
        for change in _dicts(entry.get("changes")):
            yield _dict(change.get("value"))


def _add_message(
    batch: Batch, message: Json, value: Json, keys: Keys, now: datetime
) -> None:
    phone, user_id = _sender(message, value)
    message_id = _text(message.get("id"))
    kind = _text(message.get("type"))
    in_a_group = bool(message.get("group_id"))
    if not message_id or not (phone or user_id) or kind in NO_MESSAGE or in_a_group:
        batch.skipped += 1
        return
    kind, said = _content(kind, message)
    batch.messages.append(
        Message(
            conversation=keys.conversation(phone, user_id),
            key=keys.message(message_id),
            message_id=message_id,
            phone=phone,
            user_id=user_id,
            kind=kind,
            said=said if kind == "tap" else as_it_may_be_kept(said),
            sent_at=_moment(message.get("timestamp"), now),
        )
    )


def _sender(message: Json, value: Json) -> tuple[str | None, str | None]:
    """Return the phone number and the user id of who wrote, as far as they show.

    The id stands beside the message, or with the contact that goes with it.
    """
    phone = _text(message.get("from"))
    user_id = _text(message.get("from_user_id"))
    contacts = _dicts(value.get("contacts"))
    for contact in contacts:
        wa_id, their_id = _text(contact.get("wa_id")), _text(contact.get("user_id"))
        is_another = (phone and wa_id) or (user_id and their_id)
        is_alone = len(contacts) == 1 and not is_another
        if is_alone or (phone and phone == wa_id) or (user_id and user_id == their_id):
            phone, user_id = phone or wa_id, user_id or their_id
    return (phone if phone.isdecimal() else None), user_id or None


def _content(kind: str, message: Json) -> tuple[str, str]:
    """Return the kind as the inbox has it, and what was said."""
    content = _dict(message.get(kind))
    if kind == "edit":  # what was sent before is put right
        message = _dict(content.get("message"))
        kind = _text(message.get("type"))
        content = _dict(message.get(kind))
    if kind == "text":
        return kind, _text(content.get("body"))
    if kind == "interactive":
        reply = _dict(content.get(_text(content.get("type"))))
        tapped = _text(reply.get("id"))
        return ("tap", tapped) if tapped else (UNSUPPORTED, "")
    if kind == "button":
        return "text", _text(content.get("text"))
    if kind in CAPTIONED:
        return kind, _text(content.get("caption"))
    return (kind, "") if kind in OTHERS else (UNSUPPORTED, "")


def _add_status(batch: Batch, status: Json) -> None:
    token = _text(status.get("biz_opaque_callback_data"))
    state = _text(status.get("status"))
    if not token or not state:
        batch.skipped += 1
        return
    errors = _dicts(status.get("errors"))
    code = errors[0].get("code") if errors else None
    code = code if isinstance(code, int) else None
    batch.statuses.append(Status(token, state, code))


def _moment(timestamp: object, now: datetime) -> datetime:
    """Return when it was sent, in UTC; now, when that is not said or is to come."""
    try:
        sent = datetime.fromtimestamp(int(str(timestamp)), timezone.utc)
    except (ValueError, OverflowError, OSError):
        return now
    return min(sent.replace(tzinfo=None), now)


def _dicts(value: object) -> list[Json]:
    values = value if isinstance(value, list) else []
    return [each for each in values if isinstance(each, dict)]


def _dict(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    """Return a text as it can be stored; "" for what is none."""
    if not isinstance(value, str):
        return ""
    return value.encode(errors="replace").decode().replace("\0", "")
