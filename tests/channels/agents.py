"""What Rasa's agent has that a channel needs, and what it may answer."""

from types import SimpleNamespace
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore

from dialogue.conversations import Conversations
from tests.answers_as_said import domain, wording


def an_agent() -> Any:  # noqa: ANN401
    """Return one that keeps conversations in the database of the environment."""
    return SimpleNamespace(
        tracker_store=FailSafeTrackerStore(Conversations(domain())),  # as Rasa wraps it
        processor=SimpleNamespace(nlg=wording()),
        lock_store=InMemoryLockStore(),
    )


async def says(message: UserMessage) -> None:
    await message.output_channel.send_response("", {"text": f"U zei: {message.text}."})


async def says_nothing(message: UserMessage) -> None:
    pass


async def breaks(message: UserMessage) -> None:
    raise RuntimeError(message.text)
