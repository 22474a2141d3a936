"""Every mail about a request arrives, whatever breaks; real processes, real SMTP."""

import os
import random
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
import trustme
from sqlalchemy import select
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import migrate, open_database, reading
from steunwijzer.handoff.tables import outbox
from tests.steunwijzer.handoff.clients import MAILED, TEAM, Client
from tests.steunwijzer.handoff.mail_server import HOST, PASSWORD, USER, MailServer
from tests.steunwijzer.handoff.postgresql import running_postgresql
from tests.tools.helpers import ROOT
from tests.waiting import wait_until
from tools.clock import local_now
from tools.processes import end_with_parent

REQUESTS, KILLS = 200, 20
EVENTS_BEFORE_A_KILL = 45  # at most; a mail is five, so that there are enough
LATER = 0.03  # seconds at most after that event, in which a mail can come and go
MOST_FOR_TWO = 2000  # requests, until each of two workers has sent one
SHORT_CLAIM = ("--claim-seconds", "1")


def nothing(stage: str) -> None:
    """What happens at an event of the server, by default."""


class Workers:
    """Starts workers on one database and one mail server."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self.folder = folder
        self.environ = {**os.environ, **environ}
        self.all: list[subprocess.Popen[bytes]] = []

    def start(self, *options: str) -> "subprocess.Popen[bytes]":
        with self.log_of(len(self.all)).open("wb") as log:
            worker = subprocess.Popen(
                [sys.executable, "-m", "tools.mail_worker", *options],
                cwd=ROOT,
                env=self.environ,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=end_with_parent,
            )
        self.all.append(worker)
        return worker

    def log_of(self, number: int) -> Path:
        return self.folder / f"worker-{number}.log"

    def log(self) -> str:
        return "".join(self.log_of(each).read_text() for each in range(len(self.all)))

    def stop(self) -> list[int]:
        """End those that run; returns the exit code of each."""
        for worker in self.all:
            if worker.poll() is None:
                worker.terminate()
        return [worker.wait(timeout=20) for worker in self.all]


@pytest.fixture
def environ(tmp_path: Path) -> Iterator[dict[str, str]]:
    yield {
        "STEUNWIJZER_DATABASE": f"sqlite:///{tmp_path}/steunwijzer.db",
        "STEUNWIJZER_VAR": str(tmp_path),
        "STEUNWIJZER_NOW": "2015-01-01T10:00",  # the clock of a preview, not ours
    }


@pytest.fixture
def server(tmp_path: Path, environ: dict[str, str]) -> Iterator[MailServer]:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    with MailServer(authority) as server:
        environ |= {
            "SSL_CERT_FILE": str(tmp_path / "authority.pem"),
            "STEUNWIJZER_SMTP_HOST": HOST,
            "STEUNWIJZER_SMTP_PORT": str(server.port),
            "STEUNWIJZER_SMTP_USER": USER,
            "STEUNWIJZER_SMTP_PASSWORD": PASSWORD,
        }
        yield server


@pytest.fixture
def workers(tmp_path: Path, environ: dict[str, str]) -> Iterator[Workers]:
    workers = Workers(tmp_path, environ)
    yield workers
    for worker in workers.all:
        worker.kill()
        worker.wait()


@pytest.fixture
def engine(environ: dict[str, str]) -> Engine:
    return ready(environ["STEUNWIJZER_DATABASE"])


def ready(url: str) -> Engine:
    engine = open_database(url)
    migrate(engine)
    return engine


def ask(engine: Engine, number: int, first: int = 0) -> None:
    """Let that many clients ask to be phoned; of those after the `first`."""
    for each in range(first, first + number):
        Client(engine, f"client {each}").submit(now=local_now())


def states(engine: Engine) -> dict[str, str]:
    """The state of every mail, by Message-ID."""
    with reading(engine) as connection:
        rows = connection.execute(select(outbox.c.message_id, outbox.c.state))
        return {row.message_id: row.state for row in rows}


def all_sent(engine: Engine) -> Callable[[], bool]:
    return lambda: set(states(engine).values()) == {"sent"}


class Fate:
    """Kills a worker some moment after the server saw so many events."""

    def __init__(
        self, worker: "subprocess.Popen[bytes]", chance: random.Random
    ) -> None:
        self.worker = worker
        self.left = chance.randint(1, EVENTS_BEFORE_A_KILL)
        self.later = chance.uniform(0, LATER)

    def __call__(self, stage: str) -> None:
        self.left -= 1
        if self.left == 0:
            threading.Timer(self.later, self.worker.kill).start()


def test_nothing_is_lost_and_next_to_nothing_repeated_by_a_worker_that_is_killed(
    engine: Engine, server: MailServer, workers: Workers
) -> None:
    """It prints its counts: pytest -s."""
    ask(engine, REQUESTS)
    chance = random.Random(4)
    in_the_gap = 0  # kills between the server's acceptance and our record of it
    before: Counter[str] = Counter()
    for _ in range(KILLS):
        worker = workers.start(*SHORT_CLAIM)
        server.on = Fate(worker, chance)
        worker.wait(timeout=60)
        wait_until(lambda: not server.open, "the server noticed")
        server.on = nothing
        now, state = Counter(server.message_ids), states(engine)
        unrecorded = [each for each in now - before if state[each] != "sent"]
        assert len(unrecorded) <= 1
        in_the_gap += len(unrecorded)
        before = now
    assert not all_sent(engine)(), "the kills came too late: nothing was left to do"
    workers.start(*SHORT_CLAIM)
    wait_until(all_sent(engine), "all mails are sent", seconds=60)
    workers.stop()
    repeats = len(server.accepted) - len(set(server.message_ids))
    print(
        f"\n{REQUESTS} requests, {KILLS} kills, of which {in_the_gap} between "
        f"acceptance and record: {len(set(server.message_ids))} distinct "
        f"Message-IDs arrived, {repeats} repeats"
    )
    assert set(server.message_ids) == states(engine).keys()
    assert len(set(server.message_ids)) == REQUESTS
    assert repeats <= in_the_gap


def test_a_kill_after_the_server_accepted_repeats_the_mail_with_its_message_id(
    engine: Engine, server: MailServer, workers: Workers
) -> None:
    ask(engine, 1)
    worker = workers.start(*SHORT_CLAIM)
    server.on = lambda stage: worker.kill() if stage == "accepted" else None
    worker.wait(timeout=20)
    server.on = nothing
    assert list(states(engine).values()) == ["pending"]
    workers.start(*SHORT_CLAIM)
    wait_until(all_sent(engine), "the mail is sent")
    first, second = server.accepted
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Subject"] == second["Subject"]


def test_two_workers_on_postgresql_send_every_mail_once(
    server: MailServer, workers: Workers
) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="steunwijzer-") as folder,
        running_postgresql(folder) as url,
    ):
        engine = ready(url)
        workers.environ["STEUNWIJZER_DATABASE"] = url
        for _ in range(2):
            workers.start()
        wait_until(lambda: workers.log().count("mails go to") == 2, "both started")
        asked = 0
        while not all("sent" in workers.log_of(each).read_text() for each in range(2)):
            assert asked < MOST_FOR_TWO, "one worker did all"
            ask(engine, 20, first=asked)
            asked += 20
        wait_until(all_sent(engine), "all mails are sent", seconds=60)
        assert workers.stop() == [0, 0]
        assert len(server.accepted) == len(set(server.message_ids)) == asked
        engine.dispose()


def test_a_worker_that_is_stopped_finishes_the_mail_in_hand(
    engine: Engine, server: MailServer, workers: Workers
) -> None:
    ask(engine, 3)
    worker = workers.start()
    server.on = lambda stage: worker.terminate() if stage == "begin of DATA" else None
    assert worker.wait(timeout=20) == 0
    assert sorted(states(engine).values()) == ["pending", "pending", "sent"]
    assert len(server.accepted) == 1


def test_a_database_that_is_gone_is_waited_for(
    tmp_path: Path, engine: Engine, server: MailServer, workers: Workers
) -> None:
    ask(engine, 1)
    file, away = tmp_path / "steunwijzer.db", tmp_path / "away.db"
    file.rename(away)
    file.mkdir()
    workers.start()
    wait_until(lambda: "database cannot be used" in workers.log(), "it is said")
    file.rmdir()
    away.rename(file)
    wait_until(all_sent(engine), "the mail is sent")
    assert workers.stop() == [0]


def test_overdue_requests_are_mailed_again_to_somebody_else_once(
    engine: Engine, server: MailServer, workers: Workers
) -> None:
    Client(engine).submit(now=local_now() - timedelta(days=365))
    for _ in range(2):
        workers.start("--until-empty").wait(timeout=20)
    new, overdue = server.accepted
    assert overdue["To"] == TEAM
    assert new["To"] != TEAM
    assert "not picked up in time" in workers.log()


def test_the_log_has_no_personal_data(
    engine: Engine, server: MailServer, workers: Workers
) -> None:
    Client(engine).submit(now=local_now())
    Client(engine, "other").submit(MAILED, now=local_now())
    server.says = {"RCPT": "550 no Truus Wortelboer jan@pierik.example here"}
    workers.start("--until-empty").wait(timeout=20)
    log = workers.log()
    assert log.count("refused (550)") == 3
    personal = ("Truus", "Wortelboer", "12345678", "Pierik", "jan@", "aanvraag")
    assert [each for each in personal if each in log] == []


def test_without_a_mail_server_mails_are_files_and_that_is_said(
    tmp_path: Path, engine: Engine, workers: Workers
) -> None:
    ask(engine, 1)
    assert workers.start("--until-empty").wait(timeout=20) == 0
    (file,) = (tmp_path / "mail").iterdir()
    assert f"mails are files in {file.parent}" in workers.log()
    assert b"Truus Wortelboer" in file.read_bytes()


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"STEUNWIJZER_SMTP_HOST": "smtp.example"}, "STEUNWIJZER_SMTP_USER"),
        ({"STEUNWIJZER_DATABASE": "mysql://x:geheim@y/z"}, "STEUNWIJZER_DATABASE"),
        ({"STEUNWIJZER_KNOWLEDGE": "/nowhere"}, "/nowhere"),
    ],
)
def test_a_wrong_setting_ends_it_with_lines_that_name_it(
    workers: Workers, wrong: Mapping[str, str], named: str
) -> None:
    workers.environ |= wrong
    assert workers.start().wait(timeout=20) == 1
    assert named in workers.log()
    assert "Traceback" not in workers.log()
    assert "geheim" not in workers.log()
