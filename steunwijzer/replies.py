"""What messages were answered with, kept for who lost the connection and asks again."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.engine import Connection, Engine

from steunwijzer.handoff.database import insert_into, reading, writing
from steunwijzer.handoff.tables import replies
from steunwijzer.whatsapp.tables import inbox

KEPT = timedelta(hours=1)
Messages = Sequence[Mapping[str, Any]]


def keep_reply(
    connection: Connection,
    conversation: str,
    message_id: str,
    messages: Messages,
    now: datetime,
) -> None:
    """Keep the answer to a message, in a transaction with the turn itself.

    `now` is in UTC. What is there already stays: a message is answered once.
    """
    reply = insert_into(connection, replies).values(
        conversation=conversation,
        message_id=message_id,
        messages=json.dumps(list(messages)),
        answered_at=now,
    )
    connection.execute(reply.on_conflict_do_nothing())


def find_reply(engine: Engine, conversation: str, message_id: str) -> Messages | None:
    """Return what a message was answered with; None for a new message.

    Raises Unavailable.
    """
    of_it = replies.c.conversation == conversation, replies.c.message_id == message_id
    with reading(engine) as connection:
        found = connection.execute(select(replies.c.messages).where(*of_it)).scalar()
    return None if found is None else list(json.loads(found))


def remove_replies(connection: Connection, conversation: str) -> None:
    """Remove the answers of one conversation."""
    of_it = replies.c.conversation == conversation
    connection.execute(delete(replies).where(of_it))


def purge_replies(engine: Engine, now: datetime) -> int:
    """Remove what was answered longer than KEPT ago; returns how many answers.

    But for an answer that WhatsApp's outbox does not have yet. `now` is in UTC. Raises
    Unavailable.
    """
    is_needed = exists().where(inbox.c.key == replies.c.message_id)
    with writing(engine) as connection:
        is_old = replies.c.answered_at < now - KEPT
        old = delete(replies).where(is_old, ~is_needed)
        return int(connection.execute(old).rowcount)
