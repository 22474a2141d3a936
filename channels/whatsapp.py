"""WhatsApp's channel: what Meta's Cloud API calls, over HTTP.

GET and POST of `webhook` are Meta's, GET of `health` is for whoever runs it.
docs/whatsapp.md says how to connect it.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Mapping
from functools import partial
from typing import Any

from rasa.core.channels.channel import InputChannel
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json, text

from channels.assistant import Assistant, Handle
from channels.cloud.account import Account
from channels.cloud.desk import Desk
from channels.cloud.graph import Graph
from channels.cloud.keys import Keys, is_same, is_signed
from channels.cloud.receiving import Receiving
from channels.cloud.sending import Sending
from channels.cloud.settings import Settings, WrongSetting
from channels.cloud.webhook import Unreadable, read_batch
from steunwijzer.handoff.database import Unavailable, open_database
from steunwijzer.knowledge import installed
from steunwijzer.whatsapp.inbox import Inbox
from steunwijzer.whatsapp.outbox import Outbox
from steunwijzer.whatsapp.unreached import Unreached
from tools.clock import utc_now

MAX_BYTES = 4 * 1024 * 1024  # Meta sends at most three
log = logging.getLogger(__name__)


class WhatsApp(InputChannel):
    """The channel that credentials-whatsapp.yml names."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings, and open the database."""
        self._settings = settings
        self._keys = Keys(settings.secret)
        engine = open_database()
        self._engine = engine
        self._inbox, self._outbox = Inbox(engine), Outbox(engine)
        unreached = Unreached(engine, installed().zorgkantoor.email_domain)
        self._graph = Graph(settings)
        self._account = Account()
        to = self._outbox, unreached, self._account
        self._sending = Sending(self._graph, *to)
        self._receiving = Receiving(self._inbox, *to)
        self._desk: Desk | None = None
        self._work: asyncio.Task[None] | None = None

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel, and of its place among the URLs."""
        return "whatsapp"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> WhatsApp:
        """Return the channel; the credentials file has nothing for it.

        Raises RasaException, with one line that says what is missing.
        """
        try:
            settings = Settings.from_environment(os.environ)
        except WrongSetting as problem:
            raise RasaException(str(problem)) from None
        return cls(settings)

    def blueprint(self, on_new_message: Handle) -> Blueprint:
        """Return the routes, for Rasa's server, and begin to work when it starts."""
        routes = Blueprint("whatsapp")
        for call, method, path, stream in (
            (self.verify, "GET", "/webhook", False),
            (self.receive, "POST", "/webhook", True),
            (self.health, "GET", "/health", False),
        ):
            # Sanic writes on what it is given, and cannot on a method.
            route = partial(call)
            routes.add_route(route, path, [method], name=call.__name__, stream=stream)

        @routes.listener("after_server_start")
        async def begin(app: Sanic, _loop: object) -> None:
            assistant = Assistant(app.ctx.agent, on_new_message, self.name())
            self._desk = Desk(self._engine, self._graph, self._sending, assistant)
            self._work = asyncio.ensure_future(self._desk.work())

        @routes.listener("before_server_stop")
        async def end(_app: Sanic, _loop: object) -> None:
            if self._desk and self._work:
                self._desk.stop()
                await self._work
            await self._graph.close()

        return routes

    async def verify(self, request: Request) -> HTTPResponse:
        """Say that this is the webhook, to who knows the token: Meta."""
        is_ours = is_same(
            request.args.get("hub.verify_token", ""), self._settings.verify_token
        )
        if request.args.get("hub.mode") != "subscribe" or not is_ours:
            return empty(403)
        return text(request.args.get("hub.challenge", ""))

    async def receive(self, request: Request) -> HTTPResponse:
        """Keep what is delivered, and acknowledge it; then it is worked on."""
        body = await _body(request)
        if body is None:
            return empty(413)
        signature = request.headers.get("x-hub-signature-256", "")
        if not is_signed(body, signature, self._settings.app_secret):
            return empty(403)
        now = utc_now()
        try:
            batch = read_batch(body, self._settings.number_id, self._keys, now)
        except Unreadable:
            return empty(400)
        try:
            await asyncio.to_thread(self._receiving.keep, batch, now)
        except Unavailable as problem:
            log.error("WhatsApp: nothing could be kept: %s", problem)
            return empty(503)  # Meta delivers it again
        if self._desk:
            self._desk.wake()
        return empty(200)

    async def health(self, request: Request) -> HTTPResponse:
        """Say how it is: how many wait, and what is wrong with the account."""
        try:
            unanswered = await asyncio.to_thread(self._inbox.waiting)
            unsent = await asyncio.to_thread(self._outbox.waiting)
        except Unavailable as problem:
            return json({"status": "trouble", "database": str(problem)}, status=503)
        account = self._account.problem
        known = {
            "status": "trouble" if account else "ok",
            "account": f"Meta says {account}" if account else "ok",
            "unanswered": unanswered,
            "unsent": unsent,
        }
        return json(known, status=503 if account else 200)


async def _body(request: Request) -> bytes | None:
    """Return what was sent; None when it is more than Meta ever sends."""
    body = b""
    async for part in request.stream:
        body += part
        if len(body) > MAX_BYTES:
            return None
    return body
