"""Answers "waar staat dat?"."""

from rasa_sdk import Tracker

from actions.common import Dispatcher, Events, Reply, now, say
from actions.formats import day
from actions.past import facts_said_last
from steunwijzer.citing import citations_of
from steunwijzer.knowledge import installed


class ActionSource(Reply):
    """Answers "waar staat dat?" for the last answer with facts."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Name document, place, year and when we looked, for every fact said."""
        facts = facts_said_last(tracker)
        if not facts:
            say(dispatcher, "utter_source_none")
        for citation in citations_of(installed(), facts, now().date()):
            code = "utter_source" if citation["in_force"] else "utter_source_history"
            at = ["utter_source_at"] if citation["url"] else []
            values = {
                **citation,
                "where": "; ".join(citation["where"]),
                "checked_on": day(citation["checked_on"]),
            }
            say(dispatcher, code, *at, **values)
        return []
