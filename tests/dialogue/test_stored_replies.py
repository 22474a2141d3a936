"""A message of the website that comes in twice is answered from what was stored."""

import asyncio
from datetime import timedelta

import pytest
from rasa.shared.core.events import (
    BotUttered,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from sqlalchemy.engine import Engine

from dialogue.conversations import Conversations
from steunwijzer.handoff.database import open_database
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.replies import KEPT, find_reply, purge_replies
from tests.dialogue.test_conversations import SENDER, keep, without_conversations
from tests.steunwijzer.handoff.test_traces import files_of
from tools.clock import utc_now

NOTED = BotUttered(
    "Ik heb genoteerd: 0612345678.",
    data={"buttons": [{"title": "Klopt", "payload": "/affirm"}]},
    metadata={"private": True, "facts": ["emergency_line"], "utter_action": "utter_x"},
)
SHOWN = {
    "text": "Ik heb genoteerd: 0612345678.",
    "buttons": [{"title": "Klopt", "payload": "/affirm"}],
    "facts": ["emergency_line"],
    "private": True,
}


def sent(message_id: str, channel: str = "website") -> UserUttered:
    return UserUttered(
        "mijn nummer",
        intent={"name": "inform"},
        input_channel=channel,
        message_id=message_id,
    )


def test_an_answer_is_kept_word_for_word_for_who_asks_again(
    store: Conversations,
) -> None:
    keep(store, SessionStarted(), sent("first"), NOTED, BotUttered("En nog iets."))
    keep(store, sent("second"), BotUttered("Iets anders."))
    assert store.reply_to(SENDER, "first") == [SHOWN, {"text": "En nog iets."}]
    assert store.reply_to(SENDER, "second") == [{"text": "Iets anders."}]


def test_what_was_not_asked_before_has_no_answer_yet(
    store: Conversations,
) -> None:
    keep(store, SessionStarted(), sent("first"), NOTED)
    assert store.reply_to(SENDER, "second") is None
    assert store.reply_to("somebody-else", "first") is None


def test_a_second_question_of_one_message_belongs_to_its_answer(
    store: Conversations,
) -> None:
    of_the_assistant = UserUttered(  # as actions/several_questions.py makes it
        "en wie geeft dat", intent={"name": "ask"}, input_channel="website"
    )
    keep(store, sent("first"), NOTED, of_the_assistant, BotUttered("Een mens."))
    assert store.reply_to(SENDER, "first") == [SHOWN, {"text": "Een mens."}]


def test_on_a_channel_without_such_ids_nothing_is_kept(
    store: Conversations,
) -> None:
    keep(store, sent("first", channel="cmdline"), NOTED)
    assert store.reply_to(SENDER, "first") is None


def test_a_turn_that_is_not_kept_has_no_answer_that_is_kept(
    store: Conversations,
    engine: Engine,
) -> None:
    tracker = asyncio.run(store.get_or_create_tracker(SENDER))
    for event in (sent("first"), NOTED):
        tracker.update(event)
    with without_conversations(engine):
        asyncio.run(store.save(tracker))
    assert store.reply_to(SENDER, "first") is None


def test_a_database_that_fails_knows_no_answer_and_is_not_asked_at_once_again(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("gone") / "steunwijzer.db"
    monkeypatch.setenv("STEUNWIJZER_DATABASE", f"sqlite:///{file}")
    store = Conversations()
    file.unlink()
    assert store.reply_to(SENDER, "first") is None
    open_database()  # it is there again
    assert asyncio.run(store.retrieve("new")) is not None, "it rests for a while"


def test_who_wipes_the_conversation_leaves_no_trace_of_it(
    store: Conversations,
    engine: Engine,
) -> None:
    keep(store, sent("first"), NOTED)
    assert any(b"0612345678" in file.read_bytes() for file in files_of(engine))
    store.forget(SENDER)
    assert store.reply_to(SENDER, "first") is None
    assert asyncio.run(store.retrieve(SENDER)) is None
    Handoffs(engine, "voorbeeld.example").forget_erased()  # as the mail worker does
    left = [file for file in files_of(engine) if b"0612345678" in file.read_bytes()]
    assert left == []


def test_who_had_all_removed_and_missed_that_answer_gets_it_again(
    store: Conversations, engine: Engine
) -> None:
    keep(store, sent("first"), NOTED)
    tracker = asyncio.run(store.get_or_create_tracker(SENDER))
    Handoffs(engine, "voorbeeld.example").erase(SENDER, utc_now())
    erased = BotUttered("Ons gesprek is gewist.", metadata={"erases": True})
    for event in (sent("second"), erased, SlotSet("erased", True)):
        tracker.update(event)
    asyncio.run(store.save(tracker))
    assert store.reply_to(SENDER, "first") is None
    assert store.reply_to(SENDER, "second") == [
        {"text": "Ons gesprek is gewist.", "erases": True}
    ]
    assert asyncio.run(store.retrieve(SENDER)) is None


def test_answers_are_kept_for_an_hour(
    store: Conversations,
    engine: Engine,
) -> None:
    keep(store, sent("first"), NOTED)
    soon, later = timedelta(minutes=1), KEPT + timedelta(minutes=1)
    assert purge_replies(engine, utc_now() + soon) == 0
    assert find_reply(engine, SENDER, "first")
    assert purge_replies(engine, utc_now() + later) == 1
    assert find_reply(engine, SENDER, "first") is None
