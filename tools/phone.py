"""A client's phone with WhatsApp on it, and what Meta makes of what is sent with it."""

import base64
import hashlib
import hmac
import json
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tools.graph_api import NUMBER_ID, TOKEN, Accepted
from tools.ports import HOST

APP_SECRET = "only on this machine, too"
VERIFY_TOKEN = "only on this machine, as well"
OUR_NUMBER = "31880000000"
PATH = "/webhooks/whatsapp"
TIMEOUT = 30.0
Json = dict[str, Any]


@dataclass
class Phone:
    """The phone of one client; who hides their number has `user_id` only."""

    number: str | None
    user_id: str | None = None
    name: str = "Jan"

    @property
    def person(self) -> str:
        """Whom answers are addressed to."""
        return self.number or self.user_id or ""

    def text(self, text: str) -> Json:
        """Return a message that is typed."""
        return self.message("text", text={"body": text})

    def tap(self, taken: Accepted, title: str) -> Json:
        """Return a tap on a choice of a message that was received."""
        chosen = {"id": choices_of(taken.message)[title], "title": title}
        kind = f"{taken.message['interactive']['type']}_reply"
        interactive = {"type": kind, kind: chosen}
        context = {"from": OUR_NUMBER, "id": taken.id}
        return self.message("interactive", interactive=interactive, context=context)

    def message(self, kind: str, **content: Any) -> Json:  # noqa: ANN401
        """Return any message, as it stands in a webhook."""
        who = {"from": self.number} if self.number else {}
        who |= {"from_user_id": self.user_id} if self.user_id else {}
        return {
            **who,
            "id": _message_id(self.person),
            "timestamp": str(int(time.time())),
            "type": kind,
            **content,
        }

    def value(self, messages: Sequence[Json]) -> Json:
        """Return messages with who sent them, as they stand in a change."""
        contact: Json = {"profile": {"name": self.name}}
        contact |= {"wa_id": self.number} if self.number else {}
        contact |= {"user_id": self.user_id} if self.user_id else {}
        return {"contacts": [contact], "messages": list(messages)}


def choices_of(shown: Json) -> dict[str, str]:
    """Return the titles and ids of what a message offers."""
    action = shown.get("interactive", {}).get("action", {})
    buttons = [each["reply"] for each in action.get("buttons", [])]
    rows = [row for section in action.get("sections", []) for row in section["rows"]]
    return {each["title"]: each["id"] for each in [*buttons, *rows]}


def text_of(shown: Json) -> str:
    """Return the text of a message that was received."""
    if shown["type"] == "text":
        return str(shown["text"]["body"])
    return str(shown["interactive"]["body"]["text"])


def delivery(*values: Json) -> bytes:
    """Return a webhook with these values, a change each."""
    ours = {"display_phone_number": OUR_NUMBER, "phone_number_id": NUMBER_ID}
    about = {"messaging_product": "whatsapp", "metadata": ours}
    changes = [{"field": "messages", "value": {**about, **each}} for each in values]
    entry = {"id": "102290129340398", "changes": changes}
    return json.dumps(
        {"object": "whatsapp_business_account", "entry": [entry]}
    ).encode()


def status(taken: Accepted, state: str, code: int | None = None) -> Json:
    """Return what became of an answer, as it stands in a change."""
    said: Json = {
        "id": taken.id,
        "status": state,
        "timestamp": str(int(time.time())),
        "recipient_id": taken.to,
        "biz_opaque_callback_data": taken.token,
    }
    if code is not None:
        said["errors"] = [{"code": code, "title": "as Meta calls it", "message": "x"}]
    contact = {"wa_id": taken.to, "user_id": "NL.1"}
    return {"contacts": [contact], "statuses": [said]}


@dataclass
class Meta:
    """Delivers webhooks to the assistant on a port of this machine."""

    port: int
    app_secret: str = APP_SECRET

    def deliver(self, body: bytes, signature: str | None = None) -> int:
        """Deliver a webhook; return the HTTP status. Raises OSError: nobody listens."""
        digest = hmac.new(self.app_secret.encode(), body, hashlib.sha256).hexdigest()
        request = urllib.request.Request(
            f"http://{HOST}:{self.port}{PATH}/webhook",
            data=body,
            headers={
                "Content-Type": "application/json",
                "X-Hub-Signature-256": signature or f"sha256={digest}",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def send(self, phone: Phone, *messages: Json) -> int:
        """Deliver messages of a client; return the HTTP status."""
        return self.deliver(delivery(phone.value(messages)))

    def tell(self, taken: Accepted, state: str) -> bool:
        """Deliver a status; say whether it was acknowledged."""
        try:
            return self.deliver(delivery(status(taken, state))) == 200
        except OSError:
            return False


def health(port: int) -> str:
    """Return where the assistant says how it is."""
    return f"http://{HOST}:{port}{PATH}/health"


def settings(api: str) -> dict[str, str]:
    """Return the environment in which the assistant talks to the API at that URL."""
    return {
        "STEUNWIJZER_WHATSAPP_APP_SECRET": APP_SECRET,
        "STEUNWIJZER_WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
        "STEUNWIJZER_WHATSAPP_ACCESS_TOKEN": TOKEN,
        "STEUNWIJZER_WHATSAPP_NUMBER_ID": NUMBER_ID,
        "STEUNWIJZER_WHATSAPP_API": api,
    }


def _message_id(person: str) -> str:
    """Return an id as Meta's are: the number can be read in it."""
    coded = base64.b64encode(f"{person} {secrets.token_hex(8)}".encode()).decode()
    return f"wamid.{coded}"
