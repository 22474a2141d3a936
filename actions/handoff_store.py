"""The requests of this installation, and what is said when they cannot be reached."""

from functools import cache

from rasa_sdk import Tracker
from sqlalchemy.engine import Engine

from actions.common import Dispatcher, Events, Reply, say, text_of
from actions.flows import HANDOFF, leave_flow
from actions.reaching import say_how_to_reach
from steunwijzer.handoff.asked_for import hears_nothing
from steunwijzer.handoff.database import Unavailable, open_database
from steunwijzer.handoff.request import CURRENT
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.knowledge import installed
from steunwijzer.whatsapp.people import People


@cache
def database() -> Engine:
    """The database of this installation."""
    return open_database()


def handoffs() -> Handoffs:
    """The requests of this installation."""
    return Handoffs(database(), domain=installed().zorgkantoor.email_domain)


def people() -> People:
    """Who writes to this installation in WhatsApp."""
    return People(database())


class HandoffReply(Reply):
    """An action that needs the requests, and says so at once when it cannot.

    `unavailable` is the response for that; the questions of a request end with it.
    """

    unavailable = "utter_request_not_kept"

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Do what the client asked for; without the database, give the number."""
        try:
            return self.handle(dispatcher, tracker)
        except Unavailable:
            dispatcher.messages.clear()
            say_how_to_reach(dispatcher, self.unavailable)
            return [*leave_flow(), *HANDOFF.forget()]

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Reply; may raise Unavailable."""
        raise NotImplementedError


def lost(dispatcher: Dispatcher) -> Events:
    """Say that what was told is gone, purged meanwhile; the questions end."""
    say(dispatcher, "utter_conversation_lost")
    return [*leave_flow(), *HANDOFF.forget()]


def drop_draft(tracker: Tracker) -> str:
    """Forget what was told for a request; returns the response that says what stays.

    What cannot be forgotten now is purged tomorrow.
    """
    try:
        is_change = handoffs().is_change(tracker.sender_id)
        handoffs().drop_draft(tracker.sender_id)
    except Unavailable:
        is_change = False
    return "utter_request_stays" if is_change else "utter_nothing_was_passed_on"


def waits_in_vain(tracker: Tracker) -> bool:
    """Say whether the client waits for what was asked for: "er belt niemand"."""
    return hears_nothing(text_of(tracker)) and bool(reference_that_waits(tracker))


def reference_that_waits(tracker: Tracker) -> str | None:
    """Return the number of the client's request that nobody is done with, if known."""
    try:
        request = handoffs().current(tracker.sender_id)
    except Unavailable:
        return None
    return request.reference if request and request.state in CURRENT else None
