"""What was not understood is noticed in a conversation; and nothing else is."""

import asyncio
import json
import logging
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from rasa.core.brokers.broker import EventBroker
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    FollowupAction,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import dialogue.misunderstood
from actions.several_questions import ActionNextQuestion
from dialogue.misunderstood import Misunderstood
from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import MASKED, Notes, read_notes
from tools.misunderstood import report

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
DAYS = 90
RANKING = ["nlu_fallback", "ask_costs", "ask_source", "stop", "greet"]
AGAIN = ActionExecuted("action_ask_again")
HUMAN = {"title": "Spreek een mens", "payload": "/request_human"}
FLOWS = ("ask_delivery_form",)
CHOICES = [{"title": "Wat kost het?", "payload": "/ask_costs"}]


def client(text: str | None, *ranking: str) -> Event:
    names = [{"name": name, "confidence": 0.3} for name in ranking or RANKING]
    parsed = {"intent": names[0], "intent_ranking": names, "entities": []}
    return UserUttered(text, parse_data=parsed, input_channel="rest")


def bot(response: str, *buttons: dict[str, str]) -> Event:
    data = {"buttons": list(buttons)}
    return BotUttered("Tekst.", data, metadata={"utter_action": response})


def asked_again(text: str) -> list[Event]:
    return [client(text), AGAIN, bot("utter_ask_again", *CHOICES)]


def doubtful_crisis(text: str) -> list[Event]:
    return [
        *(client(text, "crisis"), ActionExecuted("utter_crisis"), bot("utter_crisis")),
        ActionExecuted("action_something_else"),
        bot("utter_something_else", *CHOICES, HUMAN),
    ]


def answered(text: str, intent: str = "ask_costs") -> list[Event]:
    return [client(text, intent), ActionExecuted("action_costs"), bot("utter_costs")]


def corrects(text: str = "nee, dat bedoel ik niet") -> list[Event]:
    denied = ActionExecuted("action_deny")
    return [client(text, "deny"), denied, bot("utter_not_what_was_meant")]


def question(text: str, intent: str) -> dict[str, Any]:
    ranking = [{"name": intent, "confidence": 0.9}]
    return {
        **{"text": text, "intent": ranking[0], "intent_ranking": ranking},
        "entities": [],
    }


def asks(text: str, *questions: dict[str, Any]) -> list[Event]:
    """The events of a message with several questions; Rasa adds the answers."""
    first, *others = questions
    parsed = {**first, "text": text, "more_questions": others}
    events = [UserUttered(text, first["intent"], [], parsed, input_channel="rest")]
    while parsed["more_questions"]:
        last = "action_listen" if parsed["intent"]["name"] in FLOWS else "action_costs"
        said = {"event": "user", "input_channel": "rest", **parsed}
        tracker = Tracker("a", {}, parsed, [said], False, None, {}, last)
        following = ActionNextQuestion().run(CollectingDispatcher(), tracker, {})
        events += [bot("utter_costs"), ActionExecuted("action_next_question")]
        events += deserialise_events(following)
        parsed = following[-1]["parse_data"]
    return [*events, ActionExecuted("action_who_provides"), bot("utter_who_provides")]


def presses(payload: str) -> Event:
    return client(payload, payload.lstrip("/"))


class Kept:
    """The broker on a file of its own, on a day of our choice."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "var" / "misunderstood.jsonl"
        self.day = TODAY
        self.start(lambda text: text.replace("Truus", "[naam]"))

    def start(self, mask: Callable[[str], str] = str) -> None:
        self.broker = Misunderstood(Notes(self.file, mask, DAYS), lambda: self.day)

    def tell(self, *events: Event | list[Event], sender: str = "a") -> None:
        for each in events:
            for event in each if isinstance(each, list) else [each]:
                self.broker.publish({"sender_id": sender, **event.as_dict()})

    @property
    def lines(self) -> list[dict[str, Any]]:
        if not self.file.exists():
            return []
        return [json.loads(line) for line in self.file.read_text("utf-8").splitlines()]

    @property
    def brief(self) -> list[tuple[str, str, list[str]]]:
        return [
            (each["happened"], each["text"], each["intents"]) for each in self.lines
        ]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_a_message_that_was_asked_again_is_kept_with_the_three_closest_intents(
    kept: Kept,
) -> None:
    kept.tell(asked_again("wat kst ut"))
    closest = ["ask_costs", "ask_source", "stop"]
    assert kept.brief == [("asked again", "wat kst ut", closest)]


def test_a_line_tells_the_day_and_nothing_of_who_it_was(kept: Kept) -> None:
    kept.tell(asked_again("Truus, één vraag"), sender="0612345678")
    (line,) = kept.lines
    assert set(line) == {"day", "happened", "text", "intents"}
    assert line["day"] == "2026-11-24"
    assert line["text"] == "[naam], één vraag"
    assert "0612345678" not in kept.file.read_text("utf-8")


def test_an_answer_in_a_flow_that_was_not_understood_is_told_apart(kept: Kept) -> None:
    flow = ActiveLoop("eligibility_form")
    kept.tell(flow, client("misschien"), AGAIN, bot("utter_answer_unclear"))
    kept.tell(ActiveLoop(None), asked_again("huh"))
    assert [each["happened"] for each in kept.lines] == [
        "asked again in a flow",
        "asked again",
    ]


def test_a_message_is_kept_once_however_many_messages_ask_again(kept: Kept) -> None:
    kept.tell(asked_again("huh"), bot("utter_reach_open"))
    assert len(kept.lines) == 1


@pytest.mark.parametrize(
    "events",
    [
        answered("wat kost het"),
        [
            *(client("menzis"), AGAIN, FollowupAction("action_inform")),
            *(ActionExecuted("action_inform"), bot("utter_ask_package")),
        ],
        [
            *(client("huh"), AGAIN, ActionExecuted("utter_technical_problem")),
            bot("utter_technical_problem"),
        ],
        [client("/ask_costs"), AGAIN, bot("utter_ask_again")],
        [client("  "), AGAIN, bot("utter_ask_differently")],
        [client(None), AGAIN, bot("utter_ask_differently")],
        corrects(),
    ],
    ids=[
        "answered",
        "handed over to a topic that answered",
        "the action server is down",
        "a button",
        "nothing but spaces",
        "no text",
        "a correction of nothing",
    ],
)
def test_what_was_no_misunderstanding_is_not_kept(
    kept: Kept, events: list[Event]
) -> None:
    kept.tell(events)
    assert kept.lines == []


def test_of_a_correction_the_message_before_is_kept_with_what_it_was_taken_for(
    kept: Kept,
) -> None:
    kept.tell(answered("krijg ik dat terug", "ask_costs"), corrects())
    assert kept.brief == [("corrected", "krijg ik dat terug", ["ask_costs"])]


def test_a_correction_of_a_button_or_of_asking_again_adds_nothing(kept: Kept) -> None:
    kept.tell(answered("hallo"), answered("/ask_costs"), corrects())
    assert kept.lines == []
    kept.tell(asked_again("huh"), corrects())
    assert len(kept.lines) == 1


COSTS = question("wat kost het", "ask_costs")
WHO = question("wie doet het", "ask_who_provides")
HELP = question("help kiezen", "ask_delivery_form")


def test_of_a_message_with_more_questions_all_is_kept_as_it_was_typed(
    kept: Kept,
) -> None:
    typed = "wat kost het nou, en wie doet het, of help kiezen"
    kept.tell(asks(typed, COSTS, WHO, HELP), corrects())
    intents = ["ask_costs", "ask_who_provides", "ask_delivery_form"]
    assert kept.brief == [("corrected", typed, intents)]


def test_also_when_its_first_question_lets_the_others_go_first(kept: Kept) -> None:
    kept.tell(asks("help kiezen, en wat kost het", HELP, COSTS), corrects())
    assert kept.brief == [
        (
            *("corrected", "help kiezen, en wat kost het"),
            ["ask_delivery_form", "ask_costs"],
        )
    ]


def test_a_question_of_it_that_is_then_typed_again_is_a_message_of_its_own(
    kept: Kept,
) -> None:
    kept.tell(asks("wat kost het en wie doet het", COSTS, WHO))
    kept.tell(answered("wie doet het", "ask_costs"), corrects())
    kept.tell(asks("wie doet het", WHO, COSTS), corrects())
    assert kept.brief == [
        ("corrected", "wie doet het", ["ask_costs"]),
        ("corrected", "wie doet het", ["ask_who_provides", "ask_costs"]),
    ]


def test_the_button_that_is_pressed_then_says_what_was_meant(kept: Kept) -> None:
    kept.tell(asked_again("wat kst ut"), presses("/ask_costs"))
    assert kept.brief[1:] == [("chosen", "wat kst ut", ["ask_costs"])]


def test_a_message_that_was_asked_again_is_listed_with_the_meaning_that_was_chosen(
    kept: Kept,
) -> None:
    kept.tell(asked_again("wat kst ut"), presses("/ask_costs"))
    told = report(*read_notes(kept.file), 1, TODAY)
    assert told[2].startswith("1 time asked again; chosen: ask_costs (1);")
    assert told[3] == "      - wat kst ut"


def test_a_button_after_a_doubtful_crisis_corrects_the_false_alarm(kept: Kept) -> None:
    kept.tell(doubtful_crisis("ik kan niet meer wachten"), presses("/ask_costs"))
    assert kept.brief == [
        ("corrected", "ik kan niet meer wachten", ["crisis"]),
        ("chosen", "ik kan niet meer wachten", ["ask_costs"]),
    ]


def test_choosing_a_human_after_it_does_not(kept: Kept) -> None:
    kept.tell(doubtful_crisis("ik kan niet meer"), presses("/request_human"))
    assert kept.brief == [("chosen", "ik kan niet meer", ["request_human"])]


@pytest.mark.parametrize(
    "events",
    [
        [*asked_again("huh"), presses("/stop")],
        [*asked_again("huh"), *answered("hoi"), presses("/ask_costs")],
        [
            *(client("huh"), AGAIN, bot("utter_ask_differently", *CHOICES)),
            presses("/ask_costs"),
        ],
    ],
    ids=["not one of those offered", "later", "offered as a way out"],
)
def test_another_button_does_not(kept: Kept, events: list[Event]) -> None:
    kept.tell(events)
    assert [each["happened"] for each in kept.lines] == ["asked again"]


def test_conversations_at_the_same_time_are_kept_apart(kept: Kept) -> None:
    kept.tell(answered("van a"), sender="a")
    kept.tell(answered("van b"), sender="b")
    kept.tell(corrects(), sender="a")
    assert [each["text"] for each in kept.lines] == ["van a"]


def test_of_conversations_the_one_that_was_silent_longest_is_forgotten(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogue.misunderstood, "CONVERSATIONS", 2)
    for sender in ("a", "b", "a", "c"):
        kept.tell(answered(f"van {sender}"), sender=sender)
    for sender in ("a", "b", "c"):
        kept.tell(corrects(), sender=sender)
    # b was forgotten when c came, and then c when b came back
    assert [each["text"] for each in kept.lines] == ["van a"]


def test_what_is_old_is_forgotten_at_the_start(kept: Kept) -> None:
    kept.tell(asked_again("oud"))
    kept.day += timedelta(days=DAYS + 1)
    kept.start()
    assert kept.lines == []


def test_and_on_every_new_day_that_somebody_says_something(kept: Kept) -> None:
    kept.tell(asked_again("oud"))
    kept.day += timedelta(days=DAYS)
    kept.tell(client("hallo"))
    assert len(kept.lines) == 1
    kept.day += timedelta(days=1)
    kept.tell(client("hallo"))
    assert kept.lines == []


def test_a_message_of_which_nothing_can_be_kept_is_no_error(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    kept.tell(asked_again("x" * 2 * MASKED))
    assert caplog.records == []


def test_a_disk_that_fails_is_logged_once_without_the_text_and_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "var").write_text("a file where a folder should be")
    kept = Kept(tmp_path)
    for _ in range(2):
        kept.tell(asked_again("geheim"))
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.getMessage().startswith(
        "Messages that were not understood cannot be kept"
    )
    assert "geheim" not in caplog.text


def test_after_a_disk_that_worked_again_the_next_failure_is_logged(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    folder = kept.file.parent
    for failures in (1, 2):
        folder.write_text("a file where a folder should be")
        nothing_to_write = asked_again("x" * 2 * MASKED)
        kept.tell(asked_again("weg"), nothing_to_write, asked_again("weg"))
        assert len(caplog.records) == failures
        folder.unlink()
        kept.tell(asked_again("bewaard"))
        shutil.rmtree(folder)


def test_a_mistake_of_our_own_costs_no_client_the_answer_either(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str) -> str:
        raise ValueError(text)

    kept.start(broken)
    kept.tell(asked_again("geheim"))
    assert "ValueError" in caplog.text
    assert "geheim" not in caplog.text
    assert kept.lines == []


def test_rasas_tracker_store_in_memory_tells_every_event_once(kept: Kept) -> None:
    from rasa.core.tracker_store import InMemoryTrackerStore

    store = InMemoryTrackerStore(Domain.empty(), kept.broker)
    tracker = DialogueStateTracker("a", [])

    async def talk() -> None:
        for text in ("een", "twee"):
            for event in asked_again(text):
                tracker.update(event)
            await store.save(tracker)

    asyncio.run(talk())
    assert [each["text"] for each in kept.lines] == ["een", "twee"]


def test_the_endpoints_name_it_and_it_masks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTION_PORT", "1")
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path))
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    broker = asyncio.run(EventBroker.create(endpoints.event_broker))
    assert isinstance(broker, Misunderstood)
    for event in asked_again("mijn moeder wil dat, ik ben Truus, 06-12345678"):
        broker.publish({"sender_id": "a", **event.as_dict()})
    (line,) = (tmp_path / "misunderstood.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["text"] == "mijn moeder wil dat, ik ben [naam], [telefoon]"


def test_the_endpoints_have_it_kept_as_long_as_the_knowledge_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTION_PORT", "1")
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path))
    days = installed().zorgkantoor.retention.misunderstood
    notes = Notes(tmp_path / "misunderstood.jsonl", str, days)
    for ago in (days + 1, days - 1):
        day = date.today() - timedelta(days=ago)
        notes.add(day, "asked again", f"{ago} dagen geleden", ())
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    asyncio.run(EventBroker.create(endpoints.event_broker))
    kept, _ = read_notes(tmp_path / "misunderstood.jsonl")
    assert [note.text for note in kept] == [f"{days - 1} dagen geleden"]
