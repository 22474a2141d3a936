"""The one database of this installation: SQLite without set-up, or PostgreSQL."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Table, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from steunwijzer.handoff.engines import (
    BEGINS,
    LIMIT,
    postgresql_engine,
    sqlite_engine,
)
from steunwijzer.handoff.patience import NO_LIMIT, at_most
from steunwijzer.handoff.tables import drafts, events, replies, requests
from steunwijzer.var import var_folder
from steunwijzer.whatsapp import tables as whatsapp

SETTING = "STEUNWIJZER_DATABASE"
MIGRATIONS = Path(__file__).parent / "migrations"
# Of these nothing may be left of what was removed.
PERSONAL = {
    *(drafts.name, requests.name, replies.name, events.name),
    *(whatsapp.people.name, whatsapp.inbox.name, whatsapp.outbox.name),
}
LOCK_OF_MIGRATIONS = 20150101  # any number that no other program locks


class Unavailable(Exception):
    """The database is locked, gone, full, broken or not ours to write to.

    The text is for a log: it has no value of a row in it.
    """


def database_url(environ: Mapping[str, str]) -> str:
    """Return what STEUNWIJZER_DATABASE says, or else a file in the var folder."""
    return environ.get(SETTING) or f"sqlite:///{var_folder(environ)}/steunwijzer.db"


def open_database(url: str | None = None, timeout: float = 5) -> Engine:
    """Return the engine; the file of SQLite is made, for nobody else to read.

    `timeout` is how many seconds to wait for another writer; a PostgreSQL that takes a
    second more than that to answer is given up. Raises ValueError for a URL that is not
    of SQLite or PostgreSQL (without the URL: it can have a password in it), Unavailable
    when the file cannot be made.
    """
    try:
        parsed = make_url(url or database_url(os.environ))
        backend = parsed.get_backend_name()
    except ArgumentError:
        backend = ""
    if backend == "sqlite" and parsed.database not in (None, "", ":memory:"):
        try:
            return sqlite_engine(Path(parsed.database).absolute(), timeout)
        except OSError as error:
            raise Unavailable(error.strerror) from None
    if backend == "postgresql":
        return postgresql_engine(parsed, timeout)
    raise ValueError(f"{SETTING}: expected sqlite:///file or postgresql://...")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, committed at the end. Raises Unavailable."""
    with asking(engine), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that waits for no writer. Raises Unavailable."""
    engine = engine.execution_options(**{BEGINS: "BEGIN"})
    with asking(engine), engine.connect() as connection:
        yield connection


@contextmanager
def asking(engine: Engine) -> Iterator[None]:
    """Whatever is asked within takes as long as one call may. Raises Unavailable.

    SQLite only waits for locks, which have their own limit.
    """
    limit = engine.get_execution_options().get(LIMIT, NO_LIMIT)
    with _unavailable(), at_most(limit):
        yield


@contextmanager
def _unavailable() -> Iterator[None]:
    """Raise Unavailable for what the database cannot do.

    Other errors than an OperationalError can quote values of a row.
    """
    try:
        yield
    except OperationalError as error:
        raise Unavailable(str(error.orig).partition("\n")[0]) from None
    except DBAPIError as error:
        raise Unavailable(type(error.orig).__name__) from None
    except NoConnectionFree:
        raise Unavailable("no connection was free") from None


def insert_into(connection: Connection, table: Table) -> Any:  # noqa: ANN401
    """Return an INSERT that knows ON CONFLICT."""
    dialects = {"sqlite": sqlite, "postgresql": postgresql}
    return dialects[connection.dialect.name].insert(table)


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, whatever they were. Raises Unavailable.

    Of two processes that do so at once the second one waits, and finds it done.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with _unavailable(), at_most(NO_LIMIT), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout TO DEFAULT"))
            lock = text("SELECT pg_advisory_xact_lock(:number)")
            connection.execute(lock, {"number": LOCK_OF_MIGRATIONS})
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:  # its tables are of a newer version
            raise Unavailable(str(error)) from None


def forget_traces(engine: Engine) -> bool:
    """Remove what was deleted from the bytes of the files as well.

    To overwrite what is deleted (PRAGMAS) is not enough: SQLite leaves copies of rows
    that it moved, PostgreSQL of all. Returns False when the database is in use or
    unavailable: then it is to be done again later.
    """
    on_sqlite = engine.dialect.name == "sqlite"
    options = {BEGINS: None} if on_sqlite else {"isolation_level": "AUTOCOMMIT"}
    try:
        with _unavailable(), at_most(NO_LIMIT), engine.connect() as connection:
            connection = connection.execution_options(**options)
            if on_sqlite:
                connection.exec_driver_sql("VACUUM")
                busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                return not busy.scalar_one()
            there = inspect(connection).get_table_names()
            for table in PERSONAL & set(there):
                connection.exec_driver_sql(f"VACUUM FULL {table}")
    except Unavailable:
        return False
    return True
