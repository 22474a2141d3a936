"""The assistant as a channel needs it: Rasa's agent of this process."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.trackers import DialogueStateTracker

from channels.replies import Reply, shown
from channels.turns import NoAnswer
from dialogue.conversations import Conversations
from dialogue.stored_replies import told

log = logging.getLogger(__name__)
Handle = Callable[[UserMessage], Awaitable[Any]]


class Heard(OutputChannel):
    """Takes in what the assistant says in one turn."""

    def __init__(self, channel: str) -> None:
        """Begin with nothing said on the channel of this name."""
        self.messages: list[Mapping[str, Any]] = []
        self._channel = channel

    def name(self) -> str:
        """Return the channel whose variation of a response is said."""
        return self._channel

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Take in one message, with all that belongs to it."""
        self.messages.append(message)


class Assistant:
    """Answers messages, says sentences of domain.yml, and forgets conversations."""

    def __init__(self, agent: Agent, handle: Handle, channel: str) -> None:
        """Take Rasa's agent, what it handles a message with, and the channel's name."""
        self._agent = agent
        self._handle = handle
        self._channel = channel

    async def answer(self, conversation: str, message_id: str, said: str) -> Reply:
        """Return the answer, or what it was when the same message came in before.

        Raises NoAnswer.
        """
        known = self._conversations().reply_to(conversation, message_id)
        messages = (
            await self._ask(conversation, message_id, said) if known is None else known
        )
        if not messages:
            raise NoAnswer
        return shown(messages)

    async def _ask(
        self, conversation: str, message_id: str, said: str
    ) -> list[dict[str, Any]]:
        heard = Heard(self._channel)
        message = UserMessage(
            said,
            heard,
            conversation,
            input_channel=self._channel,
            message_id=message_id,
        )
        try:
            await self._handle(message)
        except Exception:  # whatever it is, the client is told and can ask again
            log.exception("a message could not be answered")
            raise NoAnswer from None
        return told(heard.messages)

    async def say(self, response: str, **values: Any) -> Reply:
        """Return a sentence of domain.yml, as an answer."""
        nobody = DialogueStateTracker(self._channel, [])
        nlg = self._agent.processor.nlg
        message = await nlg.generate(response, nobody, self._channel, **values)
        return shown([message])

    async def forget(self, conversation: str) -> None:
        """Remove a conversation, after its turn in hand. Raises Unavailable."""
        async with self._agent.lock_store.lock(conversation):
            self._conversations().forget(conversation)

    def _conversations(self) -> Conversations:
        """Return the store that endpoints.yml names; Rasa wraps it."""
        store = self._agent.tracker_store
        while not isinstance(store, Conversations):
            store = store._tracker_store
        return store
