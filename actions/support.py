"""What support costs and covers, for the service or the subject that is named."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction

from actions.common import Dispatcher, Events, Reply, named, say, text_of
from actions.formats import all_of
from actions.topics import REIMBURSEMENT, about_makelaar, asks_for_a_makelaar
from steunwijzer.knowledge import installed

# terms that mean care itself, which is not free as support is
CARE_ITSELF = {"wlz", "eigen_bijdrage"}
# "Wat moet ze zelf betalen": who asks so means care, unless they name the support.
PAYS_CARE = re.compile(
    r"\b(wat|hoeveel)\b.*\bzelf\b.*\bbetalen\b|\b(voor|van) (de|haar|zijn|mijn) zorg\b",
    re.IGNORECASE,
)
WHERE = re.compile(
    r"\b(hoe|waar) (kom|vind|krijg|schakel|haal|huur) (ik|je|we|wij)\b", re.IGNORECASE
)


class ActionCosts(Reply):
    """Says what it costs: cliëntondersteuning is free, a mantelzorgmakelaar is not."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Answer for care when that is named, or for who is named or was spoken of."""
        if named(tracker, "insurer") or named(tracker, "package"):
            return [FollowupAction(REIMBURSEMENT)]
        if _means_care(tracker) and not named(tracker, "service"):
            say(dispatcher, "utter_costs_of_care")
        elif about_makelaar(tracker):
            say(dispatcher, "utter_costs_mantelzorgmakelaar")
        else:
            say(dispatcher, "utter_costs")
        return []


def _means_care(tracker: Tracker) -> bool:
    """Say whether care itself is meant."""
    names_care = CARE_ITSELF.intersection(named(tracker, "term"))
    pays = PAYS_CARE.search(text_of(tracker))
    return bool(names_care or named(tracker, "delivery_form") or pays)


class ActionWhatIsMantelzorgmakelaar(Reply):
    """Says what a mantelzorgmakelaar is, or what a named insurer paid for one."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Hand over when an insurer or package is named: "mantelzorgmakelaar vgz"."""
        if named(tracker, "insurer") or named(tracker, "package"):
            return [FollowupAction(REIMBURSEMENT)]
        if asks_for_a_makelaar(tracker) and WHERE.search(text_of(tracker)):
            say(dispatcher, "utter_where_is_mantelzorgmakelaar")
        else:
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
