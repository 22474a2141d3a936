"""After 24 hours the number is gone; a supporter hears of who got no answer."""

from sqlalchemy import inspect
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import reading
from steunwijzer.whatsapp.unreached import Unreached
from steunwijzer.whatsapp.windows import Closed, close_windows
from tests.steunwijzer.handoff.clients import (
    DOMAIN,
    SUPPORTER,
    TEAM,
    Client,
    all_mails,
    send_all,
)
from tests.steunwijzer.whatsapp.writers import DAY, JAN, MINUTE, NOW, Worker

UNREACHED = ("unreached", SUPPORTER, "pending")


def close(engine: Engine) -> Closed:
    later = NOW + DAY + MINUTE
    return close_windows(engine, DOMAIN, later, later)


def numbers_in(engine: Engine) -> list[str]:
    """Return the tables that have the phone number or the id of who wrote."""
    found = []
    with reading(engine) as connection:
        for table in inspect(connection).get_table_names():
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            if any(sign in str(rows) for sign in ("31612345678", "NL.1")):
                found.append(table)
    return sorted(found)


def test_the_number_lives_as_long_as_the_window(engine: Engine) -> None:
    worker = Worker(engine)
    worker.answered("Het is gratis.")
    assert worker.outbox.accepted(worker.first(), worker.name, NOW)
    assert numbers_in(engine) == ["whatsapp_people"]
    assert close_windows(engine, DOMAIN, NOW, NOW) == Closed(0, 0)
    assert numbers_in(engine) == ["whatsapp_people"]
    assert close(engine) == Closed(people=1, unanswered=0)
    assert numbers_in(engine) == []


def test_whose_answer_came_too_late_is_mailed_about_to_who_has_the_request(
    engine: Engine,
) -> None:
    Client(engine, JAN).submit()
    worker = Worker(engine)
    worker.answered("Het is gratis.")
    assert close(engine) == Closed(people=1, unanswered=1)
    assert UNREACHED in all_mails(engine)
    assert worker.outbox.waiting() == 0


def test_whose_message_was_not_answered_too(engine: Engine) -> None:
    Client(engine, JAN).submit()
    Worker(engine).receive("a")
    assert close(engine) == Closed(people=1, unanswered=1)
    assert UNREACHED in all_mails(engine)


def test_who_made_no_request_is_mailed_about_to_nobody(engine: Engine) -> None:
    Client(engine, "somebody else").submit()
    Worker(engine).receive("a")
    assert close(engine) == Closed(people=1, unanswered=1)
    assert not [mail for mail in all_mails(engine) if mail[0] == "unreached"]


def test_an_answer_that_never_arrives_is_mailed_about_once(engine: Engine) -> None:
    client = Client(engine, JAN)
    client.submit()
    worker, unreached = Worker(engine), Unreached(engine, DOMAIN)
    worker.answered("Een.", "Twee.", "Drie.")
    for _ in range(2):
        unreached.drop(worker.first().token, NOW, NOW)
    assert all_mails(engine).count(UNREACHED) == 1
    assert [mail.kind for mail in send_all(engine)] == ["new", "unreached"]


def test_a_request_that_was_withdrawn_is_not_mailed_about(engine: Engine) -> None:
    client = Client(engine, JAN)
    client.submit()
    client.handoffs.escalate(TEAM, NOW)
    worker = Worker(engine)
    worker.answered("Een.")
    client.handoffs.tell_unreached(JAN, NOW)
    client.handoffs.cancel(JAN, NOW)
    assert [mail.kind for mail in send_all(engine)] == []
