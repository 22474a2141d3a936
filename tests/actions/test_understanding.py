"""After a doubtful cry for help, a client who meant something else finds the way."""

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.understanding import ActionSomethingElse


def offered(*meanings: str) -> list[str]:
    """The buttons after the emergency numbers, for these meanings in order."""
    ranking = [{"name": each, "confidence": 0.2} for each in meanings]
    message = {"intent": ranking[0], "intent_ranking": ranking}
    tracker = Tracker("client", {}, message, [], False, None, {}, "utter_crisis")
    dispatcher = CollectingDispatcher()
    ActionSomethingElse().run(dispatcher, tracker, {})
    (message,) = dispatcher.messages
    choices: list[str] = message["choices"]
    return choices


@pytest.mark.parametrize(
    ("meanings", "buttons"),
    [
        (
            ["crisis", "ask_costs", "out_of_scope", "ask_duration", "ask_source"],
            ["/ask_costs", "/ask_duration", "/request_human"],
        ),
        (["crisis", "request_human", "thank"], ["/request_human"]),
        (["crisis"], ["/request_human"]),
    ],
)
def test_the_closest_other_meanings_are_offered_and_always_a_human(
    meanings: list[str], buttons: list[str]
) -> None:
    assert offered(*meanings) == buttons
