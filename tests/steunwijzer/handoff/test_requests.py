"""A request that was confirmed is stored, mailed once, and changed by whom it is."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import Unavailable, writing
from steunwijzer.handoff.outbox import Outbox
from steunwijzer.handoff.request import Details
from steunwijzer.handoff.requests import Handoffs, Removed, missing
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
    claimed,
    send_all,
)
from tests.steunwijzer.handoff.test_conversations import say, stored

RETENTION = Retention(conversations=30, misunderstood=90, requests=90, drafts=1)
THREADS = 8


def fails(table: str) -> dict[str, tuple[str, ...]]:
    """What makes each kind of database refuse to delete from the table."""
    return {
        "sqlite": (
            f"CREATE TRIGGER broken BEFORE DELETE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'Truus Wortelboer'); END",
        ),
        "postgresql": (
            "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql "
            "AS $$BEGIN RAISE EXCEPTION 'Truus Wortelboer'; END$$",
            f"CREATE TRIGGER broken BEFORE DELETE ON {table} EXECUTE FUNCTION fail()",
        ),
    }


@pytest.fixture
def client(engine: Engine) -> Client:
    return Client(engine)


@pytest.fixture
def handoffs(engine: Engine) -> Handoffs:
    return Handoffs(engine, DOMAIN)


def test_a_draft_is_read_back_as_it_was_kept_last(client: Client) -> None:
    assert client.handoffs.draft(client.name) == Details()
    full = replace(CALL, email="a@b.example", address="Dorpsstraat 1", sector="vv")
    assert all(getattr(full, each.name) for each in fields(full))
    for kept in (full, replace(MAILED, window=None), Details()):
        client.handoffs.keep_draft(client.name, kept, NOW)
        assert client.handoffs.draft(client.name) == kept


def test_a_draft_is_of_one_conversation(client: Client, handoffs: Handoffs) -> None:
    handoffs.keep_draft("another", MAILED, NOW)
    handoffs.keep_draft(client.name, CALL, NOW)
    handoffs.drop_draft(client.name)
    assert handoffs.draft(client.name) == Details()
    assert handoffs.draft("another") == MAILED


def test_characters_that_no_database_takes_cost_no_request(client: Client) -> None:
    request = client.submit(name="Tr\0uus\ud800 é 💶")
    current = client.handoffs.current(client.name)
    assert current
    assert current.details.name == "Tr?uus? é 💶"
    assert current.reference == request.reference


def test_what_is_submitted_is_the_request_that_is_stored(client: Client) -> None:
    request = client.submit()
    assert client.handoffs.current(client.name) == request
    assert (request.details, request.state, request.revision) == (CALL, "open", 1)
    assert (request.recipient, request.overdue_at) == (SUPPORTER, NOW + 2 * HOUR)
    assert (request.created_at, request.changed_at) == (NOW, NOW)
    assert client.handoffs.draft(client.name) == Details()


@pytest.mark.parametrize(
    ("details", "kinds"),
    [(CALL, ["new"]), (MAILED, ["new", "confirmation"])],
    ids=["phone", "e-mail"],
)
def test_it_is_mailed_and_confirmed_to_who_left_an_address(
    engine: Engine, client: Client, details: Details, kinds: list[str]
) -> None:
    request = client.submit(details)
    mails = send_all(engine)
    assert [mail.kind for mail in mails] == kinds
    assert [mail.recipient for mail in mails] == [SUPPORTER, "jan@pierik.example"][
        : len(kinds)
    ]
    assert [mail.message_id for mail in mails] == [
        f"<{request.reference}.1.{kind}@{DOMAIN}>".lower() for kind in kinds
    ]
    assert {mail.request for mail in mails} == {request}


@pytest.mark.parametrize(
    ("details", "lacking"),
    [
        (CALL, ()),
        (MAILED, ()),
        (Details(), ("contact_by", "name")),
        (replace(CALL, name=None), ("name",)),
        (replace(CALL, phone=None), ("phone",)),
        (replace(CALL, window=None), ("window",)),
        (replace(CALL, about=None, sector=None), ()),
        (replace(MAILED, email=None), ("email",)),
        (replace(CALL, contact_by="visit"), ("address",)),
        (replace(CALL, contact_by="visit", address="Dorpsstraat 1", phone=None), ()),
    ],
)
def test_what_a_supporter_cannot_do_without_is_missing(
    details: Details, lacking: tuple[str, ...]
) -> None:
    assert missing(details) == lacking


def test_an_incomplete_draft_is_refused_and_stays(
    engine: Engine, client: Client
) -> None:
    with pytest.raises(ValueError, match=r"^missing: phone, window$"):
        client.submit(phone=None, window=None)
    assert client.handoffs.draft(client.name).name == CALL.name
    assert client.handoffs.current(client.name) is None
    assert all_mails(engine) == []


def test_without_draft_and_request_there_is_nothing_to_submit(client: Client) -> None:
    with pytest.raises(LookupError):
        client.handoffs.submit(client.name, SUPPORTER, NOW, NOW)


def test_a_second_click_gets_the_same_request(engine: Engine, client: Client) -> None:
    first = client.submit(MAILED)
    again = client.handoffs.submit(client.name, OTHER, NOW, NOW + HOUR)
    assert again == first
    assert len(all_mails(engine)) == 2


def test_clicks_at_the_same_time_make_one_request(
    engine: Engine, client: Client
) -> None:
    client.handoffs.keep_draft(client.name, MAILED, NOW)
    together = Barrier(THREADS)

    def click(_: int) -> str:
        together.wait()
        submitted = client.handoffs.submit(client.name, SUPPORTER, NOW, NOW)
        return submitted.reference

    with ThreadPoolExecutor(THREADS) as threads:
        references = set(threads.map(click, range(THREADS)))
    assert len(references) == 1
    assert len(client.handoffs.all_current()) == 1
    assert sorted(kind for kind, _, _ in all_mails(engine)) == ["confirmation", "new"]


@pytest.mark.parametrize("changes", [False, True], ids=["new", "a change"])
def test_a_submit_that_fails_half_way_leaves_nothing(
    engine: Engine, client: Client, changes: bool
) -> None:
    before = client.submit(CALL) if changes else None
    mails = all_mails(engine)
    client.handoffs.keep_draft(client.name, MAILED, NOW)
    with writing(engine) as connection:
        for statement in fails("drafts")[engine.dialect.name]:
            connection.exec_driver_sql(statement)
    with pytest.raises(Unavailable) as caught:
        client.handoffs.submit(client.name, OTHER, NOW, NOW)
    assert "Truus" not in str(caught.value)
    assert client.handoffs.draft(client.name) == MAILED
    assert client.handoffs.current(client.name) == before
    assert all_mails(engine) == mails


def test_a_change_keeps_the_reference_and_tells_the_supporter(
    engine: Engine, client: Client
) -> None:
    first = client.submit()
    send_all(engine)
    assert client.handoffs.change(client.name, NOW)
    assert client.handoffs.is_change(client.name)
    assert client.handoffs.draft(client.name) == CALL
    changed = client.submit(phone="+31698765432", now=NOW + HOUR)
    assert changed == client.handoffs.current(client.name)
    assert changed == replace(
        first,
        details=replace(CALL, phone="+31698765432"),
        revision=2,
        changed_at=NOW + HOUR,
        overdue_at=NOW + 3 * HOUR,
    )
    (mail,) = send_all(engine)
    assert (mail.kind, mail.recipient, mail.request) == ("changed", SUPPORTER, changed)


def test_a_change_before_anything_was_sent_is_one_new_mail(
    engine: Engine, client: Client
) -> None:
    client.submit(MAILED)
    client.submit(MAILED, name="Jan Pieriks")
    sent = [(mail.kind, mail.revision) for mail in send_all(engine)]
    assert sent == [("new", 2), ("confirmation", 2)]


def test_a_change_while_a_worker_sends_is_told_as_a_change(
    engine: Engine, client: Client
) -> None:
    client.submit()
    assert claimed(engine).kind == "new"
    client.submit(name="Truus")
    assert all_mails(engine) == [
        ("new", SUPPORTER, "pending"),
        ("changed", SUPPORTER, "pending"),
    ]


@pytest.mark.parametrize("was_sent", [True, False])
def test_a_change_for_another_supporter_withdraws_it_from_the_one_who_knows(
    engine: Engine, client: Client, was_sent: bool
) -> None:
    client.submit()
    if was_sent:
        send_all(engine)
    client.submit(recipient=OTHER)
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine)]
    superseded = [("superseded", SUPPORTER)] if was_sent else []
    assert sent == [*superseded, ("new", OTHER)]


def test_who_gets_a_request_back_gets_it_as_new(engine: Engine, client: Client) -> None:
    for recipient in (SUPPORTER, OTHER, SUPPORTER, OTHER):
        client.submit(recipient=recipient)
        sent = [(mail.kind, mail.recipient) for mail in send_all(engine)]
        assert sent[-1] == ("new", recipient)


def test_a_change_of_what_was_picked_up_waits_to_be_picked_up_again(
    client: Client,
) -> None:
    request = client.submit()
    client.handoffs.pick_up(request.reference, NOW)
    changed = client.submit(name="Truus")
    assert (changed.state, changed.picked_up_at) == ("open", None)
    assert client.handoffs.all_current() == [changed]


def test_what_is_closed_cannot_be_changed_and_the_next_request_is_new(
    client: Client,
) -> None:
    assert not client.handoffs.change(client.name, NOW)
    first = client.submit()
    client.handoffs.change(client.name, NOW)
    client.handoffs.done(first.reference, NOW)
    assert not client.handoffs.is_change(client.name)
    assert not client.handoffs.change(client.name, NOW)
    second = client.submit(now=NOW + HOUR)
    assert second.reference != first.reference
    assert client.handoffs.current(client.name) == second


def test_a_draft_beside_a_request_is_a_change_and_no_second_one(client: Client) -> None:
    request = client.submit()
    assert not client.handoffs.is_change(client.name)
    client.handoffs.keep_draft(client.name, MAILED, NOW)
    assert client.handoffs.is_change(client.name)
    assert client.submit(MAILED).reference == request.reference


def test_the_current_request_is_the_one_that_is_not_closed_or_else_the_latest(
    client: Client,
) -> None:
    assert client.handoffs.current(client.name) is None
    for hours in range(3):
        request = client.submit(now=NOW + hours * HOUR)
        assert client.handoffs.current(client.name) == request
        cancelled = client.handoffs.cancel(client.name, NOW + hours * HOUR)
        assert client.handoffs.current(client.name) == cancelled


def test_what_is_made_while_the_clock_stands_still_is_current(client: Client) -> None:
    for _ in range(4):  # a preview has one moment, and references have no order
        client.submit()
        client.handoffs.cancel(client.name, NOW)
    request = client.submit()
    assert client.handoffs.current(client.name) == request


def test_a_reference_in_a_mail_is_not_given_to_another(
    engine: Engine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = client.submit()
    send_all(engine)
    client.handoffs.erase(client.name, NOW)
    used = request.reference.removeprefix("SW-")
    letters = iter(used + "CCCCCC")
    monkeypatch.setattr("secrets.choice", lambda _: next(letters))
    assert client.submit().reference == "SW-CCCCCC"


def test_what_nobody_was_mailed_is_cancelled_in_silence(
    engine: Engine, client: Client
) -> None:
    client.submit(MAILED)
    cancelled = client.handoffs.cancel(client.name, NOW + HOUR)
    assert cancelled
    assert (cancelled.state, cancelled.closed_at) == ("cancelled", NOW + HOUR)
    assert send_all(engine) == []


def test_whoever_was_mailed_hears_once_that_it_is_withdrawn(
    engine: Engine, client: Client
) -> None:
    client.submit(MAILED)
    send_all(engine)
    client.handoffs.escalate(TEAM, NOW + DAY)
    send_all(engine)
    client.handoffs.cancel(client.name, NOW)
    assert client.handoffs.cancel(client.name, NOW) is None
    mails = send_all(engine)
    told = [(mail.kind, mail.recipient, mail.request) for mail in mails]
    assert told == [("withdrawn", SUPPORTER, None), ("withdrawn", TEAM, None)]
    assert len({mail.message_id for mail in mails}) == 2


def test_who_heard_that_already_does_not_hear_it_again(
    engine: Engine, client: Client
) -> None:
    client.submit()
    send_all(engine)
    client.submit(recipient=OTHER)
    client.handoffs.cancel(client.name, NOW)
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine)]
    assert sent == [("superseded", SUPPORTER)]


def test_erasing_removes_all_of_the_client_and_nothing_of_another(
    engine: Engine, client: Client
) -> None:
    other = Client(engine, "another conversation")
    kept = other.submit()
    first = client.submit()
    client.handoffs.done(first.reference, NOW)
    client.submit(MAILED, now=NOW + HOUR)
    client.handoffs.keep_draft(client.name, CALL, NOW)
    assert client.handoffs.erase(client.name, NOW) == Removed(requests=2, drafts=1)
    assert client.handoffs.current(client.name) is None
    assert client.handoffs.draft(client.name) == Details()
    assert [mail.request for mail in send_all(engine)] == [kept]
    assert client.handoffs.erase(client.name, NOW) == Removed(requests=0, drafts=0)


def test_erasing_removes_the_conversation_too_or_nothing_at_all(
    engine: Engine, client: Client
) -> None:
    say(engine, client.name, 0)
    say(engine, "another conversation", 0)
    request = client.submit()
    with writing(engine) as connection:
        for statement in fails("events")[engine.dialect.name]:
            connection.exec_driver_sql(statement)
    with pytest.raises(Unavailable):
        client.handoffs.erase(client.name, NOW)
    assert client.handoffs.current(client.name) == request
    with writing(engine) as connection:
        on = " ON events" if engine.dialect.name == "postgresql" else ""
        connection.exec_driver_sql(f"DROP TRIGGER broken{on}")
    client.handoffs.erase(client.name, NOW)
    assert stored(engine) == {"another conversation"}


def test_whoever_was_mailed_is_asked_to_erase_too(
    engine: Engine, client: Client
) -> None:
    request = client.submit(MAILED)
    send_all(engine)
    client.submit(MAILED, recipient=OTHER)
    send_all(engine)
    client.handoffs.erase(client.name, NOW)
    mails = send_all(engine)
    erased = [(mail.kind, mail.recipient, mail.request) for mail in mails]
    assert erased == [("erased", SUPPORTER, None), ("erased", OTHER, None)]
    assert {mail.reference for mail in mails} == {request.reference}


def test_a_mail_that_failed_can_have_arrived_and_is_followed_by_its_end(
    engine: Engine, client: Client
) -> None:
    client.submit()
    claimed(engine)
    later = NOW + HOUR  # when the claim has timed out
    client.handoffs.erase(client.name, later)
    assert [mail.kind for mail in send_all(engine, later)] == ["erased"]


def test_picking_up_and_done_are_recorded_once(client: Client) -> None:
    request = client.submit()
    picked_up = client.handoffs.pick_up(request.reference, NOW + HOUR)
    assert picked_up == replace(request, state="picked_up", picked_up_at=NOW + HOUR)
    assert client.handoffs.pick_up(request.reference, NOW + DAY) == picked_up
    done = client.handoffs.done(request.reference, NOW + DAY)
    assert done == replace(picked_up, state="done", closed_at=NOW + DAY)
    assert client.handoffs.current(client.name) == done


def test_what_is_closed_stays_closed(client: Client) -> None:
    cancelled = client.submit()
    client.handoffs.cancel(client.name, NOW)
    done = client.submit(now=NOW + HOUR)
    client.handoffs.done(done.reference, NOW)
    for request in (cancelled, done):
        for close in (client.handoffs.pick_up, client.handoffs.done):
            with pytest.raises(ValueError, match=request.reference):
                close(request.reference, NOW)


def test_a_reference_that_nobody_has_is_said(handoffs: Handoffs) -> None:
    for close in (handoffs.pick_up, handoffs.done):
        with pytest.raises(LookupError, match="SW-CCCCCC"):
            close("SW-CCCCCC", NOW)


def test_requests_that_are_not_closed_are_listed_the_oldest_first(
    engine: Engine, handoffs: Handoffs
) -> None:
    later = Client(engine, "later").submit(now=NOW + HOUR)
    first = Client(engine, "first").submit()
    taken = Client(engine, "taken").submit(now=NOW - HOUR)
    taken = handoffs.pick_up(taken.reference, NOW)
    Client(engine, "gone").submit()
    handoffs.cancel("gone", NOW)
    assert handoffs.all_current() == [taken, first, later]


@pytest.mark.parametrize(("seconds", "number"), [(-1, 0), (0, 1)])
def test_a_request_is_overdue_from_the_moment_it_should_have_been_picked_up(
    client: Client, seconds: int, number: int
) -> None:
    at = client.submit().overdue_at + timedelta(seconds=seconds)
    assert client.handoffs.escalate(TEAM, at) == number


def test_what_is_overdue_is_mailed_to_somebody_else_once_for_each_revision(
    engine: Engine, client: Client
) -> None:
    client.submit()
    send_all(engine)
    late = NOW + DAY
    assert [client.handoffs.escalate(TEAM, at) for at in (NOW, late, late)] == [0, 1, 0]
    (mail,) = send_all(engine, late)
    assert (mail.kind, mail.recipient) == ("overdue", TEAM)
    assert client.handoffs.escalate(TEAM, late) == 0
    client.submit(name="Truus")
    assert client.handoffs.escalate(TEAM, late) == 1
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine, late)]
    assert sent == [("superseded", TEAM), ("changed", SUPPORTER), ("overdue", TEAM)]


@pytest.mark.parametrize("to", [SUPPORTER, OTHER])
def test_all_others_who_know_of_a_request_hear_that_it_changed(
    engine: Engine, client: Client, to: str
) -> None:
    client.submit()
    client.handoffs.escalate(TEAM, NOW + DAY)
    send_all(engine, NOW + DAY)
    client.submit(name="Truus", recipient=to)
    mails = send_all(engine, NOW + DAY)
    superseded = [mail.recipient for mail in mails if mail.kind == "superseded"]
    assert superseded == [each for each in (SUPPORTER, TEAM) if each != to]
    assert len({mail.message_id for mail in mails}) == len(mails)
    client.submit(name="Truus W.", recipient=to)
    assert [mail.kind for mail in send_all(engine, NOW + DAY)] == ["changed"]


def test_who_is_told_again_does_not_hear_after_it_that_this_is_over(
    engine: Engine, client: Client
) -> None:
    client.submit()
    client.handoffs.escalate(TEAM, NOW + DAY)
    send_all(engine, NOW + DAY)
    client.submit(name="Truus", now=NOW)
    box = Outbox(engine)
    superseded = claimed(engine, NOW + DAY)
    assert (superseded.kind, superseded.recipient) == ("superseded", TEAM)
    assert box.try_again(superseded, NOW + 2 * DAY, "451")
    client.handoffs.escalate(TEAM, NOW + DAY)
    send_all(engine, NOW + DAY)
    assert send_all(engine, NOW + 3 * DAY) == []
    client.handoffs.cancel(client.name, NOW)
    sent = [(mail.kind, mail.recipient) for mail in send_all(engine, NOW + 3 * DAY)]
    assert sent == [("withdrawn", SUPPORTER), ("withdrawn", TEAM)]


def test_workers_that_escalate_at_once_add_one_mail(
    engine: Engine, client: Client
) -> None:
    client.submit()
    together = Barrier(THREADS)

    def escalate(_: int) -> int:
        together.wait()
        return client.handoffs.escalate(TEAM, NOW + DAY)

    with ThreadPoolExecutor(THREADS) as threads:
        added = list(threads.map(escalate, range(THREADS)))
    assert sum(added) == 1


def test_what_was_picked_up_meanwhile_is_not_mailed_as_overdue(
    engine: Engine, client: Client
) -> None:
    request = client.submit()
    send_all(engine)
    client.handoffs.escalate(TEAM, NOW + DAY)
    client.handoffs.pick_up(request.reference, NOW + DAY)
    assert send_all(engine, NOW + DAY) == []


def test_the_purge_removes_what_is_too_old_and_never_what_waits(
    engine: Engine, handoffs: Handoffs
) -> None:
    waits = Client(engine, "waits").submit(now=NOW - 400 * DAY)
    for days in (89, 90, 91):
        client = Client(engine, f"closed {days} days ago")
        request = client.submit(now=NOW - 100 * DAY)
        handoffs.done(request.reference, NOW - days * DAY)
        handoffs.keep_draft(f"draft of {days - 90} days", CALL, NOW - (days - 90) * DAY)
    handoffs.keep_draft("draft of days", CALL, NOW - 2 * DAY)
    send_all(engine)
    assert handoffs.purge(NOW, RETENTION) == Removed(requests=1, drafts=1)
    assert handoffs.purge(NOW, RETENTION) == Removed(requests=0, drafts=0)
    assert handoffs.current("closed 91 days ago") is None
    assert handoffs.current("closed 90 days ago")
    assert handoffs.all_current() == [waits]
    assert len(all_mails(engine)) == 3


def test_the_purge_keeps_a_mail_that_still_has_to_go(
    engine: Engine, client: Client
) -> None:
    client.submit(MAILED)
    claimed(engine)
    client.handoffs.erase(client.name, NOW)
    assert [kind for kind, _, _ in all_mails(engine)] == [
        *("new", "confirmation", "erased"),
    ]
    client.handoffs.purge(NOW, RETENTION)
    assert [kind for kind, _, _ in all_mails(engine)] == ["erased"]
