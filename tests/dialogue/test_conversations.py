"""What is stored of a conversation does not tell who the client is."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    ConversationResumed,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Engine

from dialogue.conversations import Conversations
from steunwijzer.handoff.database import reading
from steunwijzer.handoff.requests import Handoffs
from tests.answers_as_said import domain
from tests.steunwijzer.handoff.clients import NOW
from tests.steunwijzer.handoff.test_traces import files_of

SENDER = "a-client"


def said(text: str) -> UserUttered:
    """A message as Rasa has it when it was understood."""
    entity = {"entity": "insurer", "value": "menzis", "ids": ["menzis"], "sure": True}
    return UserUttered(
        text,
        intent={"name": "inform", "confidence": 0.9},
        entities=[entity],
        parse_data={
            "text": text,
            "intent": {"name": "inform", "confidence": 0.9},
            "entities": [entity | {"text": text}],
            "intent_ranking": [],
            "text_tokens": [(0, len(text))],
            "more_questions": [{"text": text, "intent": {"name": "thank"}}],
        },
    )


def keep(store: Conversations, *events: Event) -> DialogueStateTracker:
    """Save a conversation with these events, as Rasa does after each turn."""
    tracker = asyncio.run(store.get_or_create_tracker(SENDER))
    for event in events:
        tracker.update(event)
    asyncio.run(store.save(tracker))
    return tracker


def stored(engine: Engine) -> str:
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT data FROM events").scalars()
        return "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("mijn bsn is 123456782", "123456782"),
        ("NL91 ABNA 0417 1643 00 is mijn rekening", "0417"),
        ("ik ben Wilhelmina Postma en zoek hulp", "Wilhelmina"),
        ("bel mij op 06 12 34 56 78", "34 56"),
        ("mail naar jan.jansen@gmail.com", "jansen"),
    ],
)
def test_a_message_is_stored_without_what_is_personal(
    store: Conversations, engine: Engine, text: str, personal: str
) -> None:
    keep(store, said(text))
    assert personal not in stored(engine)
    assert "menzis" in stored(engine), "what was understood stays"


def test_of_what_is_typed_for_a_request_nothing_is_stored(
    store: Conversations, engine: Engine
) -> None:
    noted = {"private": True, "utter_action": "utter_noted", "name": "kanarie"}
    private = BotUttered("Ik heb genoteerd: kanarie.", metadata=noted)
    keep(store, ActiveLoop("handoff_form"), said("een kanarie"), private)
    assert "kanarie" not in stored(engine)
    # in a turn of its own, the loop is known from what was stored
    keep(store, said("twee kanaries"))
    assert "kanarie" not in stored(engine)
    keep(store, ActiveLoop(None), said("drie kanaries"))
    assert "drie kanaries" in stored(engine)


def test_the_conversation_goes_on_after_a_restart(engine: Engine) -> None:
    keep(Conversations(domain()), SessionStarted(), SlotSet("living", "home"))
    again = asyncio.run(Conversations(domain()).get_or_create_tracker(SENDER))
    assert again.get_slot("living") == "home"


def test_each_event_is_stored_once(store: Conversations, engine: Engine) -> None:
    for turn in range(3):
        keep(store, said(f"vraag {turn}"), BotUttered(f"antwoord {turn}"))
    assert stored(engine).count('"event": "bot"') == 3
    assert stored(engine).count("antwoord 1") == 1


def test_who_wants_all_data_removed_leaves_no_trace(
    store: Conversations, engine: Engine
) -> None:
    keep(store, said("wie helpt bij een kanarie"), ActionExecuted("action_listen"))
    traces = (b"kanarie", SENDER.encode())
    data = b"".join(file.read_bytes() for file in files_of(engine))
    assert all(each in data for each in traces)
    handoffs = Handoffs(engine, "voorbeeld.example")
    tracker = asyncio.run(store.get_or_create_tracker(SENDER))
    handoffs.erase(SENDER, NOW)
    tracker.update(SlotSet("erased", True))
    asyncio.run(store.save(tracker))
    handoffs.forget_erased()  # as the mail worker does
    data = b"".join(file.read_bytes() for file in files_of(engine))
    assert [each for each in traces if each in data] == []
    assert asyncio.run(store.retrieve(SENDER)) is None


def test_the_conversation_of_another_client_stays(
    store: Conversations, engine: Engine
) -> None:
    other = DialogueStateTracker("another", Domain.empty().slots)
    other.update(said("wie helpt bij een papegaai"))
    asyncio.run(store.save(other))
    keep(store, SlotSet("erased", True))
    assert "papegaai" in stored(engine)


def test_what_is_told_with_the_wish_for_a_human_is_not_stored(
    store: Conversations, engine: Engine
) -> None:
    wish = said("kom langs bij verpleeghuis de kanarie in ede")
    wish.intent = wish.parse_data["intent"] = {"name": "request_human"}
    keep(store, wish)
    assert "kanarie" not in stored(engine)
    assert "request_human" in stored(engine)


@contextmanager
def without_conversations(engine: Engine) -> Iterator[None]:
    """The table is away, so that neither reading nor writing works."""
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE events RENAME TO away")
    yield
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO events")


def read(store: Conversations) -> DialogueStateTracker:
    tracker = asyncio.run(store.retrieve(SENDER))
    assert tracker is not None
    return tracker


def is_stored(tracker: DialogueStateTracker) -> bool:
    return any(isinstance(event, SessionStarted) for event in tracker.events)


def begun(store: Conversations) -> DialogueStateTracker:
    """A conversation in which consent was asked for."""
    at_consent = SlotSet("requested_slot", "contact_consent")
    keep(store, SessionStarted(), ActiveLoop("handoff_form"), at_consent)
    return read(store)


def test_after_a_turn_that_was_not_kept_nothing_can_be_agreed_to(
    store: Conversations, engine: Engine
) -> None:
    """The client may have said no in that turn, and been told that nothing is sent."""
    tracker = begun(store)
    tracker.update(said("nee"))
    with without_conversations(engine):
        asyncio.run(store.save(tracker))  # and the client is answered
    again = read(store)
    assert again.active_loop_name is None
    assert again.get_slot("requested_slot") is None
    assert isinstance(again.events[-1], ConversationResumed)
    again.update(said("ja"))
    asyncio.run(store.save(again))
    after = read(store)
    assert after.active_loop_name is None
    assert isinstance(after.events[-1], UserUttered), "it goes on as ever"


def test_a_conversation_that_cannot_be_read_is_answered_and_not_overwritten(
    store: Conversations, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dialogue.conversations.REST_SECONDS", 0)
    begun(store)
    with without_conversations(engine):
        without = read(store)
        assert isinstance(without.events[-1], ConversationResumed)
        assert without.get_slot("requested_slot") is None
    without.update(said("wie helpt bij een kanarie"))
    asyncio.run(store.save(without))
    assert "kanarie" not in stored(engine)
    again = read(store)
    assert is_stored(again)
    assert isinstance(again.events[-1], ConversationResumed)


def test_who_comes_after_a_database_that_did_not_answer_does_not_wait_for_it(
    store: Conversations, engine: Engine
) -> None:
    begun(store)
    with without_conversations(engine):
        read(store)
    assert not is_stored(read(store)), "it was asked"


def test_of_what_cannot_be_kept_nothing_is_logged(
    store: Conversations, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    tracker = begun(store)
    tracker.update(said("wie helpt bij een kanarie"))
    with without_conversations(engine):
        asyncio.run(store.save(tracker))
        read(store)
    assert "is not kept" in caplog.text
    assert "cannot be read" in caplog.text
    assert "kanarie" not in caplog.text
    assert SENDER not in caplog.text
