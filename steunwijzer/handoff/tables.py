"""The tables of this installation, the same on SQLite and on PostgreSQL.

A change here needs a migration beside it, in migrations/versions.
"""

from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    column,
    table,
)
from sqlalchemy.types import TypeDecorator

from steunwijzer.handoff.request import CURRENT

metadata = MetaData()
# Conversations: as far as we need it. Rasa makes it (SQLTrackerStore.SQLEvent, 3.6).
events = table("events", column("sender_id"), column("timestamp"))


class Words(TypeDecorator):  # type: ignore[misc]
    """Text of a client, in which PostgreSQL or UTF-8 could refuse a character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:  # noqa: ANN401
        """Put a question mark where a character cannot be stored."""
        if value is None:
            return None
        return value.encode(errors="replace").decode().replace("\0", "?")


def _details() -> list[Any]:
    """Return the columns of Details; a Window is two."""
    return [
        Column("contact_by", Text),
        Column("name", Words),
        Column("phone", Words),
        Column("email", Words),
        Column("address", Words),
        Column("window_start", DateTime),
        Column("window_end", DateTime),
        Column("sector", Text),
        Column("about", Words),
    ]


drafts = Table(
    "drafts",
    metadata,
    Column("conversation", Words, primary_key=True),
    *_details(),
    Column("changed_at", DateTime, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("reference", Text, primary_key=True),
    Column("conversation", Words, nullable=False, index=True),
    *_details(),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("created_at", DateTime, nullable=False),
    Column("changed_at", DateTime, nullable=False),
    Column("overdue_at", DateTime, nullable=False),
    Column("picked_up_at", DateTime),
    Column("closed_at", DateTime),
)
Index(
    "one_current_request",
    requests.c.conversation,
    unique=True,
    sqlite_where=requests.c.state.in_(CURRENT),
    postgresql_where=requests.c.state.in_(CURRENT),
)

# Nothing in it is about a client, but for the reference: it outlives the request. So
# `recipient` is NULL for a confirmation, which goes to the e-mail of the request.
# `next_try_at` and `claimed_until` are in UTC, all other moments in local time.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("message_id", Text, nullable=False),
    Column("reference", Text, nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("recipient", Text),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_try_at", DateTime),
    Column("claimed_until", DateTime),
    Column("claimed_by", Text),
    Column("created_at", DateTime, nullable=False),
    Column("sent_at", DateTime),
    Column("refused_at", DateTime),
    Column("problem", Text),
)
Index("one_row_for_a_message_id", outbox.c.message_id, unique=True)

# What the last messages of a conversation were answered with, for who asks again.
replies = Table(
    "replies",
    metadata,
    Column("conversation", Words, primary_key=True),
    Column("message_id", Text, primary_key=True),
    Column("messages", Words, nullable=False),  # JSON
    Column("answered_at", DateTime, nullable=False, index=True),  # in UTC
)

# That something was erased, of which the bytes of the database may have copies left.
erasures = Table(
    "erasures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("erased_at", DateTime, nullable=False),
)
