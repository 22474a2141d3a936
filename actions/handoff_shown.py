"""Shows what a request for a human would pass on, and asks whether it is right."""

from rasa_sdk import Tracker

from actions.common import Dispatcher, Events, Reply, say
from actions.conversation_topics import topics
from actions.handoff_answers import message, wants_to_write
from actions.handoff_number import OFFER, TO_TYPE, offers_number
from actions.handoff_store import HandoffReply, handoffs, lost
from steunwijzer.formats import phone, window_in_words
from steunwijzer.handoff.recipient import recipient_for
from steunwijzer.handoff.request import Details, Request
from steunwijzer.handoff.requests import missing
from steunwijzer.knowledge import installed


class ActionAskContactPhone(HandoffReply):
    """Asks which number to phone, or whether it is the one that is written from."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Offer a number only where one is known."""
        offers = offers_number(message(tracker, Details()))
        say(dispatcher, OFFER if offers else TO_TYPE)
        return []


class ActionAskContactWhenOk(HandoffReply):
    """Says the moment back, and asks whether it is right."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say the window of the draft in words."""
        window = handoffs().draft(tracker.sender_id).window
        if window is None:
            return lost(dispatcher)
        say(
            dispatcher,
            "utter_ask_contact_when_ok",
            window=window_in_words(window.start, window.end),
        )
        return []


class ActionAskContactAbout(Reply):
    """Shows what the conversation was about, and asks whether that may go along."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Without anything to show, ask what it is about."""
        about = topics(tracker)
        if wants_to_write(tracker):
            say(dispatcher, "utter_write_about")
        elif about:
            say(dispatcher, "utter_ask_contact_about", about=about)
        else:
            say(dispatcher, "utter_ask_contact_about_nothing")
        return []


class ActionAskContactConsent(HandoffReply):
    """Shows all that will be passed on and to whom, and asks for consent."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say the draft in words."""
        details = handoffs().draft(tracker.sender_id)
        if missing(details):
            return lost(dispatcher)
        parts, values = summary(details)
        to = recipient_for(installed().zorgkantoor, details.sector)
        say(dispatcher, *parts, **values)
        say(dispatcher, "utter_ask_contact_consent", recipient=to.name)
        return []


def summary(details: Details) -> tuple[list[str], dict[str, str]]:
    """Return the responses that say these details, and their values."""
    assert details.contact_by is not None and details.name is not None
    parts = ["utter_this_is_passed_on", f"utter_passed_on_{details.contact_by}"]
    values = {
        "name": details.name,
        "phone": phone(details.phone) if details.phone else "",
        "email": details.email or "",
        "address": details.address or "",
    }
    if details.window:
        parts.append("utter_passed_on_window")
        values["window"] = window_in_words(details.window.start, details.window.end)
    if details.sector:
        parts.append("utter_passed_on_sector")
        values["sector"] = installed().sectors[details.sector].name
    if details.about:
        parts.append("utter_passed_on_about")
        values["about"] = details.about
    return parts, values


def promise(request: Request) -> dict[str, str]:
    """Return the values of what a client is told about a request."""
    details = request.details
    to = recipient_for(installed().zorgkantoor, details.sector)
    window = details.window
    return {
        "reference": request.reference,
        "recipient": to.name,
        "window": window_in_words(window.start, window.end) if window else "",
    }
