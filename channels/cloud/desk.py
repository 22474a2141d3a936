"""Works through what came in and what is to be sent, a person at a time.

Several processes may do so at once: steunwijzer/whatsapp/people.py.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

from sqlalchemy.engine import Engine

from channels.assistant import Assistant
from channels.cloud.answering import answer_to, no_answer
from channels.cloud.graph import Graph, NotTaken
from channels.cloud.sending import Sending
from channels.turns import SECONDS, NoAnswer
from steunwijzer.handoff.database import Unavailable
from steunwijzer.whatsapp.inbox import Inbox, Waiting
from steunwijzer.whatsapp.outbox import Outbox
from steunwijzer.whatsapp.people import People
from tools.clock import utc_now

AT_ONCE = 20  # people who are worked for at the same time
IDLE_SECONDS, PAUSE_SECONDS = 1.0, 2.0
FINISH_SECONDS = 5.0  # of the eight that tools/supervisor.py gives
# Of a process that died, what it had is free again after so long.
CLAIM, RENEW_SECONDS = timedelta(seconds=20), 5.0
TRIES = 5  # of a message that gets no answer; a process can have died of it
log = logging.getLogger(__name__)
Result = TypeVar("Result")


class Desk:
    """The work of one process."""

    def __init__(
        self, engine: Engine, graph: Graph, sending: Sending, assistant: Assistant
    ) -> None:
        """Take what it works with."""
        self._people, self._inbox = People(engine), Inbox(engine)
        self._outbox = Outbox(engine)
        self._graph, self._sending = graph, sending
        self._assistant = assistant
        self._name = secrets.token_hex(8)
        self._woken = asyncio.Event()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._stopped = asyncio.Event()

    def wake(self) -> None:
        """Look at once whether there is something to do."""
        self._woken.set()

    def stop(self) -> None:
        """Begin nothing more; `work` ends when what is in hand is finished."""
        self._stopped.set()

    async def work(self) -> None:
        """Work until `stop`."""
        always = [
            asyncio.ensure_future(each) for each in (self._go_on(), self._renew())
        ]
        await self._stopped.wait()
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=FINISH_SECONDS)
        left = [*always, *self._tasks.values()]
        for task in left:
            task.cancel()
        # wait_for may overlook that it is cancelled
        await asyncio.wait(left, timeout=IDLE_SECONDS)

    async def _go_on(self) -> None:
        begun = False
        while not self._stopped.is_set():
            self._woken.clear()
            async with _going_on():
                if not begun:
                    await _ask(self._outbox.doubt_anew)
                    begun = True
                await self._begin()
            await self._wait()

    async def _wait(self) -> None:
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._woken.wait(), IDLE_SECONDS)

    async def _begin(self) -> None:
        """Begin to work for everybody who waits, as far as there is room."""
        room = AT_ONCE - len(self._tasks)
        if room <= 0:
            return
        waiting = await _ask(self._people.with_work, utc_now(), AT_ONCE)
        for each in () if self._stopped.is_set() else waiting:
            if each not in self._tasks and len(self._tasks) < AT_ONCE:
                task = asyncio.ensure_future(self._serve(each))
                self._tasks[each] = task
                task.add_done_callback(partial(self._served, each))

    def _served(self, conversation: str, _task: asyncio.Task[None]) -> None:
        del self._tasks[conversation]
        self.wake()

    async def _serve(self, conversation: str) -> None:
        """Answer and send all there is for one person."""
        now = utc_now()
        claim = self._people.claim, conversation, self._name, now, now + CLAIM
        async with _going_on():
            if not await _ask(*claim):
                return
            try:
                await self._sending.send_all(conversation, self._name)
                while not self._stopped.is_set():
                    message = await _ask(self._inbox.next, conversation)
                    if message is None or not await self._answer(message):
                        return
                    await self._sending.send_all(conversation, self._name)
            finally:
                await _ask(self._people.release, conversation, self._name)

    async def _answer(self, message: Waiting) -> bool:
        """Answer a message; False when another process took it over."""
        choices = await _ask(self._people.choices, message.conversation)
        working = asyncio.ensure_future(self._show_at_work(message))
        try:
            if message.attempts > TRIES:
                raise NoAnswer
            answering = answer_to(message, choices, self._assistant)
            # A turn that takes too long is not cut off half-way.
            answered = await asyncio.wait_for(asyncio.shield(answering), SECONDS)
        except (NoAnswer, asyncio.TimeoutError):
            answered = await no_answer(self._assistant)
        await working
        return await _ask(
            self._inbox.answered,
            message,
            self._name,
            answered.bodies,
            answered.choices,
            answered.erases,
        )

    async def _show_at_work(self, message: Waiting) -> None:
        types = message.kind != "reaction"  # which may get no answer
        with suppress(NotTaken):  # sending the answer tells what is wrong
            await self._graph.show_at_work(message.message_id, types)

    async def _renew(self) -> None:
        """Keep the claims on whom is worked for: any other ends by itself."""
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            until = utc_now() + CLAIM
            async with _going_on():
                await _ask(self._people.renew, self._name, [*self._tasks], until)


@asynccontextmanager
async def _going_on() -> AsyncIterator[None]:
    """Whatever goes wrong, go on a little later: there are others to work for."""
    try:
        yield
    except Unavailable as problem:
        log.error("WhatsApp: the database cannot be used: %s", problem)
    except Exception:
        log.exception("WhatsApp: something went wrong, and is tried again")
    else:
        return
    await asyncio.sleep(PAUSE_SECONDS)


async def _ask(call: Callable[..., Result], *values: Any) -> Result:
    """Ask the database in a thread: others are served while it thinks."""
    return await asyncio.to_thread(call, *values)
