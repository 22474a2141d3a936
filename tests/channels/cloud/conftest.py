from collections.abc import Iterator

import pytest

from tests.steunwijzer.handoff.conftest import (  # noqa: F401 - fixtures
    engine,
    postgresql_server,
    postgresql_url,
    sqlite_url,
    url,
)
from tools.graph_api import GraphApi


@pytest.fixture
def api() -> Iterator[GraphApi]:
    """A Graph API on this machine."""
    running = GraphApi()
    yield running
    running.close()
