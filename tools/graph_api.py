"""A Graph API of Meta on this machine, for tests and for `make whatsapp-demo`.

It refuses what Meta's documentation refuses, plays what is in `faults`, and says what
became of each message, again until that is acknowledged.
"""

import json
import re
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

from tools.graph_limits import refused
from tools.ports import HOST

TOKEN = "only on this machine"
NUMBER_ID = "106540352242922"
BURST, PACE_SECONDS = 45, 6.0  # messages to one person
PAIR_RATE = 131056
Json = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """What happens instead: an error, or a pause before or after a message is taken."""

    status: int = 200
    code: int | None = None
    seconds: float = 0.0
    seconds_after: float = 0.0


@dataclass(frozen=True)
class Accepted:
    """A message that the API took, `at` some moment of time.monotonic."""

    to: str
    message: Json
    id: str
    at: float

    @property
    def token(self) -> str:
        """What the sender knows the message by."""
        return str(self.message.get("biz_opaque_callback_data", ""))


@dataclass
class GraphApi:
    """The server. `tell` gets a status to deliver; it returns whether it was taken.

    `port` 0 is any that is free; every answer comes `seconds_after` it was taken.
    """

    port: int = 0
    seconds_after: float = 0.0
    faults: deque[Fault] = field(default_factory=deque)
    token: str = TOKEN
    tell: Callable[[Accepted, str], bool] | None = None
    accepted: list[Accepted] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    tried: list[Json] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen on a free port of this machine."""
        self.changed = threading.Condition()
        self._ahead: dict[str, float] = defaultdict(float)
        self._numbers = count(1)
        self._server = ThreadingHTTPServer((HOST, self.port), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where the API is, with its version."""
        return api_url(self._server.server_port)

    def sent_to(self, person: str) -> list[Accepted]:
        """Return what was taken for somebody, in order."""
        return [each for each in list(self.accepted) if each.to == person]

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str, authorization: str, body: bytes) -> tuple[int, Json]:
        """Return what a request is answered with."""
        if authorization != f"Bearer {self.token}":
            return _error(401, 190)
        if not re.fullmatch(rf"/v\d+\.0/{NUMBER_ID}/messages", path):
            return _error(400, 100, 33)
        message = json.loads(body)
        if problems := refused(message):
            self.violations += problems
            return _error(400, 131009)
        if "status" in message:
            self.read.append(message["message_id"])
            return 200, {"success": True}
        self.tried.append(message)
        fault = self.faults.popleft() if self.faults else Fault()
        time.sleep(fault.seconds)
        if fault.status != 200:
            return _error(fault.status, fault.code)
        taken = self._take(message)
        time.sleep(fault.seconds_after or self.seconds_after)
        return taken

    def _take(self, message: Json) -> tuple[int, Json]:
        to = message.get("to") or message["recipient"]
        with self.changed:
            now = time.monotonic()
            if self._ahead[to] - now >= (BURST - 1) * PACE_SECONDS:
                self.violations.append(f"more than {BURST} ahead of the pace")
                return _error(429, PAIR_RATE)
            self._ahead[to] = max(self._ahead[to], now) + PACE_SECONDS
            taken = Accepted(to, message, f"wamid.sent{next(self._numbers)}", now)
            self.accepted.append(taken)
            self.changed.notify_all()
        if self.tell:
            threading.Thread(target=self._tell, args=(taken,), daemon=True).start()
        return 200, {
            "messaging_product": "whatsapp",
            "contacts": [{"input": to, "wa_id": to}],
            "messages": [{"id": taken.id}],
        }

    def _tell(self, taken: Accepted) -> None:
        for state in ("sent", "delivered"):
            while self.tell and not self.tell(taken, state):
                time.sleep(0.5)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                authorization = self.headers.get("authorization", "")
                status, said = api.answer(self.path, authorization, body)
                content = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *values: object) -> None:
                """Say nothing: the terminal is the phone's."""

        return Handler


def api_url(port: int) -> str:
    """Return where an API on that port of this machine is, with its version."""
    return f"http://{HOST}:{port}/v24.0"


def _error(
    status: int, code: int | None, subcode: int | None = None
) -> tuple[int, Json]:
    if code is None:
        return status, {}
    error = {"message": f"(#{code})", "type": "OAuthException", "code": code}
    error |= {"error_subcode": subcode} if subcode else {}
    return status, {"error": {**error, "fbtrace_id": "A"}}
