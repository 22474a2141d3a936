"""What comes in is answered once, in the order in which it was sent."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.engine import Engine

from steunwijzer.whatsapp.inbox import REMEMBERED, Inbox
from steunwijzer.whatsapp.people import People
from tests.steunwijzer.whatsapp.writers import (
    ANOTHER,
    FATIMA,
    JAN,
    MINUTE,
    NOW,
    SECOND,
    WORKER,
    Worker,
    message,
    text,
)


def test_what_is_delivered_again_waits_once(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.receive([message("a"), message("a"), message("b")], NOW)
    inbox.receive([message("b"), message("a")], NOW + MINUTE)
    assert inbox.waiting() == 2


def test_nor_is_it_answered_again_once_it_was_answered(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    assert worker.claim()
    worker.answer("Het is gratis.")
    worker.receive("a", now=NOW + MINUTE)
    assert worker.inbox.waiting() == 0


def test_of_many_processes_that_get_a_message_one_keeps_it(engine: Engine) -> None:
    def receive(_: int) -> None:
        Inbox(engine).receive([message("a")], NOW)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(receive, range(8)))
    assert Inbox(engine).waiting() == 1


def test_who_writes_several_times_is_answered_in_the_order_of_writing(
    engine: Engine,
) -> None:
    worker = Worker(engine)
    times = {"second": NOW + SECOND, "first": NOW, "third": NOW + 2 * SECOND}
    sent = [message(key, sent_at=at, said=key) for key, at in times.items()]
    worker.inbox.receive(sent, NOW + 3 * SECOND)
    assert worker.claim()
    said = []
    while waiting := worker.inbox.next(JAN):
        said.append(waiting.said)
        assert worker.answer_to(waiting, "Goed.")
    assert said == ["first", "second", "third"]


def test_what_was_written_in_one_second_keeps_the_order_of_the_batch(
    engine: Engine,
) -> None:
    worker = Worker(engine)
    worker.receive("z", "a", "m")
    assert worker.claim()
    keys = []
    while waiting := worker.inbox.next(JAN):
        keys.append(waiting.key)
        assert worker.answer_to(waiting, "Goed.")
    assert keys == ["z", "a", "m"]


def test_a_message_that_is_tried_again_is_counted(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a")
    tries = [worker.inbox.next(JAN) for _ in range(3)]
    assert [each.attempts for each in tries if each] == [1, 2, 3]


def test_who_lost_the_claim_answers_nothing(engine: Engine) -> None:
    slow, quick = Worker(engine), Worker(engine, ANOTHER)
    slow.receive("a")
    assert slow.claim()
    waiting = slow.inbox.next(JAN)
    assert waiting
    assert quick.claim(NOW + 2 * MINUTE)
    assert not slow.answer_to(waiting, "Te laat.")
    assert quick.next() is None
    assert quick.inbox.waiting() == 1


def test_an_answer_and_its_choices_are_kept_together(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("a", "b")
    assert worker.claim()
    assert worker.people.choices(JAN) is None
    first = worker.inbox.next(JAN)
    assert first
    choices = [{"title": "Ja", "payload": "/affirm"}]
    worker.inbox.answered(first, WORKER, [text("Wilt u dat?")], choices)
    assert worker.people.choices(JAN) == '[{"title": "Ja", "payload": "/affirm"}]'
    second = worker.inbox.next(JAN)
    assert second
    worker.inbox.answered(second, WORKER, [text("Dat kan ik niet lezen.")], None)
    assert worker.people.choices(JAN), "they still hold"


@pytest.mark.parametrize(("days", "known"), [(6, True), (8, False)])
def test_an_id_is_known_for_seven_days(engine: Engine, days: int, known: bool) -> None:
    inbox = Inbox(engine)
    inbox.receive([message("a")], NOW)
    later = NOW + days / 7 * REMEMBERED
    People(engine).forget(JAN, later)
    inbox.forget_seen(later)
    inbox.receive([message("a", sent_at=later)], later)
    assert inbox.waiting() == (0 if known else 1)


def test_each_person_has_messages_of_their_own(engine: Engine) -> None:
    inbox = Inbox(engine)
    sent = [message("a"), message("b", conversation=FATIMA, phone="31687654321")]
    inbox.receive(sent, NOW)
    waiting = inbox.next(FATIMA)
    assert waiting and waiting.key == "b"
