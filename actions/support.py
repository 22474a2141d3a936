"""What support costs and covers, for the service or the subject that is named."""

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction

from actions.common import Dispatcher, Events, Reply, named, say
from actions.formats import all_of
from actions.topics import REIMBURSEMENT
from steunwijzer.knowledge import installed


class ActionCosts(Reply):
    """Says what it costs: cliëntondersteuning is free, a mantelzorgmakelaar is not."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Answer for the mantelzorgmakelaar only when just that is named."""
        if named(tracker, "insurer") or named(tracker, "package"):
            return [FollowupAction(REIMBURSEMENT)]
        services = named(tracker, "service")
        if services == ["mantelzorgmakelaar"]:
            say(dispatcher, "utter_costs_mantelzorgmakelaar")
        elif named(tracker, "delivery_form") and not services:
            say(dispatcher, "utter_costs_of_care")
        else:
            say(dispatcher, "utter_costs")
        return []


class ActionWhatIsMantelzorgmakelaar(Reply):
    """Says what a mantelzorgmakelaar is, or what a named insurer paid for one."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Hand over when an insurer or package is named: "mantelzorgmakelaar vgz"."""
        if named(tracker, "insurer") or named(tracker, "package"):
            return [FollowupAction(REIMBURSEMENT)]
        say(dispatcher, "utter_what_is_mantelzorgmakelaar")
        return []


class ActionWhatSupportCovers(Reply):
    """Says what a cliëntondersteuner helps with, and what the municipality does."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Answer for what is named, else in general."""
        forms = named(tracker, "support_form")
        areas = named(tracker, "life_area")
        for form in forms:
            say(dispatcher, f"utter_support_{form}")
        if areas:
            names = [installed().life_areas[area].name for area in areas]
            say(dispatcher, "utter_life_area", life_area=all_of(names))
        if not forms and not areas:
            say(dispatcher, "utter_what_support_covers")
        return []
