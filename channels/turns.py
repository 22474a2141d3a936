"""Has each message processed once, however often it comes in."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from channels.replies import Reply

SECONDS = 25.0  # that an answer is waited for
REMEMBERED = 60.0  # seconds that an answer is remembered

Answer = Callable[[], Awaitable[Reply]]
Key = tuple[str, str]  # the conversation and the message


class NoAnswer(Exception):
    """Nothing answered, or not in time."""


class Turns:
    """The messages that are in hand, and the answers of the last minute.

    In the memory of this process; who asks again later is answered from the database
    (dialogue/conversations.py).
    """

    def __init__(self) -> None:
        """Begin with no message."""
        self._tasks: dict[Key, asyncio.Task[Reply]] = {}

    async def reply(self, conversation: str, message_id: str, answer: Answer) -> Reply:
        """Return what `answer()` returns; of a message that came before, the same.

        A client that goes away ends nothing: it comes back for the answer. Raises
        NoAnswer; then the message may be sent again.
        """
        key = conversation, message_id
        task = self._tasks.get(key)
        if task is None:
            task = self._tasks[key] = asyncio.ensure_future(answer())
            task.add_done_callback(partial(self._forget_later, key))
        try:
            return await asyncio.wait_for(asyncio.shield(task), SECONDS)
        except asyncio.TimeoutError:
            raise NoAnswer from None
        except NoAnswer:
            self._tasks.pop(key, None)
            raise

    def forget(self, conversation: str) -> None:
        """Forget what was answered in a conversation."""
        for key in [each for each in self._tasks if each[0] == conversation]:
            del self._tasks[key]

    def _forget_later(self, key: Key, task: asyncio.Task[Reply]) -> None:
        def forget() -> None:
            if self._tasks.get(key) is task:  # and not a later try
                del self._tasks[key]

        asyncio.get_running_loop().call_later(REMEMBERED, forget)
