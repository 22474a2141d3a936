"""A client who asks for a human, and a worker who sends what follows."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import reading
from steunwijzer.handoff.outbox import Mail, Outbox
from steunwijzer.handoff.request import Details, Request, Window
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.handoff.tables import outbox

NOW = datetime(2026, 11, 24, 10)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
DOMAIN = "zorgkantoor-voorbeeld.example"
SUPPORTER = "ouderen@steunpunt-voorbeeld.example"
OTHER = "handicap@steunpunt-voorbeeld.example"
TEAM = "teamleider@zorgkantoor-voorbeeld.example"
CALL = Details(
    contact_by="phone",
    name="Truus Wortelboer",
    phone="+31612345678",
    window=Window(NOW + 3 * HOUR, NOW + 5 * HOUR),
    about="Hulp bij de aanvraag",
)
MAILED = Details(contact_by="email", name="Jan Pierik", email="jan@pierik.example")


class Client:
    """Conversation `name`; the clock stands still unless told otherwise."""

    def __init__(self, engine: Engine, name: str = "a conversation") -> None:
        self.engine = engine
        self.handoffs = Handoffs(engine, DOMAIN)
        self.name = name

    def submit(
        self,
        details: Details = CALL,
        recipient: str = SUPPORTER,
        now: datetime = NOW,
        **changes: object,
    ) -> Request:
        self.handoffs.keep_draft(self.name, replace(details, **changes), now)  # type: ignore[arg-type]
        return self.handoffs.submit(self.name, recipient, now + 2 * HOUR, now)


def all_mails(engine: Engine) -> list[tuple[str, str | None, str]]:
    """Return the kind, recipient and state of every mail, the oldest first."""
    columns = (outbox.c.kind, outbox.c.recipient, outbox.c.state)
    with reading(engine) as connection:
        rows = connection.execute(select(*columns).order_by(outbox.c.id))
        return [tuple(row) for row in rows]


def claim(engine: Engine, now: datetime = NOW, minutes: int = 5) -> Mail | None:
    until = now + timedelta(minutes=minutes)
    return Outbox(engine).claim("a worker", now, until)


def claimed(engine: Engine, now: datetime = NOW) -> Mail:
    """Claim the next mail, which has to be there."""
    mail = claim(engine, now)
    assert mail
    return mail


def send_all(engine: Engine, now: datetime = NOW) -> list[Mail]:
    """Send what is due, and return it."""
    sent = []
    while mail := claim(engine, now):
        assert Outbox(engine).sent(mail, now)
        sent.append(mail)
    return sent
