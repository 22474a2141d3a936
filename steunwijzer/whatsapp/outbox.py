"""Answers on their way, kept until they were delivered or can no longer be.

What was handed over and not confirmed may have arrived: it is given some time for
WhatsApp to say so, by the token that comes back in each status, and then sent again.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, exists, func, select, update
from sqlalchemy.engine import Connection, Engine

from steunwijzer.handoff.changes import note_erasure
from steunwijzer.handoff.database import reading, writing
from steunwijzer.whatsapp.people import UNSENT, is_claimed
from steunwijzer.whatsapp.tables import inbox, new_token, outbox, people

# One person may get about one message in so much time. Some more may go at once: some
# businesses saw refusals from ten to fifteen in a minute on (docs/whatsapp.md).
PACE = timedelta(seconds=6)
AT_ONCE = 10
DOUBT = timedelta(seconds=10)  # that WhatsApp gets to say that it has a message


@dataclass(frozen=True)
class Answer:
    """An answer to send: `body` to `phone`, or to `user_id` of who hides their number.

    `attempts` counts this one.
    """

    conversation: str
    token: str
    body: dict[str, Any]
    attempts: int
    phone: str | None
    user_id: str | None
    window_until: datetime


class Outbox:
    """The answers on their way. Every method raises Unavailable.

    What a worker says of an answer that another one took over is not recorded: then it
    returns False. All moments are in UTC.
    """

    def __init__(self, engine: Engine) -> None:
        """Take the database."""
        self._engine = engine

    def next(self, conversation: str, worker: str, now: datetime) -> Answer | None:
        """Return the oldest answer to send, and note that it is tried.

        None as well while nothing may be sent to this person. One that was tried by a
        process that died may have arrived: WhatsApp gets some time to say so.
        """
        first = (
            select(outbox, people.c.phone, people.c.user_id, people.c.window_until)
            .join(people, people.c.conversation == outbox.c.conversation)
            .where(is_claimed(conversation, worker), outbox.c.state.in_(UNSENT))
            .where((people.c.hold_until.is_(None)) | (people.c.hold_until <= now))
            .order_by(outbox.c.id)
        )
        with writing(self._engine) as connection:
            row = connection.execute(first.limit(1)).mappings().first()
            if row is None:
                return None
            if row["state"] == "trying":
                _set(connection, row["token"], state="doubt")
                _hold(connection, conversation, now + DOUBT)
                return None
            attempts = row["attempts"] + 1
            _set(connection, row["token"], state="trying", attempts=attempts)
        values = {key: row[key] for key in Answer.__dataclass_fields__}
        return Answer(
            **values | {"body": json.loads(row["body"]), "attempts": attempts}
        )

    def accepted(self, answer: Answer, worker: str, now: datetime) -> bool:
        """Note that WhatsApp has it, and keep its pace."""
        mine = is_claimed(answer.conversation, worker)
        with writing(self._engine) as connection:
            person = connection.execute(select(people).where(mine)).first()
            if person is None:
                return False
            paced_until = max(person.paced_until or now, now) + PACE
            pace = {
                "paced_until": paced_until,
                "hold_until": paced_until - (AT_ONCE - 1) * PACE,
            }
            connection.execute(update(people).where(mine).values(pace))
            _set(connection, answer.token, state="accepted")
            _forget_if_erased(connection, answer.conversation, now)
        return True

    def try_again(
        self, answer: Answer, worker: str, at: datetime, may_have_arrived: bool
    ) -> bool:
        """Send it again from that moment, and nothing else to this person before."""
        mine = is_claimed(answer.conversation, worker)
        with writing(self._engine) as connection:
            held = connection.execute(update(people).where(mine).values(hold_until=at))
            if held.rowcount:
                state = "doubt" if may_have_arrived else "waiting"
                _set(connection, answer.token, state=state)
            return bool(held.rowcount)

    def hold(self, conversation: str, worker: str, until: datetime) -> None:
        """Send nothing to this person before that moment."""
        mine = is_claimed(conversation, worker)
        with writing(self._engine) as connection:
            connection.execute(update(people).where(mine).values(hold_until=until))

    def drop(self, token: str) -> None:
        """Forget an answer that will never arrive."""
        with writing(self._engine) as connection:
            connection.execute(delete(outbox).where(outbox.c.token == token))

    def whose(self, token: str) -> str | None:
        """Return the conversation of an answer; None when it is not known."""
        of_it = select(outbox.c.conversation).where(outbox.c.token == token)
        with reading(self._engine) as connection:
            found = connection.execute(of_it).scalar()
        return None if found is None else str(found)

    def confirmed(self, token: str, delivered: bool, now: datetime) -> None:
        """Note what WhatsApp says of an answer: it has it, or it was delivered."""
        mine = outbox.c.token == token
        with writing(self._engine) as connection:
            whose = select(outbox.c.conversation).where(mine)
            conversation = connection.execute(whose).scalar()
            if conversation is None:
                return
            if delivered:
                connection.execute(delete(outbox).where(mine))
            else:
                accept = update(outbox).where(mine).values(state="accepted")
                connection.execute(accept)
            _forget_if_erased(connection, conversation, now)

    def send_again(self, token: str, at: datetime) -> None:
        """Send an answer again that WhatsApp took, and could not deliver for now.

        By another token: what is still said of the first time, late or twice, is not
        about this one.
        """
        mine = outbox.c.token == token
        with writing(self._engine) as connection:
            whose = connection.execute(select(outbox.c.conversation).where(mine))
            if conversation := whose.scalar():
                again = {"state": "waiting", "token": new_token()}
                connection.execute(update(outbox).where(mine).values(again))
                _hold(connection, conversation, at)

    def waiting(self) -> int:
        """Return how many answers are to be sent."""
        unsent = select(func.count()).where(outbox.c.state.in_(UNSENT))
        with reading(self._engine) as connection:
            return int(connection.execute(unsent).scalar_one())


def _set(connection: Connection, token: str, **values: Any) -> None:  # noqa: ANN401
    """Change an answer, if it is still there. SQLite gives out an id again."""
    connection.execute(update(outbox).where(outbox.c.token == token).values(values))


def _hold(connection: Connection, conversation: str, until: datetime) -> None:
    mine = people.c.conversation == conversation
    connection.execute(update(people).where(mine).values(hold_until=until))


def _forget_if_erased(connection: Connection, conversation: str, now: datetime) -> None:
    """Forget who had all removed, as soon as nothing is left to tell them."""
    unsent = outbox.c.conversation == conversation, outbox.c.state.in_(UNSENT)
    over = and_(
        people.c.conversation == conversation,
        people.c.erased,
        ~exists().where(*unsent),
        ~exists().where(inbox.c.conversation == conversation),
    )
    if connection.execute(delete(people).where(over)).rowcount:
        of_it = outbox.c.conversation == conversation
        connection.execute(delete(outbox).where(of_it))
        note_erasure(connection, now)
