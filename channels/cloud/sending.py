"""Sends answers, in order, at WhatsApp's pace, for as long as they may be sent."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import timedelta

from channels.cloud.account import Account
from channels.cloud.codes import Verdict
from channels.cloud.graph import Graph, NotTaken
from channels.cloud.messages import addressed
from steunwijzer.whatsapp.outbox import DOUBT, Answer, Outbox
from steunwijzer.whatsapp.unreached import Unreached
from tools.clock import local_now, utc_now

PAIR_RATE = "131056"
LONGEST = 300.0
# Tries of what Meta refuses for now: over an hour. What comes after it waits as long.
MOST = 20
ACCOUNT_SECONDS = 30.0
log = logging.getLogger(__name__)


def pause_after(attempts: int, problem: str) -> timedelta:
    """Return how long to wait after so many attempts, of which the first is 1.

    Meta asks for powers of four, from one on, after too much to one person.
    """
    tried = min(attempts, 20)
    seconds = 4.0 ** (tried - 1) if problem == PAIR_RATE else 2.0**tried
    return timedelta(seconds=min(seconds, LONGEST))


class Sending:
    """Sends what is in the outbox; trouble with the account holds up all of it."""

    def __init__(
        self, graph: Graph, outbox: Outbox, unreached: Unreached, account: Account
    ) -> None:
        """Take whom to hand over to, the answers, and who hears what never arrives."""
        self._graph, self._outbox, self._unreached = graph, outbox, unreached
        self._account = account
        self._paused_until = 0.0
        self._slower = 0

    async def send_all(self, conversation: str, worker: str) -> None:
        """Send what may be sent to one person now. Raises Unavailable."""
        while time.monotonic() >= self._paused_until:
            answer = await asyncio.to_thread(
                self._outbox.next, conversation, worker, utc_now()
            )
            if answer is None or not await self._send(answer, worker):
                return
        left = timedelta(seconds=self._paused_until - time.monotonic())
        await asyncio.to_thread(
            self._outbox.hold, conversation, worker, utc_now() + left
        )

    async def _send(self, answer: Answer, worker: str) -> bool:
        """Send one; False when nothing more goes to this person for now."""
        if answer.window_until <= utc_now():
            await self._drop(answer)
            return True
        message = addressed(answer.body, answer.token, answer.phone, answer.user_id)
        try:
            await self._graph.send(message)
        except NotTaken as problem:
            return await self._not_taken(answer, worker, problem)
        self._account.works()
        self._slower = 0
        return await asyncio.to_thread(self._outbox.accepted, answer, worker, utc_now())

    async def _not_taken(self, answer: Answer, worker: str, problem: NotTaken) -> bool:
        in_vain = problem.refused and answer.attempts >= MOST
        given_up = in_vain and problem.verdict is Verdict.AGAIN
        if problem.verdict is Verdict.NEVER or given_up:
            log.error("WhatsApp: an answer is not taken: %s", problem.problem)
            await self._drop(answer)
            return True
        pause = self._pause(answer, problem)
        log.warning(
            "WhatsApp: %s, again in %.0f s", problem.problem, pause.total_seconds()
        )
        await asyncio.to_thread(
            self._outbox.try_again,
            answer,
            worker,
            utc_now() + pause,
            problem.may_have_arrived,
        )
        return False

    async def _drop(self, answer: Answer) -> None:
        now = utc_now(), local_now()
        await asyncio.to_thread(self._unreached.drop, answer.token, *now)

    def _pause(self, answer: Answer, problem: NotTaken) -> timedelta:
        """Return how long this person waits; everybody does when it is about us all.

        What was under way when that pause began makes it no longer.
        """
        if problem.verdict is Verdict.AGAIN:
            pause = pause_after(answer.attempts, problem.problem)
            return max(pause, DOUBT) if problem.may_have_arrived else pause
        if problem.verdict is Verdict.ACCOUNT:
            self._account.fails(problem.problem)
        now = time.monotonic()
        if now >= self._paused_until:
            self._paused_until = now + self._pause_of_all(problem)
        return timedelta(seconds=self._paused_until - now)

    def _pause_of_all(self, problem: NotTaken) -> float:
        if problem.verdict is Verdict.ACCOUNT:
            return ACCOUNT_SECONDS
        self._slower += 1
        return pause_after(self._slower, problem.problem).total_seconds()
