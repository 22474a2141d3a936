"""Says answers as the assistant does: real actions, then the real wording."""

import asyncio
import re
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogue.wording import Wording

ROOT = Path(__file__).parent.parent
Message = dict[str, Any]
RASAS_OWN = (
    *("response", "template", "text", "buttons", "elements", "custom"),
    *("image", "attachment"),
)


@cache
def domain() -> Domain:
    with warnings.catch_warnings():
        # Rasa says how slots were filled before 3.0, each time that it loads a domain.
        warnings.simplefilter("ignore", UserWarning)
        return Domain.load(str(ROOT / "domain.yml"))


@cache
def wording() -> Wording:
    return Wording(domain=domain())


def placeholders(text: str) -> set[str]:
    """The names between braces in a response."""
    return {name for _, name, *_ in Formatter().parse(text) if name}


def worded(response: str, channel: str = "rest", **values: object) -> Message:
    """The message that the client reads for a response."""
    tracker = DialogueStateTracker("client", [])
    message: Message = asyncio.run(
        wording().generate(response, tracker, channel, **values)
    )
    return message


def tracker(
    text: str = "",
    intent: str = "inform",
    entities: Iterable[Mapping[str, Any]] = (),
    slots: Mapping[str, Any] | None = None,
    events: Iterable[Mapping[str, Any]] = (),
    flow: str | None = None,
    ranking: Iterable[str] = (),
    channel: str = "rest",
) -> Tracker:
    """A conversation in which the client just said `text`, as an action gets it."""
    message = {
        "text": text,
        "intent": {"name": intent},
        "entities": [dict(entity) for entity in entities],
        "intent_ranking": [{"name": name} for name in ranking],
    }
    now = {
        "event": "user",
        "text": text,
        "parse_data": message,
        "input_channel": channel,
    }
    return Tracker(
        sender_id="client",
        slots=dict(slots or {}),
        latest_message=message,
        events=[*map(dict, events), now],
        paused=False,
        followup_action=None,
        active_loop={"name": flow} if flow else {},
        latest_action_name="action_listen",
    )


def entity(kind: str, *ids: str, sure: bool = True) -> Mapping[str, Any]:
    """A name in the message, as nlu/knowledge_entities.py finds it."""
    return {"entity": kind, "value": ids[0], "ids": list(ids), "sure": sure}


def run(action: Action, heard: Tracker) -> tuple[list[Message], list[Message]]:
    """What the action wants said, not yet in words, and the events it returns."""
    dispatcher = CollectingDispatcher()
    events: list[Message] = action.run(dispatcher, heard, {})
    return dispatcher.messages, events


def in_words(message: Message) -> Message:
    """One message of an action as the client reads it."""
    if not message.get("response"):
        return message
    values = {key: value for key, value in message.items() if key not in RASAS_OWN}
    return worded(message["response"], **values)


def prose(message: Message) -> str:
    """What a message says, without the line that names its sources."""
    return re.sub(r"\nBron: [^\n]*$", "", str(message["text"]))
