"""What becomes of a mail is recorded rightly; the clock is set by hand here."""

import logging
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import trustme
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import migrate, open_database
from steunwijzer.handoff.delivery import SECONDS_TO_QUIT
from steunwijzer.handoff.mail_settings import MailSettings, Server
from steunwijzer.handoff.outbox import Outbox
from steunwijzer.knowledge import installed
from tests.steunwijzer.handoff.clients import MAILED, NOW, Client, all_mails
from tests.steunwijzer.handoff.mail_server import HOST, PASSWORD, USER, MailServer
from tools.mail_worker import CLAIM_SECONDS
from tools.sending import Worker

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

    def __init__(self, engine: Engine, port: int, folder: Path) -> None:
        self.password = PASSWORD
        self.now = NOW
        self._engine, self._port, self._folder = engine, port, folder

    def __call__(self, after: timedelta = timedelta(0)) -> None:
        """Send what is due when that time has gone by."""
        self.now += after
        server = Server(HOST, self._port, "starttls", USER, self.password)
        settings = MailSettings("hulp@zorgkantoor.example", server, self._folder)
        Worker(
            self._engine,
            installed(),
            settings,
            CLAIM,
            lambda: self.now,
            threading.Event(),
            self._folder,
        ).work(until_empty=True)


@pytest.fixture
def work(engine: Engine, server: MailServer, tmp_path: Path) -> Works:
    return Works(engine, server.port, tmp_path)


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
