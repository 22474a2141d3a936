"""When a request cannot be stored the client is told at once, and given the number."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from tests.conversations.requesting import walk
from tests.running import Assistant, Chat

REFUSED = "Het lukt mij nu niet om uw verzoek te bewaren"
STEPS = ("bel mij terug", "Jan", "0612345678", "morgenmiddag", "ja", "Ouderenzorg")


@pytest.fixture(scope="module")
def broken(own_assistant: Callable[[], Assistant]) -> Assistant:
    """An assistant whose database others may lock."""
    return own_assistant()


@pytest.fixture
def lock(broken: Assistant) -> Iterator[sqlite3.Connection]:
    """A writer that holds on to the database until the test is over."""
    other = sqlite3.connect(broken.logs / "steunwijzer.db", isolation_level=None)
    yield other
    other.close()


def test_a_request_that_cannot_be_stored_is_not_confirmed(
    broken: Assistant, lock: sqlite3.Connection
) -> None:
    chat = Chat(broken.port)
    walk(chat, *STEPS, "Nee, niets erbij")
    lock.execute("BEGIN IMMEDIATE")
    told = chat.press("Ja, geef door").text
    assert REFUSED in told
    assert "088 000 00 00" in told
    assert "SW-" not in told
    assert told.count(REFUSED) == 1
    lock.execute("ROLLBACK")
    assert "ken geen verzoek" in chat.say("is mijn verzoek al gezien").text
    assert "SW-" not in chat.say("ja").text


@pytest.mark.parametrize("answer", ["nee", "stop"])
def test_who_said_no_when_nothing_could_be_kept_agrees_to_nothing_after_it(
    broken: Assistant, lock: sqlite3.Connection, answer: str
) -> None:
    chat = Chat(broken.port)
    walk(chat, *STEPS, "Nee, niets erbij")
    lock.execute("BEGIN IMMEDIATE")
    assert "SW-" not in chat.say(answer).text
    lock.execute("ROLLBACK")
    assert "kwijt waar we waren" in chat.say("ok").text
    assert "SW-" not in chat.say("ja").text
    assert broken.requests(chat.sender) == 0


def test_a_request_that_cannot_be_begun_is_not_asked_for(
    broken: Assistant, lock: sqlite3.Connection
) -> None:
    chat = Chat(broken.port)
    chat.say("hallo")
    lock.execute("BEGIN IMMEDIATE")
    told = chat.say("bel mij terug").text
    lock.execute("ROLLBACK")
    assert REFUSED in told
    assert "Wat is uw naam?" not in told


def test_what_was_confirmed_is_still_there_after_a_crash(
    own_assistant: Callable[[], Assistant],
) -> None:
    running = own_assistant()
    chat = Chat(running.port)
    walk(chat, *STEPS, "Nee, niets erbij", "Ja, geef door")
    running.kill_action_server()
    with sqlite3.connect(running.logs / "steunwijzer.db") as database:
        kept = database.execute("SELECT reference, name FROM requests").fetchall()
    assert [name for _, name in kept] == ["Jan"]
    assert kept[0][0] in chat.last.text
