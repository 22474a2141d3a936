"""Mails that are to be sent: claimed by a worker, sent, tried again or refused."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import aliased

from steunwijzer.handoff.changes import store_request
from steunwijzer.handoff.database import reading, writing
from steunwijzer.handoff.posting import (
    ABOUT_THE_REQUEST,
    PASSES_ON,
    Kind,
    still_true,
)
from steunwijzer.handoff.request import Request
from steunwijzer.handoff.rows import find_request, lock_request
from steunwijzer.handoff.tables import outbox


@dataclass(frozen=True)
class Mail:
    """A mail to send.

    `recipient` is an address: for a `confirmation` the client's. `attempts` counts the
    claims, this one included. `request` is as it is now; None for `superseded`,
    `withdrawn` and `erased`, whose reader must not see it. `problem` is the last code
    of what went wrong, such as "550".
    """

    id: int
    message_id: str
    kind: Kind
    reference: str
    revision: int
    recipient: str
    attempts: int
    request: Request | None
    problem: str | None = None


class Outbox:
    """The mails that are to be sent. Every method raises Unavailable.

    A mail is claimed until some moment. A worker that is late loses it to the next one
    that claims, and can then no longer say what became of it. The moments of claims and
    of tries are in UTC, without a time zone: local time jumps.
    """

    def __init__(self, engine: Engine) -> None:
        """Take the database."""
        self._engine = engine

    def claim(self, worker: str, now: datetime, until: datetime) -> Mail | None:
        """Return the oldest mail that is due, for this worker alone until that moment.

        None when there is none. What is no longer true (of a request that is gone,
        withdrawn, changed or done; overdue, but picked up) is dropped on the way.
        """
        with writing(self._engine) as connection:
            while row := connection.execute(_due(now)).first():
                request = find_request(connection, row.reference)
                if still_true(connection, row, request):
                    attempts = row.attempts + 1
                    values = {"claimed_by": worker, "claimed_until": until}
                    _set(connection, row.id, attempts=attempts, **values)
                    return _mail(row, request, attempts)
                _set(connection, row.id, state="dropped")
        return None

    def sent(self, mail: Mail, now: datetime) -> bool:
        """Record that the mail server accepted it; False when the claim was lost."""
        return self._record(mail, state="sent", sent_at=now, problem=None)

    def try_again(self, mail: Mail, at: datetime, problem: str) -> bool:
        """Let it be claimed again from that moment; False when the claim was lost."""
        return self._record(mail, next_try_at=at, problem=problem)

    def refuse(self, mail: Mail, now: datetime, problem: str) -> bool:
        """Flag it for a person to mend; False when the claim was lost."""
        return self._record(mail, state="refused", refused_at=now, problem=problem)

    def refused(self) -> list[Mail]:
        """Return what was refused for good and still matters, the oldest first."""
        refused = select(outbox).where(outbox.c.state == "refused")
        with reading(self._engine) as connection:
            rows = connection.execute(refused.order_by(outbox.c.id)).all()
            found = [(row, find_request(connection, row.reference)) for row in rows]
            return [
                _mail(row, request, row.attempts)
                for row, request in found
                if still_true(connection, row, request)
            ]

    def retry(self, reference: str, recipient: str | None = None) -> int:
        """Send the refused mails of a request again, at once; return how many.

        With a `recipient`, who would get the request now, a mail to another supporter
        goes there instead, as new; the request is that one's from then on.
        """
        refused = and_(outbox.c.reference == reference, outbox.c.state == "refused")
        with writing(self._engine) as connection:
            request = lock_request(connection, reference)
            rows = connection.execute(select(outbox).where(refused)).all()
            matter = [row for row in rows if still_true(connection, row, request)]
            for row in matter:
                _set(connection, row.id, state="pending", next_try_at=None)
                if request and row.kind in PASSES_ON and recipient:
                    _redirect(connection, row, request, recipient)
        return len(matter)

    def told(self, reference: str, now: datetime) -> int:
        """Put away what was refused, that a person told instead; return how many.

        Only what asks nobody to reach the client: one that waits is to be picked up.
        """
        refused = and_(
            outbox.c.reference == reference,
            outbox.c.state == "refused",
            outbox.c.kind.not_in(ABOUT_THE_REQUEST),
        )
        told = update(outbox).where(refused).values(state="told", sent_at=now)
        with writing(self._engine) as connection:
            return int(connection.execute(told).rowcount)

    def _record(self, mail: Mail, **values: object) -> bool:
        """Change the row when the claim is still that of the mail; say if it was.

        Every claim has its own number of attempts, also two of the same worker.
        """
        mine = and_(
            outbox.c.id == mail.id,
            outbox.c.state == "pending",
            outbox.c.claimed_by.is_not(None),
            outbox.c.attempts == mail.attempts,
        )
        values = {"claimed_by": None, "claimed_until": None, **values}
        with writing(self._engine) as connection:
            changed = connection.execute(update(outbox).where(mine).values(**values))
            return bool(changed.rowcount)


def _due(now: datetime) -> Any:  # noqa: ANN401
    """Select the oldest row that can be claimed; PostgreSQL locks it.

    A mail waits while somebody has an earlier one on the same request, to the same
    address: "withdrawn" may not overtake "new".
    """
    earlier = aliased(outbox)
    on_its_way = (
        select(earlier.c.id)
        .where(
            earlier.c.reference == outbox.c.reference,
            earlier.c.recipient == outbox.c.recipient,
            earlier.c.id < outbox.c.id,
            earlier.c.state == "pending",
            earlier.c.claimed_by.is_not(None),
        )
        .exists()
    )
    return (
        select(outbox)
        .where(
            outbox.c.state == "pending",
            or_(outbox.c.next_try_at.is_(None), outbox.c.next_try_at <= now),
            or_(outbox.c.claimed_until.is_(None), outbox.c.claimed_until < now),
            ~on_its_way,
        )
        .order_by(outbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def _mail(row: Any, request: Request | None, attempts: int) -> Mail:  # noqa: ANN401
    shown = request if row.kind in ABOUT_THE_REQUEST else None
    return Mail(
        id=row.id,
        message_id=row.message_id,
        kind=row.kind,
        reference=row.reference,
        revision=row.revision,
        recipient=row.recipient or (shown and shown.details.email) or "",
        attempts=attempts,
        request=shown,
        problem=row.problem,
    )


def _set(connection: Connection, row_id: int, **values: object) -> None:
    connection.execute(update(outbox).where(outbox.c.id == row_id).values(**values))


def _redirect(
    connection: Connection,
    row: Any,  # noqa: ANN401
    request: Request,
    recipient: str,
) -> None:
    """Send the mail in the row to who would get the request now, if that is another."""
    if recipient != request.recipient:
        _set(connection, row.id, kind="new", recipient=recipient)
        store_request(connection, replace(request, recipient=recipient))
