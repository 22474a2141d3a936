"""Conversations that were erased, or are too old, are gone; the others stay."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from steunwijzer.conversations import erase_conversation, purge_conversations
from steunwijzer.handoff.database import forget_traces, reading, writing
from tests.steunwijzer.handoff.test_traces import files_of

NOW = datetime(2026, 11, 24, 10)
# As Rasa makes it.
EVENTS = sa.Table(
    "events",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender_id", sa.String(255)),
    sa.Column("timestamp", sa.Float),
    sa.Column("data", sa.Text),
)


def say(engine: Engine, sender: str, *days_ago: int) -> None:
    """Store something of a conversation, so many days ago."""
    EVENTS.create(engine, checkfirst=True)
    with writing(engine) as connection:
        for days in days_ago:
            at = (NOW - timedelta(days=days)).timestamp()
            row = {"sender_id": sender, "timestamp": at, "data": f"tjilp {sender}"}
            connection.execute(sa.insert(EVENTS), row)


def stored(engine: Engine) -> set[str]:
    with reading(engine) as connection:
        return set(connection.execute(sa.select(EVENTS.c.sender_id)).scalars())


def test_only_the_conversation_of_this_client_is_erased(engine: Engine) -> None:
    say(engine, "anna-van-hier", 0, 0)
    say(engine, "bert", 0)
    erase_conversation(engine, "anna-van-hier")
    assert stored(engine) == {"bert"}
    assert forget_traces(engine)
    data = b"".join(file.read_bytes() for file in files_of(engine))
    assert b"tjilp bert" in data
    assert b"anna-van-hier" not in data


def test_where_nobody_spoke_there_is_nothing_to_erase(engine: Engine) -> None:
    erase_conversation(engine, "anna-van-hier")


@pytest.mark.parametrize(
    ("days_ago", "kept"), [((40, 31), False), ((40, 29), True), ((31, 0), True)]
)
def test_a_conversation_is_kept_whole_for_so_long_after_its_last_word(
    engine: Engine, days_ago: tuple[int, ...], kept: bool
) -> None:
    say(engine, "anna-van-hier", *days_ago)
    removed = purge_conversations(engine, NOW - timedelta(days=30))
    assert removed == (0 if kept else 1)
    assert stored(engine) == ({"anna-van-hier"} if kept else set())


def test_where_nobody_spoke_there_is_nothing_to_remove(engine: Engine) -> None:
    assert purge_conversations(engine, NOW) == 0
