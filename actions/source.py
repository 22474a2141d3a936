"""Answers "waar staat dat?"."""

from rasa_sdk import Tracker

from actions.common import Dispatcher, Domain, Events, Reply, say
from actions.formats import day
from actions.past import facts_said_last
from steunwijzer.citing import citations_of
from steunwijzer.knowledge import installed


class ActionSource(Reply):
    """Answers "waar staat dat?" for the last answer with facts."""

    def run(self, dispatcher: Dispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Name document, place, year and when we looked, for every fact said."""
        facts = facts_said_last(tracker)
        if not facts:
            say(dispatcher, "utter_source_none")
        for citation in citations_of(installed(), facts):
            at = ["utter_source_at"] if citation["url"] else []
            checked_on = day(citation["checked_on"])
            values = {**citation, "checked_on": checked_on}
            say(dispatcher, "utter_source", *at, **values)
        return []
