"""A running assistant, for the tests that talk to one."""

from collections.abc import Callable, Iterator

import pytest

from tests.running import Assistant, Chat


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant that most conversations share."""
    running = Assistant(tmp_path_factory.mktemp("assistant"))
    yield running
    running.stop()


@pytest.fixture
def chat(assistant: Assistant) -> Chat:
    """A new conversation."""
    return assistant.chat()


@pytest.fixture(scope="module")
def own_assistant(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[], Assistant]]:
    """Start an assistant that a module may break."""
    started: list[Assistant] = []

    def start() -> Assistant:
        started.append(Assistant(tmp_path_factory.mktemp("broken")))
        return started[-1]

    yield start
    for each in started:
        each.stop()
