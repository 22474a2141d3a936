"""One database, by one setting; when it cannot be used, that is said, not hidden."""

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import (
    Unavailable,
    database_url,
    forget_traces,
    migrate,
    open_database,
    reading,
    writing,
)
from steunwijzer.handoff.outbox import Outbox
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.handoff.tables import metadata
from tests.steunwijzer.handoff.clients import CALL, DOMAIN, HOUR, NOW, Client
from tests.steunwijzer.handoff.postgresql import running_postgresql

NOBODY = 65534
SHORT = 0.1  # seconds to wait for another writer
PROCESSES = 4


@pytest.fixture
def sqlite_file(sqlite_url: str) -> Path:
    """The file of a SQLite database, ready for use."""
    migrate(open_database(sqlite_url))
    return Path(sqlite_url.removeprefix("sqlite:///"))


def hurried(file: Path) -> Engine:
    return open_database(f"sqlite:///{file}", timeout=SHORT)


def expect_unavailable(engine: Engine) -> None:
    """Try everything that a client, a worker or a supporter does."""
    handoffs = Handoffs(engine, DOMAIN)
    with pytest.raises(Unavailable):
        handoffs.keep_draft("a conversation", CALL, NOW)
    with pytest.raises(Unavailable):
        handoffs.submit("a conversation", "a@b.example", NOW, NOW)
    with pytest.raises(Unavailable):
        Outbox(engine).claim("a worker", NOW, NOW + HOUR)
    assert not forget_traces(engine)


def test_the_setting_names_the_database_and_without_it_there_is_a_file() -> None:
    assert database_url({"STEUNWIJZER_DATABASE": "postgresql://x"}) == "postgresql://x"
    nothing_set = {"STEUNWIJZER_DATABASE": "", "STEUNWIJZER_VAR": "/var/lib/steun"}
    assert database_url(nothing_set) == "sqlite:////var/lib/steun/steunwijzer.db"
    assert database_url({}).endswith("/var/steunwijzer.db")


def test_the_database_of_this_installation_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path / "een map"))
    monkeypatch.delenv("STEUNWIJZER_DATABASE", raising=False)
    migrate(open_database())
    assert (tmp_path / "een map" / "steunwijzer.db").exists()


@pytest.mark.parametrize(
    "url",
    [
        *("nonsense secret", "mysql://me:secret@host/db", "nope://me:secret@host"),
        *("sqlite://", "sqlite:///:memory:", "postgres://me:secret@host/db"),
    ],
)
def test_another_setting_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(ValueError, match="STEUNWIJZER_DATABASE") as caught:
        open_database(url)
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__ or not caught.value.__context__


def test_nobody_else_can_read_the_files(sqlite_file: Path) -> None:
    sqlite_file.chmod(0o644)
    with writing(hurried(sqlite_file)) as connection:
        connection.exec_driver_sql("DELETE FROM drafts")
        files = list(sqlite_file.parent.iterdir())
        assert {file.name for file in files} >= {"steunwijzer.db", "steunwijzer.db-wal"}
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert sqlite_file.parent.stat().st_mode & 0o077 == 0


def test_what_is_committed_survives_a_power_cut(sqlite_file: Path) -> None:
    with reading(hurried(sqlite_file)) as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert settings == {
        **{"journal_mode": "wal", "synchronous": 2},
        **{"secure_delete": 1, "foreign_keys": 1},
    }


def test_a_database_that_another_writes_to_is_waited_for(sqlite_file: Path) -> None:
    engine = open_database(f"sqlite:///{sqlite_file}", timeout=30)
    with (
        closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other,
        ThreadPoolExecutor(1) as thread,
    ):
        other.execute("BEGIN IMMEDIATE")
        waiting = thread.submit(Client(engine).submit)
        other.execute("COMMIT")
        assert waiting.result() == Client(engine).handoffs.current("a conversation")


def test_a_database_that_stays_locked_is_unavailable(sqlite_file: Path) -> None:
    engine = hurried(sqlite_file)
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        expect_unavailable(engine)
        with pytest.raises(Unavailable, match="locked"):
            migrate(engine)
        assert Handoffs(engine, DOMAIN).all_current() == []  # who reads need not wait
        other.execute("COMMIT")
    assert Client(engine).submit()


def test_a_new_database_that_another_is_at_work_in_can_be_opened(
    sqlite_url: str,
) -> None:
    engine = open_database(sqlite_url, timeout=SHORT)  # an empty file, not in WAL yet
    file = sqlite_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with reading(engine) as connection:
            connection.exec_driver_sql("SELECT 1")
        other.execute("ROLLBACK")
    migrate(engine)
    assert Client(engine).submit()


def test_a_lock_that_stays_on_postgresql_is_unavailable(postgresql_url: str) -> None:
    migrate(open_database(postgresql_url))
    engine = open_database(postgresql_url, timeout=SHORT)
    assert Client(engine).handoffs.all_current() == []
    with open_database(postgresql_url).begin() as other:
        other.exec_driver_sql("LOCK TABLE drafts, outbox IN ACCESS EXCLUSIVE MODE")
        expect_unavailable(engine)
    assert Client(engine).submit()
    engine.dispose()


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_database_that_is_gone_is_unavailable_and_not_made_anew(
    sqlite_file: Path, gone: str
) -> None:
    engine = hurried(sqlite_file)
    Client(engine).submit()
    shutil.rmtree(sqlite_file.parent)
    if gone == "file":
        sqlite_file.parent.mkdir()
    expect_unavailable(engine)
    with pytest.raises(Unavailable):
        migrate(engine)
    assert not sqlite_file.exists()


def test_a_database_without_tables_is_unavailable(url: str) -> None:
    engine = open_database(url)
    with pytest.raises(Unavailable):
        Client(engine).submit()
    engine.dispose()


def test_a_file_that_is_no_database_is_unavailable(sqlite_file: Path) -> None:
    sqlite_file.write_bytes(b"Truus Wortelboer " * 1000)
    expect_unavailable(hurried(sqlite_file))


def test_a_database_that_is_full_is_unavailable_and_keeps_what_it_has(
    sqlite_file: Path,
) -> None:
    engine = hurried(sqlite_file)
    request = Client(engine).submit()
    client = Client(engine, "another")
    client.handoffs.keep_draft(client.name, CALL, NOW)
    with pytest.raises(Unavailable, match="full"), writing(engine) as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql("UPDATE drafts SET about = zeroblob(100000)")
    assert client.handoffs.draft(client.name) == CALL
    assert client.handoffs.all_current() == [request]


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, for whom every file can be written to."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_database_that_may_only_be_read_is_unavailable() -> None:
    # Not in a folder of pytest: nobody cannot come there.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "steunwijzer.db"
        engine = hurried(file)
        migrate(engine)
        file.chmod(0o444)
        folder.chmod(0o555)
        with as_nobody():
            expect_unavailable(engine)
            with pytest.raises(Unavailable):
                migrate(engine)
        folder.chmod(0o755)


def test_a_folder_that_may_not_be_written_to_is_unavailable() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        for file in (folder / "steunwijzer.db", folder / "var" / "steunwijzer.db"):
            with as_nobody(), pytest.raises(Unavailable, match="denied"):
                hurried(file)
        folder.chmod(0o755)


def test_a_postgresql_that_stopped_is_unavailable_until_it_is_back() -> None:
    with tempfile.TemporaryDirectory(prefix="steunwijzer-") as folder:
        with running_postgresql(folder) as url:
            engine = open_database(url)
            migrate(engine)
            client = Client(engine)
            request = client.submit()
        expect_unavailable(engine)
        with pytest.raises(Unavailable):
            migrate(engine)
        with running_postgresql(folder):
            assert client.handoffs.current(client.name) == request
            engine.dispose()


@pytest.mark.parametrize("connected", [True, False])
def test_a_postgresql_that_is_frozen_is_unavailable_until_it_goes_on(
    connected: bool,
) -> None:
    """Without a limit it would be waited for for ever, and so would this test."""
    with (
        tempfile.TemporaryDirectory(prefix="steunwijzer-") as folder,
        running_postgresql(folder) as url,
    ):
        migrate(open_database(url))
        engine = open_database(url, timeout=SHORT)
        if connected:
            assert Client(engine).submit()
        with frozen(folder):
            for call in (
                Client(engine).submit,
                Client(engine).handoffs.all_current,
                lambda: Outbox(engine).claim("a worker", NOW, NOW + HOUR),
            ):
                with pytest.raises(Unavailable, match="in time"):
                    call()
        assert Client(engine).submit()
        engine.dispose()


@contextmanager
def frozen(folder: str) -> Iterator[None]:
    """Stop all processes of the PostgreSQL of this folder, and let them go on."""
    first = int(Path(folder, "data", "postmaster.pid").read_text().split()[0])
    ours = (first, *children_of(first))
    for each in ours:
        os.kill(each, signal.SIGSTOP)
    try:
        yield
    finally:
        for each in ours:
            os.kill(each, signal.SIGCONT)


def children_of(parent: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    rows = (map(int, line.split()) for line in listed.stdout.splitlines())
    return [pid for pid, ppid in rows if ppid == parent]


def test_a_postgresql_that_cuts_a_transaction_off_keeps_nothing_of_it(
    postgresql_url: str,
) -> None:
    engine = open_database(postgresql_url)
    migrate(engine)
    with pytest.raises(Unavailable), writing(engine) as connection:
        connection.exec_driver_sql(
            "INSERT INTO drafts (conversation, changed_at) VALUES ('a', now())"
        )
        mine = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with writing(open_database(postgresql_url)) as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({mine})")
        connection.exec_driver_sql("DELETE FROM outbox")
    with reading(engine) as connection:
        left = connection.exec_driver_sql("SELECT count(*) FROM drafts").scalar_one()
    assert left == 0
    engine.dispose()


def test_an_error_does_not_tell_what_a_client_typed(engine: Engine) -> None:
    Client(engine).submit()
    twice = "INSERT INTO requests SELECT * FROM requests"
    with pytest.raises(Unavailable) as caught, writing(engine) as connection:
        connection.exec_driver_sql(twice)
    assert str(caught.value) in ("IntegrityError", "UniqueViolation")
    assert caught.value.__suppress_context__


def test_the_migrations_make_the_tables_as_the_code_has_them(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []
        rows = connection.exec_driver_sql("SELECT * FROM alembic_version").all()
    assert len(rows) == 1


def test_a_second_request_at_a_time_is_impossible_in_the_database_too(
    engine: Engine,
) -> None:
    """compare_metadata does not look at the WHERE of an index."""
    request = Client(engine).submit()
    columns = "conversation, revision, recipient, created_at, changed_at, overdue_at"
    copy = (
        f"INSERT INTO requests (reference, state, {columns}) "
        f"SELECT 'SW-' || '%s', '%s', {columns} FROM requests "
        f"WHERE reference = '{request.reference}'"
    )
    with writing(engine) as connection:
        for reference, state in (("a", "done"), ("b", "cancelled"), ("c", "done")):
            connection.exec_driver_sql(copy % (reference, state))
    for state in ("open", "picked_up"):
        with pytest.raises(Unavailable), writing(engine) as connection:
            connection.exec_driver_sql(copy % ("d", state))


def test_a_migration_that_fails_leaves_nothing(url: str) -> None:
    engine = open_database(url)
    with writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE outbox (of_another INTEGER)")
    with pytest.raises(Unavailable):
        migrate(engine)
    assert inspect(engine).get_table_names() == ["outbox"]
    engine.dispose()


def test_the_tables_of_a_newer_version_are_left_alone(engine: Engine) -> None:
    request = Client(engine).submit()
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'newer'")
    with pytest.raises(Unavailable, match="newer"):
        migrate(engine)
    assert Client(engine).handoffs.all_current() == [request]


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    request = Client(engine).submit()
    migrate(engine)
    assert Client(engine).handoffs.all_current() == [request]


def test_processes_that_migrate_at_once_all_find_it_done(url: str) -> None:
    together = Barrier(PROCESSES)

    def start(_: int) -> None:
        engine = open_database(url, timeout=30)
        together.wait()
        migrate(engine)
        Handoffs(engine, DOMAIN).all_current()
        engine.dispose()

    with ThreadPoolExecutor(PROCESSES) as threads:
        list(threads.map(start, range(PROCESSES)))
