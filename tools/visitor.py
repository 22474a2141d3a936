"""Talks to the assistant as the widget on a website does."""

import json
import urllib.request
import uuid
from typing import Any

from tools.ports import HOST

PATH = "/webhooks/website"
TIMEOUT = 30.0
Message = dict[str, Any]


class Visitor:
    """One visitor of a page on this machine, in conversation.

    Every method raises urllib.error.HTTPError for a refusal, OSError when nobody
    listens, ValueError for what is no answer of the assistant.
    """

    def __init__(self, port: int) -> None:
        """Begin a conversation with the assistant on that port."""
        self._base = f"http://{HOST}:{port}"
        self.token: str = self._post("conversations")["token"]

    @property
    def conversation(self) -> str:
        """The id under which the conversation is stored."""
        return self.token.partition(".")[0]

    def say(self, text: str) -> list[Message]:
        """Return the answer to what is typed."""
        return self.send(str(uuid.uuid4()), text=text)

    def press(self, payload: str) -> list[Message]:
        """Return the answer to a button with that payload."""
        return self.send(str(uuid.uuid4()), payload=payload)

    def leave(self) -> None:
        """Have the conversation removed."""
        self._post("erase", token=self.token)

    def send(self, message_id: str, **said: str) -> list[Message]:
        """Return the answer to a message with that id, which may have come before."""
        sent = self._post("messages", token=self.token, id=message_id, **said)
        return list(sent["messages"])

    def _post(self, path: str, **values: str) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self._base}{PATH}/{path}",
            data=json.dumps(values).encode(),
            headers={"Content-Type": "application/json", "Origin": self._base},
        )
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return dict(json.loads(answer.read() or b"{}"))


def text_of(message: Message) -> str:
    """Return what a message says, with its source on a line of its own."""
    paragraphs = [*message["paragraphs"], message["source"] or []]
    lines = ["".join(span["text"] for span in spans) for spans in paragraphs if spans]
    return "\n".join(lines)
