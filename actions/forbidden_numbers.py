"""Says that a BSN or an account number is not to be sent, and goes on without it."""

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, UserUttered

from actions.common import Dispatcher, Events, Reply, say, text_of
from steunwijzer.forbidden_numbers import rest_of_message

NUMBERS_HIDDEN = "numbers_hidden"  # nlu/forbidden_numbers.py; it loads all of Rasa


class ActionHideNumbers(Reply):
    """Comes first when there was such a number in the message."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Take the rest of the message as if it had been typed without the number."""
        say(dispatcher, "utter_numbers_hidden")
        if not rest_of_message(text_of(tracker)):
            return []
        message = {**tracker.latest_message, NUMBERS_HIDDEN: False}
        return [
            ActionExecuted("action_listen"),
            UserUttered(
                message["text"],
                parse_data=message,
                input_channel=tracker.get_latest_input_channel(),
            ),
        ]
