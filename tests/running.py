"""A real assistant for the tests: Rasa, the trained model, its actions."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from steunwijzer.handoff.database import migrate, open_database
from tests.waiting import wait_until
from tools.parts import Part
from tools.ports import free_port
from tools.processes import ROOT, end_with_parent
from tools.run import SECRET, answers, parts_for
from tools.supervisor import GRACE
from tools.visitor import Message, Visitor, text_of

TUESDAY_MORNING = "2026-11-24T10:00"
START_WITHIN = 180
TEST_SECRET = "only for tests, only for tests, only for tests"


@dataclass
class Reply:
    """What the assistant said in one turn."""

    messages: list[Message]

    @property
    def text(self) -> str:
        """All messages under each other."""
        return "\n".join(map(text_of, self.messages))

    @property
    def buttons(self) -> dict[str, str]:
        """Title and payload of every button."""
        return {
            button["title"]: button["payload"]
            for message in self.messages
            for button in message["buttons"]
        }


class Chat:
    """One client in conversation."""

    def __init__(self, port: int) -> None:
        """Begin it with the assistant on that port."""
        self.visitor = Visitor(port)
        self.sender = self.visitor.conversation
        self.last = Reply([])

    def say(self, message: str) -> Reply:
        """Send what the client typed, and return the whole answer."""
        self.last = Reply(self.visitor.say(message))
        return self.last

    def send(self, payload: str) -> Reply:
        """Send what a button carries, whether one was offered or not."""
        self.last = Reply(self.visitor.press(payload))
        return self.last

    def press(self, title: str) -> Reply:
        """Press a button of the last answer."""
        return self.send(self.last.buttons[title])


class Assistant:
    """Rasa and its action server as processes of their own, on free ports."""

    def __init__(self, logs: Path, more: Mapping[str, str] | None = None) -> None:
        """Start both and wait until hello is answered; `more` are settings."""
        self.port, action_port = free_port(), free_port()
        self.logs = logs
        migrate(open_database(f"sqlite:///{logs}/steunwijzer.db"))
        settings = {SECRET: TEST_SECRET, **(more or {})}
        parts = parts_for("run", self.port, action_port, settings)
        self._parts = {part.name: part for part in parts}
        self._processes = {part.name: self._start(part) for part in parts}
        self._wait_for_an_answer()

    def _wait_for_an_answer(self) -> None:
        def is_ready() -> bool:
            assert self._processes["rasa"].poll() is None, self.log()
            return answers(self.port)

        wait_until(is_ready, "the assistant answers", START_WITHIN)

    def _start(self, part: Part) -> "subprocess.Popen[bytes]":
        with (self.logs / f"{part.name}.log").open("ab") as log:
            return subprocess.Popen(
                part.command,
                cwd=ROOT,
                env={
                    **os.environ,
                    **part.env,
                    "STEUNWIJZER_NOW": TUESDAY_MORNING,
                    "STEUNWIJZER_VAR": str(self.logs),
                },
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=end_with_parent,
            )

    def chat(self) -> Chat:
        """Begin a new conversation."""
        return Chat(self.port)

    def kill_action_server(self) -> None:
        """End the action server without any warning."""
        self._processes["action server"].send_signal(signal.SIGKILL)
        self._processes["action server"].wait()

    def freeze_action_server(self) -> None:
        """Make the action server accept calls and never answer."""
        self._processes["action server"].send_signal(signal.SIGSTOP)

    def kill_rasa(self) -> None:
        """End Rasa without any warning."""
        self._processes["rasa"].send_signal(signal.SIGKILL)
        self._processes["rasa"].wait()

    def stop_rasa(self) -> None:
        """Have Rasa end by itself, as for a new version, before it would be killed."""
        self._processes["rasa"].send_signal(signal.SIGTERM)
        self._processes["rasa"].wait(GRACE)

    def start_rasa(self) -> None:
        """Start Rasa again, and wait until it answers."""
        self._processes["rasa"] = self._start(self._parts["rasa"])
        self._wait_for_an_answer()

    def stored_conversations(self) -> str:
        """Return all that Rasa stored of conversations."""
        with sqlite3.connect(self.logs / "steunwijzer.db") as database:
            return "\n".join(
                each for (each,) in database.execute("SELECT data FROM events")
            )

    def messages_of(self, conversation: str) -> int:
        """Return how many messages of a conversation were processed."""
        return self._count(
            "SELECT count(*) FROM events WHERE type_name = 'user' AND sender_id = ?",
            conversation,
        )

    def requests(self, conversation: str) -> int:
        """Return how many requests there are of a conversation."""
        return self._count(
            "SELECT count(*) FROM requests WHERE conversation = ?", conversation
        )

    def waits_in_whatsapp(self, conversation: str) -> bool:
        """Say whether there is a message to answer, or an answer to send."""
        to_do = (
            "SELECT (SELECT count(*) FROM whatsapp_inbox WHERE conversation = :it) + "
            "(SELECT count(*) FROM whatsapp_outbox "
            "WHERE conversation = :it AND state != 'accepted')"
        )
        with sqlite3.connect(self.logs / "steunwijzer.db") as database:
            (found,) = database.execute(to_do, {"it": conversation}).fetchone()
        return bool(found)

    def left_of(self, conversation: str) -> set[str]:
        """Return which tables have something of a conversation."""
        named = {"events": "sender_id"}
        whatsapp = ("whatsapp_people", "whatsapp_inbox", "whatsapp_outbox")
        return {
            table
            for table in ("events", "replies", "drafts", "requests", *whatsapp)
            if self._count(
                f"SELECT count(*) FROM {table} "
                f"WHERE {named.get(table, 'conversation')} = ?",
                conversation,
            )
        }

    def mails(self, reference: str, kind: str = "new") -> int:
        """Return how many mails of a kind there are about a request."""
        return self._count(
            f"SELECT count(*) FROM outbox WHERE reference = ? AND kind = '{kind}'",
            reference,
        )

    def _count(self, query: str, of: str) -> int:
        with sqlite3.connect(self.logs / "steunwijzer.db") as database:
            (found,) = database.execute(query, (of,)).fetchone()
        return int(found)

    def everything_on_disk(self) -> str:
        """Return the bytes of every file that was written, as text."""
        files = [path for path in self.logs.rglob("*") if path.is_file()]
        return "\n".join(_read(path).decode(errors="replace") for path in files)

    def log(self) -> str:
        """Return all that was logged."""
        return "".join(path.read_text() for path in self.logs.glob("*.log"))

    def stop(self) -> None:
        """End both."""
        for process in self._processes.values():
            process.kill()
            process.wait()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # the mail worker removed it meanwhile
        return b""
