"""What every action needs: reading the message, the clock, and saying things."""

import os
import re
from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

# Not from nlu/crisis.py, which loads all of Rasa: seconds, and 500 MB.
FALLBACK: str = DEFAULT_NLU_FALLBACK_INTENT_NAME

Dispatcher: TypeAlias = CollectingDispatcher
Events = list[dict[str, Any]]
Domain = dict[str, Any]


class Reply(Action, ABC):
    """An action that the rules call by its class name: ActionCosts is action_costs."""

    def name(self) -> str:
        """Return the class name in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z0-9])", "_", type(self).__name__).lower()

    def run(self, dispatcher: Dispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Reply, with the sources of all that is said under the first message."""
        events = self.reply(dispatcher, tracker)
        first, *others = dispatcher.messages or [{}]
        if others:
            first["cite"] = [
                name for each in dispatcher.messages for name in _said(each)
            ]
        for message in others:
            message["cite"] = []
        return events

    @abstractmethod
    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say something, and return what the conversation must remember."""


def say(dispatcher: Dispatcher, response: str, *parts: str, **values: Any) -> None:
    """Say `response`, followed by `parts` in the same message, filled with `values`.

    `choices`: payloads of buttons from the labels in domain.yml (utter_choices).
    """
    dispatcher.utter_message(response=response, parts=parts, **values)


def now() -> datetime:
    """Return the local time in the Netherlands, without time zone.

    STEUNWIJZER_NOW (such as 2026-12-25T10:00) replaces it, to preview another day.
    """
    preview = os.environ.get("STEUNWIJZER_NOW")
    if preview:
        return datetime.fromisoformat(preview)
    return datetime.now(ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None)


def _said(message: dict[str, Any]) -> list[str]:
    """Return the names of the responses that make up a message."""
    return [message["response"], *message["parts"]] if message.get("response") else []


def text_of(tracker: Tracker) -> str:
    """Return what the client typed; empty for a button."""
    text: str = tracker.latest_message.get("text") or ""
    return "" if text.startswith("/") else text


def intent_of(tracker: Tracker) -> str:
    """Return the intent of the client's message."""
    intent = tracker.latest_message.get("intent") or {}
    return intent.get("name") or FALLBACK


def entities_of(tracker: Tracker, kind: str) -> list[dict[str, Any]]:
    """Return the entities of that kind in the message, in the order of the text."""
    entities = tracker.latest_message.get("entities") or ()
    return [entity for entity in entities if entity["entity"] == kind]


def named(tracker: Tracker, kind: str) -> list[str]:
    """Return the ids of that kind in the client's message, each once."""
    values = (entity["value"] for entity in entities_of(tracker, kind))
    return list(dict.fromkeys(values))


def named_ids(tracker: Tracker, kind: str) -> list[str]:
    """Return all ids that names of that kind may mean: "Eno" is several insurers."""
    ids = [
        each
        for entity in entities_of(tracker, kind)
        for each in entity.get("ids", [entity["value"]])
    ]
    return list(dict.fromkeys(ids))
