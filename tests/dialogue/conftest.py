"""The store of conversations, on a new database of each kind."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from dialogue.conversations import Conversations
from steunwijzer.handoff.database import migrate, open_database
from tests.answers_as_said import domain
from tests.steunwijzer.handoff.conftest import (  # noqa: F401 - fixtures
    postgresql_server,
    postgresql_url,
    sqlite_url,
)


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def engine(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Engine]:
    """A new database, which is that of the installation."""
    url = request.getfixturevalue(request.param)
    monkeypatch.setenv("STEUNWIJZER_DATABASE", url)
    opened = open_database(url)
    migrate(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine) -> Conversations:
    return Conversations(domain())
