"""What becomes of a mail is recorded rightly; the clock is set by hand here.

The worker's clock is in UTC; what a client does here is at the same local time.
"""

import logging
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import trustme
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import migrate, open_database
from steunwijzer.handoff.delivery import SECONDS_TO_QUIT
from steunwijzer.handoff.mail_settings import MailSettings, Server
from steunwijzer.handoff.outbox import Outbox
from steunwijzer.knowledge import installed
from steunwijzer.whatsapp.inbox import Inbox
from steunwijzer.whatsapp.people import People
from tests.steunwijzer.handoff.clients import MAILED, NOW, Client, all_mails
from tests.steunwijzer.handoff.conftest import (  # noqa: F401 - fixtures
    postgresql_server,
    postgresql_url,
)
from tests.steunwijzer.handoff.mail_server import HOST, PASSWORD, USER, MailServer
from tests.steunwijzer.handoff.test_traces import files_of
from tests.steunwijzer.whatsapp.writers import JAN, message
from tools.mail_worker import CLAIM_SECONDS
from tools.sending import Worker

START = NOW - timedelta(hours=1)  # in UTC
CLAIM = timedelta(seconds=CLAIM_SECONDS)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with MailServer(authority) as server:
        yield server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "steunwijzer.db"


@pytest.fixture
def engine(file: Path) -> Engine:
    engine = open_database(f"sqlite:///{file}")
    migrate(engine)
    return engine


class Works:
    """A worker that is called when we like, at the time that we like."""

    def __init__(self, engine: Engine, port: int | None, folder: Path) -> None:
        self.password = PASSWORD
        self.now = START
        self._engine, self._port, self._folder = engine, port, folder

    def __call__(self, after: timedelta = timedelta(0)) -> None:
        """Send what is due when that time has gone by, with a new worker."""
        self.now += after
        self.worker().work(until_empty=True)

    def worker(self) -> Worker:
        server = (
            Server(HOST, self._port, "starttls", USER, self.password)
            if self._port
            else None
        )
        folder = self._folder / "mail"
        settings = MailSettings("hulp@zorgkantoor.example", server, folder)
        return Worker(
            self._engine,
            installed(),
            settings,
            CLAIM,
            lambda: self.now,
            threading.Event(),
            self._folder,
        )


@pytest.fixture
def work(engine: Engine, server: MailServer, tmp_path: Path) -> Works:
    return Works(engine, server.port, tmp_path)


@pytest.fixture
def write(engine: Engine, tmp_path: Path) -> Works:
    """A worker without a mail server."""
    return Works(engine, None, tmp_path)


def test_a_claim_outlasts_the_longest_delivery() -> None:
    server = Server(HOST, 1, "starttls", USER, PASSWORD)
    longest = server.seconds_to_connect + server.seconds_to_send + SECONDS_TO_QUIT
    assert longest < CLAIM_SECONDS


def states(engine: Engine) -> list[str]:
    return [state for _, _, state in all_mails(engine)]


def test_a_mail_that_is_refused_for_now_is_tried_again_after_growing_pauses(
    engine: Engine, server: MailServer, work: Works
) -> None:
    Client(engine).submit()
    seen: list[str] = []
    server.on = seen.append
    server.says = {"DATA": "451 come back later"}
    work()
    for tries, minutes in enumerate((1, 2, 5, 15), start=1):
        assert seen.count("MAIL") == tries
        work(minutes * MINUTE - SECOND)
        assert seen.count("MAIL") == tries
        work(SECOND)
    assert states(engine) == ["pending"]
    server.says = {}
    work(60 * MINUTE)
    assert states(engine) == ["sent"]
    assert len(server.accepted) == 1


def test_a_mail_that_is_refused_for_good_is_flagged_and_the_others_go_on(
    engine: Engine, server: MailServer, work: Works
) -> None:
    reference = Client(engine).submit(MAILED).reference
    server.says = {"RCPT": "550 no such user"}
    work()
    server.says = {}
    Client(engine, "another").submit()
    work()
    assert states(engine) == ["refused", "refused", "sent"]
    assert {mail.problem for mail in Outbox(engine).refused()} == {"550"}
    Outbox(engine).retry(reference)
    work()
    assert states(engine) == ["sent"] * 3


def test_a_wrong_password_flags_nothing_and_is_said_once(
    engine: Engine, work: Works, caplog: pytest.LogCaptureFixture
) -> None:
    for each in "abc":
        Client(engine, each).submit()
    work.password = "verkeerd"
    work()
    assert states(engine) == ["pending"] * 3
    assert caplog.text.count("NO MAIL LEAVES: login") == 1
    assert "verkeerd" not in caplog.text
    work.password = PASSWORD
    work(MINUTE)
    assert states(engine) == ["sent"] * 3


def test_a_mail_that_cannot_be_written_is_flagged_and_not_lost(
    engine: Engine, server: MailServer, work: Works
) -> None:
    Client(engine).submit(MAILED, email="no address")
    work()
    assert states(engine) == ["sent", "refused"]
    assert [mail.problem for mail in Outbox(engine).refused()] == ["ValueError"]
    assert [mail["To"] for mail in server.accepted] == [
        "ouderen@steunpunt-voorbeeld.example"
    ]


def test_an_error_that_nobody_thought_of_ends_no_worker_and_loses_no_mail(
    engine: Engine,
    write: Works,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(message: object) -> bytes:
        raise ZeroDivisionError("Jan Pierik")

    Client(engine).submit()
    with monkeypatch.context() as patch:
        patch.setattr("email.message.EmailMessage.as_bytes", broken)
        write()
    assert states(engine) == ["pending"]
    assert "ZeroDivisionError, again at 24-11 10:01" in caplog.text
    assert "Pierik" not in caplog.text
    write(MINUTE)
    assert states(engine) == ["sent"]


def test_what_is_erased_is_gone_from_every_file_after_a_round_of_the_worker(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On PostgreSQL, where every row that was deleted stays in a file until then."""
    monkeypatch.setattr("tools.sending.TEN_SECONDS", 0.0)
    engine = open_database(request.getfixturevalue("postgresql_url"))
    migrate(engine)
    worker = Works(engine, None, tmp_path).worker()  # it purges in its first round only
    sent, unsent = Client(engine, "sent"), Client(engine, "unsent")
    sent.submit(MAILED)
    worker.work(until_empty=True)
    assert {file.suffix for file in files_with(b"Pierik", tmp_path)} == {".eml"}
    for each in (sent, unsent):  # about the second one nobody has to be mailed
        each.handoffs.erase(each.name, NOW)
        assert files_with(b"Pierik", tmp_path, engine) != []
        worker.work(until_empty=True)
        assert files_with(b"Pierik", tmp_path, engine) == []
        unsent.submit(MAILED)
    engine.dispose()


def files_with(text: bytes, folder: Path, engine: Engine | None = None) -> list[Path]:
    """The files in the folder, and those of the database, that have the text."""
    places = [*folder.rglob("*"), *(files_of(engine) if engine else ())]
    files = (place for place in places if place.is_file())
    return [file for file in files if text in file.read_bytes()]


@pytest.mark.parametrize(
    "at",
    [datetime(2026, 3, 29, 0, 59, 50), datetime(2026, 10, 25, 0, 59, 50)],
    ids=["01:59:50, then 03:00", "02:59:50, then 02:00"],
)
def test_a_claim_lasts_as_long_when_the_clocks_jump(
    engine: Engine, server: MailServer, work: Works, tmp_path: Path, at: datetime
) -> None:
    Client(engine).submit()
    work.now = at
    other = Works(engine, server.port, tmp_path)
    other.now = at + 20 * SECOND
    late = Works(engine, None, tmp_path)
    late.now = at + CLAIM + SECOND

    def meanwhile(stage: str) -> None:
        if stage == "DATA":
            other()
            assert states(engine) == ["pending"], "another sent it as well"
            late()

    server.on = meanwhile
    work()
    assert states(engine) == ["sent"]
    assert len(files_with(b"Message-ID", tmp_path / "mail")) == 1


@pytest.mark.parametrize(
    "at", [datetime(2026, 3, 29, 0, 59, 50), datetime(2026, 10, 25, 0, 59, 50)]
)
def test_so_does_a_pause(
    engine: Engine, server: MailServer, work: Works, at: datetime
) -> None:
    Client(engine).submit()
    work.now = at
    server.says = {"DATA": "451 come back later"}
    work()
    server.says = {}
    work(MINUTE - SECOND)
    assert states(engine) == ["pending"]
    work(SECOND)
    assert states(engine) == ["sent"]


def test_what_the_server_accepted_is_recorded_once_the_database_is_back(
    engine: Engine,
    server: MailServer,
    work: Works,
    file: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    away = file.with_suffix(".away")
    Client(engine).submit()

    def take_away(stage: str) -> None:
        if stage == "accepted":
            file.rename(away)

    class BringBack(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if away.exists():
                away.rename(file)

    server.on = take_away
    back = BringBack()
    logging.getLogger("mail_worker").addHandler(back)
    try:
        work()
    finally:
        logging.getLogger("mail_worker").removeHandler(back)
    assert "the database cannot be used" in caplog.text
    assert states(engine) == ["sent"]
    work(CLAIM + SECOND)
    assert len(server.accepted) == 1


def test_a_mail_of_which_the_claim_was_lost_is_said_to_go_again_perhaps(
    engine: Engine,
    server: MailServer,
    work: Works,
    caplog: pytest.LogCaptureFixture,
) -> None:
    Client(engine).submit()

    def take_over(stage: str) -> None:
        late = work.now + CLAIM + SECOND
        if stage == "DATA":
            assert Outbox(engine).claim("another", late, late + CLAIM)

    server.on = take_over
    work()
    assert "not recorded, it may be sent again" in caplog.text
    assert states(engine) == ["pending"]


def test_who_wrote_in_whatsapp_a_day_ago_is_forgotten_and_that_is_said(
    engine: Engine, write: Works, caplog: pytest.LogCaptureFixture
) -> None:
    Inbox(engine).receive([message("a", sent_at=START)], START)
    write(23 * 60 * MINUTE)
    assert People(engine).phone(JAN)
    write(61 * MINUTE)
    assert People(engine).phone(JAN) is None
    assert "1 clients got no answer in time" in caplog.text
    assert "31612345678" not in caplog.text
