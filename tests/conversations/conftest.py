"""A real assistant for the conversations: Rasa, the trained model, its actions."""

import os
import signal
import socket
import sqlite3
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from steunwijzer.handoff.database import migrate, open_database
from tools.parts import Part
from tools.processes import ROOT, end_with_parent
from tools.run import REST_PATH, answers, parts_for

TUESDAY_MORNING = "2026-11-24T10:00"
START_WITHIN = 180


@dataclass
class Reply:
    """What the assistant said in one turn."""

    messages: list[dict[str, object]]

    @property
    def text(self) -> str:
        """All messages under each other."""
        return "\n".join(str(message.get("text", "")) for message in self.messages)

    @property
    def buttons(self) -> dict[str, str]:
        """Title and payload of every button."""
        pressable: dict[str, str] = {}
        for message in self.messages:
            for button in message.get("buttons", ()):  # type: ignore[attr-defined]
                pressable[button["title"]] = button["payload"]
        return pressable


@dataclass
class Chat:
    """One client in conversation."""

    port: int
    sender: str = field(default_factory=lambda: uuid.uuid4().hex)
    last: Reply = field(default_factory=lambda: Reply([]))

    def say(self, message: str) -> Reply:
        """Send what the client typed, and return the whole answer."""
        response = requests.post(
            f"http://127.0.0.1:{self.port}{REST_PATH}",
            json={"sender": self.sender, "message": message},
            timeout=30,
        )
        assert response.status_code == 200, response.text
        self.last = Reply(response.json())
        return self.last

    def press(self, title: str) -> Reply:
        """Press a button of the last answer."""
        return self.say(self.last.buttons[title])


class Assistant:
    """Rasa and its action server as processes of their own, on free ports."""

    def __init__(self, logs: Path) -> None:
        """Start both and wait until hello is answered."""
        self.port, action_port = _free_port(), _free_port()
        self.logs = logs
        migrate(open_database(f"sqlite:///{logs}/steunwijzer.db"))
        parts = parts_for("run", self.port, action_port)
        self._processes = {part.name: self._start(part) for part in parts}
        deadline = time.monotonic() + START_WITHIN
        while not answers(self.port):
            assert time.monotonic() < deadline, "the assistant did not start"
            assert self._processes["rasa"].poll() is None, self.log()
            # the port is asked until it answers; nothing says when it will
            time.sleep(0.2)

    def _start(self, part: Part) -> "subprocess.Popen[bytes]":
        with (self.logs / f"{part.name}.log").open("wb") as log:
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

    def stored_conversations(self) -> str:
        """Return all that Rasa stored of conversations."""
        with sqlite3.connect(self.logs / "steunwijzer.db") as database:
            return "\n".join(
                each for (each,) in database.execute("SELECT data FROM events")
            )

    def requests(self, conversation: str) -> int:
        """Return how many requests there are of a conversation."""
        return self._count(
            "SELECT count(*) FROM requests WHERE conversation = ?", conversation
        )

    def new_mails(self, reference: str) -> int:
        """Return how many mails there are that pass a request on to a supporter."""
        return self._count(
            "SELECT count(*) FROM outbox WHERE reference = ? AND kind = 'new'",
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


def wait_until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    """Ask again until it is so; another process brings it about."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it never was"
        time.sleep(0.2)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # the mail worker removed it meanwhile
        return b""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant that most conversations share."""
    running = Assistant(tmp_path_factory.mktemp("assistant"))
    yield running
    running.stop()


@pytest.fixture
def chat(assistant: Assistant) -> Chat:
    """A new conversation."""
    return assistant.chat()


@pytest.fixture(scope="module")
def own_assistant(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[], Assistant]]:
    """Start an assistant that a module may break."""
    started: list[Assistant] = []

    def start() -> Assistant:
        started.append(Assistant(tmp_path_factory.mktemp("broken")))
        return started[-1]

    yield start
    for each in started:
        each.stop()
