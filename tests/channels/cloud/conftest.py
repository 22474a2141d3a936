from collections.abc import Iterator

import pytest

from tools.graph_api import GraphApi


@pytest.fixture
def api() -> Iterator[GraphApi]:
    """A Graph API on this machine."""
    running = GraphApi()
    yield running
    running.close()
