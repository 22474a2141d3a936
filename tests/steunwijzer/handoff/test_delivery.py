"""A mail is brought to a mail server, and it is known what became of it."""

import asyncio
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme
import uvloop

from steunwijzer.handoff.delivery import Delivered, Refused, Result, TryAgain, deliver
from steunwijzer.handoff.mail_settings import MailSettings, Server
from tests.steunwijzer.handoff.mail_server import (
    DROPS,
    HANGS,
    HOST,
    PASSWORD,
    USER,
    MailServer,
)

Sends = Callable[..., Result]
NOT_LONG = 0.5  # seconds, for a server that hangs
LINES = 100_000  # more than a connection takes at once


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[MailServer]:
    with MailServer(authority) as server:
        yield server


def mail(to: str = "hulp@steunpunt.example") -> EmailMessage:
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = "hulp@zorgkantoor.example"
    message["To"] = to
    message["Subject"] = "Nieuw verzoek SW-CDF234"
    message["Message-ID"] = "<sw-cdf234.1.new@zorgkantoor.example>"
    message.set_content("Naam: mevrouw José\n", cte="quoted-printable")
    return message


def settings(port: int, **changed: object) -> MailSettings:
    server = Server(HOST, port, "starttls", USER, PASSWORD)
    return MailSettings("x@y.example", replace(server, **changed), Path("unused"))  # type: ignore[arg-type]


@pytest.mark.usefixtures("trusted")
def test_a_mail_that_is_accepted_arrives_as_it_was_written(server: MailServer) -> None:
    assert deliver(mail(), settings(server.port)) == Delivered()
    (arrived,) = server.accepted
    assert server.message_ids == ["<sw-cdf234.1.new@zorgkantoor.example>"]
    assert arrived["To"] == "hulp@steunpunt.example"
    assert arrived.get_content().strip() == "Naam: mevrouw José"


@pytest.mark.usefixtures("trusted")
def test_tls_from_the_first_byte_on_does_too(authority: trustme.CA) -> None:
    with MailServer(authority, tls="implicit") as server:
        assert deliver(mail(), settings(server.port, tls="implicit")) == Delivered()
        assert len(server.accepted) == 1


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_so_it_does_beside_loops_that_another_part_of_the_process_chose(
    authority: trustme.CA, tls: str
) -> None:
    before = asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # as Rasa does
    try:
        with MailServer(authority, tls=tls) as server:
            assert deliver(mail(), settings(server.port, tls=tls)) == Delivered()
    finally:
        asyncio.set_event_loop_policy(before)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("says", "result"),
    [
        ({"RCPT": "450 mailbox is busy"}, TryAgain("450")),
        ({"DATA": "451 come back later"}, TryAgain("451")),
        ({"MAIL": "421 too busy"}, TryAgain("421")),
        ({"RCPT": "550 no such user"}, Refused("550")),
        ({"DATA": "554 looks like spam"}, Refused("554")),
        ({"MAIL": "553 not your address"}, TryAgain("sender")),
        ({"MAIL": HANGS}, TryAgain("timeout")),
        ({"RCPT": HANGS}, TryAgain("timeout")),
        ({"DATA": HANGS}, TryAgain("timeout")),
        ({"MAIL": DROPS}, TryAgain("connection")),
        ({"begin of DATA": DROPS}, TryAgain("connection")),
        ({"DATA": DROPS}, TryAgain("connection")),
    ],
    ids=str,
)
def test_a_mail_that_is_not_accepted_is_refused_only_when_that_is_for_good(
    server: MailServer, says: Mapping[str, str], result: Result
) -> None:
    server.says = dict(says)
    assert deliver(mail(), settings(server.port, seconds_to_send=NOT_LONG)) == result
    assert server.accepted == []


@pytest.mark.usefixtures("trusted")
def test_a_connection_that_breaks_in_the_midst_of_the_mail_is_tried_again(
    server: MailServer,
) -> None:
    server.says = {"middle of DATA": DROPS}
    stages: list[str] = []
    server.on = stages.append
    long = mail()
    long.set_content("Naam: mevrouw José\n" * LINES, cte="quoted-printable")
    assert deliver(long, settings(server.port)) == TryAgain("connection")
    assert "DATA" not in stages, "it broke too late: the whole mail was in"
    assert server.accepted == []


@pytest.mark.usefixtures("trusted")
def test_a_wrong_password_is_no_fault_of_the_mail(server: MailServer) -> None:
    wrong = settings(server.port, password="verkeerd")
    assert deliver(mail(), wrong) == TryAgain("login")


def test_a_certificate_of_somebody_unknown_is_not_trusted(server: MailServer) -> None:
    assert deliver(mail(), settings(server.port)) == TryAgain("tls")
    assert server.accepted == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_nor_is_one_of_another_host(authority: trustme.CA, tls: str) -> None:
    with MailServer(authority, tls=tls, named="another.example") as server:
        assert deliver(mail(), settings(server.port, tls=tls)) == TryAgain("tls")
        assert server.accepted == []


@pytest.mark.usefixtures("trusted")
def test_nothing_is_sent_to_a_server_without_tls(authority: trustme.CA) -> None:
    with MailServer(authority, tls="none") as server:
        assert deliver(mail(), settings(server.port)) == TryAgain("not_offered")
        assert server.accepted == []


def test_nobody_who_listens_is_tried_again() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        port = other.getsockname()[1]
    assert deliver(mail(), settings(port)) == TryAgain("connection")


@pytest.mark.parametrize("host", ["no-such-host.invalid", "x" * 70 + ".example", "a b"])
def test_a_host_that_is_not_known_is_tried_again(host: str) -> None:
    assert deliver(mail(), settings(587, host=host)) == TryAgain("connection")


def test_a_server_that_does_not_say_hello_is_not_waited_for() -> None:
    with socket.create_server((HOST, 0)) as silent:
        port = silent.getsockname()[1]
        hangs = settings(port, seconds_to_connect=NOT_LONG)
        assert deliver(mail(), hangs) == TryAgain("timeout")


@pytest.mark.usefixtures("trusted")
def test_an_address_that_the_server_cannot_write_is_refused(
    server: MailServer,
) -> None:
    assert deliver(mail("jö@steunpunt.example"), settings(server.port)) == Refused(
        "address"
    )


def test_without_a_server_the_mail_is_a_file_that_nobody_else_can_read(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "var" / "mail"
    written = MailSettings("x@y.example", None, folder)
    assert deliver(mail(), written) == Delivered()
    assert deliver(mail(), written) == Delivered()  # a repeat is the same file
    (file,) = folder.iterdir()
    assert file.name == "sw-cdf234.1.new@zorgkantoor.example.eml"
    assert (file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (
        0o600,
        0o700,
    )
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message.get_content().strip() == "Naam: mevrouw José"


def test_a_message_id_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    message = mail()
    message.replace_header("Message-ID", "<../../x.1.new@y.example>")
    deliver(message, MailSettings("x@y.example", None, tmp_path / "mail"))
    assert [each.name for each in tmp_path.iterdir()] == ["mail"]


def test_a_folder_that_cannot_be_written_to_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("in the way")
    blocked = MailSettings("x@y.example", None, tmp_path / "mail")
    assert deliver(mail(), blocked) == TryAgain("folder")
