"""Brings a mail to the mail server, or to a folder in development."""

import asyncio
import contextlib
import re
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import TypeAlias

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from steunwijzer.handoff.mail_settings import MailSettings, Server

SECONDS_TO_QUIT = 2


@dataclass(frozen=True)
class Delivered:
    """The mail server took the mail, and has it from now on."""


@dataclass(frozen=True)
class TryAgain:
    """The mail did not leave, and may do so later.

    `problem` is the number that the server said, or a word: `login`, `sender`, `tls`,
    `not_offered` (TLS or login), `timeout`, `connection`, `folder`. Never the server's
    text, which quotes addresses.
    """

    problem: str


@dataclass(frozen=True)
class Refused:
    """The mail server will never take the mail, as far as it says."""

    problem: str


Result: TypeAlias = Delivered | TryAgain | Refused


class _Client(SMTP):
    """A client that closes at once: the loop ends before TLS has said its goodbyes."""

    def close(self) -> None:
        transport = self.transport
        super().close()
        if isinstance(transport, asyncio.WriteTransport):
            transport.abort()


def deliver(message: EmailMessage, settings: MailSettings) -> Result:
    """Bring the mail to the server or to the folder, and say what became of it."""
    if settings.server:
        # Not asyncio.run: another part of the process may have chosen its own loops.
        with contextlib.closing(asyncio.SelectorEventLoop()) as loop:
            return loop.run_until_complete(_send(message, settings.server))
    try:
        _write(message, settings.folder)
    except OSError:
        return TryAgain("folder")
    return Delivered()


async def _send(message: EmailMessage, server: Server) -> Result:
    """Send it over one connection of its own.

    What goes wrong before the server is ready for mail, a wrong password too, is no
    fault of the mail.
    """
    # Every limit is our own, around a whole step: a server that says a word now and
    # then would outlast one around each command.
    client = _Client(
        hostname=server.host,
        port=server.port,
        use_tls=server.tls == "implicit",
        start_tls=server.tls == "starttls",
        username=server.user,
        password=server.password,
        timeout=None,
    )
    try:
        try:
            await asyncio.wait_for(client.connect(), server.seconds_to_connect)
        except (SMTPException, OSError, asyncio.TimeoutError, ValueError) as error:
            return TryAgain(_problem(error))  # ValueError: no name of a host at all
        result = await _hand_over(client, message, server.seconds_to_send)
        with contextlib.suppress(SMTPException, OSError, asyncio.TimeoutError):
            await asyncio.wait_for(client.quit(), SECONDS_TO_QUIT)
        return result
    finally:
        client.close()


async def _hand_over(client: _Client, message: EmailMessage, seconds: float) -> Result:
    try:
        await asyncio.wait_for(client.send_message(message), seconds)
    except SMTPSenderRefused as error:
        result = _by_code(error.code)
        # For good is our address, not the mail.
        return TryAgain("sender") if isinstance(result, Refused) else result
    except SMTPRecipientsRefused as error:  # there is one recipient
        return _by_code(error.recipients[0].code)
    except SMTPResponseException as error:
        return _by_code(error.code)
    except SMTPNotSupported:  # an address with letters that the server cannot write
        return Refused("address")
    except (SMTPException, OSError, asyncio.TimeoutError) as error:
        client.close()  # it is no longer heard
        return TryAgain(_problem(error))
    return Delivered()


def _by_code(code: int) -> Result:
    """Return what a refusal means: SMTP says 4.. for now and 5.. for good."""
    if code // 100 == 5:
        return Refused(str(code))
    return TryAgain(str(code) if code > 0 else "connection")


def _problem(error: BaseException | None) -> str:
    """Return a word on what went wrong, from the error or from what caused it."""
    problem = "connection"
    while error is not None:
        if isinstance(error, SMTPAuthenticationError):
            return "login"
        if isinstance(error, ssl.SSLError):
            return "tls"
        if type(error) is SMTPException:  # it has no STARTTLS, or no login
            return "not_offered"
        if isinstance(error, asyncio.TimeoutError | TimeoutError):
            problem = "timeout"
        if isinstance(error, SMTPResponseException) and error.code > 0:
            problem = str(error.code)
        error = error.__cause__ or error.__context__
    return problem


def _write(message: EmailMessage, folder: Path) -> None:
    """Write the mail, for nobody else to read, under the name of its Message-ID."""
    name = re.sub(r"[^\w.@-]", "", str(message["Message-ID"]))
    file = folder / f"{name}.eml"
    fresh = file.with_suffix(".new")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh.touch(mode=0o600)
    fresh.chmod(0o600)
    fresh.write_bytes(message.as_bytes())
    fresh.replace(file)


def remove_mails(reference: str, folder: Path) -> None:
    """Remove the mails of a request from the folder, as its reader is asked to do."""
    for file in folder.glob(f"{reference.lower()}.*"):
        file.unlink(missing_ok=True)  # the purge can have been first
