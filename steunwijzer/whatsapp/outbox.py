"""Answers on their way, kept until they were delivered or can no longer be.

What was handed over and not confirmed may have arrived: it is given some time for
WhatsApp to say so, by the token that comes back in each status, and then sent again.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, exists, func, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.sql import ColumnElement

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
        with writing(self._engine) as connection:
            person = _locked(connection, is_claimed(conversation, worker))
            if person is None or (person.hold_until and person.hold_until > now):
                return None
            unsent = outbox.c.conversation == conversation, outbox.c.state.in_(UNSENT)
            first = select(outbox).where(*unsent).order_by(outbox.c.id).limit(1)
            row = connection.execute(first).first()
            if row is None:
                return None
            if row.state == "trying":
                _set(connection, row.token, state="doubt")
                _hold(connection, person, now + DOUBT)
                return None
            attempts = row.attempts + 1
            _set(connection, row.token, state="trying", attempts=attempts)
        return Answer(
            conversation=conversation,
            token=row.token,
            body=json.loads(row.body),
            attempts=attempts,
            phone=person.phone,
            user_id=person.user_id,
            window_until=person.window_until,
        )

    def doubt_anew(self) -> None:
        """Give WhatsApp its time again for all that may have arrived.

        For who starts: while nobody listened, it could not say so.
        """
        anew = update(outbox).where(outbox.c.state == "doubt").values(state="trying")
        with writing(self._engine) as connection:
            connection.execute(anew)

    def accepted(self, answer: Answer, worker: str, now: datetime) -> bool:
        """Note that WhatsApp has it, and keep its pace."""
        with writing(self._engine) as connection:
            mine = is_claimed(answer.conversation, worker)
            person = _locked(connection, mine)
            if person is None:
                return False
            paced_until = max(person.paced_until or now, now) + PACE
            connection.execute(
                update(people).where(mine).values(paced_until=paced_until)
            )
            _hold(connection, person, paced_until - (AT_ONCE - 1) * PACE)
            _set(connection, answer.token, state="accepted")
            _forget_if_erased(connection, answer.conversation, now)
        return True

    def try_again(
        self, answer: Answer, worker: str, at: datetime, may_have_arrived: bool
    ) -> bool:
        """Send it again from that moment, and nothing else to this person before.

        Unless WhatsApp said meanwhile that it has it.
        """
        with writing(self._engine) as connection:
            person = _locked(connection, is_claimed(answer.conversation, worker))
            if person is None:
                return False
            state = "doubt" if may_have_arrived else "waiting"
            tried = outbox.c.token == answer.token, outbox.c.state == "trying"
            again = update(outbox).where(*tried).values(state=state)
            if connection.execute(again).rowcount:
                _hold(connection, person, at)
        return True

    def hold(self, conversation: str, worker: str, until: datetime) -> None:
        """Send nothing to this person before that moment, or a later one."""
        with writing(self._engine) as connection:
            if person := _locked(connection, is_claimed(conversation, worker)):
                _hold(connection, person, until)

    def drop(self, token: str, now: datetime) -> None:
        """Forget an answer that will never arrive."""
        with writing(self._engine) as connection:
            if person := _owner(connection, token):
                connection.execute(delete(outbox).where(outbox.c.token == token))
                _forget_if_erased(connection, person.conversation, now)

    def whose(self, token: str) -> str | None:
        """Return the conversation of an answer; None when it is not known."""
        of_it = select(outbox.c.conversation).where(outbox.c.token == token)
        with reading(self._engine) as connection:
            found = connection.execute(of_it).scalar()
        return None if found is None else str(found)

    def attempts(self, token: str) -> int:
        """Return how often an answer was tried; 0 when it is not known."""
        of_it = select(outbox.c.attempts).where(outbox.c.token == token)
        with reading(self._engine) as connection:
            return int(connection.execute(of_it).scalar() or 0)

    def confirmed(self, token: str, delivered: bool, now: datetime) -> bool:
        """Note what WhatsApp says of an answer: it has it, or it was delivered.

        Returns whether it is an answer that we know.
        """
        with writing(self._engine) as connection:
            person = _owner(connection, token)
            if person is None:
                return False
            if delivered:
                connection.execute(delete(outbox).where(outbox.c.token == token))
            else:
                _set(connection, token, state="accepted")
            _forget_if_erased(connection, person.conversation, now)
        return True

    def send_again(self, token: str, at: datetime) -> None:
        """Send an answer again that WhatsApp took, and could not deliver for now.

        By another token: what is still said of the first time, late or twice, is not
        about this one.
        """
        with writing(self._engine) as connection:
            if person := _owner(connection, token):
                _set(connection, token, state="waiting", token=new_token())
                _hold(connection, person, at)

    def waiting(self) -> int:
        """Return how many answers are to be sent."""
        unsent = select(func.count()).where(outbox.c.state.in_(UNSENT))
        with reading(self._engine) as connection:
            return int(connection.execute(unsent).scalar_one())


def _set(connection: Connection, token: str, /, **values: Any) -> None:  # noqa: ANN401
    """Change an answer, if it is still there. SQLite gives out an id again."""
    connection.execute(update(outbox).where(outbox.c.token == token).values(values))


def _locked(connection: Connection, who: ColumnElement) -> Row | None:
    """Return somebody, whom no other process changes before this is done.

    All that is to be sent to them is changed under this lock. SQLite has one writer.
    """
    return connection.execute(select(people).where(who).with_for_update()).first()


def _owner(connection: Connection, token: str) -> Row | None:
    """Return whom an answer is for, locked; None when it is not known."""
    of_it = select(outbox.c.conversation).where(outbox.c.token == token)
    conversation = connection.execute(of_it).scalar()
    return _locked(connection, people.c.conversation == conversation)


def _hold(connection: Connection, person: Row, until: datetime) -> None:
    """Send nothing to somebody before that moment, or a later one that was set."""
    mine = people.c.conversation == person.conversation
    later = max(person.hold_until or until, until)
    connection.execute(update(people).where(mine).values(hold_until=later))


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
