"""Requests and their details as rows of the tables, and back."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import and_, desc, select
from sqlalchemy.engine import Connection

from steunwijzer.handoff.request import CURRENT, Details, Request, Window
from steunwijzer.handoff.tables import drafts, requests


def columns_of(details: Details) -> dict[str, Any]:
    """Return the values of the columns of the details."""
    columns = asdict(details)
    window = columns.pop("window") or {"start": None, "end": None}
    return {**columns, "window_start": window["start"], "window_end": window["end"]}


def details_in(row: Any) -> Details:  # noqa: ANN401
    """Return the details in a row of drafts or requests."""
    return Details(
        contact_by=row.contact_by,
        name=row.name,
        phone=row.phone,
        email=row.email,
        address=row.address,
        window=row.window_start and Window(row.window_start, row.window_end),
        sector=row.sector,
        about=row.about,
    )


def request_in(row: Any) -> Request:  # noqa: ANN401
    """Return the request in a row."""
    return Request(
        reference=row.reference,
        conversation=row.conversation,
        details=details_in(row),
        state=row.state,
        revision=row.revision,
        recipient=row.recipient,
        created_at=row.created_at,
        changed_at=row.changed_at,
        overdue_at=row.overdue_at,
        picked_up_at=row.picked_up_at,
        closed_at=row.closed_at,
    )


def find_request(connection: Connection, reference: str) -> Request | None:
    """Return the request with that reference."""
    return _first(connection, requests.c.reference == reference)


def lock_request(connection: Connection, reference: str) -> Request | None:
    """Return the request with that reference; nobody else changes it meanwhile."""
    return _first(connection, requests.c.reference == reference, lock=True)


def current_request(connection: Connection, conversation: str) -> Request | None:
    """Return the request that is open or picked up, or else the latest one."""
    return _first(connection, requests.c.conversation == conversation)


def lock_current_request(connection: Connection, conversation: str) -> Request | None:
    """Return only what is open or picked up; nobody else changes it meanwhile."""
    of_it = requests.c.conversation == conversation
    return _first(connection, and_(of_it, is_current()), lock=True)


def find_draft(
    connection: Connection, conversation: str, lock: bool = False
) -> Details | None:
    """Return the draft of the conversation; `lock` it for who submits it."""
    query = select(drafts).where(drafts.c.conversation == conversation)
    row = connection.execute(query.with_for_update() if lock else query).first()
    return details_in(row) if row else None


def find_requests(
    connection: Connection,
    condition: Any,  # noqa: ANN401
    order: Any,  # noqa: ANN401
    lock: bool = False,
) -> list[Request]:
    """Return the requests for which the condition holds; `lock` them for a change."""
    query = select(requests).where(condition).order_by(order, requests.c.reference)
    rows = connection.execute(query.with_for_update() if lock else query)
    return [request_in(row) for row in rows]


def is_current() -> Any:  # noqa: ANN401
    """Return the condition that a request is open or picked up."""
    return requests.c.state.in_(CURRENT)


def _first(
    connection: Connection,
    condition: Any,  # noqa: ANN401
    lock: bool = False,
) -> Request | None:
    order = (desc(is_current()), desc(requests.c.created_at))
    query = select(requests).where(condition).order_by(*order).limit(1)
    row = connection.execute(query.with_for_update() if lock else query).first()
    return request_in(row) if row else None
