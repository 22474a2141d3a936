"""The tables of WhatsApp: who writes, what came in, and what is to be sent.

All moments are in UTC. A change here needs a migration beside it, in
handoff/migrations/versions.
"""

import secrets

from sqlalchemy import Boolean, Column, DateTime, Index, Integer, Table, Text

from steunwijzer.handoff.tables import Words, metadata

# Who wrote in the last 24 hours. The only place with a phone number that nobody gave us
# to phone; it goes when the window is over.
people = Table(
    "whatsapp_people",
    metadata,
    Column("conversation", Text, primary_key=True),  # a keyed hash
    Column("phone", Text),  # digits with the country first, as WhatsApp has them
    Column("user_id", Text),  # who hides their number has only this
    Column("window_until", DateTime, nullable=False, index=True),
    Column("choices", Words),  # JSON: what the last answer offered
    Column("paced_until", DateTime),  # how far ahead of WhatsApp's pace we are
    Column("hold_until", DateTime),  # nothing is sent before
    Column("erased", Boolean, nullable=False),  # goes as soon as the last is sent
    Column("claimed_by", Text),
    Column("claimed_until", DateTime),
)

# Keyed hashes of message ids, so that what WhatsApp delivers again is answered once.
seen = Table(
    "whatsapp_seen",
    metadata,
    Column("key", Text, primary_key=True),
    Column("seen_at", DateTime, nullable=False, index=True),
)

# Messages that are not answered yet.
inbox = Table(
    "whatsapp_inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),  # a keyed hash of message_id
    Column("message_id", Text, nullable=False),  # as WhatsApp has it, to mark it read
    Column("kind", Text, nullable=False),
    Column("said", Words, nullable=False),
    Column("sent_at", DateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
)
Index("whatsapp_inbox_of", inbox.c.conversation)

# Answers, until they were delivered or can no longer be.
outbox = Table(
    "whatsapp_outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation", Text, nullable=False),
    Column("token", Text, nullable=False, unique=True),  # comes back in each status
    Column("body", Words, nullable=False),  # JSON, without whom it is for
    Column("state", Text, nullable=False),  # waiting, trying, doubt, accepted
    Column("attempts", Integer, nullable=False),
)
Index("whatsapp_outbox_of", outbox.c.conversation)


def new_token() -> str:
    """Return what WhatsApp says of an answer is known by; it tells nothing."""
    return secrets.token_urlsafe(18)
