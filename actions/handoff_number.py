"""The number that a client writes from in WhatsApp, offered for the call back.

Nothing is done with it before the client said yes to that.
"""

from rasa_sdk import Tracker

from actions.common import Dispatcher, Events, say
from actions.handoff_heard import Heard, Said, chosen, message
from actions.handoff_store import HandoffReply, handoffs, people
from actions.past import asked_last, last_asked
from steunwijzer.formats import phone
from steunwijzer.handoff.details import read_phone
from steunwijzer.handoff.questions import GIVEN

WHATSAPP = "whatsapp"  # channels/whatsapp.py
OFFER, TYPE_IT = "utter_ask_contact_this_phone", "utter_ask_contact_phone"
THIS_PHONE = "contact_this_phone"


class ActionAskContactPhone(HandoffReply):
    """Asks whether to phone the number that shows, or else which number to phone."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Offer it once, to who did not tell a number; may raise Unavailable."""
        draft = handoffs().draft(tracker.sender_id)
        declined = chosen(message(tracker, draft), THIS_PHONE) == "no"
        typed = last_asked(tracker, OFFER, TYPE_IT) == TYPE_IT
        offers = not (draft.phone or declined or typed) and number_of(tracker)
        say(dispatcher, OFFER if offers else TYPE_IT)
        return []


def hear_this_phone(said: Said) -> Heard | None:
    """Read what the client says to the offer; None for anything else."""
    if said.text and not asked_last(said.tracker, OFFER):
        return None
    answer = chosen(said, THIS_PHONE)
    number = number_of(said.tracker) if answer == "yes" else None
    if number:
        return Heard(
            details={"phone": number},
            slots={"contact_phone": GIVEN},
            says=("utter_phone_noted",),
            values={"phone": phone(number)},
        )
    return Heard(slots={"contact_phone": None}) if answer else None


def number_of(tracker: Tracker) -> str | None:
    """Return the number that shows, if we can phone it. Raises Unavailable."""
    if tracker.get_latest_input_channel() != WHATSAPP:
        return None
    outcome = read_phone(people().phone(tracker.sender_id) or "")
    return outcome.values.get("phone")
