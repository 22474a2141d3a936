"""Requests for a human: drafted, submitted, changed, picked up, done and forgotten."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.engine import Connection, Engine

from steunwijzer.conversations import remove_conversation
from steunwijzer.handoff import changes
from steunwijzer.handoff.database import forget_traces, reading, writing
from steunwijzer.handoff.posting import Post
from steunwijzer.handoff.request import CURRENT, Details, Request
from steunwijzer.handoff.rows import (
    current_request,
    find_draft,
    find_requests,
    is_current,
    lock_current_request,
    lock_request,
)
from steunwijzer.handoff.tables import requests
from steunwijzer.zorgkantoor import Retention

ALWAYS_NEEDED = ("contact_by", "name")
NEEDED = {
    "phone": ("phone", "window"),
    "email": ("email",),
    "visit": ("address", "window"),
}


@dataclass(frozen=True)
class Removed:
    """How many requests and drafts were removed."""

    requests: int
    drafts: int


def missing(details: Details) -> tuple[str, ...]:
    """Return the names of what is still needed before it can be submitted."""
    needed = ALWAYS_NEEDED + NEEDED.get(details.contact_by or "", ())
    return tuple(name for name in needed if not getattr(details, name))


class Handoffs:
    """The requests of clients, and the mails that follow from them.

    Every method is one transaction: what it returns is stored. Every method raises
    Unavailable when the database cannot be used; then nothing has changed.
    """

    def __init__(self, engine: Engine, domain: str) -> None:
        """Take the database, and the part after @ of the zorgkantoor's e-mail."""
        self._engine = engine
        self._domain = domain

    def draft(self, conversation: str) -> Details:
        """Return what the client told so far; Details() when there is no draft."""
        with reading(self._engine) as connection:
            return find_draft(connection, conversation) or Details()

    def keep_draft(self, conversation: str, details: Details, now: datetime) -> None:
        """Keep what the client told so far, instead of what was kept before."""
        with writing(self._engine) as connection:
            changes.keep_draft(connection, conversation, details, now)

    def drop_draft(self, conversation: str) -> None:
        """Forget what the client told so far; a request that was sent stays."""
        with writing(self._engine) as connection:
            changes.drop_draft(connection, conversation)

    def is_change(self, conversation: str) -> bool:
        """Say whether there is a draft, and submitting it changes a request."""
        with reading(self._engine) as connection:
            draft = find_draft(connection, conversation)
            request = current_request(connection, conversation)
        return bool(draft and request and request.state in CURRENT)

    def change(self, conversation: str, now: datetime) -> bool:
        """Copy the open or picked up request into the draft; False if there is none."""
        with writing(self._engine) as connection:
            request = lock_current_request(connection, conversation)
            if request:
                changes.keep_draft(connection, conversation, request.details, now)
        return request is not None

    def submit(
        self, conversation: str, recipient: str, overdue_at: datetime, now: datetime
    ) -> Request:
        """Make the draft a request, or change the open or picked up one; mail it.

        Without a draft (a double click, a retry) nothing changes and the current
        request is returned. A change makes a request that was picked up open again.
        Raises ValueError naming what is `missing`, LookupError without draft and
        request.
        """
        with writing(self._engine) as connection:
            details = find_draft(connection, conversation, lock=True)
            if not details:
                request = current_request(connection, conversation)
                if not request:
                    raise LookupError("no draft and no request")
                return request
            if lacking := missing(details):
                raise ValueError(f"missing: {', '.join(lacking)}")
            before = lock_current_request(connection, conversation)
            reference = before.reference if before else None
            request = Request(
                reference=reference or changes.free_reference(connection),
                conversation=conversation,
                details=details,
                state="open",
                revision=before.revision + 1 if before else 1,
                recipient=recipient,
                created_at=before.created_at if before else now,
                changed_at=now,
                overdue_at=overdue_at,
            )
            write = changes.store_request if before else changes.add_request
            write(connection, request)
            self._post(connection, now).submitted(request, before)
            changes.drop_draft(connection, conversation)
        return request

    def current(self, conversation: str) -> Request | None:
        """Return the request that is open or picked up, or else the latest one."""
        with reading(self._engine) as connection:
            return current_request(connection, conversation)

    def cancel(self, conversation: str, now: datetime) -> Request | None:
        """Withdraw the open or picked up request; None when there is none."""
        with writing(self._engine) as connection:
            before = lock_current_request(connection, conversation)
            if not before:
                return None
            request = changes.close_request(connection, before, "cancelled", now)
            self._post(connection, now).cancelled(request)
        return request

    def erase(self, conversation: str, now: datetime) -> Removed:
        """Remove the conversation, and all its drafts and requests.

        Who was mailed about a request gets a mail to remove theirs. What is left in
        the bytes of the database goes with the next `forget_erased`.
        """
        of_it = requests.c.conversation == conversation
        oldest = requests.c.created_at
        with writing(self._engine) as connection:
            forgotten = changes.drop_draft(connection, conversation)
            found = find_requests(connection, of_it, oldest, lock=True)
            for request in found:
                self._post(connection, now).erased(request)
                changes.remove_request(connection, request)
            remove_conversation(connection, conversation)
            changes.note_erasure(connection, now)
        return Removed(requests=len(found), drafts=forgotten)

    def forget_erased(self) -> bool:
        """Remove what was erased from the bytes of the database too, if anything was.

        It can take seconds. Returns False when it is to be done again later.
        """
        with reading(self._engine) as connection:
            noted = changes.noted_erasures(connection)
        if not noted:
            return True
        if not forget_traces(self._engine):
            return False
        with writing(self._engine) as connection:
            changes.drop_erasures(connection, noted)
        return True

    def all_current(self) -> list[Request]:
        """Return the open and picked up requests, the oldest first."""
        with reading(self._engine) as connection:
            return find_requests(connection, is_current(), requests.c.created_at)

    def pick_up(self, reference: str, now: datetime) -> Request:
        """Record that somebody took it. Raises LookupError, and ValueError if closed.

        Whoever picks it up again changes nothing.
        """
        with writing(self._engine) as connection:
            request = _lock_unless_closed(connection, reference)
            if request.state == "open":
                request = replace(request, state="picked_up", picked_up_at=now)
                changes.store_request(connection, request)
        return request

    def done(self, reference: str, now: datetime) -> Request:
        """Record that it is done. Raises LookupError, and ValueError if closed."""
        with writing(self._engine) as connection:
            request = _lock_unless_closed(connection, reference)
            return changes.close_request(connection, request, "done", now)

    def escalate(self, to: str, now: datetime) -> int:
        """Mail the overdue requests to that address, each once; return how many."""
        with writing(self._engine) as connection:
            post = self._post(connection, now)
            current = find_requests(connection, is_current(), requests.c.overdue_at)
            late = [each for each in current if each.is_overdue(now)]
            return sum(post.add(each, "overdue", to, once=True) for each in late)

    def tell_unreached(self, conversation: str, now: datetime) -> bool:
        """Mail who has the client's request that an answer did not reach the client.

        Once for a revision; returns whether it is mailed.
        """
        with writing(self._engine) as connection:
            request = lock_current_request(connection, conversation)
            if request is None:
                return False
            post = self._post(connection, now)
            return post.add(request, "unreached", request.recipient, once=True)

    def purge(self, now: datetime, retention: Retention) -> Removed:
        """Remove what may no longer be kept, and its mails in the outbox.

        What is left in the bytes of the database is for `forget_traces`.
        """
        with writing(self._engine) as connection:
            drafts = changes.remove_drafts(connection, now, retention.drafts)
            closed = changes.remove_requests(connection, now, retention.requests)
            changes.remove_mails(connection)
        return Removed(requests=closed, drafts=drafts)

    def _post(self, connection: Connection, now: datetime) -> Post:
        return Post(connection, self._domain, now)


def _lock_unless_closed(connection: Connection, reference: str) -> Request:
    request = lock_request(connection, reference)
    if not request:
        raise LookupError(f"no request {reference}")
    if request.state not in CURRENT:
        raise ValueError(f"{reference} is {request.state} already")
    return request
