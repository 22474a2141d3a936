"""A running assistant, for the tests that talk to one."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from tests.phones import PhoneChat
from tests.running import Assistant, Chat
from tools.graph_api import GraphApi
from tools.phone import Meta, settings


@pytest.fixture(scope="session")
def api() -> Iterator[GraphApi]:
    """The Graph API that the assistant of most conversations sends to."""
    running = GraphApi()
    yield running
    running.close()


@pytest.fixture(scope="session")
def assistant(
    tmp_path_factory: pytest.TempPathFactory, api: GraphApi
) -> Iterator[Assistant]:
    """The assistant that most conversations share, on the website and in WhatsApp."""
    running = Assistant(tmp_path_factory.mktemp("assistant"), settings(api.url))
    api.tell = Meta(running.port).tell
    yield running
    api.tell = None
    running.stop()


@pytest.fixture
def chat(assistant: Assistant) -> Chat:
    """A new conversation."""
    return assistant.chat()


@pytest.fixture
def phone_chat(assistant: Assistant, api: GraphApi) -> PhoneChat:
    """A new conversation in WhatsApp."""
    return PhoneChat(assistant, api)


@pytest.fixture(scope="module")
def own_assistant(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., Assistant]]:
    """Start an assistant that a module may break, with these settings."""
    started: list[Assistant] = []

    def start(more: Mapping[str, str] | None = None) -> Assistant:
        started.append(Assistant(tmp_path_factory.mktemp("broken"), more))
        return started[-1]

    yield start
    for each in started:
        each.stop()
