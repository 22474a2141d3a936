"""What is kept of an answer, so that a message that comes in twice is answered once."""

from collections.abc import Iterable, Mapping
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

# Of an answer: what a channel shows of it.
SHOWN = (
    *("text", "english", "items", "asks", "source", "facts"),
    *("private", "erases", "buttons"),
)
# Their clients say which message is which.
CHANNELS = ("website", "whatsapp")


def told(messages: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the messages of an answer with what a channel shows of them."""
    return [{key: each[key] for key in SHOWN if each.get(key)} for each in messages]


def last_reply(
    tracker: DialogueStateTracker,
) -> tuple[str, list[dict[str, Any]]] | None:
    """Return the id of the message that came in last, and what it was answered with.

    None on a channel without such ids.
    """
    said: list[dict[str, Any]] = []
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            said.append(event.message())
        # A next question of one message has no id: actions/several_questions.py.
        elif isinstance(event, UserUttered) and event.message_id:
            is_known = event.input_channel in CHANNELS
            return (event.message_id, told(reversed(said))) if is_known else None
    return None
