"""What is kept of an answer, so that a message that comes in twice is answered once."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

# Of an answer: what a channel shows of it.
SHOWN = ("text", "english", "source", "facts", "private", "erases", "buttons")
# Their clients say which message is which.
CHANNELS = ("website",)


def told(messages: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the messages of an answer with what a channel shows of them."""
    return [{key: each[key] for key in SHOWN if each.get(key)} for each in messages]


def last_reply(
    tracker: DialogueStateTracker,
) -> tuple[str, list[dict[str, Any]]] | None:
    """Return the id of the last message that came in, and what it was answered with.

    None on a channel without such ids.
    """
    sent = [
        at
        for at, each in enumerate(tracker.events)
        if isinstance(each, UserUttered) and each.input_channel
    ]
    return reply_since(tracker, sent[-1]) if sent else None


def reply_since(
    tracker: DialogueStateTracker, stored: int
) -> tuple[str, list[dict[str, Any]]] | None:
    """Return the id of the message that came in after the first `stored` events.

    And what it was answered with. None on a channel without such ids.
    """
    new = list(islice(tracker.events, stored, None))
    ids = [
        each.message_id
        for each in new
        if isinstance(each, UserUttered) and each.input_channel in CHANNELS
    ]
    if not ids:
        return None
    said = (each.message() for each in new if isinstance(each, BotUttered))
    return ids[0], told(said)
