"""The 24 hours in which WhatsApp lets us answer, and what goes when they are over."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Engine

from steunwijzer.whatsapp.inbox import Inbox
from steunwijzer.whatsapp.people import People
from steunwijzer.whatsapp.unreached import Unreached


@dataclass(frozen=True)
class Closed:
    """How many people were forgotten, and how many of them had no answer yet."""

    people: int
    unanswered: int


def close_windows(
    engine: Engine, domain: str, utc: datetime, local: datetime
) -> Closed:
    """Forget who wrote longer ago, and the ids that WhatsApp does not deliver again.

    `utc` and `local` are now. Raises Unavailable.
    """
    unreached = Unreached(engine, domain)
    over = People(engine).over(utc)
    undone = [unreached.window_is_over(each, utc, local) for each in over]
    Inbox(engine).forget_seen(utc)
    return Closed(people=len(over), unanswered=sum(map(bool, undone)))
