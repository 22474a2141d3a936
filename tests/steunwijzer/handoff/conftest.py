"""Every database test runs on SQLite and on PostgreSQL, each with a new database."""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine, make_url

from steunwijzer.handoff.database import migrate, open_database
from tests.steunwijzer.handoff.postgresql import running_postgresql

NUMBERS = count()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL that starts for the first test that needs it."""
    with (
        tempfile.TemporaryDirectory(prefix="steunwijzer-") as folder,
        running_postgresql(folder) as url,
    ):
        yield url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> str:
    """The URL of a new database, empty."""
    name = f"test_{next(NUMBERS)}"
    server = create_engine(postgresql_server, future=True, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    server.dispose()
    url = make_url(postgresql_server).set(database=name)
    return str(url.render_as_string(hide_password=False))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a file that is not there yet."""
    return f"sqlite:///{tmp_path}/var/steunwijzer.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The URL of a new database, empty, of each kind."""
    made: str = request.getfixturevalue(f"{request.param}_url")
    return made


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A new database, ready for use, of each kind."""
    engine = open_database(url)
    migrate(engine)
    yield engine
    engine.dispose()
