"""How long PostgreSQL is waited for, also when it is frozen and says nothing at all.

libpq has no such limit: its own are for connecting, and for a network that is gone.
"""

import math
import select
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from psycopg2 import OperationalError
from psycopg2.extensions import POLL_OK, POLL_READ, set_wait_callback

NO_LIMIT = math.inf


@dataclass
class Patience:
    """How many seconds are waited for an answer; none after one that did not come."""

    seconds: float


USUAL = 5.0  # seconds, where nobody said how long
_patience: ContextVar[Patience | None] = ContextVar("_patience", default=None)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Wait so long for an answer to what PostgreSQL is asked within.

    The first answer that does not come ends it: what is asked next, to connect anew or
    to undo what was done, is not waited for. Within another one the shorter one holds.
    """
    outer = _patience.get()
    if outer and outer.seconds <= seconds:
        yield
        return
    token = _patience.set(Patience(seconds))
    try:
        yield
    finally:
        _patience.reset(token)


def limit_all_waiting() -> None:
    """Make psycopg2 wait with a limit, in this whole process."""
    set_wait_callback(_wait)


def _wait(connection: Any) -> None:  # noqa: ANN401
    """Wait until PostgreSQL has answered; psycopg2 closes what was given up."""
    patience = _patience.get() or Patience(USUAL)
    while (state := connection.poll()) != POLL_OK:
        ready = select.poll()
        event = select.POLLIN if state == POLL_READ else select.POLLOUT
        ready.register(connection.fileno(), event)
        limited = patience.seconds != NO_LIMIT
        if not ready.poll(round(patience.seconds * 1000) if limited else None):
            patience.seconds = 0
            raise OperationalError("PostgreSQL did not answer in time")
