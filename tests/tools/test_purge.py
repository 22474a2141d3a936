"""What may no longer be kept is gone after a purge, from the bytes of the files too."""

import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from sqlalchemy import insert

from steunwijzer.handoff.database import migrate, open_database
from steunwijzer.handoff.request import Details, Window
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import Notes, file_of_misunderstood
from steunwijzer.replies import KEPT, keep_reply
from steunwijzer.whatsapp.inbox import Inbox
from steunwijzer.zorgkantoor import Retention
from tests.steunwijzer.handoff.conftest import (  # noqa: F401 - fixtures
    postgresql_server,
    postgresql_url,
)
from tests.steunwijzer.handoff.test_traces import files_of
from tests.steunwijzer.whatsapp.writers import message
from tests.tools.helpers import ROOT
from tools.clock import LOCAL_TIME, local_now
from tools.purge import NOT_OVERWRITTEN, Report, main, purge

NOW = datetime(2026, 11, 24, 10)
RETENTION = Retention(conversations=30, misunderstood=60, requests=90, drafts=1)
ZORGKANTOOR = installed().zorgkantoor.copy(update={"retention": RETENTION})
NOTHING = {
    "conversations": 0,
    "answers": 0,
    "numbers of WhatsApp": 0,
    "misunderstood messages": 0,
    "requests": 0,
    "drafts": 0,
    "mails in var/mail": 0,
}


class Installation:
    """A folder with a database, in which data of some moment can be put.

    The database is a file of the folder, unless it is that of a server (`url`).
    """

    def __init__(self, var: Path, url: str = "") -> None:
        self.var = var
        self.database = var / "steunwijzer.db"
        self.engine = open_database(url or f"sqlite:///{self.database}", timeout=0.1)
        migrate(self.engine)
        SQLTrackerStore.Base.metadata.create_all(self.engine)
        self.requests = Handoffs(self.engine, ZORGKANTOOR.email_domain)

    def purge(self, now: datetime = NOW) -> Report:
        return purge(self.engine, ZORGKANTOOR, self.var, now)

    def says(self, name: str, at: datetime) -> None:
        event = {
            "sender_id": f"conversation of {name}",
            "type_name": "user",
            "timestamp": at.replace(tzinfo=LOCAL_TIME).timestamp(),
            "intent_name": "inform",
            "action_name": "",
            "data": f'{{"text": "ik ben {name}"}}',
        }
        with self.engine.begin() as connection:
            connection.execute(insert(SQLTrackerStore.SQLEvent).values(**event))

    def misunderstands(self, name: str, at: datetime) -> None:
        notes = Notes(file_of_misunderstood(self.var), str, RETENTION.misunderstood)
        notes.add(at.date(), "asked again", f"ik ben {name}", ())

    def is_answered(self, name: str, at: datetime) -> None:
        utc = at.replace(tzinfo=LOCAL_TIME).astimezone(timezone.utc)
        said = [{"text": f"Ik heb genoteerd: {name}."}]
        with self.engine.begin() as connection:
            keep_reply(connection, name, "1", said, utc.replace(tzinfo=None))

    def writes_in_whatsapp(self, name: str, at: datetime) -> None:
        utc = at.replace(tzinfo=LOCAL_TIME).astimezone(timezone.utc)
        key = secrets.token_hex()  # a hash, which tells nothing
        sent = message(key, conversation=name, sent_at=utc.replace(tzinfo=None))
        said = replace(sent, said=f"ik ben {name}")
        Inbox(self.engine).receive([said], said.sent_at)

    def drafts(self, name: str, at: datetime) -> None:
        details = Details(
            contact_by="phone",
            name=name,
            phone="+31612345678",
            address=f"Straat van {name} 1",
            about=f"{name} wil weten wat het kost. " * 200,  # more than one page
            window=Window(at, at),
        )
        self.requests.keep_draft(name, details, at)

    def requests_(self, name: str, at: datetime) -> str:
        self.drafts(name, at)
        return self.requests.submit(name, "a@b.example", at, at).reference

    def finishes(self, name: str, at: datetime) -> None:
        self.requests.done(self.requests_(name, at - timedelta(days=1)), at)

    def withdraws(self, name: str, at: datetime) -> None:
        self.requests_(name, at - timedelta(days=1))
        self.requests.cancel(name, at)

    def mails(self, name: str, at: datetime, suffix: str = "eml") -> None:
        file = self.var / "mail" / f"mail-{self.mails_written}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Naam: {name}")
        written = at.replace(tzinfo=LOCAL_TIME).timestamp()
        os.utime(file, (written, written))

    @property
    def mails_written(self) -> int:
        return len(list((self.var / "mail").glob("*")))

    def files_with(self, name: str) -> list[str]:
        """The files in which the name can be found, in whatever place."""
        places = {*self.var.rglob("*"), *files_of(self.engine)}
        files = (place for place in places if place.is_file())
        return [file.name for file in files if name.encode() in file.read_bytes()]


Keeps = Callable[[Installation, str, datetime], object]
KINDS: list[tuple[str, Keeps, float]] = [
    ("conversations", Installation.says, RETENTION.conversations),
    ("answers", Installation.is_answered, KEPT / timedelta(days=1)),
    ("numbers of WhatsApp", Installation.writes_in_whatsapp, 1),
    (
        *("misunderstood messages", Installation.misunderstands),
        RETENTION.misunderstood,
    ),
    ("requests", Installation.finishes, RETENTION.requests),
    ("requests", Installation.withdraws, RETENTION.requests),
    ("drafts", Installation.drafts, RETENTION.drafts),
    ("mails in var/mail", Installation.mails, RETENTION.requests),
]
IDS = [keeps.__name__ for _, keeps, _ in KINDS]


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "var")


@pytest.fixture(params=["sqlite", "postgresql"])
def on_each(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation with each kind of database."""
    server = request.param == "postgresql"
    url = request.getfixturevalue("postgresql_url") if server else ""
    installation = Installation(tmp_path / "var", url)
    yield installation
    installation.engine.dispose()


@pytest.mark.parametrize(("kind", "keeps", "days"), KINDS, ids=IDS)
def test_what_is_too_old_is_removed_and_counted_and_what_is_not_stays(
    on_each: Installation, kind: str, keeps: Keeps, days: float
) -> None:
    a_day = timedelta(days=1)
    limit = NOW - timedelta(days=days)
    for name, at in (
        ("Zwaantje", limit - a_day),
        ("Wubbo", limit - 300 * a_day),
        ("Jorrit", limit + timedelta(minutes=1)),
    ):
        keeps(on_each, name, at)
        assert on_each.files_with(name) != []
    assert on_each.purge() == Report(NOTHING | {kind: 2})
    assert on_each.files_with("Zwaantje") == on_each.files_with("Wubbo") == []
    assert on_each.files_with("Jorrit") != []


def test_of_everybody_who_is_too_old_no_trace_is_left_in_any_file(
    here: Installation,
) -> None:
    old = NOW - timedelta(days=200)
    for _, keeps, _ in KINDS:
        for number in range(20):  # so that rows move between pages
            keeps(here, f"Zwaantje{keeps.__name__}{number}", old)
            keeps(here, f"Jorrit{keeps.__name__}{number}", NOW - timedelta(hours=1))
    names = ("steunwijzer.db", "misunderstood.jsonl", "mail-0.eml")
    assert set(names) <= set(here.files_with("Zwaantje"))
    with closing(sqlite3.connect(here.database)) as another_process:
        another_process.execute("SELECT * FROM requests").fetchall()
        report = here.purge()
        left = here.files_with("Zwaantje")
    assert report.problems == ()
    assert report.removed == {
        **{"conversations": 20, "misunderstood messages": 20, "requests": 40},
        **{
            "numbers of WhatsApp": 20,
            "answers": 20,
            "drafts": 20,
            "mails in var/mail": 20,
        },
    }
    assert left == []
    for _, keeps, _ in KINDS:
        assert here.files_with(f"Jorrit{keeps.__name__}19") != []


def test_a_second_purge_has_nothing_to_remove(on_each: Installation) -> None:
    on_each.finishes("Zwaantje", NOW - timedelta(days=200))
    on_each.purge()
    again = on_each.purge()
    assert again == Report(NOTHING)
    assert again.counts == "nothing was too old"


def test_a_conversation_that_goes_on_is_kept_whole(on_each: Installation) -> None:
    on_each.says("Jorrit", NOW - timedelta(days=100))
    on_each.says("Jorrit", NOW)
    assert on_each.purge().removed == NOTHING


def test_a_mail_that_was_half_written_is_removed_too(here: Installation) -> None:
    here.mails("Zwaantje", NOW - timedelta(days=200), suffix="new")
    assert here.purge().removed["mails in var/mail"] == 1
    assert here.files_with("Zwaantje") == []


def test_a_file_that_is_no_mail_is_left_alone(here: Installation) -> None:
    here.mails("Jorrit", NOW - timedelta(days=200), suffix="txt")
    assert here.purge().removed == NOTHING


def test_what_nobody_marked_as_done_is_kept_and_told(on_each: Installation) -> None:
    on_each.requests_("Jorrit", NOW - timedelta(days=200))
    on_each.requests_("Wubbo", NOW - timedelta(days=10))
    report = on_each.purge()
    assert report.removed == NOTHING
    assert report.not_done == 1


def test_before_anybody_said_anything_there_is_nothing_to_purge(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/var/steunwijzer.db")
    migrate(engine)
    assert purge(engine, ZORGKANTOOR, tmp_path / "var", NOW) == Report(NOTHING)


def test_one_kind_that_cannot_be_purged_stops_no_other(here: Installation) -> None:
    old = NOW - timedelta(days=200)
    for keeps in (Installation.says, Installation.finishes, Installation.mails):
        keeps(here, "Zwaantje", old)
    file_of_misunderstood(here.var).mkdir()
    report = here.purge()
    assert report.problems == ("misunderstood: Is a directory",)
    assert here.files_with("Zwaantje") == []


def test_without_the_database_the_files_are_purged_and_the_rest_is_told(
    here: Installation,
) -> None:
    old = NOW - timedelta(days=200)
    here.misunderstands("Zwaantje", old)
    here.mails("Zwaantje", old)
    here.database.unlink()
    report = here.purge()
    removed = {"misunderstood messages": 1, "mails in var/mail": 1}
    assert report.removed == removed
    failed = [each.partition(":")[0] for each in report.problems]
    of_the_database = ["conversations", "answers", "numbers_of_whatsapp", "requests"]
    assert failed == [*of_the_database, "overwriting what was removed"]
    assert here.files_with("Zwaantje") == []


def test_what_somebody_reads_just_now_is_told_and_is_gone_after_the_next_purge(
    here: Installation,
) -> None:
    here.finishes("Zwaantje", NOW - timedelta(days=200))
    reader = sqlite3.connect(here.database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM requests").fetchall()
    assert here.purge().problems == (NOT_OVERWRITTEN,)
    reader.close()
    assert here.purge().problems == ()
    assert here.files_with("Zwaantje") == []


def test_what_is_told_of_a_purge_has_no_personal_data(here: Installation) -> None:
    for _, keeps, _ in KINDS:
        keeps(here, "Zwaantje", NOW - timedelta(days=200))
    assert here.purge().counts == (
        "removed what was too old: conversations 1, answers 1, "
        "numbers of WhatsApp 1, misunderstood messages 1, "
        "requests 2, drafts 1, mails in var/mail 1"
    )


@pytest.mark.parametrize("kind", Retention.__fields__)
def test_the_page_for_the_dpia_names_the_days_that_are_shipped(kind: str) -> None:
    page = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    days = getattr(installed().zorgkantoor.retention, kind)
    assert f"`{kind}`: {days} day" in page


# --- the command ---


@pytest.fixture
def installed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """The installation that the command works on."""
    monkeypatch.delenv("STEUNWIJZER_DATABASE", raising=False)
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path / "var"))
    return Installation(tmp_path / "var")


def test_the_command_prints_what_it_removed(
    installed_here: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == "Nothing was too old.\n"
    installed_here.finishes("Zwaantje", local_now() - timedelta(days=2000))
    installed_here.requests_("Jorrit", local_now() - timedelta(days=2000))
    assert main([]) == 0
    removed, kept = capsys.readouterr().out.splitlines()
    assert removed.startswith("Removed what was too old: ")
    assert "requests 1" in removed
    assert kept.endswith("nobody marked as done: 1. See make handoffs.")
    assert installed_here.files_with("Zwaantje") == []


def test_the_command_fails_when_something_could_not_be_removed(
    installed_here: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    file_of_misunderstood(installed_here.var).mkdir()
    assert main([]) == 1
    told = capsys.readouterr()
    assert told.out == "Nothing was too old.\n"
    assert told.err == "Not done: misunderstood: Is a directory.\n"


def test_a_database_that_cannot_be_used_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STEUNWIJZER_DATABASE", "sqlite:////proc/none/a.db")
    assert main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("The database cannot be used: ")


def test_the_mail_worker_purges_at_its_start_and_logs_only_numbers(
    installed_here: Installation,
) -> None:
    for _, keeps, _ in KINDS:
        keeps(installed_here, "Zwaantje", local_now() - timedelta(days=2000))
    worker = subprocess.run(
        [sys.executable, "-m", "tools.mail_worker", "--until-empty"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "purge: removed what was too old: conversations 1," in worker.stderr
    assert "Zwaantje" not in worker.stderr
    assert installed_here.files_with("Zwaantje") == []
