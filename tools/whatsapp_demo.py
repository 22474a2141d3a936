"""Play a client in WhatsApp: `python -m tools.whatsapp_demo`.

Starts the assistant, a Graph API on this machine instead of Meta's, and a phone that
has a whole conversation; in a terminal you can type on. Nothing of it is kept.
"""

import argparse
import json
import os
import secrets
import sys
import tempfile
import textwrap
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import suppress

from steunwijzer.handoff.database import migrate, open_database
from tools.graph_api import Accepted, GraphApi, api_url
from tools.parts import Part
from tools.phone import Meta, Phone, choices_of, health, settings, text_of
from tools.ports import PortProblem, free_port, read_ports, require_free
from tools.run import SECRET, answers, parts_for, terminal_kept
from tools.supervisor import supervise

SECONDS = 60  # that an answer may take
START_SECONDS = 300
ANSWERED = {"unanswered": 0, "unsent": 0}
WIDTH = 66
# What is typed; a line that is a choice of the last answer is tapped.
CONVERSATION = (
    "hallo",
    "Wat is deze hulp?",
    "wat kost het, en is die hulp onafhankelijk?",
    "2",
    "(voice note)",
    "kunt u mij terugbellen?",
    "Jan",
    "Ja, dit nummer",
    "morgenmiddag",
    "Ja, dat klopt",
    "Ouderenzorg",
    "Laat het weg",
    "Wijzigen",
    "Mijn naam",
    "Jan de Vries",
    "Ja, geef door",
    "dank u wel",
)


class Silence(Exception):
    """The assistant did not answer."""


class Talk:
    """One client with a phone, in conversation."""

    def __init__(self, api: GraphApi, meta: Meta, phone: Phone) -> None:
        """Take the phone and what is between it and the assistant."""
        self._api, self._meta, self._phone = api, meta, phone
        self._last: Accepted | None = None

    def say(self, text: str) -> list[Accepted]:
        """Send a line, and return what comes back. Raises Silence, OSError."""
        message = self._phone.text(text)
        if text.startswith("("):
            message = self._phone.message("audio", audio={"id": "1", "voice": True})
        elif self._last and text in choices_of(self._last.message):
            message = self._phone.tap(self._last, text)
        before = len(self._api.sent_to(self._phone.person))
        self._meta.send(self._phone, message)
        _wait_for(self._meta.port, SECONDS, ANSWERED)
        answer = self._api.sent_to(self._phone.person)[before:]
        if not answer:
            raise Silence(text)
        self._last = answer[-1]
        return answer


def drawn(answer: Accepted) -> str:
    """Return a message as a phone shows it: its text, and under it what it offers."""
    lines = [
        line
        for paragraph in text_of(answer.message).split("\n")
        for line in textwrap.wrap(paragraph, WIDTH, break_on_hyphens=False) or [""]
    ]
    shown = answer.message.get("interactive", {})
    choices = list(choices_of(answer.message))
    if shown.get("type") == "list":
        lines += ["", f"[ ≡ {shown['action']['button']} ]"]
        lines += [f"  {number}. {each}" for number, each in enumerate(choices, start=1)]
    elif choices:
        lines += ["", " ".join(f"[ {each} ]" for each in choices)]
    return textwrap.indent("\n".join(lines), "  | ", lambda line: True)


def play(port: int, api_port: int) -> int:
    """Have the conversation, and go on with what is typed; returns the exit code."""
    api = GraphApi(port=api_port)
    meta = Meta(port)
    api.tell = meta.tell
    talk = Talk(api, meta, Phone("31612345678", "NL.1234567890"))
    _wait_for(port, START_SECONDS, {"status": "ok"})
    for line in (*CONVERSATION, *_typed()):
        print(f"\nJan: {line}", flush=True)
        try:
            for answer in talk.say(line):
                print(drawn(answer), flush=True)
        except (Silence, OSError) as problem:
            print(f"No answer: {problem!r}", file=sys.stderr)
            return 1
    if api.violations:
        print("Meta would refuse:", *api.violations, sep="\n", file=sys.stderr)
        return 1
    return 0


def _typed() -> Iterator[str]:
    """Yield what is typed in a terminal, until an empty line."""
    if sys.stdin.isatty():
        print("\nType on as Jan; an empty line ends it.")
        with suppress(EOFError):
            while line := input("> ").strip():
                yield line


def _wait_for(port: int, seconds: float, expected: Mapping[str, object]) -> None:
    """Return when the assistant says this of WhatsApp. Raises Silence."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(OSError), urllib.request.urlopen(health(port), timeout=5) as said:
            if expected.items() <= json.load(said).items():
                return
        time.sleep(0.1)
    raise Silence(f"not within {seconds} s")


def start(port: int, action_port: int) -> int:
    """Start the assistant, with a database of its own, and the phone."""
    with tempfile.TemporaryDirectory(prefix="steunwijzer-") as folder:
        os.environ["STEUNWIJZER_VAR"] = folder
        os.environ["STEUNWIJZER_DATABASE"] = f"sqlite:///{folder}/steunwijzer.db"
        migrate(open_database())
        api_port = free_port()
        known = {SECRET: secrets.token_urlsafe(32), **settings(api_url(api_port))}
        phone = [sys.executable, "-m", "tools.whatsapp_demo", "--port", str(port)]
        phone += ["--api-port", str(api_port)]
        parts = [
            *parts_for("run", port, action_port, known),
            Part("phone", phone, foreground=True),
        ]
        print("Starting the assistant and a phone ...", flush=True)
        with terminal_kept():
            return supervise(parts, lambda: answers(port), lambda: None)


def main(argv: list[str]) -> int:
    """Start all of it, or with --api-port the phone; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", default="5005")
    parser.add_argument("--api-port", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    try:
        port, action_port = read_ports(arguments.port)
        if arguments.api_port:
            return play(port, arguments.api_port)
        require_free(port)
        require_free(action_port)
    except PortProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    return start(port, action_port)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
