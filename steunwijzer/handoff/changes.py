"""What is written to the tables of drafts and requests, within a transaction."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, and_, delete, select, update
from sqlalchemy.engine import Connection

from steunwijzer.handoff.database import insert_into
from steunwijzer.handoff.posting import ABOUT_THE_REQUEST
from steunwijzer.handoff.reference import new_reference
from steunwijzer.handoff.request import Details, Request, State
from steunwijzer.handoff.rows import columns_of, find_request
from steunwijzer.handoff.tables import drafts, erasures, outbox, requests


def keep_draft(
    connection: Connection, conversation: str, details: Details, now: datetime
) -> None:
    """Write the draft, over the one that was there."""
    columns = {**columns_of(details), "changed_at": now}
    draft = insert_into(connection, drafts).values(conversation=conversation, **columns)
    connection.execute(
        draft.on_conflict_do_update(index_elements=["conversation"], set_=columns)
    )


def drop_draft(connection: Connection, conversation: str) -> int:
    """Remove the draft; return how many that were."""
    return _remove(connection, drafts, drafts.c.conversation == conversation)


def free_reference(connection: Connection) -> str:
    """Return a reference that no request has, nor a mail about one that is gone."""

    def taken(reference: str) -> bool:
        mails = select(outbox.c.id).where(outbox.c.reference == reference)
        mailed = connection.execute(mails).first()
        return bool(mailed or find_request(connection, reference))

    return new_reference(taken)


def add_request(connection: Connection, request: Request) -> None:
    """Write a request that is not there yet."""
    connection.execute(insert_into(connection, requests).values(_columns(request)))


def store_request(connection: Connection, request: Request) -> None:
    """Write the whole request over what it was."""
    of_it = requests.c.reference == request.reference
    connection.execute(update(requests).where(of_it).values(_columns(request)))


def close_request(
    connection: Connection, request: Request, state: State, now: datetime
) -> Request:
    """Write that the request is done or cancelled, and return it."""
    closed = replace(request, state=state, closed_at=now)
    store_request(connection, closed)
    return closed


def remove_request(connection: Connection, request: Request) -> None:
    """Remove the request; its mails stay."""
    _remove(connection, requests, requests.c.reference == request.reference)


def remove_drafts(connection: Connection, now: datetime, days: int) -> int:
    """Remove what was not changed for more than so many days; return how many."""
    changed_at = drafts.c.changed_at
    return _remove(connection, drafts, changed_at < now - timedelta(days=days))


def remove_requests(connection: Connection, now: datetime, days: int) -> int:
    """Remove what was closed more than so many days ago; return how many."""
    closed_at = requests.c.closed_at
    return _remove(connection, requests, closed_at < now - timedelta(days=days))


def remove_mails(connection: Connection) -> None:
    """Remove the mails about requests that are gone, but for those still to be sent."""
    of_none = outbox.c.reference.not_in(select(requests.c.reference))
    needed = and_(
        outbox.c.state.in_(("pending", "refused")),
        outbox.c.kind.not_in(ABOUT_THE_REQUEST),
    )
    _remove(connection, outbox, and_(of_none, ~needed))


def note_erasure(connection: Connection, now: datetime) -> None:
    """Write that the files of the database have to be rid of what was erased."""
    connection.execute(insert_into(connection, erasures).values(erased_at=now))


def noted_erasures(connection: Connection) -> list[int]:
    """Return which erasures the files are still to be rid of."""
    return list(connection.execute(select(erasures.c.id)).scalars())


def drop_erasures(connection: Connection, noted: list[int]) -> None:
    """Remove those: nothing is left of what they erased."""
    _remove(connection, erasures, erasures.c.id.in_(noted))


def _columns(request: Request) -> dict[str, Any]:
    columns = {each.name: getattr(request, each.name, None) for each in requests.c}
    return columns | columns_of(request.details)


def _remove(connection: Connection, table: Table, condition: Any) -> int:  # noqa: ANN401
    return int(connection.execute(delete(table).where(condition)).rowcount)
