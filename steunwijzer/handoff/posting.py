"""Which mails follow from what happens to a request, in the same transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import and_, select, update
from sqlalchemy.engine import Connection

from steunwijzer.handoff.database import insert_into
from steunwijzer.handoff.request import CURRENT, Request
from steunwijzer.handoff.tables import outbox

Kind = Literal[
    "new",
    "changed",
    "overdue",
    "unreached",
    "superseded",
    "withdrawn",
    "erased",
    "confirmation",
]
# What says how the request is: useless once it has changed again.
ABOUT_THE_REQUEST = ("new", "changed", "overdue", "unreached", "confirmation")
# With these somebody else than the client knows of the request; the first ones are for
# the supporter who has to reach the client ...
PASSES_ON = ("new", "changed")
TELLS = (*PASSES_ON, "overdue", "unreached")
# ... until one of these: it goes on with somebody else, or not at all.
ENDS = ("superseded", "withdrawn")


@dataclass(frozen=True)
class Post:
    """Puts mails in the outbox; `domain` is what their Message-IDs end in."""

    connection: Connection
    domain: str
    now: datetime

    def submitted(self, request: Request, before: Request | None) -> None:
        """Mail the request, which was `before` when it is changed.

        Who else knows of it, as it was, hears that this is no longer so.
        """
        self._drop_unsent(request.reference)
        know_of_it = self._know_of(request.reference)
        if before:
            others = [to for to in know_of_it if to != request.recipient]
            self._add_for_each(before, "superseded", others)
        known = request.recipient in know_of_it
        self.add(request, "changed" if known else "new", request.recipient)
        if request.details.email:
            self.add(request, "confirmation", None)

    def cancelled(self, request: Request) -> None:
        """Tell whoever counts on the request that it was withdrawn."""
        self._drop_unsent(request.reference)
        know_of_it = self._know_of(request.reference)
        self._add_for_each(request, "withdrawn", know_of_it)

    def erased(self, request: Request) -> None:
        """Tell whoever was mailed about the request to remove what they have of it."""
        self._drop_unsent(request.reference)
        self._add_for_each(request, "erased", list(self._told(request.reference)))

    def add(
        self,
        request: Request,
        kind: Kind,
        recipient: str | None,
        nth: int = 1,
        once: bool = False,
    ) -> bool:
        """Add a mail; say whether it was added.

        The Message-ID is always the same for one kind of mail on one revision; `nth`
        tells those apart that go to more than one address. `once` adds nothing when
        it is there already, which is a mistake otherwise.
        """
        number = "" if nth == 1 else f".{nth}"
        name = f"{request.reference}.{request.revision}.{kind}{number}"
        mail = insert_into(self.connection, outbox).values(
            message_id=f"<{name}@{self.domain}>".lower(),
            reference=request.reference,
            revision=request.revision,
            kind=kind,
            recipient=recipient,
            state="pending",
            attempts=0,
            created_at=self.now,
        )
        if once:
            mail = mail.on_conflict_do_nothing(index_elements=["message_id"])
        return bool(self.connection.execute(mail).rowcount)

    def _add_for_each(self, request: Request, kind: Kind, to: list[str]) -> None:
        for nth, recipient in enumerate(to, start=1):
            self.add(request, kind, recipient, nth)

    def _drop_unsent(self, reference: str) -> None:
        """Drop what nobody claimed; a claim that is made just now goes first."""
        unsent = and_(
            outbox.c.reference == reference,
            outbox.c.state == "pending",
            outbox.c.claimed_by.is_(None),
            outbox.c.kind.in_(ABOUT_THE_REQUEST),
        )
        self.connection.execute(update(outbox).where(unsent).values(state="dropped"))

    def _know_of(self, reference: str) -> list[str]:
        """Return who was told of the request, and not yet that this is over."""
        told = self._told(reference).items()
        return [recipient for recipient, kind in told if kind not in ENDS]

    def _told(self, reference: str) -> dict[str, str]:
        """Return who may know of the request, with the kind of mail they had last.

        A mail that was tried and failed counts: it can have arrived all the same. What
        ends it counts when it was sent, or is to be sent.
        """
        mails = (
            select(outbox)
            .where(
                outbox.c.reference == reference,
                outbox.c.kind.in_((*TELLS, *ENDS)),
                outbox.c.state != "refused",
            )
            .order_by(outbox.c.id)
        )
        return {
            row.recipient: row.kind
            for row in self.connection.execute(mails)
            if (row.state != "dropped" if row.kind in ENDS else row.attempts)
        }


def still_true(
    connection: Connection,
    row: Any,  # noqa: ANN401
    request: Request | None,
) -> bool:
    """Say whether somebody has to know what the mail in the row says."""
    if row.kind == "erased":
        return True
    if row.kind in ENDS:
        current = request and request.state != "cancelled"
        return not (current and _told_since(connection, row))
    if not request or request.state not in CURRENT:
        return False
    if row.kind == "overdue" and request.state != "open":
        return False
    return bool(request.revision == row.revision)


def _told_since(connection: Connection, row: Any) -> bool:  # noqa: ANN401
    """Say whether a request came back to whom it was taken from."""
    later = and_(
        outbox.c.reference == row.reference,
        outbox.c.recipient == row.recipient,
        outbox.c.id > row.id,
        outbox.c.kind.in_(TELLS),
        outbox.c.attempts > 0,
        outbox.c.state.in_(("pending", "sent")),
    )
    return connection.execute(select(outbox.c.id).where(later)).first() is not None
