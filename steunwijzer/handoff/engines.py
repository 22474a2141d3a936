"""How SQLite and PostgreSQL are opened, and how long they are waited for."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.pool import NullPool

from steunwijzer.handoff.patience import at_most, limit_all_waiting

# Each connection starts with these. What is deleted is overwritten; nothing is written
# to a temporary file; what is committed survives a power cut.
PRAGMAS = {
    "synchronous": "FULL",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
    "foreign_keys": "ON",
}
# For a connection: how it begins a transaction of SQLite; None for no transaction.
BEGINS = "sqlite_begin"
# Of an engine: how many seconds an answer is waited for. A lock is given up before.
LIMIT = "limit"
GRACE = 1.0


def sqlite_engine(file: Path, timeout: float) -> Engine:
    """Open the file, which is made for nobody else to read. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)  # the files beside it get the same

    def connect() -> sqlite3.Connection:
        # A file that is gone is not made anew: what was stored in it is gone too.
        # SQLAlchemy begins transactions, not sqlite3: it would do so too late.
        connection = sqlite3.connect(
            f"{file.as_uri()}?mode=rw", uri=True, timeout=timeout, isolation_level=None
        )
        # The file stays so; when another is at work in it, the next connection tries.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        return connection

    # A new connection each time: an open one would write on in a file that is gone.
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        creator=connect,
        poolclass=NullPool,
        future=True,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin a transaction of SQLite as one that writes, unless told otherwise.

    One that starts to write after it has read fails when another wrote in between.
    """
    begin = connection.get_execution_options().get(BEGINS, "BEGIN IMMEDIATE")
    if begin:
        connection.exec_driver_sql(begin)


def postgresql_engine(url: URL, timeout: float) -> Engine:
    """Return the engine; nothing is connected before it is used."""
    milliseconds = int(timeout * 1000)
    limit_all_waiting()

    def connect(dialect: Any, record: object, args: Any, options: Any) -> Any:  # noqa: ANN401
        with at_most(timeout + GRACE):
            return dialect.connect(*args, **options)

    def limit_waiting(connection: Any, _record: object) -> None:  # noqa: ANN401
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = %s", (milliseconds,))
        connection.commit()

    engine = create_engine(
        url,
        future=True,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=timeout,
        connect_args={"tcp_user_timeout": milliseconds},  # of a network that is gone
        execution_options={LIMIT: timeout + GRACE},
    )
    event.listen(engine, "do_connect", connect)
    event.listen(engine, "connect", limit_waiting)
    return engine
