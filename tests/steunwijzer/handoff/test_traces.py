"""What was removed is nowhere in the files of the database."""

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import (
    forget_traces,
    migrate,
    open_database,
    reading,
    writing,
)
from steunwijzer.handoff.requests import Handoffs, Removed
from steunwijzer.zorgkantoor import Retention
from tests.steunwijzer.handoff.clients import CALL, DAY, MAILED, NOW, Client, send_all

PERSONAL = (b"Wortelboer", b"31612345678", b"Pierik", b"jan@pierik", b"a conversation")
RETENTION = Retention(conversations=30, misunderstood=90, requests=90, drafts=1)
EDITS = 400


def files_of(engine: Engine) -> list[Path]:
    """Return the files with data; of PostgreSQL without its log of changes.

    That one it overwrites in its own time: docs/privacy.md says so.
    """
    if engine.dialect.name == "sqlite":
        return list(Path(engine.url.database).parent.iterdir())
    with engine.connect() as connection:
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("CHECKPOINT")
        folder = connection.exec_driver_sql("SHOW data_directory").scalar_one()
        base = connection.exec_driver_sql(
            "SELECT oid FROM pg_database WHERE datname = current_database()"
        ).scalar_one()
    return [file for file in Path(folder, "base", str(base)).iterdir()]


def found_in_files(engine: Engine) -> set[bytes]:
    data = b"".join(file.read_bytes() for file in files_of(engine))
    return {each for each in PERSONAL if each in data}


def erase(client: Client) -> None:
    assert client.handoffs.erase(client.name, NOW).requests == 2
    assert client.handoffs.forget_erased()


def purge(client: Client) -> None:
    client.handoffs.cancel(client.name, NOW)
    later = NOW + 91 * DAY
    assert client.handoffs.purge(later, RETENTION).requests == 2
    assert forget_traces(client.engine)


@pytest.mark.parametrize("remove", [erase, purge])
def test_a_client_who_was_removed_cannot_be_found(
    engine: Engine, remove: Callable[[Client], None]
) -> None:
    other = Client(engine, "somebody else")
    kept = other.submit(name="Fatima el Amrani", phone="+31687654321")
    client = Client(engine)
    client.submit(MAILED)
    client.submit()
    send_all(engine)
    client.handoffs.cancel(client.name, NOW)
    client.submit(MAILED)
    client.handoffs.keep_draft(client.name, CALL, NOW)
    assert found_in_files(engine) == set(PERSONAL)
    remove(client)
    assert found_in_files(engine) == set()
    assert other.handoffs.current(other.name) == kept


def test_nor_what_was_moved_about_before_it_was_removed(engine: Engine) -> None:
    """SQLite leaves copies of what it moves to make room, also with secure_delete."""
    handoffs = Handoffs(engine, "voorbeeld.example")
    chance = random.Random(22)
    for number in range(EDITS):
        who = f"client {chance.randrange(EDITS // 4)}"
        draft = replace(CALL, name=f"Truus{number}x", about="a" * chance.randrange(900))
        handoffs.keep_draft(who, draft, NOW)
        if chance.random() < 0.2:
            handoffs.drop_draft(who)
    assert forget_traces(engine)
    with reading(engine) as connection:
        kept = connection.exec_driver_sql("SELECT name FROM drafts").scalars().all()
    data = b"".join(file.read_bytes() for file in files_of(engine)).decode("latin-1")
    assert set(re.findall(r"Truus\d+x", data)) == set(kept)


def test_what_is_read_meanwhile_is_forgotten_the_next_time(sqlite_url: str) -> None:
    engine = open_database(sqlite_url, timeout=0.1)
    migrate(engine)
    client = Client(engine)
    client.submit()
    with closing(sqlite3.connect(engine.url.database, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM requests").fetchall()
        assert client.handoffs.erase(client.name, NOW).requests == 1
        assert client.handoffs.current(client.name) is None
        assert not client.handoffs.forget_erased()
    assert client.handoffs.forget_erased()
    assert found_in_files(engine) == set()


def test_what_was_dropped_before_all_was_erased_is_forgotten_too(
    engine: Engine,
) -> None:
    client = Client(engine)
    client.handoffs.keep_draft(client.name, CALL, NOW)
    client.handoffs.drop_draft(client.name)
    assert client.handoffs.erase(client.name, NOW) == Removed(requests=0, drafts=0)
    assert client.handoffs.forget_erased()
    assert found_in_files(engine) == set()


def test_the_files_are_written_anew_only_when_something_was_erased(
    sqlite_url: str,
) -> None:
    engine = open_database(sqlite_url, timeout=0.1)
    migrate(engine)
    client = Client(engine)
    client.handoffs.erase(client.name, NOW)
    assert client.handoffs.forget_erased()
    with closing(sqlite3.connect(engine.url.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # writing them anew would fail now
        assert client.handoffs.forget_erased()


def test_forgetting_keeps_everything_else(engine: Engine) -> None:
    request = Client(engine).submit()
    assert forget_traces(engine)
    assert Client(engine).handoffs.all_current() == [request]
    with writing(engine) as connection:
        connection.exec_driver_sql("DELETE FROM drafts")
