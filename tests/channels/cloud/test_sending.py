"""Answers leave in order; what is refused waits, is dropped, or holds up all."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from channels.cloud.account import Account
from channels.cloud.graph import Graph
from channels.cloud.sending import LONGEST, MOST, Sending, pause_after
from channels.cloud.settings import Settings
from steunwijzer.handoff.database import reading, writing
from steunwijzer.whatsapp.outbox import DOUBT, Outbox
from steunwijzer.whatsapp.tables import people
from steunwijzer.whatsapp.unreached import Unreached
from tests.steunwijzer.handoff.clients import DOMAIN, Client, all_mails
from tests.steunwijzer.whatsapp.writers import JAN, WORKER, Worker, message, text
from tools.clock import utc_now
from tools.graph_api import NUMBER_ID, TOKEN, Fault, GraphApi

FATIMA = "whatsapp-fatima"


class Office:
    """A worker with answers to send, on the real clock."""

    def __init__(self, engine: Engine, api: GraphApi) -> None:
        self.engine, self.api = engine, api
        self.worker = Worker(engine)
        self.token, self.account = TOKEN, Account()
        self.sending: Sending | None = None

    def answer(self, *said: str, to: str = JAN, number: str = "31612345678") -> None:
        """Have somebody write, and answer with these."""
        now = utc_now()
        sent = message(f"{to} {said}", conversation=to, phone=number, sent_at=now)
        self.worker.inbox.receive([sent], now)
        self.worker.claim(now, to)
        waiting = self.worker.inbox.next(to)
        assert waiting
        self.worker.inbox.answered(waiting, WORKER, [*map(text, said)], [])

    def send(self, *whom: str) -> None:
        """Send all there is for these people."""

        async def send() -> None:
            settings = Settings("x", "x", self.token, NUMBER_ID, "x", self.api.url)
            graph = Graph(settings)
            outbox, unreached = Outbox(self.engine), Unreached(self.engine, DOMAIN)
            made = self.sending or Sending(graph, outbox, unreached, self.account)
            self.sending = made
            self.sending._graph = graph
            at_once = [made.send_all(each, WORKER) for each in whom or (JAN,)]
            await asyncio.gather(*at_once)
            await graph.close()

        asyncio.run(send())

    def received(self) -> list[str]:
        return [each.message["text"]["body"] for each in self.api.accepted]

    def held_for(self, who: str = JAN) -> float:
        """Return how many seconds nothing is sent to somebody."""
        of_it = people.c.conversation == who
        with reading(self.engine) as connection:
            until = connection.execute(
                select(people.c.hold_until).where(of_it)
            ).scalar()
        return float((until - utc_now()).total_seconds())

    def next_moment(self, who: str = JAN) -> None:
        """Let the time pass that nothing may be sent."""
        mine = people.c.conversation == who
        with writing(self.engine) as connection:
            connection.execute(update(people).where(mine).values(hold_until=None))


@pytest.fixture
def office(engine: Engine, api: GraphApi) -> Office:
    return Office(engine, api)


def test_all_answers_leave_in_order(office: Office) -> None:
    office.answer("Een.", "Twee.", "Drie.")
    office.send()
    assert office.received() == ["Een.", "Twee.", "Drie."]
    assert office.worker.outbox.waiting() == 0


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (Fault(500), 2),
        (Fault(400, 131056), 1),
        (Fault(500, 131016), 2),
        (Fault(400, 130429), 2),
    ],
)
def test_what_is_refused_for_now_leaves_later_in_order_each_once(
    office: Office, fault: Fault, seconds: int
) -> None:
    office.api.faults.append(fault)
    office.answer("Een.", "Twee.")
    office.send()
    assert office.received() == []
    assert seconds - 0.9 < office.held_for() <= seconds
    assert office.sending
    office.sending._paused_until = 0.0
    office.next_moment()
    office.send()
    assert office.received() == ["Een.", "Twee."]


def test_the_pauses_grow_and_stop_growing() -> None:
    seconds = [pause_after(number, "HTTP 500").total_seconds() for number in (1, 2, 3)]
    assert seconds == [2, 4, 8]
    pair_rate = [pause_after(number, "131056").total_seconds() for number in (1, 2, 3)]
    assert pair_rate == [1, 4, 16]
    assert pause_after(10_000, "131056") == timedelta(seconds=LONGEST)


@pytest.mark.parametrize(
    ("fault", "given_up"), [(Fault(400, 131056), True), (Fault(500, 131000), False)]
)
def test_what_is_refused_for_an_hour_holds_up_no_other_answer(
    office: Office, fault: Fault, given_up: bool
) -> None:
    Client(office.engine, JAN).submit()
    office.api.faults += [fault] * MOST
    office.answer("Een.", "Twee.")
    for _ in range(MOST):
        office.send()
        office.next_moment()
    office.send()
    assert office.received() == (["Twee."] if given_up else ["Een.", "Twee."])
    mails = [kind for kind, *_ in all_mails(office.engine)]
    assert ("unreached" in mails) is given_up


@pytest.mark.parametrize("code", [131026, 131047, 131009])
def test_what_will_never_arrive_is_tried_once_and_a_supporter_hears_of_it(
    office: Office, code: int
) -> None:
    Client(office.engine, JAN).submit()
    office.api.faults.append(Fault(400, code))
    office.answer("Een.", "Twee.")
    office.send()
    assert len(office.api.tried) == 2
    assert office.received() == ["Twee."]
    assert "unreached" in [kind for kind, *_ in all_mails(office.engine)]


def test_outside_the_window_nothing_is_sent(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    Client(office.engine, JAN).submit()
    office.answer("Een.")
    a_day_later = utc_now() + timedelta(hours=24)
    monkeypatch.setattr("channels.cloud.sending.utc_now", lambda: a_day_later)
    office.send()
    assert office.api.tried == []
    assert office.worker.outbox.waiting() == 0
    assert "unreached" in [kind for kind, *_ in all_mails(office.engine)]


def test_what_one_person_cannot_get_holds_up_nobody_else(office: Office) -> None:
    office.api.faults.append(Fault(400, 131056))
    office.answer("Een.")
    office.answer("Twee.", to=FATIMA, number="31687654321")
    office.send(JAN)
    office.send(FATIMA)
    assert office.received() == ["Twee."]


def test_what_many_are_told_at_once_is_one_pause(office: Office) -> None:
    everybody = [f"whatsapp-{number}" for number in range(8)]
    for number, each in enumerate(everybody):
        office.api.faults.append(Fault(400, 130429, seconds=0.5))
        office.answer("Een.", to=each, number=str(31600000000 + number))
    office.send(*everybody)
    assert len(office.api.tried) > 1
    assert max(map(office.held_for, everybody)) <= 2


@pytest.mark.parametrize("fault", [Fault(400, 130429), Fault(401, 190)])
def test_what_is_about_all_holds_up_all(office: Office, fault: Fault) -> None:
    office.api.faults.append(fault)
    office.answer("Een.")
    office.answer("Twee.", to=FATIMA, number="31687654321")
    office.send(JAN)
    office.send(FATIMA)
    assert len(office.api.tried) == 1, "nobody else is tried in vain"
    assert office.received() == []
    assert office.held_for(FATIMA) > 1
    assert office.worker.outbox.waiting() == 2


def test_a_rejected_token_is_said_once_and_loudly_and_nothing_is_lost(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.token = "rejected"
    office.answer("Een.", "Twee.")
    for _ in range(3):
        office.send()
        assert office.sending
        office.sending._paused_until = 0.0
        office.next_moment()
    loud = [each for each in caplog.messages if "NOTHING LEAVES" in each]
    assert len(loud) == 1
    assert "STEUNWIJZER_WHATSAPP_ACCESS_TOKEN" in loud[0]
    assert "31612345678" not in caplog.text
    assert office.account.problem == "190"
    office.token = TOKEN
    office.send()
    assert office.received() == ["Een.", "Twee."]
    assert office.account.problem == ""


def test_after_a_time_out_whatsapp_gets_to_say_that_it_has_the_answer(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("channels.cloud.graph.SECONDS_TO_SEND", 0.2)
    office.api.faults.append(Fault(seconds=0.6))
    office.answer("Een.")
    office.send()
    assert DOUBT.total_seconds() - 1 < office.held_for() <= DOUBT.total_seconds()
    with office.api.changed:
        assert office.api.changed.wait_for(lambda: office.api.accepted, 5)
    office.worker.outbox.confirmed(office.api.accepted[0].token, False, utc_now())
    office.next_moment()
    office.send()
    assert office.received() == ["Een."]


def test_no_log_has_a_number_or_a_word_of_an_answer(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    faults = [Fault(500), Fault(400, 131056), Fault(400, 131026), Fault(400, 130429)]
    for fault in faults:
        office.api.faults.append(fault)
        office.answer(f"Beste Jan, {fault.code}.")
        office.send()
        office.next_moment()
    assert caplog.messages
    assert "31612345678" not in caplog.text
    assert "Beste Jan" not in caplog.text
