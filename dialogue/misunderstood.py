"""Keeps the messages that were not understood, masked, to learn from: see README.

Rasa tells an event broker all that happens. This one writes a line in a file on this
machine when the assistant asked again, or when a client says that an answer was not
what was meant. `make misunderstood` reads it; nothing is sent anywhere.
"""

from __future__ import annotations

import logging
from asyncio import AbstractEventLoop
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import spacy
from rasa.core.brokers.broker import EventBroker
from rasa.utils.endpoints import EndpointConfig

from nlu.spacy_nl import PACKAGE
from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import (
    Happened,
    Note,
    file_of_misunderstood,
    read_lines,
)
from steunwijzer.personal_names import Span, ordinary_words
from steunwijzer.privacy import Mask

logger = logging.getLogger(__name__)

ASK_AGAIN = "action_ask_again"
# Their buttons are what the message could have meant ...
OFFERED = ("utter_ask_again", "utter_something_else")
HUMAN = "/request_human"  # ... but this one does not tell that it was taken wrongly
CORRECTED = "utter_not_what_was_meant"
FALLBACK = "nlu_fallback"
CLOSEST = 3
KEPT_DAYS = 90
LONGEST = 500  # characters of a message that are kept ...
MASKED = 4 * LONGEST  # ... and that are read, because Rasa waits
# Where reading stopped, a number or a name can be cut in half; it is shorter than this.
IN_HALF = 100
CONVERSATIONS = 10_000
TRAINING_DATA = Path(__file__).parent.parent / "data" / "nlu.yml"
# Of spaCy's pipeline only what finds names is needed here.
UNUSED = ("tagger", "morphologizer", "lemmatizer", "attribute_ruler", "parser")


@dataclass
class Said:
    """What a client typed, and what it was taken for."""

    text: str
    intent: str
    closest: tuple[str, ...]
    asked_again: bool = False


@dataclass
class Conversation:
    """The end of a conversation; a button that was pressed is no message."""

    before: Said | None = None
    latest: Said | None = None
    action: str = ""
    in_flow: bool = False
    choices: tuple[str, ...] = ()


class Misunderstood(EventBroker):
    """Writes down what was not understood."""

    def __init__(
        self,
        mask: Callable[[str], str],
        file: Path,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Take what masks a text, the file to add to, and the clock."""
        self._mask = mask
        self._file = file
        self._today = today
        self._cleared_on: date | None = None
        self._failed = False
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()
        self._safely(self._drop_what_is_old)

    @classmethod
    async def from_endpoint_config(
        cls,
        broker_config: EndpointConfig,
        event_loop: AbstractEventLoop | None = None,
    ) -> Misunderstood:
        """Return the broker that endpoints.yml names; it has no settings."""
        ordinary = ordinary_words(TRAINING_DATA.read_text(encoding="utf-8"))
        mask = Mask(installed(), ordinary, person_finder())
        return cls(mask.mask, file_of_misunderstood())

    def publish(self, event: dict[str, Any]) -> None:
        """Take in what happened in a conversation; Rasa waits until this returns."""
        self._safely(self._take_in, event)

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
            self._drop_what_is_old()
        conversation = self._conversation(event["sender_id"])
        kind = event["event"]
        if kind == "user":
            self._client_says(conversation, event)
        elif kind == "action":
            conversation.action = event["name"]
        elif kind == "active_loop":
            conversation.in_flow = event["name"] is not None
        elif kind == "bot":
            self._assistant_says(conversation, event)

    def _conversation(self, sender: str) -> Conversation:
        """Return the conversation; the one that was silent longest is forgotten."""
        found = self._conversations.pop(sender, None) or Conversation()
        self._conversations[sender] = found
        if len(self._conversations) > CONVERSATIONS:
            self._conversations.popitem(last=False)
        return found

    def _client_says(self, conversation: Conversation, event: dict[str, Any]) -> None:
        text = (event.get("text") or "").strip()
        conversation.before = conversation.latest
        conversation.latest = None
        before = conversation.before
        if text in conversation.choices and before:
            if not before.asked_again and text != HUMAN:
                self._write("corrected", before, (before.intent,))
            self._write("chosen", before, (text.lstrip("/"),))
        elif text and not text.startswith("/"):
            parsed = event.get("parse_data") or {}
            ranking = [each["name"] for each in parsed.get("intent_ranking") or ()]
            closest = [name for name in ranking if name != FALLBACK]
            intent = (parsed.get("intent") or {}).get("name") or FALLBACK
            conversation.latest = Said(text, intent, tuple(closest[:CLOSEST]))
        conversation.choices = ()

    def _assistant_says(
        self, conversation: Conversation, event: dict[str, Any]
    ) -> None:
        response = (event.get("metadata") or {}).get("utter_action")
        latest, before = conversation.latest, conversation.before
        if conversation.action == ASK_AGAIN and latest and not latest.asked_again:
            latest.asked_again = True
            happened: Happened = "asked again"
            if conversation.in_flow:
                happened = "asked again in a flow"
            self._write(happened, latest, latest.closest)
        if response in OFFERED:
            buttons = (event.get("data") or {}).get("buttons") or ()
            conversation.choices = tuple(each["payload"] for each in buttons)
        if response == CORRECTED and before and not before.asked_again:
            self._write("corrected", before, (before.intent,))

    def _write(self, happened: Happened, said: Said, intents: tuple[str, ...]) -> None:
        text = self._beginning(said.text)
        if not text:  # there is nothing to learn from
            return
        note = Note(
            day=self._today(),
            happened=happened,
            text=text,
            intents=intents,
        )
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(self._file)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{note.json(ensure_ascii=False)}\n")
        self._failed = False

    def _beginning(self, text: str) -> str:
        """Return the masked beginning of the text, in whole words."""
        masked = self._mask(text[:MASKED])
        sure = len(masked) - (IN_HALF if len(text) > MASKED else 0)
        end = max(0, min(sure, LONGEST))
        return masked if end == len(masked) else masked[:end].rpartition(" ")[0]

    def _drop_what_is_old(self) -> None:
        """Drop lines of more than KEPT_DAYS ago, and those that tell no day."""
        self._cleared_on = self._today()
        if not self._file.exists():
            return
        _make_private(self._file)
        lines = self._file.read_text(encoding="utf-8", errors="replace").splitlines()
        read, _ = read_lines(lines)
        first = self._today() - timedelta(days=KEPT_DAYS)
        kept = [each.json(ensure_ascii=False) for each in read if each.day >= first]
        if len(kept) < len(lines):
            fresh = self._file.with_suffix(".new")
            _make_private(fresh)
            fresh.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
            fresh.replace(self._file)


def _make_private(file: Path) -> None:
    """Let nobody else on the machine read the file, in whatever folder; make it first.

    Its folder can be one that was there before, and open to all.
    """
    file.touch(mode=0o600)
    file.chmod(0o600)


def person_finder() -> Callable[[str], Iterator[Span]] | None:
    """Return what finds people in a text: spaCy's, where its package is installed."""
    if not spacy.util.is_package(PACKAGE):
        return None
    nlp = spacy.load(PACKAGE, exclude=UNUSED)
    if not nlp.has_pipe("ner"):
        return None

    def find(text: str) -> Iterator[Span]:
        for entity in nlp(text).ents:
            if entity.label_ in ("PERSON", "PER"):
                yield entity.start_char, entity.end_char

    return find
