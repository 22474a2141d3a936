"""What is stored of a conversation does not tell who the client is."""

import asyncio
from collections.abc import Iterator

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
from sqlalchemy.engine import Engine

from dialogue.conversations import Conversations
from steunwijzer.handoff.database import migrate, open_database, reading
from steunwijzer.handoff.requests import Handoffs
from tests.answers_as_said import domain
from tests.steunwijzer.handoff.clients import NOW
from tests.steunwijzer.handoff.conftest import (  # noqa: F401 - fixtures
    postgresql_server,
    postgresql_url,
    sqlite_url,
)
from tests.steunwijzer.handoff.test_traces import files_of

SENDER = "a-client"


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def engine(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Engine]:
    """A new database, which is that of the installation."""
    url = request.getfixturevalue(request.param)
    monkeypatch.setenv("STEUNWIJZER_DATABASE", url)
    opened = open_database(url)
    migrate(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine) -> Conversations:
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
