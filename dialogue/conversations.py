"""Keeps conversations in the database, without what tells who somebody is.

The database is that of the requests (STEUNWIJZER_DATABASE); stored_events.py says what
is stored of a message.

A turn that cannot be kept is answered all the same. After it the conversation does not
go on from what was stored: "nee" may have been said since.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    AllSlotsReset,
    ConversationResumed,
)
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import insert
from sqlalchemy.engine import Connection
from sqlalchemy.orm import sessionmaker

from dialogue.crisis import LISTEN
from dialogue.masking import installed_mask
from dialogue.misunderstood import Misunderstood
from dialogue.stored_events import new_rows
from dialogue.stored_replies import last_reply
from steunwijzer.conversations import forget_conversation
from steunwijzer.handoff.database import Unavailable, asking, open_database, writing
from steunwijzer.handoff.engines import BEGINS
from steunwijzer.replies import Messages, find_reply, keep_reply

# After a database that did not answer: who comes next does not wait for it again.
REST_SECONDS = 10.0
log = logging.getLogger(__name__)


class Conversations(SQLTrackerStore):
    """Rasa's own store; what goes into it is masked first."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        """Open the database; the settings of endpoints.yml are not used."""
        TrackerStore.__init__(self, domain, event_broker)
        self.engine = open_database()
        self.Base.metadata.create_all(self.engine)
        # Rasa's own methods only read, and wait for no writer.
        reader = self.engine.execution_options(**{BEGINS: "BEGIN"})
        self.sessionmaker = sessionmaker(bind=reader, future=True)
        self._mask = installed_mask()
        self._rests_until = 0.0
        self._unread: set[str] = set()  # of whom this turn is not to be stored
        self._lost: set[str] = set()  # of whom an earlier turn was not stored

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the conversation; without its flow when a turn of it was not kept.

        Such a conversation ends with ConversationResumed. So does one that cannot be
        read, and has nothing else.
        """
        try:
            tracker = await self._read(sender_id)
        except Unavailable as problem:
            log.error("a conversation cannot be read: %s", problem)
            self._unread.add(sender_id)
            self._lost.add(sender_id)
            tracker = None
        else:
            self._unread.discard(sender_id)
        if sender_id in self._lost:
            tracker = tracker or self._new_conversation(sender_id)
            for event in (ActiveLoop(None), AllSlotsReset(), ConversationResumed()):
                tracker.update(event)
        return tracker

    async def _read(self, sender_id: str) -> DialogueStateTracker | None:
        """Read it from the database, unless that did not answer just now."""
        with self._resting(), asking(self.engine):
            return await super().retrieve(sender_id)

    def _new_conversation(self, sender_id: str) -> DialogueStateTracker:
        tracker = self.init_tracker(sender_id)
        tracker.update(ActionExecuted(LISTEN))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep what is new, and nothing when the client had all data removed."""
        if tracker.get_slot("erased"):
            self._keep_erased(tracker)
            return
        await self.stream_events(tracker)
        if tracker.sender_id in self._unread:
            return
        try:
            self._write(tracker)
            self._lost.discard(tracker.sender_id)
        except Unavailable as problem:
            log.error("a turn of a conversation is not kept: %s", problem)
            self._lost.add(tracker.sender_id)

    def reply_to(self, sender_id: str, message_id: str) -> Messages | None:
        """Return what this message was answered with, if it came in before.

        A database that does not answer knows of none.
        """
        try:
            with self._resting():
                return find_reply(self.engine, sender_id, message_id)
        except Unavailable:
            return None

    def forget(self, sender_id: str) -> None:
        """Remove a conversation that its client wipes. Raises Unavailable."""
        with self._resting():
            forget_conversation(self.engine, sender_id, datetime.now())
        self._forget_in_memory(sender_id)

    def _forget_in_memory(self, sender_id: str) -> None:
        self._lost.discard(sender_id)
        if isinstance(self.event_broker, Misunderstood):
            self.event_broker.forget(sender_id)

    @contextmanager
    def _resting(self) -> Iterator[None]:
        """Ask the database, unless it did not answer just now. Raises Unavailable."""
        if time.monotonic() < self._rests_until:
            raise Unavailable("it did not answer just now")
        try:
            yield
        except Unavailable:
            self._rests_until = time.monotonic() + REST_SECONDS
            raise

    def _write(self, tracker: DialogueStateTracker) -> None:
        with asking(self.engine), self.session_scope() as session:
            stored = self._event_query(
                session, tracker.sender_id, fetch_events_from_all_sessions=False
            ).count()
        rows = new_rows(tracker, stored, self._mask)
        if rows:
            with writing(self.engine) as connection:
                connection.execute(insert(self.SQLEvent.__table__), rows)
                _keep_last_reply(connection, tracker)

    def _keep_erased(self, tracker: DialogueStateTracker) -> None:
        """Keep only the answer that all is erased, for who lost the connection.

        The action removed what was stored (Handoffs.erase).
        """
        self._forget_in_memory(tracker.sender_id)
        try:
            with writing(self.engine) as connection:
                _keep_last_reply(connection, tracker)
        except Unavailable as problem:
            log.error("an answer is not kept: %s", problem)


def _keep_last_reply(connection: Connection, tracker: DialogueStateTracker) -> None:
    if reply := last_reply(tracker):
        keep_reply(connection, tracker.sender_id, *reply, datetime.utcnow())
