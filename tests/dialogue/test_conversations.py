"""What is stored of a conversation does not tell who the client is."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from dialogue.conversations import Conversations
from tests.answers_as_said import domain

Keep = Callable[..., DialogueStateTracker]
SENDER = "a-client"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path))
    monkeypatch.delenv("STEUNWIJZER_DATABASE", raising=False)
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Conversations:
    return Conversations(domain())


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


def stored(folder: Path) -> str:
    with sqlite3.connect(folder / "steunwijzer.db") as database:
        return "\n".join(
            each for (each,) in database.execute("SELECT data FROM events")
        )


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
    store: Conversations, folder: Path, text: str, personal: str
) -> None:
    keep(store, said(text))
    assert personal not in stored(folder)
    assert "menzis" in stored(folder), "what was understood stays"


def test_of_what_is_typed_for_a_request_nothing_is_stored(
    store: Conversations, folder: Path
) -> None:
    noted = {"private": True, "utter_action": "utter_noted", "name": "kanarie"}
    private = BotUttered("Ik heb genoteerd: kanarie.", metadata=noted)
    keep(store, ActiveLoop("handoff_form"), said("een kanarie"), private)
    assert "kanarie" not in stored(folder)
    # in a turn of its own, the loop is known from what was stored
    keep(store, said("twee kanaries"))
    assert "kanarie" not in stored(folder)
    keep(store, ActiveLoop(None), said("drie kanaries"))
    assert "drie kanaries" in stored(folder)


def test_the_conversation_goes_on_after_a_restart(folder: Path) -> None:
    keep(Conversations(domain()), SessionStarted(), SlotSet("living", "home"))
    again = asyncio.run(Conversations(domain()).get_or_create_tracker(SENDER))
    assert again.get_slot("living") == "home"


def test_each_event_is_stored_once(store: Conversations, folder: Path) -> None:
    for turn in range(3):
        keep(store, said(f"vraag {turn}"), BotUttered(f"antwoord {turn}"))
    assert stored(folder).count('"event": "bot"') == 3
    assert stored(folder).count("antwoord 1") == 1


def test_who_wants_all_data_removed_leaves_no_trace(
    store: Conversations, folder: Path
) -> None:
    keep(store, said("wie helpt bij een kanarie"), ActionExecuted("action_listen"))
    assert b"kanarie" in (folder / "steunwijzer.db").read_bytes() + b"".join(
        path.read_bytes() for path in folder.glob("*-wal")
    )
    keep(store, SlotSet("erased", True))
    for path in folder.iterdir():
        assert b"kanarie" not in path.read_bytes()
        assert SENDER.encode() not in path.read_bytes()
    assert asyncio.run(store.retrieve(SENDER)) is None


def test_the_conversation_of_another_client_stays(
    store: Conversations, folder: Path
) -> None:
    other = DialogueStateTracker("another", Domain.empty().slots)
    other.update(said("wie helpt bij een papegaai"))
    asyncio.run(store.save(other))
    keep(store, SlotSet("erased", True))
    assert "papegaai" in stored(folder)
