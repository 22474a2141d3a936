"""An installation, in which data of any moment can be put, and looked for."""

import os
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

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
from tests.steunwijzer.handoff.test_traces import files_of
from tests.steunwijzer.whatsapp.writers import message
from tools.clock import LOCAL_TIME
from tools.purge import Report, purge

NOW = datetime(2026, 11, 24, 10)
RETENTION = Retention(conversations=30, misunderstood=60, requests=90, drafts=1)
ZORGKANTOOR = installed().zorgkantoor.copy(update={"retention": RETENTION})


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
