"""Who writes in WhatsApp: for whom there is work, who does it, and until when."""

from datetime import datetime

from sqlalchemy import and_, delete, exists, or_, select, union_all, update
from sqlalchemy.engine import Engine
from sqlalchemy.sql import ColumnElement

from steunwijzer.handoff.database import reading, writing
from steunwijzer.whatsapp.tables import inbox, outbox, people

UNSENT = ("waiting", "trying", "doubt")


class People:
    """The conversations of the last 24 hours. Every method raises Unavailable.

    One process at a time works for one person, so that messages stay in order. It
    claims the conversation until some moment, and says now and then that it still
    works; of one that died the claim ends by itself. All moments are in UTC.
    """

    def __init__(self, engine: Engine) -> None:
        """Take the database."""
        self._engine = engine

    def with_work(self, now: datetime, most: int) -> list[str]:
        """Return conversations that nobody works for, and that have something to do.

        Who wrote longest ago comes first.
        """
        received = exists().where(inbox.c.conversation == people.c.conversation)
        unsent = exists().where(
            outbox.c.conversation == people.c.conversation, outbox.c.state.in_(UNSENT)
        )
        to_send = and_(unsent, _not_after(people.c.hold_until, now))
        waiting = (
            select(people.c.conversation)
            .where(_not_after(people.c.claimed_until, now), or_(received, to_send))
            .order_by(people.c.window_until)
            .limit(most)
        )
        with reading(self._engine) as connection:
            return list(connection.execute(waiting).scalars())

    def claim(
        self, conversation: str, worker: str, now: datetime, until: datetime
    ) -> bool:
        """Claim a conversation; False when another works for it."""
        free = and_(
            people.c.conversation == conversation,
            _not_after(people.c.claimed_until, now),
        )
        claimed = {"claimed_by": worker, "claimed_until": until}
        with writing(self._engine) as connection:
            done = connection.execute(update(people).where(free).values(claimed))
            return bool(done.rowcount)

    def renew(self, worker: str, conversations: list[str], until: datetime) -> None:
        """Claim those of these conversations that this worker has for longer.

        In the order in which messages are received: else both could wait for ever.
        """
        mine = people.c.claimed_by == worker, people.c.conversation.in_(conversations)
        in_order = select(people.c.conversation).where(*mine)
        in_order = in_order.order_by(people.c.conversation).with_for_update()
        with writing(self._engine) as connection:
            connection.execute(in_order).all()
            connection.execute(
                update(people).where(*mine).values(claimed_until=until),
            )

    def release(self, conversation: str, worker: str) -> None:
        """Let another work for it."""
        mine = is_claimed(conversation, worker)
        free = {"claimed_by": None, "claimed_until": None}
        with writing(self._engine) as connection:
            connection.execute(update(people).where(mine).values(free))

    def choices(self, conversation: str) -> str | None:
        """Return what the last answer offered, JSON."""
        of_it = people.c.conversation == conversation
        with reading(self._engine) as connection:
            found = connection.execute(select(people.c.choices).where(of_it)).scalar()
        return None if found is None else str(found)

    def phone(self, conversation: str) -> str | None:
        """Return the number that somebody writes from, "+31612345678", if it shows."""
        of_it = people.c.conversation == conversation
        with reading(self._engine) as connection:
            digits = connection.execute(select(people.c.phone).where(of_it)).scalar()
        return f"+{digits}" if digits else None

    def over(self, now: datetime) -> list[str]:
        """Return whose window is over, and whom nobody works for."""
        with reading(self._engine) as connection:
            found = connection.execute(select(people.c.conversation).where(_over(now)))
            return list(found.scalars())

    def undone(self, conversation: str) -> int:
        """Return how many messages and answers of somebody are not done yet."""
        unheard = select(inbox.c.id).where(inbox.c.conversation == conversation)
        unsent = select(outbox.c.id).where(
            outbox.c.conversation == conversation, outbox.c.state.in_(UNSENT)
        )
        with reading(self._engine) as connection:
            return len(connection.execute(union_all(unheard, unsent)).all())

    def forget(self, conversation: str, now: datetime) -> None:
        """Remove somebody and all that is not done, unless they wrote just now."""
        it = people.c.conversation == conversation
        with writing(self._engine) as connection:
            if connection.execute(delete(people).where(it, _over(now))).rowcount:
                for table in (inbox, outbox):
                    mine = table.c.conversation == conversation
                    connection.execute(delete(table).where(mine))


def _over(now: datetime) -> ColumnElement:
    free = _not_after(people.c.claimed_until, now)
    return and_(people.c.window_until <= now, free)


def is_claimed(conversation: str, worker: str) -> ColumnElement:
    """Return the condition that this worker works for the conversation."""
    return and_(people.c.conversation == conversation, people.c.claimed_by == worker)


def _not_after(column: ColumnElement, now: datetime) -> ColumnElement:
    return or_(column.is_(None), column <= now)
