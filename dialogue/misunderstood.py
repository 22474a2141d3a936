"""Watches for messages that are not understood, and keeps them: see README.

Rasa tells an event broker all that happens. This one adds a note to a file on this
machine when the assistant asked again, or when a client says that an answer was not
what was meant. `make misunderstood` reads it; nothing is sent anywhere.
"""

from __future__ import annotations

import logging
from asyncio import AbstractEventLoop
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.utils.endpoints import EndpointConfig

from dialogue.masking import installed_mask
from nlu.clauses import MORE_QUESTIONS
from nlu.crisis import FALLBACK
from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import Happened, Notes, file_of_misunderstood

logger = logging.getLogger(__name__)

ASK_AGAIN = "action_ask_again"
# Their buttons are what the message could have meant ...
OFFERED = ("utter_ask_again", "utter_something_else")
HUMAN = "/request_human"  # ... but this one does not tell that it was taken wrongly
CORRECTED = "utter_not_what_was_meant"
HANDOFF = "handoff_form"  # what is typed in it is for the supporter alone
CLOSEST = 3
CONVERSATIONS = 10_000


@dataclass
class Said:
    """What a client typed, and what it was taken for: more if it asked more."""

    text: str
    intents: tuple[str, ...]
    closest: tuple[str, ...]
    asked_again: bool = False


@dataclass
class Conversation:
    """The end of a conversation; a button that was pressed is no message.

    `waiting` are the questions of the latest message that get their turn after it.
    """

    before: Said | None = None
    latest: Said | None = None
    waiting: tuple[str, ...] = ()
    action: str = ""
    flow: str | None = None
    choices: tuple[str, ...] = ()


class Misunderstood(EventBroker):
    """Writes down what was not understood."""

    def __init__(self, notes: Notes, today: Callable[[], date] = date.today) -> None:
        """Take what to add to, and the clock."""
        self._notes = notes
        self._today = today
        self._cleared_on: date | None = None
        self._failed = False
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()
        self._safely(self._forget_old)

    @classmethod
    async def from_endpoint_config(
        cls,
        broker_config: EndpointConfig,
        event_loop: AbstractEventLoop | None = None,
    ) -> Misunderstood:
        """Return the broker that endpoints.yml names; it has no settings."""
        days = installed().zorgkantoor.retention.misunderstood
        return cls(Notes(file_of_misunderstood(), installed_mask(), days))

    def publish(self, event: dict[str, Any]) -> None:
        """Take in what happened in a conversation; Rasa waits until this returns."""
        self._safely(self._take_in, event)

    def forget(self, sender: str) -> None:
        """Forget the end of a conversation whose client wants all data removed."""
        self._conversations.pop(sender, None)

    def _safely(self, what: Callable[..., None], *arguments: object) -> None:
        """No mistake in here may cost a client the answer, so all are caught."""
        try:
            what(*arguments)
        except Exception as error:
            if not self._failed:
                logger.error(
                    "Messages that were not understood cannot be kept: %s",
                    getattr(error, "strerror", None) or type(error).__name__,
                )
            self._failed = True

    def _take_in(self, event: dict[str, Any]) -> None:
        if self._today() != self._cleared_on:
            self._forget_old()
        conversation = self._conversation(event["sender_id"])
        kind = event["event"]
        if kind == "user":
            self._client_says(conversation, event)
        elif kind == "action":
            conversation.action = event["name"]
        elif kind == "active_loop":
            conversation.flow = event["name"]
        elif kind == "bot":
            self._bot_says(conversation, event)

    def _conversation(self, sender: str) -> Conversation:
        """Return the conversation; the one that was silent longest is forgotten."""
        found = self._conversations.pop(sender, None) or Conversation()
        self._conversations[sender] = found
        if len(self._conversations) > CONVERSATIONS:
            self._conversations.popitem(last=False)
        return found

    def _client_says(self, conversation: Conversation, event: dict[str, Any]) -> None:
        text = (event.get("text") or "").strip()
        parsed = event.get("parse_data") or {}
        others = parsed.get(MORE_QUESTIONS) or ()
        is_typed = MORE_QUESTIONS not in parsed or text not in conversation.waiting
        conversation.waiting = tuple(each["text"].strip() for each in others)
        if not is_typed:
            return
        conversation.before = conversation.latest
        conversation.latest = None
        before = conversation.before
        if text in conversation.choices and before:
            if not before.asked_again and text != HUMAN:
                self._write("corrected", before, before.intents)
            self._write("chosen", before, (text.lstrip("/"),))
        elif text and not text.startswith("/") and conversation.flow != HANDOFF:
            ranking = [each["name"] for each in parsed.get("intent_ranking") or ()]
            closest = [name for name in ranking if name != FALLBACK]
            taken_for = [(each.get("intent") or {}) for each in (parsed, *others)]
            intents = tuple(each.get("name") or FALLBACK for each in taken_for)
            conversation.latest = Said(text, intents, tuple(closest[:CLOSEST]))
        conversation.choices = ()

    def _bot_says(self, conversation: Conversation, event: dict[str, Any]) -> None:
        response = (event.get("metadata") or {}).get("utter_action")
        latest, before = conversation.latest, conversation.before
        if conversation.action == ASK_AGAIN and latest and not latest.asked_again:
            latest.asked_again = True
            flow = conversation.flow
            happened: Happened = "asked again in a flow" if flow else "asked again"
            self._write(happened, latest, latest.closest)
        if response in OFFERED:
            buttons = (event.get("data") or {}).get("buttons") or ()
            conversation.choices = tuple(each["payload"] for each in buttons)
        if response == CORRECTED and before and not before.asked_again:
            self._write("corrected", before, before.intents)

    def _write(self, happened: Happened, said: Said, intents: tuple[str, ...]) -> None:
        if self._notes.add(self._today(), happened, said.text, intents):
            self._failed = False

    def _forget_old(self) -> None:
        self._cleared_on = self._today()
        self._notes.forget_old(self._cleared_on)
