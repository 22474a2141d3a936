"""Messages that came in, kept from before WhatsApp hears of it until they are answered.

WhatsApp delivers at least once, in any order, and again for up to seven days.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.engine import Connection, Engine

from steunwijzer.handoff.database import insert_into, reading, writing
from steunwijzer.whatsapp.people import is_claimed
from steunwijzer.whatsapp.tables import inbox, new_token, outbox, people, seen

WINDOW = timedelta(hours=24)  # that a message may be answered in
REMEMBERED = timedelta(days=7)  # that WhatsApp may deliver it again in


@dataclass(frozen=True)
class Message:
    """A message of a client.

    `conversation` and `key` are keyed hashes, of who it is and of `message_id`. `kind`
    is what WhatsApp calls it, "text" or "audio", or "tap" for a choice that was tapped;
    `said` is its text, its caption, or what the choice carries. `sent_at` is in UTC.
    """

    conversation: str
    key: str
    message_id: str
    phone: str | None
    user_id: str | None
    kind: str
    said: str
    sent_at: datetime


@dataclass(frozen=True)
class Waiting:
    """A message that waits for its answer; `attempts` counts this one."""

    conversation: str
    key: str
    message_id: str
    kind: str
    said: str
    sent_at: datetime
    attempts: int


class Inbox:
    """The messages that wait for an answer. Every method raises Unavailable."""

    def __init__(self, engine: Engine) -> None:
        """Take the database."""
        self._engine = engine

    def receive(self, messages: Iterable[Message], now: datetime) -> None:
        """Keep what was not seen before and can still be answered; `now` is in UTC.

        A person at a time, always in the same order: else two processes that do so
        could wait for each other.
        """
        with writing(self._engine) as connection:
            for message in sorted(messages, key=lambda each: each.conversation):
                is_new = _note_seen(connection, message.key, now)
                if is_new and now < message.sent_at + WINDOW:
                    _keep(connection, message)

    def unseen(self, messages: Sequence[Message]) -> list[Message]:
        """Return which of these were never received."""
        known = select(seen.c.key).where(seen.c.key.in_([m.key for m in messages]))
        with reading(self._engine) as connection:
            found = set(connection.execute(known).scalars())
        return [each for each in messages if each.key not in found]

    def next(self, conversation: str) -> Waiting | None:
        """Return the message that was sent first, and count that it is tried."""
        of_it = inbox.c.conversation == conversation
        first = select(inbox).where(of_it).order_by(inbox.c.sent_at, inbox.c.id)
        with writing(self._engine) as connection:
            row = connection.execute(first.limit(1)).mappings().first()
            if row is None:
                return None
            attempts = row["attempts"] + 1
            tried = update(inbox).where(inbox.c.key == row["key"])
            connection.execute(tried.values(attempts=attempts))
        values = {field: row[field] for field in Waiting.__dataclass_fields__}
        return Waiting(**values | {"attempts": attempts})

    def answered(
        self,
        message: Waiting,
        worker: str,
        answers: Sequence[Mapping[str, Any]],
        choices: Sequence[Mapping[str, str]] | None,
        erases: bool = False,
    ) -> bool:
        """Exchange a message for its answers, in one transaction.

        Without `choices` those of the answer before still hold. Returns False, and
        changes nothing, when another worker took over.
        """
        mine = is_claimed(message.conversation, worker)
        with writing(self._engine) as connection:
            known: dict[str, Any] = {"erased": erases}
            if choices is not None:
                known["choices"] = json.dumps(list(choices))
            if not connection.execute(
                update(people).where(mine).values(known)
            ).rowcount:
                return False
            connection.execute(delete(inbox).where(inbox.c.key == message.key))
            for answer in answers:
                _add(connection, message.conversation, answer)
        return True

    def waiting(self) -> int:
        """Return how many messages wait for an answer."""
        with reading(self._engine) as connection:
            counted = connection.execute(select(func.count()).select_from(inbox))
            return int(counted.scalar_one())

    def forget_seen(self, now: datetime) -> None:
        """Remove what WhatsApp no longer delivers again; `now` is in UTC."""
        old = delete(seen).where(seen.c.seen_at < now - REMEMBERED)
        with writing(self._engine) as connection:
            connection.execute(old)


def _note_seen(connection: Connection, key: str, now: datetime) -> bool:
    """Note it; return whether it was not seen before."""
    first = insert_into(connection, seen).values(key=key, seen_at=now)
    return bool(connection.execute(first.on_conflict_do_nothing()).rowcount)


def _keep(connection: Connection, message: Message) -> None:
    person = insert_into(connection, people).values(
        conversation=message.conversation,
        phone=message.phone,
        user_id=message.user_id,
        window_until=message.sent_at + WINDOW,
        erased=False,
    )
    new = person.excluded
    later = people.c.window_until > new.window_until
    connection.execute(
        person.on_conflict_do_update(
            index_elements=[people.c.conversation],
            set_={
                "phone": new.phone,
                "user_id": new.user_id,
                "erased": new.erased,  # who writes on is not to be forgotten yet
                "window_until": case(
                    (later, people.c.window_until), else_=new.window_until
                ),
            },
        )
    )
    connection.execute(
        insert_into(connection, inbox).values(
            conversation=message.conversation,
            key=message.key,
            message_id=message.message_id,
            kind=message.kind,
            said=message.said,
            sent_at=message.sent_at,
            attempts=0,
        )
    )


def _add(connection: Connection, conversation: str, answer: Mapping[str, Any]) -> None:
    connection.execute(
        insert_into(connection, outbox).values(
            conversation=conversation,
            token=new_token(),
            body=json.dumps(answer),
            state="waiting",
            attempts=0,
        )
    )
