"""What a client asks a human to do: call back, mail, or come by."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ContactBy = Literal["phone", "email", "visit"]
State = Literal["open", "picked_up", "done", "cancelled"]
# Somebody still has to do something. A conversation has one of these at most.
CURRENT: tuple[State, ...] = ("open", "picked_up")


@dataclass(frozen=True)
class Window:
    """When somebody may call or come, in local time.

    `start` and `end` are the same for a moment: "donderdag om half vier".
    """

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Details:
    """What is passed on; None is "not told".

    `phone` is in E.164, `window` None for an e-mail, `sector` an id of
    eligibility.yml (None when the client does not know), `about` what it is about, in
    the client's words or ours.
    """

    contact_by: ContactBy | None = None
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    window: Window | None = None
    sector: str | None = None
    about: str | None = None


@dataclass(frozen=True)
class Request:
    """A request that was confirmed to the client.

    `reference` is what the client and the supporter call it; `revision` counts up
    from 1 with each change by the client; `overdue_at` is when somebody else is told,
    if nobody picked it up by then. All moments are local time, without a time zone.
    """

    reference: str
    conversation: str
    details: Details
    state: State
    revision: int
    recipient: str
    created_at: datetime
    changed_at: datetime
    overdue_at: datetime
    picked_up_at: datetime | None = None
    closed_at: datetime | None = None

    def is_overdue(self, now: datetime) -> bool:
        """Say whether somebody should have picked it up by now."""
        return self.state == "open" and self.overdue_at <= now
