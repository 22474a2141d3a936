"""Clients in WhatsApp, for the tests that talk to a running assistant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from channels.cloud.keys import Keys
from tests.running import TEST_SECRET, Assistant
from tests.waiting import wait_until
from tools.graph_api import Accepted, GraphApi
from tools.phone import Meta, Phone, choices_of, text_of

NUMBERS = count(31612000001)
JOINER = "\N{WORD JOINER}"
MARKUP = re.compile(r"(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
ANSWER_WITHIN = 60


@dataclass
class Received:
    """What came in on a phone in one turn."""

    messages: Sequence[Accepted] = ()

    @property
    def text(self) -> str:
        """What is said, without bold and italic: a line for each paragraph."""
        said = "\n".join(text_of(each.message) for each in self.messages)
        lines = MARKUP.sub("", said.replace(JOINER, "")).split("\n")
        return "\n".join(line for line in lines if line)

    @property
    def buttons(self) -> dict[str, str]:
        """Title and payload of every choice."""
        return {
            title: payload
            for each in self.messages
            for title, payload in choices_of(each.message).items()
        }


@dataclass
class PhoneChat:
    """One client in conversation, with a number that nobody else has."""

    assistant: Assistant
    api: GraphApi
    phone: Phone = field(default_factory=lambda: Phone(str(next(NUMBERS))))
    last: Received = field(default_factory=Received)

    def __post_init__(self) -> None:
        """Know what the conversation is stored under."""
        keys = Keys(TEST_SECRET)
        self.sender = keys.conversation(self.phone.number, self.phone.user_id)
        self.meta = Meta(self.assistant.port)

    def say(self, text: str) -> Received:
        """Send what the client typed, and return the whole answer."""
        return self.send(self.phone.text(text))

    def press(self, title: str) -> Received:
        """Tap a choice of the last answer."""
        (shown,) = [
            each for each in self.last.messages if title in choices_of(each.message)
        ]
        return self.send(self.phone.tap(shown, title))

    def send(self, *messages: dict[str, Any]) -> Received:
        """Send any messages, and return all that comes back once they are answered."""
        before = len(self.received())
        assert self.meta.send(self.phone, *messages) == 200
        self.settle()
        self.last = Received(self.received()[before:])
        return self.last

    def settle(self) -> None:
        """Return when all is answered, and all answers are sent."""
        wait_until(
            lambda: not self.assistant.waits_in_whatsapp(self.sender),
            "all is answered and sent",
            ANSWER_WITHIN,
        )

    def received(self) -> list[Accepted]:
        """Return all that came in on the phone."""
        return self.api.sent_to(self.phone.person)
