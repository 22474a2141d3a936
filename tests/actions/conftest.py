"""A database for actions, and the moment at which they are asked."""

from collections.abc import Iterator

import pytest

from actions.handoff_store import database
from steunwijzer.handoff.database import migrate, open_database
from tests.every_handoff import NOW


@pytest.fixture
def empty_database(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A new database, at NOW."""
    url = f"sqlite:///{tmp_path_factory.mktemp('handoff')}/steunwijzer.db"
    monkeypatch.setenv("STEUNWIJZER_DATABASE", url)
    monkeypatch.setenv("STEUNWIJZER_NOW", NOW.isoformat())
    migrate(open_database())
    database.cache_clear()
    yield
    database.cache_clear()
