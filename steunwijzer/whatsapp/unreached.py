"""Clients whom an answer did not reach: whoever has their request for a human hears it.

Outside the window of 24 hours, and to somebody whom WhatsApp cannot reach, nothing can
be sent. Who has no request is told nothing: nobody may use their number.
"""

from datetime import datetime

from sqlalchemy.engine import Engine

from steunwijzer.handoff.requests import Handoffs
from steunwijzer.whatsapp.outbox import Outbox
from steunwijzer.whatsapp.people import People


class Unreached:
    """What is done with answers that never arrive. Every method raises Unavailable.

    `now` is local time, as all moments of a request are; `utc` is now, too.
    """

    def __init__(self, engine: Engine, domain: str) -> None:
        """Take the database, and what Message-IDs of mails end in."""
        self._people, self._outbox = People(engine), Outbox(engine)
        self._handoffs = Handoffs(engine, domain)

    def drop(self, token: str, utc: datetime, now: datetime) -> None:
        """Drop an answer that will never arrive, if it is still there."""
        if conversation := self._outbox.whose(token):
            self.tell(conversation, now)
            self._outbox.drop(token, utc)

    def window_is_over(self, conversation: str, utc: datetime, now: datetime) -> int:
        """Forget somebody; return how many messages and answers are left undone."""
        undone = self._people.undone(conversation)
        if undone:
            self.tell(conversation, now)
        self._people.forget(conversation, utc)
        return undone

    def tell(self, conversation: str, now: datetime) -> None:
        """Mail who has the client's request, if there is one, once.

        Before anything is dropped: who is stopped half-way does it again.
        """
        self._handoffs.tell_unreached(conversation, now)
