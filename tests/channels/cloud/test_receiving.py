"""What Meta delivers is kept, noted or passed on before it is acknowledged."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.engine import Engine

from channels.cloud.account import Account
from channels.cloud.receiving import ACCOUNT_PAUSE, PAUSE, Receiving
from channels.cloud.sending import MOST
from channels.cloud.webhook import Batch, Status
from steunwijzer.whatsapp.inbox import WINDOW
from steunwijzer.whatsapp.unreached import Unreached
from tests.steunwijzer.handoff.clients import DOMAIN, Client, all_mails
from tests.steunwijzer.whatsapp.writers import JAN, NOW, Worker, message


class Office:
    """A worker, and what is done with what Meta delivers about their answer."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.worker = engine, Worker(engine)
        unreached = Unreached(engine, DOMAIN)
        outbox = self.worker.outbox
        self.account = Account()
        to = outbox, unreached, self.account
        self.receiving = Receiving(self.worker.inbox, *to)

    def sent(self) -> str:
        """Have an answer accepted by Meta, and return its token."""
        self.worker.answered("Het is gratis.")
        answer = self.worker.first()
        assert self.worker.outbox.accepted(answer, self.worker.name, NOW)
        return answer.token

    def told(
        self, token: str, state: str, code: int | None = None, now: datetime = NOW
    ) -> None:
        """Have Meta say what became of an answer."""
        self.receiving.keep(Batch(statuses=[Status(token, state, code)]), now)

    def unreached(self) -> int:
        return [kind for kind, *_ in all_mails(self.engine)].count("unreached")


@pytest.fixture
def office(engine: Engine) -> Office:
    Client(engine, JAN).submit()
    return Office(engine)


@pytest.mark.parametrize("code", [131000, 130429, 131056])
def test_what_could_not_be_delivered_for_now_is_sent_again(
    office: Office, code: int
) -> None:
    office.told(office.sent(), "failed", code)
    assert office.worker.next(NOW) is None
    assert office.worker.next(NOW + PAUSE)
    assert office.unreached() == 0


@pytest.mark.parametrize("code", [131026, 131047, 131049, None])
def test_what_never_will_be_is_mailed_about(office: Office, code: int | None) -> None:
    token = office.sent()
    for _ in range(2):
        office.told(token, "failed", code)
    assert office.worker.outbox.whose(token) is None
    assert office.unreached() == 1


def test_when_the_account_is_why_nothing_is_lost_and_it_shows_until_it_works(
    office: Office,
) -> None:
    token = office.sent()
    office.told(token, "failed", 131042)  # nothing was paid
    assert office.unreached() == 0
    assert office.worker.next(NOW + PAUSE) is None
    again = office.worker.first(NOW + ACCOUNT_PAUSE)
    office.account.works()
    assert office.account.problem == "131042", "it is taken, and may fail again"
    office.account.fails("190")
    office.account.works()
    assert office.account.problem == "131042", "another problem is over"
    office.told("of yesterday", "sent")
    office.told("of yesterday", "read")
    assert office.account.problem == "131042", "that was before"
    office.told(again.token, "sent")
    assert office.account.problem == ""


def test_what_cannot_be_delivered_again_and_again_is_tried_ever_less(
    office: Office,
) -> None:
    token, now = office.sent(), NOW
    pauses = []
    for _ in range(8):
        office.told(token, "failed", 131000, now)
        began = now
        while (answer := office.worker.next(now)) is None:
            now += timedelta(seconds=1)
            office.worker.claim(now)
        assert office.worker.outbox.accepted(answer, office.worker.name, now)
        token = answer.token
        pauses.append((now - began).total_seconds())
    assert pauses == [30, 30, 30, 30, 32, 64, 128, 256]


@pytest.mark.parametrize("state", ["delivered", "read", "played"])
def test_what_arrived_is_kept_no_longer(office: Office, state: str) -> None:
    token = office.sent()
    office.told(token, "sent")
    assert office.worker.outbox.whose(token) == JAN
    office.told(token, state)
    assert office.worker.outbox.whose(token) is None
    assert office.unreached() == 0


@pytest.mark.parametrize("state", ["sent", "delivered", "failed", "warning", ""])
def test_what_is_said_of_no_answer_of_ours_changes_nothing(
    office: Office, state: str
) -> None:
    token = office.sent()
    office.told("a token of nobody", state, 131026)
    assert office.worker.outbox.whose(token) == JAN
    assert office.unreached() == 0


@pytest.mark.parametrize(
    ("age", "kept"), [(WINDOW - timedelta(seconds=1), 1), (WINDOW, 0)]
)
def test_what_comes_a_day_late_is_passed_on_instead(
    office: Office, age: timedelta, kept: int
) -> None:
    batch = Batch(messages=[message("late", sent_at=NOW - age)])
    office.receiving.keep(batch, NOW)
    assert office.worker.inbox.waiting() == kept
    assert office.unreached() == 1 - kept


def test_what_was_answered_and_comes_again_a_day_later_is_not_passed_on(
    office: Office,
) -> None:
    batch = Batch(messages=[message("a")])
    office.receiving.keep(batch, NOW)
    office.receiving.keep(batch, NOW + WINDOW)
    assert office.unreached() == 0
    late = Batch(messages=[message("b")])
    for _ in range(2):
        office.receiving.keep(late, NOW + WINDOW)
    assert office.unreached() == 1


def test_what_cannot_be_delivered_twenty_times_is_given_up(office: Office) -> None:
    token, now = office.sent(), NOW
    for _ in range(MOST - 1):
        office.told(token, "failed", 131000, now)
        now += timedelta(minutes=10)
        office.worker.claim(now)
        answer = office.worker.first(now)
        token = answer.token
        assert office.worker.outbox.accepted(answer, office.worker.name, now)
    assert office.unreached() == 0
    office.told(token, "failed", 131000, now)
    assert office.worker.outbox.whose(token) is None
    assert office.unreached() == 1
