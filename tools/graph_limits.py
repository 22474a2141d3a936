"""What Meta's documentation says a message may hold, apart from what we make of it.

docs/whatsapp.md says where each limit stands. channels/cloud/limits.py is what we go
by; this is what we are held to.
"""

from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]
ENVELOPE = {
    *("messaging_product", "recipient_type", "to", "recipient", "type"),
    *("text", "interactive", "biz_opaque_callback_data"),
}


def refused(message: Json) -> list[str]:
    """Return what is wrong with a request to `messages`."""
    if message.get("messaging_product") != "whatsapp":
        return ["messaging_product"]
    if "status" in message:
        return list(_read_mark(message))
    return list(_message(message))


def _read_mark(message: Json) -> Iterator[str]:
    if message["status"] != "read" or not message.get("message_id"):
        yield "a read mark names a message"
    if message.get("typing_indicator", {}).get("type", "text") != "text":
        yield "typing_indicator"


def _message(message: Json) -> Iterator[str]:
    yield from (f"unknown: {key}" for key in message.keys() - ENVELOPE)
    if message.get("recipient_type", "individual") != "individual":
        yield "recipient_type"
    to, recipient = message.get("to"), message.get("recipient")
    if not (to or recipient) or (to and not str(to).lstrip("+").isdecimal()):
        yield "no phone number and no user id"
    yield from _length(message, "biz_opaque_callback_data", 0, 512)
    kinds: dict[str, Callable[[Json], Iterator[str]]] = {
        "text": _text,
        "interactive": _interactive,
    }
    kind = message.get("type")
    if kind not in kinds:
        yield f"type {kind}"
    else:
        yield from kinds[kind](message.get(kind, {}))


def _text(text: Json) -> Iterator[str]:
    yield from (
        f"unknown in text: {key}" for key in text.keys() - {"body", "preview_url"}
    )
    yield from _length(text, "body", 1, 4096)


def _interactive(shown: Json) -> Iterator[str]:
    known = {"type", "header", "body", "footer", "action"}
    yield from (f"unknown in interactive: {key}" for key in shown.keys() - known)
    yield from _length(shown.get("footer", {}), "text", 0, 60)
    action = shown.get("action", {})
    if shown.get("type") == "button":
        yield from _length(shown.get("body", {}), "text", 1, 1024)
        yield from _buttons(action)
    elif shown.get("type") == "list":
        yield from _length(shown.get("body", {}), "text", 1, 4096)
        yield from _list(action)
    else:
        yield f"interactive {shown.get('type')}"


def _buttons(action: Json) -> Iterator[str]:
    buttons = action.get("buttons", [])
    if not 1 <= len(buttons) <= 3 or {each.get("type") for each in buttons} != {
        "reply"
    }:
        yield f"{len(buttons)} buttons"
    replies = [each.get("reply", {}) for each in buttons]
    yield from _unique(replies)
    for each in replies:
        yield from _length(each, "title", 1, 20)
        yield from _length(each, "id", 1, 256)


def _list(action: Json) -> Iterator[str]:
    yield from _length(action, "button", 1, 20)
    sections = action.get("sections", [])
    rows = [row for section in sections for row in section.get("rows", [])]
    if not 1 <= len(sections) <= 10 or not 1 <= len(rows) <= 10:
        yield f"{len(rows)} rows in {len(sections)} sections"
    if len(sections) > 1:
        for section in sections:
            yield from _length(section, "title", 1, 24)
    yield from _unique(rows)
    for each in rows:
        yield from _length(each, "title", 1, 24)
        yield from _length(each, "id", 1, 200)
        yield from _length(each, "description", 0, 72)


def _unique(choices: list[Json]) -> Iterator[str]:
    for key in ("id", "title"):
        values = [each.get(key) for each in choices]
        if len(set(values)) != len(values):
            yield f"the same {key} twice"


def _length(of: Json, key: str, least: int, most: int) -> Iterator[str]:
    value = of.get(key, "")
    if (
        not isinstance(value, str)
        or not least <= len(value.strip() or "")
        or (len(value) > most)
    ):
        yield f"{key}: {least} to {most} characters"
