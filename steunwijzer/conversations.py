"""Removes conversations from Rasa's own table of events."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import reading, writing

# As far as we need it; Rasa makes it (SQLTrackerStore.SQLEvent in Rasa 3.6).
_EVENTS = sa.table("events", sa.column("sender_id"), sa.column("timestamp"))


def erase_conversation(engine: Engine, conversation: str) -> None:
    """Remove all of one conversation. Raises Unavailable."""
    with writing(engine) as connection:
        of_it = _EVENTS.c.sender_id == conversation
        connection.execute(sa.delete(_EVENTS).where(of_it))


def purge_conversations(engine: Engine, before: datetime) -> int:
    """Remove the conversations in which nothing was said since; returns how many.

    `before` is local time. Without a table nothing was ever said. Raises Unavailable.
    """
    silent = (
        sa.select(_EVENTS.c.sender_id)
        .group_by(_EVENTS.c.sender_id)
        .having(sa.func.max(_EVENTS.c.timestamp) < before.timestamp())
    )
    with reading(engine) as connection:
        if not sa.inspect(connection).has_table(_EVENTS.name):
            return 0
        conversations = connection.execute(silent).scalars().all()
    for each in conversations:
        erase_conversation(engine, each)
    return len(conversations)
