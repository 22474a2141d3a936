"""What is stored of a conversation: nothing that tells who somebody is."""

import json
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from rasa.shared.core.events import ActiveLoop, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from dialogue.misunderstood import HANDOFF
from nlu.clauses import MORE_QUESTIONS

NOT_KEPT = "[niet bewaard]"
# What is told with these is for a request too: "kom langs, ik woon op ...".
OF_A_REQUEST = ("request_human", "change_request")
# Of what was understood: nothing of the text. Names of people are no entities.
UNDERSTOOD = ("intent", "entities", MORE_QUESTIONS)
OF_AN_ENTITY = ("entity", "value", "ids", "sure")
# Rasa keeps what a response was filled in with beside its text.
OF_AN_ANSWER = ("utter_action", "facts", "private", "model_id", "assistant_id")
Mask = Callable[[str], str]


def new_rows(
    tracker: DialogueStateTracker, stored: int, mask: Mask
) -> list[dict[str, Any]]:
    """Return the events after the first `stored` ones, as rows of Rasa's own table.

    What is typed for a request is left out; `mask` hides what is personal in the rest.
    """
    return [_row(tracker.sender_id, each) for each in _new(tracker, stored, mask)]


def _new(tracker: DialogueStateTracker, stored: int, mask: Mask) -> Iterator[Event]:
    flow: str | None = None
    for at, event in enumerate(tracker.events):
        if isinstance(event, ActiveLoop):
            flow = event.name
        if at >= stored:
            yield _kept(event, mask, in_handoff=flow == HANDOFF)


def _kept(event: Event, mask: Mask, in_handoff: bool) -> Event:
    """Return a copy of the event without personal data."""
    if isinstance(event, BotUttered):
        event = copy(event)
        event.metadata = _only(OF_AN_ANSWER, event.metadata)
        event.text = NOT_KEPT if event.metadata.get("private") else event.text
    elif isinstance(event, UserUttered) and event.text:
        event = copy(event)
        of_request = in_handoff or event.intent.get("name") in OF_A_REQUEST
        event.text = NOT_KEPT if of_request else mask(event.text)
        event.metadata = {}
        event.parse_data = _without_text(event.parse_data) | {"text": event.text}
    return event


def _row(sender: str, event: Event) -> dict[str, Any]:
    """Return an event as a row of Rasa's own table (SQLTrackerStore.save)."""
    data = event.as_dict()
    return {
        "sender_id": sender,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _without_text(understood: dict[str, Any]) -> dict[str, Any]:
    """Return what was understood of a message, without a word of it."""
    kept = _only(UNDERSTOOD, understood)
    entities = understood.get("entities", ())
    kept["entities"] = [_only(OF_AN_ENTITY, entity) for entity in entities]
    if MORE_QUESTIONS in kept:
        kept[MORE_QUESTIONS] = [_without_text(each) for each in kept[MORE_QUESTIONS]]
    return kept


def _only(keys: tuple[str, ...], of: dict[str, Any]) -> dict[str, Any]:
    return {key: of[key] for key in keys if key in of}
