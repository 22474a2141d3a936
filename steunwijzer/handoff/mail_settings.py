"""How mails leave this installation, from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from steunwijzer.var import var_folder
from steunwijzer.zorgkantoor import EMAIL

Tls = Literal["starttls", "implicit"]
PORTS: dict[Tls, int] = {"starttls": 587, "implicit": 465}
HIGHEST_PORT = 65_535


class WrongSetting(ValueError):
    """A variable is missing or wrong; the message is one line that names it."""


@dataclass(frozen=True)
class Server:
    """A mail server that takes our mail, never without TLS and login.

    A mail has to be accepted or given up within the seconds together: the claim on it
    is longer. A server may take minutes to look into a mail, and giving up on it then
    would send the mail again.
    """

    host: str
    port: int
    tls: Tls
    user: str
    password: str = field(repr=False)
    seconds_to_connect: float = 30
    seconds_to_send: float = 180


@dataclass(frozen=True)
class MailSettings:
    """From which address mails are sent, and by which server.

    Without a server, which is for development, they are written to `folder`.
    """

    sender: str
    server: Server | None
    folder: Path

    @classmethod
    def from_environment(
        cls, environ: Mapping[str, str], zorgkantoor_email: str
    ) -> "MailSettings":
        """Read STEUNWIJZER_SMTP_HOST, _PORT, _TLS, _USER, _PASSWORD and _FROM.

        Mails come from the zorgkantoor when _FROM is not set. Raises WrongSetting.
        """
        given = {
            name: environ.get(f"STEUNWIJZER_SMTP_{name}", "")
            for name in ("HOST", "PORT", "TLS", "USER", "PASSWORD", "FROM")
        }
        sender = given["FROM"] or zorgkantoor_email
        if not EMAIL.fullmatch(sender):
            raise _wrong("FROM", "an e-mail address", sender)
        server = _server(given) if given["HOST"] else None
        return cls(sender, server, var_folder(environ) / "mail")


def _server(given: Mapping[str, str]) -> Server:
    for name in ("USER", "PASSWORD"):
        if not given[name]:
            raise WrongSetting(
                f"STEUNWIJZER_SMTP_{name} is not set, and STEUNWIJZER_SMTP_HOST is: "
                "no mail is sent without a login"
            )
    tls = given["TLS"] or "starttls"
    if tls not in PORTS:
        raise _wrong("TLS", "starttls or implicit", tls)
    try:
        port = int(given["PORT"] or PORTS[tls])
    except ValueError:
        port = 0
    if not 0 < port <= HIGHEST_PORT:
        raise _wrong("PORT", "the number of a port", given["PORT"])
    return Server(given["HOST"], port, tls, given["USER"], given["PASSWORD"])


def _wrong(name: str, expected: str, given: str) -> WrongSetting:
    return WrongSetting(f"STEUNWIJZER_SMTP_{name}: expected {expected}, not {given!r}")
