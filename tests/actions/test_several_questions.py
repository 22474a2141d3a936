"""The questions of one message come one after the other, and none is lost."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.several_questions import ActionNextQuestion
from nlu.clauses import MORE_QUESTIONS

COSTS = {"text": "wat kost het", "intent": {"name": "ask_costs"}, "entities": []}
WHO = {"text": "wie doet het", "intent": {"name": "ask_who_provides"}, "entities": []}
CHOOSE = {
    "text": "help kiezen",
    "intent": {"name": "ask_delivery_form"},
    "entities": [],
}


def events_after(message: dict[str, Any], last_action: str) -> list[dict[str, Any]]:
    said = {"event": "user", "input_channel": "rest", **message}
    tracker = Tracker("client", {}, message, [said], False, None, {}, last_action)
    return ActionNextQuestion().run(CollectingDispatcher(), tracker, {})


def test_the_next_question_becomes_a_message_on_the_same_channel() -> None:
    listens, said = events_after(
        {**COSTS, MORE_QUESTIONS: [WHO, CHOOSE]}, "action_costs"
    )
    assert listens["name"] == "action_listen"
    assert (said["text"], said["input_channel"]) == ("wie doet het", "rest")
    assert said["parse_data"] == {**WHO, MORE_QUESTIONS: [CHOOSE]}


def test_a_question_that_lets_others_go_first_comes_back_at_the_end() -> None:
    _, said = events_after({**CHOOSE, MORE_QUESTIONS: [COSTS, WHO]}, "action_listen")
    assert said["parse_data"] == {**COSTS, MORE_QUESTIONS: [WHO, CHOOSE]}
