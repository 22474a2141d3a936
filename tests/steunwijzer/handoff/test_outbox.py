"""Every mail is claimed by one worker at a time, and none is lost."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from threading import Barrier

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import (
    migrate,
    open_database,
    reading,
    writing,
)
from steunwijzer.handoff.outbox import Mail, Outbox
from steunwijzer.handoff.posting import Post
from steunwijzer.handoff.tables import outbox
from steunwijzer.zorgkantoor import Retention
from tests.steunwijzer.handoff.clients import (
    CALL,
    DAY,
    DOMAIN,
    HOUR,
    MAILED,
    NOW,
    OTHER,
    SUPPORTER,
    TEAM,
    Client,
    all_mails,
    claim,
    claimed,
    send_all,
)

MAILS = 200
WORKERS = 4
MINUTE = timedelta(minutes=1)
RETENTION = Retention(conversations=30, misunderstood=90, requests=90, drafts=1)


@pytest.fixture
def client(engine: Engine) -> Client:
    return Client(engine)


@pytest.fixture
def box(engine: Engine) -> Outbox:
    return Outbox(engine)


def test_mails_are_claimed_once_the_oldest_first(engine: Engine) -> None:
    requests = [Client(engine, name).submit() for name in ("one", "two")]
    mails = [claimed(engine) for _ in requests]
    assert [mail.request for mail in mails] == requests
    assert [mail.attempts for mail in mails] == [1, 1]
    assert claim(engine) is None


def test_workers_at_once_claim_every_mail_once(engine: Engine, url: str) -> None:
    request = Client(engine).submit()
    with writing(engine) as connection:
        for number in range(1, MAILS):
            address = f"{number}@steunpunt-voorbeeld.example"
            Post(connection, DOMAIN, NOW).add(request, "erased", address, nth=number)
    together = Barrier(WORKERS)

    def work(number: int) -> list[int]:
        box = Outbox(open_database(url))  # as a process of its own would
        together.wait()
        done = []
        while mail := box.claim(f"worker {number}", NOW, NOW + HOUR):
            assert box.sent(mail, NOW)
            done.append(mail.id)
        return done

    with ThreadPoolExecutor(WORKERS) as threads:
        worked = list(threads.map(work, range(WORKERS)))
    assert sum(map(bool, worked)) > 1, "one worker did it all: this tested nothing"
    assert sorted(chain.from_iterable(worked)) == list(range(1, MAILS + 1))
    assert {state for _, _, state in all_mails(engine)} == {"sent"}


def test_a_claim_that_timed_out_is_for_the_next_and_the_late_one_has_no_say(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    late = claimed(engine)
    assert claim(engine, NOW + 5 * MINUTE) is None
    after = NOW + 6 * MINUTE
    mail = claimed(engine, after)
    assert (mail.id, mail.message_id, mail.attempts) == (late.id, late.message_id, 2)
    assert not box.sent(late, after)
    assert not box.try_again(late, after, "451")
    assert not box.refuse(late, after, "550")
    assert claim(engine, after) is None
    assert box.sent(mail, after)


def test_who_is_late_but_not_too_late_is_heard(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    assert box.sent(claimed(engine), NOW + HOUR)
    assert claim(engine, NOW + HOUR) is None


def test_what_was_sent_stays_so_whatever_is_said_later(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    mail = claimed(engine)
    assert box.sent(mail, NOW)
    assert not box.try_again(mail, NOW, "451")
    assert not box.refuse(mail, NOW, "550")
    assert not box.sent(mail, NOW)
    assert all_mails(engine) == [("new", SUPPORTER, "sent")]


def test_what_is_tried_again_waits_for_its_moment(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    mail = claimed(engine)
    assert box.try_again(mail, NOW + MINUTE, "451")
    assert claim(engine) is None
    assert not box.sent(mail, NOW)
    again = claimed(engine, NOW + MINUTE)
    assert (again.attempts, again.problem) == (2, "451")


def test_a_mail_that_waits_holds_no_other_up(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    assert box.try_again(claimed(engine), NOW + HOUR, "451")
    other = Client(engine, "another").submit()
    assert claimed(engine).request == other


def test_what_was_refused_is_flagged_and_sent_again_once_it_is_mended(
    engine: Engine, client: Client, box: Outbox
) -> None:
    request = client.submit()
    mail = claimed(engine)
    assert box.refuse(mail, NOW, "550")
    assert claim(engine, NOW + HOUR) is None
    (refused,) = box.refused()
    assert (refused.message_id, refused.request) == (mail.message_id, request)
    assert refused.problem == "550"
    assert box.retry(request.reference) == 1
    assert box.retry(request.reference) == 0
    assert box.refused() == []
    assert claimed(engine).message_id == mail.message_id


def test_what_is_mended_goes_to_who_would_get_the_request_now(
    engine: Engine, client: Client, box: Outbox
) -> None:
    request = client.submit(MAILED)
    while mail := claim(engine):
        assert box.refuse(mail, NOW, "550")
    assert box.retry(request.reference, OTHER) == 2
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine)]
    assert sent == [("new", OTHER), ("confirmation", "jan@pierik.example")]
    current = client.handoffs.current(client.name)
    assert current == replace(request, recipient=OTHER)
    client.handoffs.cancel(client.name, NOW)
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine)]
    assert sent == [("withdrawn", OTHER)]


def test_a_change_that_is_mended_for_another_is_new_to_them(
    engine: Engine, client: Client, box: Outbox
) -> None:
    request = client.submit()
    send_all(engine)
    client.submit(name="Truus")
    assert box.refuse(claimed(engine), NOW, "550")
    assert box.retry(request.reference, OTHER) == 1
    assert [(each.kind, each.recipient) for each in send_all(engine)] == [
        ("new", OTHER)
    ]


def test_what_is_mended_for_the_same_is_what_it_was(
    engine: Engine, client: Client, box: Outbox
) -> None:
    request = client.submit()
    send_all(engine)
    client.submit(name="Truus")
    assert box.refuse(claimed(engine), NOW, "550")
    assert box.retry(request.reference, SUPPORTER) == 1
    assert [mail.kind for mail in send_all(engine)] == ["changed"]


@pytest.mark.parametrize("what", ["cancel", "erase"])
def test_what_was_told_by_phone_is_put_away_and_not_sent(
    engine: Engine, client: Client, box: Outbox, what: str
) -> None:
    request = client.submit()
    assert box.told(request.reference, NOW) == 0
    send_all(engine)
    getattr(client.handoffs, what)(client.name, NOW)
    assert box.refuse(claimed(engine), NOW, "550")
    assert box.retry(request.reference, OTHER) == 1, "it stays with who was told"
    assert box.refuse(claimed(engine), NOW, "550")
    assert [mail.recipient for mail in box.refused()] == [SUPPORTER]
    assert box.told(request.reference, NOW) == 1
    assert box.refused() == []
    assert box.retry(request.reference) == 0
    client.handoffs.purge(NOW + 100 * DAY, RETENTION)
    assert all_mails(engine) == []


def test_a_request_that_waits_is_not_put_away(
    engine: Engine, client: Client, box: Outbox
) -> None:
    request = client.submit()
    assert box.refuse(claimed(engine), NOW, "550")
    assert box.told(request.reference, NOW) == 0
    assert len(box.refused()) == 1


def test_what_is_done_is_no_longer_mailed_nor_flagged(
    engine: Engine, client: Client, box: Outbox
) -> None:
    refused, pending = (Client(engine, name) for name in ("refused", "pending"))
    request = refused.submit()
    assert box.refuse(claimed(engine), NOW, "550")
    for each in (request, pending.submit(MAILED)):
        client.handoffs.done(each.reference, NOW)
    assert box.refused() == []
    assert box.retry(request.reference) == 0
    assert send_all(engine) == []


def test_who_was_late_for_what_is_mended_has_no_say_either(
    engine: Engine, client: Client, box: Outbox
) -> None:
    request = client.submit()
    late = claimed(engine)
    assert box.refuse(claimed(engine, NOW + HOUR), NOW + HOUR, "550")
    assert box.retry(request.reference) == 1
    mended = claimed(engine, NOW + HOUR)
    assert not box.sent(late, NOW + HOUR)
    assert box.sent(mended, NOW + HOUR)


def test_what_was_refused_no_longer_matters_when_it_is_not_so_any_more(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    assert box.refuse(claimed(engine), NOW, "550")
    client.submit(recipient=OTHER)
    assert box.refused() == []
    assert [mail.kind for mail in send_all(engine)] == ["new"]


@pytest.mark.parametrize("what", ["cancel", "erase"])
def test_what_was_claimed_and_withdrawn_is_not_sent_again(
    engine: Engine, client: Client, what: str
) -> None:
    client.submit(MAILED)
    claimed(engine)
    getattr(client.handoffs, what)(client.name, NOW)
    sent = [mail.kind for mail in send_all(engine, NOW + HOUR)]
    assert sent == [{"cancel": "withdrawn", "erase": "erased"}[what]]


def test_what_was_claimed_and_changed_is_sent_as_it_is_now_alone(
    engine: Engine, client: Client
) -> None:
    client.submit()
    claimed(engine)
    changed = client.submit(name="Truus", recipient=OTHER)
    mails = send_all(engine, NOW + HOUR)
    assert [(mail.kind, mail.recipient, mail.request) for mail in mails] == [
        ("superseded", SUPPORTER, None),
        ("new", OTHER, changed),
    ]


@pytest.mark.parametrize(
    ("what", "follows"),
    [("submit", "changed"), ("cancel", "withdrawn"), ("erase", "erased")],
)
def test_what_a_worker_claims_at_the_same_moment_is_followed_by_its_end(
    postgresql_url: str, what: str, follows: str
) -> None:
    engine = open_database(postgresql_url)
    migrate(engine)
    client = Client(engine)
    client.submit()
    client.handoffs.keep_draft(client.name, CALL, NOW)
    does: dict[str, Callable[[], object]] = {
        "submit": lambda: client.handoffs.submit(client.name, SUPPORTER, NOW, NOW),
        "cancel": lambda: client.handoffs.cancel(client.name, NOW),
        "erase": lambda: client.handoffs.erase(client.name, NOW),
    }
    with ThreadPoolExecutor(1) as thread:
        with writing(engine) as worker:  # its claim is not committed yet
            claims = update(outbox).values(claimed_by="a worker", attempts=1)
            worker.execute(claims)
            done = thread.submit(does[what])
            wait_until_one_waits(engine, done)
        done.result()
    kinds = [kind for kind, _, state in all_mails(engine) if state == "pending"]
    assert kinds == ["new", follows]
    engine.dispose()


def wait_until_one_waits(engine: Engine, done: Future[object]) -> None:
    """Ask PostgreSQL until somebody waits for a lock, or was done without one."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    while not done.done():
        with reading(engine) as connection:
            if connection.exec_driver_sql(waiting).scalar_one():
                return


def test_a_withdrawal_does_not_overtake_what_it_withdraws(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    new = claimed(engine)
    client.handoffs.cancel(client.name, NOW)
    assert claim(engine) is None
    assert box.sent(new, NOW)
    assert claimed(engine).kind == "withdrawn"


def test_a_withdrawal_that_waits_is_not_sent_after_the_request_came_back(
    engine: Engine, client: Client, box: Outbox
) -> None:
    client.submit()
    send_all(engine)
    client.submit(recipient=OTHER)
    assert box.try_again(claimed(engine), NOW + HOUR, "451")
    client.submit()
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine)]
    assert sent == [("new", SUPPORTER)]
    assert claim(engine, NOW + HOUR) is None
    client.handoffs.cancel(client.name, NOW)
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine, NOW + HOUR)]
    assert sent == [("withdrawn", SUPPORTER)]


def test_nor_is_it_forgotten_when_that_was_cancelled_before_it_was_sent(
    engine: Engine, client: Client
) -> None:
    client.submit()
    send_all(engine)
    client.submit(recipient=OTHER)
    client.submit()
    client.handoffs.cancel(client.name, NOW)
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine)]
    assert sent == [("superseded", SUPPORTER)]


def test_nor_does_a_mail_wait_for_another_address(
    engine: Engine, client: Client
) -> None:
    client.submit()
    claimed(engine)
    client.handoffs.escalate(TEAM, NOW + HOUR + HOUR)
    assert claimed(engine).kind == "overdue"


def test_what_is_overdue_is_sent_though_the_first_mail_was_refused(
    engine: Engine, client: Client, box: Outbox
) -> None:
    request = client.submit()
    assert box.refuse(claimed(engine), NOW, "550")
    assert client.handoffs.escalate(TEAM, NOW + 2 * HOUR) == 1
    mail = claimed(engine)
    assert (mail.recipient, mail.request) == (TEAM, request)


def test_a_confirmation_goes_to_the_address_of_the_request_as_it_is_now(
    engine: Engine, client: Client
) -> None:
    client.submit(MAILED)
    client.submit(MAILED, email="jan@elders.example")
    recipients = [mail.recipient for mail in send_all(engine)]
    assert recipients == [SUPPORTER, "jan@elders.example"]


def test_the_outbox_itself_has_nothing_of_the_client(
    engine: Engine, client: Client
) -> None:
    client.submit(MAILED, about="Jan Pierik valt")
    client.handoffs.cancel(client.name, NOW)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM outbox").all()
    told = str(rows).lower()
    assert rows
    for personal in ("jan", "pierik", "valt", client.name):
        assert personal not in told


def test_a_mail_of_no_request_has_no_details(engine: Engine, client: Client) -> None:
    client.submit(CALL)
    send_all(engine)
    client.handoffs.cancel(client.name, NOW)
    mail: Mail = claimed(engine)
    assert (mail.kind, mail.request) == ("withdrawn", None)
