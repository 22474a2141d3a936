"""A message that asks more than one thing: each question gets its turn, in order."""

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, UserUttered

from actions.common import Dispatcher, Events, Reply
from nlu.clauses import MORE_QUESTIONS


class ActionNextQuestion(Reply):
    """Takes the next question as if the client had typed it as a message of its own."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say nothing. A question that was not answered yet comes back at the end."""
        message = tracker.latest_message
        following, *others = message[MORE_QUESTIONS]
        if tracker.latest_action_name == "action_listen":
            others.append({key: message[key] for key in following})
        return [
            ActionExecuted("action_listen"),
            UserUttered(
                following["text"],
                parse_data={**following, MORE_QUESTIONS: others},
                input_channel=tracker.get_latest_input_channel(),
            ),
        ]
