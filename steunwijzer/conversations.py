"""Removes conversations from Rasa's own table of events."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from steunwijzer.handoff import changes
from steunwijzer.handoff.database import reading, writing
from steunwijzer.handoff.tables import events
from steunwijzer.replies import remove_replies
from steunwijzer.whatsapp.tables import outbox


def erase_conversation(engine: Engine, conversation: str) -> None:
    """Remove all of one conversation. Raises Unavailable."""
    with writing(engine) as connection:
        remove_conversation(connection, conversation)


def forget_conversation(engine: Engine, conversation: str, now: datetime) -> None:
    """Remove a conversation whose client is done with it, and its draft of a request.

    A request that was passed on stays. Raises Unavailable.
    """
    with writing(engine) as connection:
        remove_conversation(connection, conversation)
        changes.drop_draft(connection, conversation)
        changes.note_erasure(connection, now)


def remove_conversation(connection: Connection, conversation: str) -> None:
    """Remove all of one conversation, in a transaction with what else goes.

    Before Rasa made its table there are no events to remove.
    """
    remove_replies(connection, conversation)
    connection.execute(sa.delete(outbox).where(outbox.c.conversation == conversation))
    if sa.inspect(connection).has_table(events.name):
        of_it = events.c.sender_id == conversation
        connection.execute(sa.delete(events).where(of_it))


def purge_conversations(engine: Engine, before: datetime) -> int:
    """Remove the conversations in which nothing was said since; returns how many.

    `before` is local time. Without a table nothing was ever said. Raises Unavailable.
    """
    silent = (
        sa.select(events.c.sender_id)
        .group_by(events.c.sender_id)
        .having(sa.func.max(events.c.timestamp) < before.timestamp())
    )
    with reading(engine) as connection:
        if not sa.inspect(connection).has_table(events.name):
            return 0
        conversations = connection.execute(silent).scalars().all()
    for each in conversations:
        erase_conversation(engine, each)
    return len(conversations)
