"""The website's channel: what the widget asks, over HTTP and JSON.

POST conversations, messages and erase; pages.py has what a browser loads.
widget/src/server.ts is the other side.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from rasa.core.channels.channel import InputChannel
from rasa.shared.exceptions import RasaException
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from channels.assistant import Assistant, Handle
from channels.incoming import MAX_BYTES, TooLong, Unreadable, read_message, read_token
from channels.origins import may_ask
from channels.pages import send_example, send_script, send_style
from channels.rates import Rates, address_of
from channels.refusals import Refused, refusal, too_long
from channels.script import BUILT
from channels.sessions import HOURS, LEAST_SECRET, Sessions, WeakSecret
from channels.turns import NoAnswer, Turns
from steunwijzer.handoff.database import Unavailable
from steunwijzer.knowledge import installed

SECRET = "STEUNWIJZER_SECRET"
PROXIES = "STEUNWIJZER_PROXIES"
ALLOWED = {
    "vary": "accept-encoding, origin",
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "7200",
}
Call = Callable[[Request, Assistant], Awaitable[HTTPResponse]]


class Website(InputChannel):
    """The channel that credentials.yml names."""

    def __init__(self, secret: str, proxies: int, built: bytes) -> None:
        """Take what tokens are signed with, how many proxies there are, the widget.

        Raises WeakSecret.
        """
        self._sessions = Sessions(secret)
        self._proxies = proxies
        self._built = built
        self._rates = Rates()
        self._turns = Turns()

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel, and of its place among the URLs."""
        return "website"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> Website:
        """Return the channel; credentials.yml has nothing for it.

        Raises RasaException, with one line that says what is missing.
        """
        try:
            secret, proxies = os.environ.get(SECRET, ""), _proxies()
            return cls(secret, proxies, BUILT.read_bytes())
        except WeakSecret:  # is a ValueError, too
            raise RasaException(
                f"{SECRET} is missing or too short: set it to {LEAST_SECRET} or more "
                "characters that nobody can guess."
            ) from None
        except ValueError:
            raise RasaException(f"{PROXIES}: expected a number such as 1.") from None
        except FileNotFoundError:
            raise RasaException("The widget is not built: run `make widget`.") from None

    def blueprint(self, on_new_message: Handle) -> Blueprint:
        """Return the routes, for Rasa's server."""
        routes = Blueprint("website")
        routes.middleware(allow_its_website, "response")

        def assistant(request: Request) -> Assistant:
            return Assistant(request.app.ctx.agent, on_new_message, self.name())

        @routes.get("/steunwijzer.js")
        async def script(request: Request) -> HTTPResponse:
            return await send_script(request, assistant(request), self._built)

        @routes.get("/")
        async def example(request: Request) -> HTTPResponse:
            return await send_example(request, assistant(request))

        routes.add_route(send_style, "/example.css", ["GET"], name="style")
        for call in (self.conversations, self.messages, self.erase):
            path = f"/{call.__name__}"

            async def asked(request: Request, call: Call = call) -> HTTPResponse:
                return await self._answer(request, call, assistant(request))

            routes.add_route(asked, path, ["POST"], name=path, stream=True)
            routes.add_route(preflight, path, ["OPTIONS"], name=f"{path} options")
        return routes

    async def conversations(
        self, request: Request, assistant: Assistant
    ) -> HTTPResponse:
        """Begin a conversation: give out its token."""
        await _body(request)
        self._slow_down(self._rates.wait_for_conversation(self._address(request)))
        return json({"token": self._sessions.new()}, status=201)

    async def messages(self, request: Request, assistant: Assistant) -> HTTPResponse:
        """Answer a message."""
        message = read_message(await _body(request))
        conversation = self._conversation(message.token)
        self._slow_down(self._rates.wait_for_message(conversation))
        message_id = str(message.id)
        answer = partial(assistant.answer, conversation, message_id, message.said)
        reply = await self._turns.reply(conversation, message_id, answer)
        return json({"messages": reply})

    async def erase(self, request: Request, assistant: Assistant) -> HTTPResponse:
        """Remove a conversation; a request for a human that was passed on stays."""
        # However old: who comes back wants it gone all the same.
        conversation = self._conversation(read_token(await _body(request)), hours=None)
        # A visitor who wipes often leaves at once: it is done all the same.
        await asyncio.shield(self._forget(conversation, assistant))
        return empty()

    async def _forget(self, conversation: str, assistant: Assistant) -> None:
        await assistant.forget(conversation)
        self._turns.forget(conversation)

    async def _answer(
        self, request: Request, call: Call, assistant: Assistant
    ) -> HTTPResponse:
        """Answer a call of a website that may have the widget, or say why not."""
        if not _may_ask(request):
            return empty(403)
        try:
            self._slow_down(self._rates.wait_for_call(self._address(request)))
            answer = await call(request, assistant)
        except (Refused, Unreadable, TooLong, NoAnswer, Unavailable) as problem:
            answer = await refusal(problem, assistant)
        return answer

    def _conversation(self, token: str, hours: int | None = HOURS) -> str:
        conversation = self._sessions.conversation(token, hours)
        if conversation is None:
            raise Refused(401, "session", "utter_website_new_conversation")
        return conversation

    def _address(self, request: Request) -> str | None:
        # A proxy may add a header of its own to one that the visitor wrote.
        forwarded = ",".join(request.headers.getall("x-forwarded-for", []))
        return address_of(request.ip, forwarded, self._proxies)

    def _slow_down(self, seconds: int) -> None:
        if seconds:
            raise Refused(429, "too_fast", "utter_website_too_fast", seconds=seconds)


async def preflight(request: Request) -> HTTPResponse:
    """Answer a browser that asks whether it may call."""
    return empty()


async def allow_its_website(request: Request, answer: HTTPResponse) -> None:
    """Let the page that called see the answer, when it is of a website that may.

    As middleware: Rasa has Sanic-CORS answer every OPTIONS before our routes do.
    """
    if _may_ask(request):
        origin = {"access-control-allow-origin": request.headers["origin"]}
        answer.headers.update(ALLOWED | origin)


def _proxies() -> int:
    """Return how many proxies stand before the assistant. Raises ValueError."""
    proxies = int(os.environ.get(PROXIES) or 1)
    if proxies < 1:
        raise ValueError
    return proxies


def _may_ask(request: Request) -> bool:
    origin = request.headers.get("origin", "")
    return may_ask(origin, request.host, installed().zorgkantoor.websites)


async def _body(request: Request) -> bytes:
    """Return what was sent, as far as a widget ever sends. Raises Refused."""
    body = b""
    async for part in request.stream:
        body += part
        if len(body) > MAX_BYTES:
            raise too_long(413)
    return body
