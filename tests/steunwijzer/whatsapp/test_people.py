"""One process works for one person at a time, and nobody is left waiting."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy.engine import Engine

from steunwijzer.whatsapp.people import People
from tests.steunwijzer.whatsapp.writers import (
    ANOTHER,
    DAY,
    FATIMA,
    JAN,
    MINUTE,
    NOW,
    SECOND,
    Worker,
    message,
)


def test_who_writes_is_worked_for_until_all_is_sent(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    assert worker.people.with_work(NOW, 9) == [JAN]
    assert worker.claim()
    assert worker.people.with_work(NOW, 9) == [], "somebody does already"
    worker.answer("Het is gratis.")
    worker.people.release(JAN, worker.name)
    assert worker.people.with_work(NOW, 9) == [JAN], "it is to be sent"
    assert worker.claim()
    assert worker.outbox.accepted(worker.first(), worker.name, NOW)
    worker.people.release(JAN, worker.name)
    assert worker.people.with_work(NOW, 9) == []


def test_of_many_processes_one_gets_the_claim(engine: Engine) -> None:
    Worker(engine).receive("a")

    def claim(number: int) -> bool:
        return People(engine).claim(JAN, f"worker {number}", NOW, NOW + MINUTE)

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(claim, range(8))) == 1


def test_a_claim_ends_by_itself_unless_it_is_renewed(engine: Engine) -> None:
    worker, another = Worker(engine), Worker(engine, ANOTHER)
    worker.receive("a")
    assert worker.claim()
    worker.people.renew(worker.name, [JAN], NOW + 2 * MINUTE)
    assert not another.claim(NOW + MINUTE + SECOND)
    assert another.people.with_work(NOW + MINUTE + SECOND, 9) == []
    assert another.claim(NOW + 2 * MINUTE)


def test_a_claim_on_whom_is_not_worked_for_is_not_renewed(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    assert worker.claim()
    worker.people.renew(worker.name, [FATIMA], NOW + 2 * MINUTE)
    assert worker.people.with_work(NOW + MINUTE, 9) == [JAN]


def test_who_wrote_longest_ago_comes_first(engine: Engine) -> None:
    worker = Worker(engine)
    first = message("a", sent_at=NOW - MINUTE)
    worker.inbox.receive([message("b", conversation=FATIMA), first], NOW)
    assert worker.people.with_work(NOW, 1) == [JAN]


def test_only_who_has_a_claim_gives_it_back(engine: Engine) -> None:
    worker, another = Worker(engine), Worker(engine, ANOTHER)
    worker.receive("a")
    assert worker.claim()
    another.people.release(JAN, another.name)
    assert not another.claim()


def test_while_nothing_may_be_sent_there_is_work_only_for_a_new_message(
    engine: Engine,
) -> None:
    worker = Worker(engine)
    worker.answered("Een.")
    worker.outbox.hold(JAN, worker.name, NOW + MINUTE)
    worker.people.release(JAN, worker.name)
    assert worker.people.with_work(NOW, 9) == []
    assert worker.people.with_work(NOW + MINUTE, 9) == [JAN]
    worker.receive("b")
    assert worker.people.with_work(NOW, 9) == [JAN]


def test_the_number_is_that_of_the_last_message(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    assert worker.people.phone(JAN) == "+31612345678"
    worker.inbox.receive([message("b", phone=None)], NOW)
    assert worker.people.phone(JAN) is None, "it is hidden now"
    assert worker.people.phone("nobody") is None


def test_the_window_is_open_for_a_day_after_the_last_message(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    later = NOW + MINUTE
    worker.inbox.receive([message("c", sent_at=later), message("b")], later)
    assert worker.people.over(NOW + DAY) == []
    assert worker.people.over(later + DAY) == [JAN]


def test_who_writes_at_the_last_moment_is_not_forgotten(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    later = NOW + DAY
    assert worker.people.over(later) == [JAN]
    worker.receive("b", now=later)
    worker.people.forget(JAN, later)
    assert worker.people.phone(JAN)
    assert worker.inbox.waiting() == 2


def test_nobody_is_forgotten_who_is_worked_for(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    assert worker.claim(NOW + DAY - SECOND)
    assert worker.people.over(NOW + DAY) == []
