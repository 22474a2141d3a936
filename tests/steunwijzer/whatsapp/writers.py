"""Clients who write in WhatsApp, and a worker who answers them."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.engine import Engine

from steunwijzer.whatsapp.inbox import Inbox, Message, Waiting
from steunwijzer.whatsapp.outbox import Answer, Outbox
from steunwijzer.whatsapp.people import People

NOW = datetime(2026, 11, 24, 9)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WORKER, ANOTHER = "a worker", "another worker"
JAN, FATIMA = "whatsapp-jan", "whatsapp-fatima"


def message(key: str, **changes: object) -> Message:
    """Return a message of Jan, sent now."""
    sent = Message(
        conversation=JAN,
        key=key,
        message_id=f"wamid.{key}",
        phone="31612345678",
        user_id="NL.1",
        kind="text",
        said="wat kost het",
        sent_at=NOW,
    )
    return replace(sent, **changes)  # type: ignore[arg-type]


def text(said: str) -> dict[str, object]:
    """Return the body of an answer."""
    return {"type": "text", "text": {"body": said}}


class Worker:
    """Works for Jan at a time that stands still."""

    def __init__(self, engine: Engine, name: str = WORKER) -> None:
        self.people, self.inbox = People(engine), Inbox(engine)
        self.outbox = Outbox(engine)
        self.name = name

    def receive(self, *keys: str, now: datetime = NOW) -> None:
        self.inbox.receive([message(key, sent_at=now) for key in keys], now)

    def claim(self, now: datetime = NOW, who: str = JAN) -> bool:
        return self.people.claim(who, self.name, now, now + MINUTE)

    def answer(self, *said: str, erases: bool = False) -> None:
        """Answer the next message, which has to be there."""
        waiting = self.inbox.next(JAN)
        assert waiting
        assert self.answer_to(waiting, *said, erases=erases)

    def answer_to(self, waiting: Waiting, *said: str, erases: bool = False) -> bool:
        bodies = [text(each) for each in said]
        return self.inbox.answered(waiting, self.name, bodies, [], erases)

    def next(self, now: datetime = NOW) -> Answer | None:
        return self.outbox.next(JAN, self.name, now)

    def first(self, now: datetime = NOW) -> Answer:
        """Return the next answer to send, which has to be there."""
        answer = self.next(now)
        assert answer
        return answer

    def answered(self, *said: str) -> None:
        """Have a message come in and be answered with these."""
        self.receive(f"before {said}")
        self.claim()
        self.answer(*said)
