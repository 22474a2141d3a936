"""Answers arrive in order, once, at the pace of WhatsApp, or somebody hears of it."""

from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine

from steunwijzer.whatsapp.outbox import AT_ONCE, DOUBT, PACE
from tests.steunwijzer.whatsapp.writers import (
    ANOTHER,
    DAY,
    JAN,
    MINUTE,
    NOW,
    SECOND,
    Worker,
)


def bodies(worker: Worker) -> list[str]:
    """Send all there is to send, and return it."""
    sent = []
    while answer := worker.next():
        sent.append(answer.body["text"]["body"])
        assert worker.outbox.accepted(answer, worker.name, NOW)
    return sent


def test_answers_are_sent_in_order_each_once(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.", "Twee.")
    worker.receive("next")
    worker.answer("Drie.")
    assert bodies(worker) == ["Een.", "Twee.", "Drie."]
    assert worker.next() is None


def test_an_answer_knows_whom_it_is_for(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.")
    answer = worker.first()
    assert (answer.phone, answer.user_id) == ("31612345678", "NL.1")
    assert answer.window_until == NOW + DAY


def test_what_was_refused_for_now_holds_up_what_comes_after_it(
    engine: Engine,
) -> None:
    worker = Worker(engine)
    worker.answered("Een.", "Twee.")
    answer = worker.first()
    worker.outbox.try_again(answer, worker.name, NOW + MINUTE, False)
    assert worker.next(NOW + MINUTE - SECOND) is None
    again = worker.first(NOW + MINUTE)
    assert again.attempts == 2
    assert again.token == answer.token


def test_of_a_process_that_died_an_answer_is_sent_again_after_a_while(
    engine: Engine,
) -> None:
    dead, alive = Worker(engine), Worker(engine, ANOTHER)
    dead.answered("Een.")
    answer = dead.first()
    later = NOW + 2 * MINUTE
    assert alive.claim(later)
    assert alive.next(later) is None, "WhatsApp may still say that it has it"
    again = alive.first(later + DOUBT)
    assert again.token == answer.token


@pytest.mark.parametrize("delivered", [True, False])
def test_but_not_when_whatsapp_says_that_it_has_it(
    engine: Engine, delivered: bool
) -> None:
    dead, alive = Worker(engine), Worker(engine, ANOTHER)
    dead.answered("Een.")
    answer = dead.first()
    later = NOW + 2 * MINUTE
    assert alive.claim(later)
    assert alive.next(later) is None
    alive.outbox.confirmed(answer.token, delivered, NOW)
    assert alive.next(later + DOUBT) is None
    assert alive.outbox.waiting() == 0


def test_who_starts_gives_whatsapp_its_time_anew(engine: Engine) -> None:
    """An answer was repeated when the second process died while it waited."""
    dead, dead_too, alive = Worker(engine), Worker(engine, ANOTHER), Worker(engine, "x")
    dead.answered("Een.")
    answer = dead.first()
    later, much_later = NOW + 2 * MINUTE, NOW + 4 * MINUTE
    assert dead_too.claim(later)
    assert dead_too.next(later) is None
    alive.outbox.doubt_anew()
    assert alive.claim(much_later)
    assert alive.next(much_later) is None
    alive.outbox.confirmed(answer.token, False, much_later)
    assert alive.next(much_later + DOUBT) is None
    assert alive.outbox.waiting() == 0


def test_nor_when_it_says_so_after_a_time_out(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.")
    answer = worker.first()
    worker.outbox.try_again(answer, worker.name, NOW + DOUBT, True)
    worker.outbox.confirmed(answer.token, False, NOW)
    assert worker.next(NOW + DOUBT) is None


def test_nor_when_it_said_so_before_the_time_out(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.", "Twee.")
    answer = worker.first()
    worker.outbox.confirmed(answer.token, False, NOW)
    worker.outbox.try_again(answer, worker.name, NOW + DOUBT, True)
    assert bodies(worker) == ["Twee."]


def test_a_shorter_pause_does_not_end_a_longer_one(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.", "Twee.")
    first = worker.first()
    worker.outbox.send_again(first.token, NOW + MINUTE)
    assert worker.outbox.accepted(first, worker.name, NOW)
    worker.outbox.hold(JAN, worker.name, NOW + SECOND)
    assert worker.next(NOW + MINUTE - SECOND) is None
    assert worker.next(NOW + MINUTE)


def test_some_messages_go_at_once_and_more_at_the_pace_of_whatsapp(
    engine: Engine,
) -> None:
    worker = Worker(engine)
    worker.answered(*[str(number) for number in range(AT_ONCE + 3)])
    assert len(bodies(worker)) == AT_ONCE
    assert worker.next(NOW + PACE - SECOND) is None
    assert worker.outbox.accepted(worker.first(NOW + PACE), worker.name, NOW + PACE)
    assert worker.next(NOW + PACE) is None
    assert worker.next(NOW + 2 * PACE)


def test_a_client_at_an_ordinary_pace_never_waits(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered(*[str(number) for number in range(30)])
    for turn in range(30):
        at = NOW + turn * timedelta(seconds=7)
        assert worker.outbox.accepted(worker.first(at), worker.name, at)


def test_what_whatsapp_took_and_could_not_deliver_goes_again(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.")
    answer = worker.first()
    assert worker.outbox.accepted(answer, worker.name, NOW)
    worker.outbox.send_again(answer.token, NOW + MINUTE)
    worker.outbox.send_again("a token of nobody", NOW)
    assert worker.next(NOW + SECOND) is None
    assert worker.first(NOW + MINUTE).body == answer.body


def test_and_once_whatever_is_still_said_of_the_first_time(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.")
    answer = worker.first()
    assert worker.outbox.accepted(answer, worker.name, NOW)
    worker.outbox.send_again(answer.token, NOW)
    worker.outbox.confirmed(answer.token, False, NOW)
    again = worker.first()
    assert worker.outbox.accepted(again, worker.name, NOW)
    worker.outbox.send_again(answer.token, NOW)
    assert worker.next() is None


def test_word_that_comes_before_we_noted_it_ourselves_loses_no_other_answer(
    engine: Engine,
) -> None:
    """SQLite gave the id of what was delivered to the next one, which was then lost."""
    worker = Worker(engine)
    worker.answered("Een.")
    delivered = worker.first()
    worker.outbox.confirmed(delivered.token, True, NOW)
    worker.answered("Twee.")
    assert worker.outbox.accepted(delivered, worker.name, NOW)
    assert bodies(worker) == ["Twee."]


def test_or_is_dropped_when_it_never_will(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Een.")
    answer = worker.first()
    assert worker.outbox.whose(answer.token) == JAN
    worker.outbox.drop(answer.token, NOW)
    assert worker.outbox.waiting() == 0
    assert worker.outbox.whose(answer.token) is None


def test_who_lost_the_claim_records_nothing(engine: Engine) -> None:
    slow, quick = Worker(engine), Worker(engine, ANOTHER)
    slow.answered("Een.")
    answer = slow.first()
    assert quick.claim(NOW + 2 * MINUTE)
    assert not slow.outbox.accepted(answer, slow.name, NOW)
    assert not slow.outbox.try_again(answer, slow.name, NOW + DAY, False)
    assert quick.next(NOW + 2 * MINUTE) is None
    assert quick.next(NOW + 2 * MINUTE + DOUBT)


def test_who_had_all_removed_is_forgotten_after_the_last_answer(
    engine: Engine,
) -> None:
    worker = Worker(engine)
    worker.answered("Een.")
    assert bodies(worker) == ["Een."]
    worker.receive("wis alles")
    worker.answer("Alles is weg.", erases=True)
    assert worker.people.phone(JAN)
    assert bodies(worker) == ["Alles is weg."]
    assert worker.people.phone(JAN) is None
    assert worker.outbox.waiting() == 0


def test_or_when_that_one_will_never_arrive(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("wis alles")
    worker.claim()
    worker.answer("Alles is gewist.", erases=True)
    worker.outbox.drop(worker.first().token, NOW)
    assert worker.people.phone(JAN) is None


def test_also_when_only_whatsapp_says_that_it_has_that_answer(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("wis alles")
    assert worker.claim()
    worker.answer("Alles is weg.", erases=True)
    worker.outbox.confirmed(worker.first().token, False, NOW)
    assert worker.people.phone(JAN) is None


def test_unless_there_is_a_new_message_of_them(engine: Engine) -> None:
    worker = Worker(engine)
    worker.receive("wis alles")
    assert worker.claim()
    worker.answer("Alles is weg.", erases=True)
    worker.receive("hallo")
    assert bodies(worker) == ["Alles is weg."]
    worker.answer("Hallo.")
    assert bodies(worker) == ["Hallo."]
    assert worker.people.phone(JAN), "the window is open: they write on"
