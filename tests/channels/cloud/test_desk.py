"""Whatever happens to a process, a message is answered, and by one process."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from channels.assistant import Assistant, Handle
from channels.cloud.account import Account
from channels.cloud.desk import TRIES, Desk
from channels.cloud.graph import Graph
from channels.cloud.sending import Sending
from channels.cloud.settings import Settings
from steunwijzer.handoff.database import reading
from steunwijzer.whatsapp import tables
from steunwijzer.whatsapp.inbox import Inbox
from steunwijzer.whatsapp.outbox import DOUBT, Outbox
from steunwijzer.whatsapp.unreached import Unreached
from tests.channels.agents import an_agent, breaks, says, says_nothing
from tests.steunwijzer.handoff.clients import DOMAIN
from tests.steunwijzer.whatsapp.writers import JAN, Worker, message
from tools.clock import utc_now
from tools.graph_api import NUMBER_ID, TOKEN, Accepted, GraphApi
from tools.phone import text_of

SECONDS = 20
PROBLEM = "Er ging bij mij iets mis"


@pytest.fixture(autouse=True)
def _database(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEUNWIJZER_DATABASE", url)


def desk(engine: Engine, api: GraphApi, handle: Handle) -> tuple[Desk, Graph]:
    graph = Graph(Settings("x", "x", TOKEN, NUMBER_ID, "x", api.url))
    sending = Sending(graph, Outbox(engine), Unreached(engine, DOMAIN), Account())
    assistant = Assistant(an_agent(), handle, "whatsapp")
    return Desk(engine, graph, sending, assistant), graph


def work(
    engine: Engine, api: GraphApi, until: Callable[[], bool], *handles: Handle
) -> None:
    """Have a process for each handle work until something holds."""

    async def run() -> None:
        made = [desk(engine, api, each) for each in handles]
        tasks = [asyncio.ensure_future(each.work()) for each, _ in made]
        deadline = time.monotonic() + SECONDS
        while not until() and time.monotonic() < deadline:
            await asyncio.sleep(0.02)
        for each, _ in made:
            each.stop()
        await asyncio.gather(*tasks)
        for _, graph in made:
            await graph.close()

    asyncio.run(run())
    assert until()


def write(
    engine: Engine, *said: str, to: str = JAN, number: str = "31612345678"
) -> None:
    now = utc_now()
    sent = [
        message(f"{to} {each}", conversation=to, phone=number, said=each, sent_at=now)
        for each in said
    ]
    Inbox(engine).receive(sent, now)


def refuse(engine: Engine, when: str) -> None:
    """Have the database refuse to note who works for whom."""
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER refusing BEFORE UPDATE OF claimed_by ON whatsapp_people "
            f"WHEN {when} BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )


def allow(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER refusing")


def texts(api: GraphApi) -> list[str]:
    return [text_of(each.message).split("\n\n")[-1] for each in api.accepted]


def test_what_waits_is_answered_when_a_process_starts(
    engine: Engine, api: GraphApi
) -> None:
    write(engine, "een", "twee", "drie")
    work(engine, api, lambda: len(api.accepted) == 3, says)
    assert texts(api) == ["U zei: een.", "U zei: twee.", "U zei: drie."]
    assert len(api.read) == 3
    assert api.violations == []


@pytest.mark.parametrize("handle", [says_nothing, breaks])
def test_nobody_is_met_with_silence(
    engine: Engine, api: GraphApi, handle: Handle
) -> None:
    write(engine, "wat kost het")
    work(engine, api, lambda: len(api.accepted) == 1, handle)
    assert PROBLEM in texts(api)[0]
    assert "088 000 00 00" in texts(api)[0]


def test_a_message_that_ends_the_process_each_time_is_answered_in_the_end(
    engine: Engine, api: GraphApi
) -> None:
    write(engine, "de dood in de pot", "en deze?")
    for _ in range(TRIES):
        assert Inbox(engine).next(JAN)  # begun, and never heard of again
    work(engine, api, lambda: len(api.accepted) == 2, says)
    assert PROBLEM in texts(api)[0]
    assert texts(api)[1] == "U zei: en deze?."


def test_who_is_stopped_finishes_what_is_in_hand(engine: Engine, api: GraphApi) -> None:
    api.seconds_after = 0.5
    write(engine, "een", "twee")
    work(engine, api, lambda: len(api.accepted) == 1, says)
    assert texts(api) == ["U zei: een."]
    assert Outbox(engine).waiting() == 0, "it is noted that it was taken"
    work(engine, api, lambda: len(api.accepted) == 2, says)
    assert texts(api) == ["U zei: een.", "U zei: twee."]


def test_who_starts_waits_for_word_of_what_may_have_arrived(
    engine: Engine, api: GraphApi
) -> None:
    write(engine, "een")
    now, dead = utc_now(), Worker(engine)
    dead.claim(now)
    dead.answer("Het is gratis.")
    dead.outbox.try_again(dead.first(now), dead.name, now, may_have_arrived=True)
    dead.people.release(JAN, dead.name)
    outbox = Outbox(engine)
    with reading(engine) as connection:
        token = str(connection.execute(select(tables.outbox.c.token)).scalar())

    def waits_until_told() -> bool:
        with reading(engine) as connection:
            hold = connection.execute(select(tables.people.c.hold_until)).scalar_one()
        if hold > now + DOUBT / 2:
            outbox.confirmed(token, True, utc_now())
        return outbox.waiting() == 0

    work(engine, api, waits_until_told, says)
    assert api.accepted == []
    assert outbox.whose(token) is None


def test_two_processes_answer_each_message_once(engine: Engine, api: GraphApi) -> None:
    outbox = Outbox(engine)

    def tell(taken: Accepted, state: str) -> bool:
        return outbox.confirmed(taken.token, state == "delivered", utc_now()) or True

    api.tell = tell
    people = [f"whatsapp-{number}" for number in range(20)]
    for number, each in enumerate(people):
        write(engine, "een", "twee", to=each, number=str(31600000000 + number))
    work(engine, api, lambda: len(api.accepted) >= 40, says, says)
    assert len(api.accepted) == 40
    for number in range(20):
        sent = api.sent_to(str(31600000000 + number))
        said = [text_of(each.message).split("\n\n")[-1] for each in sent]
        assert said == ["U zei: een.", "U zei: twee."]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "refused", ["NEW.claimed_by IS NULL", "NEW.claimed_by IS NOT NULL"]
)
def test_when_the_database_falters_nobody_has_to_wait_until_a_restart(
    engine: Engine,
    api: GraphApi,
    monkeypatch: pytest.MonkeyPatch,
    refused: str,
) -> None:
    monkeypatch.setattr("channels.cloud.desk.CLAIM", timedelta(seconds=1))
    monkeypatch.setattr("channels.cloud.desk.RENEW_SECONDS", 0.3)
    monkeypatch.setattr("channels.cloud.desk.PAUSE_SECONDS", 0.1)
    refuse(engine, refused)
    write(engine, "een")
    looked = count()

    def again() -> bool:
        if next(looked) == 60:
            allow(engine)
            write(engine, "twee")
        return len(api.accepted) == 2

    work(engine, api, again, says)
    assert texts(api) == ["U zei: een.", "U zei: twee."]


def test_no_log_has_a_word_of_a_message(
    engine: Engine, api: GraphApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "channels")
    write(engine, "mijn naam is Jan")
    work(engine, api, lambda: len(api.accepted) == 1, says)
    assert "mijn naam is Jan" not in "".join(
        record.getMessage() for record in caplog.records
    )
