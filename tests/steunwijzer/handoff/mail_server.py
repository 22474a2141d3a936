"""A real mail server on this machine, with STARTTLS and login, that can misbehave."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "localhost"
USER, PASSWORD = "steunwijzer", "geheim"
HANGS, DROPS = "hangs", "drops the connection"
OK = "250 OK"
SOME = 1000  # bytes of a mail
ROUNDS_TO_CLOSE = 3  # of the loop, between the abort of a transport and its end


class MailServer:
    """Takes mail in a thread of its own; `accepted` has what it took, in order.

    `says` has by command (MAIL, RCPT, DATA) what it answers instead of OK: a line of
    SMTP, HANGS or DROPS. DATA is answered when the whole mail is in, "begin of DATA"
    when its first byte may come; at "middle of DATA", when some of it came, the server
    can only drop. `on` is called at each of these, and with "accepted".
    """

    def __init__(
        self,
        authority: trustme.CA,
        says: Mapping[str, str] | None = None,
        *,
        tls: str = "starttls",
        named: str = HOST,
    ) -> None:
        self.accepted: list[EmailMessage] = []
        self.says = dict(says or {})
        self.on: Callable[[str], None] = lambda stage: None
        self.open: set[SMTP] = set()
        self._tls = tls
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(named).configure_cert(self._context)
        # Not the loop that another part of the process chose (Rasa: uvloop).
        self._loop = asyncio.SelectorEventLoop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "MailServer":
        self._thread.start()
        self._server = self._run(self._listen())
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *error: object) -> None:
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, coroutine: Any) -> Any:  # noqa: ANN401
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    async def _listen(self) -> asyncio.AbstractServer:
        implicit = self._context if self._tls == "implicit" else None
        return await self._loop.create_server(
            lambda: _Conversation(self, self._context), HOST, 0, ssl=implicit
        )

    async def _stop(self) -> None:
        self._server.close()
        await asyncio.sleep(0)  # who was let in just now is at the door by then
        for conversation in self.open:
            conversation.transport.abort()
        # Also those that never got through the handshake of TLS.
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for _ in range(ROUNDS_TO_CLOSE):
            await asyncio.sleep(0)

    async def answer(self, stage: str, conversation: SMTP) -> str:
        """Answer as `says` has it; OK when it has nothing."""
        self.on(stage)
        answer = self.says.get(stage, OK)
        if answer == HANGS:
            await asyncio.Event().wait()
        if answer == DROPS:
            conversation.transport.abort()
        return answer

    @property
    def message_ids(self) -> list[str]:
        return [str(message["Message-ID"]) for message in self.accepted]


class _Conversation(SMTP):
    """One connection of a client."""

    def __init__(self, ours: MailServer, context: ssl.SSLContext) -> None:
        self.ours = ours
        self.bytes_of_mail: int | None = None
        starttls = ours._tls == "starttls"
        super().__init__(
            _Handler(ours),
            hostname=HOST,
            tls_context=context if starttls else None,
            require_starttls=starttls,
            auth_required=starttls,
            auth_require_tls=starttls,
            authenticator=_knows,
            loop=ours._loop,
        )

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.ours.open.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self.ours.open.discard(self)
        super().connection_lost(error)

    def data_received(self, data: bytes) -> None:
        if self.bytes_of_mail is not None:
            self.bytes_of_mail += len(data)
            if self.bytes_of_mail > SOME and "middle of DATA" in self.ours.says:
                self.transport.abort()
                return
        super().data_received(data)

    async def smtp_DATA(self, arg: str) -> None:
        if await self.ours.answer("begin of DATA", self) == OK:
            self.bytes_of_mail = 0
            await super().smtp_DATA(arg)
            self.bytes_of_mail = None


class _Handler:
    """What aiosmtpd asks at each command."""

    def __init__(self, ours: MailServer) -> None:
        self.ours = ours

    async def handle_MAIL(
        self, server: SMTP, s: Session, envelope: Envelope, sender: str, options: object
    ) -> str:
        envelope.mail_from = sender
        return await self.ours.answer("MAIL", server)

    async def handle_RCPT(
        self, server: SMTP, s: Session, envelope: Envelope, to: str, options: object
    ) -> str:
        answer = await self.ours.answer("RCPT", server)
        if answer == OK:
            envelope.rcpt_tos.append(to)
        return answer

    async def handle_DATA(
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        answer = await self.ours.answer("DATA", server)
        if answer == OK:
            assert isinstance(envelope.content, bytes)
            message = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.ours.accepted.append(message)
            self.ours.on("accepted")
        return answer


def _knows(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
) -> AuthResult:
    assert isinstance(data, LoginPassword)
    known = (USER.encode(), PASSWORD.encode())
    return AuthResult(success=(data.login, data.password) == known, handled=False)
