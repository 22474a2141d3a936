"""Says that a BSN or an account number is not to be sent, and goes on without it."""

from rasa_sdk import Tracker
from rasa_sdk.events import ActionReverted

from actions.common import Dispatcher, Events, Reply, say, text_of
from steunwijzer.forbidden_numbers import rest_of_message


class ActionHideNumbers(Reply):
    """Comes first when there was such a number in the message."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Undo this action, so that the rest of the message is answered as ever."""
        say(dispatcher, "utter_numbers_hidden")
        return [ActionReverted()] if rest_of_message(text_of(tracker)) else []
