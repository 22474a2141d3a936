"""What every action does the same: its name, the clock, and its sources."""

from datetime import datetime, timedelta, timezone

import pytest
from rasa_sdk import Tracker

from actions.common import (
    Dispatcher,
    Events,
    Reply,
    intent_of,
    named,
    now,
    say,
    text_of,
)
from actions.support import ActionCosts
from tests.answers_as_said import entity, run, tracker

AROUND_THE_CLOCK = timedelta(seconds=5)


class TwoMessages(Reply):
    """Says two messages, of which one has a part."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        say(dispatcher, "utter_right", "utter_asker_carer")
        say(dispatcher, "utter_costs")
        return []


def test_an_action_is_called_by_its_class_name() -> None:
    assert ActionCosts().name() == "action_costs"
    assert TwoMessages().name() == "two_messages"


def test_all_sources_of_an_answer_stand_under_its_first_message() -> None:
    (first, second), _ = run(TwoMessages(), tracker())
    assert first["cite"] == ["utter_right", "utter_asker_carer", "utter_costs"]
    assert second["cite"] == []


def test_a_single_message_cites_what_it_says() -> None:
    (only,), _ = run(ActionCosts(), tracker())
    assert "cite" not in only


@pytest.mark.parametrize("text", ["wat kost het", " / of ", "wat is /stop"])
def test_what_the_client_typed_is_text(text: str) -> None:
    assert text_of(tracker(text)) == text


@pytest.mark.parametrize("text", ["/stop", '/inform{"sector": "vv"}', ""])
def test_a_button_is_no_text(text: str) -> None:
    assert text_of(tracker(text)) == ""


def test_a_message_without_an_intent_was_not_understood() -> None:
    heard = tracker("x")
    heard.latest_message["intent"] = None
    assert intent_of(heard) == "nlu_fallback"


def test_a_name_said_twice_counts_once_in_the_order_of_the_text() -> None:
    twice = [entity("insurer", each) for each in ("vgz", "cz", "vgz")]
    heard = tracker("VGZ, CZ of VGZ", entities=[*twice, entity("sector", "vv")])
    assert named(heard, "insurer") == ["vgz", "cz"]


def test_another_day_can_be_previewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEUNWIJZER_NOW", "2026-12-25T10:00")
    assert now() == datetime(2026, 12, 25, 10)


def test_a_day_that_does_not_exist_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEUNWIJZER_NOW", "morgen")
    with pytest.raises(ValueError, match="morgen"):
        now()


def test_without_a_preview_it_is_the_time_in_the_netherlands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("STEUNWIJZER_NOW", raising=False)
    utc = datetime.now(timezone.utc).replace(tzinfo=None)
    ahead = now() - utc
    assert now().tzinfo is None
    assert min(abs(ahead - timedelta(hours=each)) for each in (1, 2)) < AROUND_THE_CLOCK
