"""The number that somebody writes from in WhatsApp: to be phoned on, after a yes."""

from dataclasses import replace

from rasa_sdk import Tracker

from actions.flows import options
from actions.handoff_heard import Heard, Said, chosen, is_another_question
from actions.handoff_moments import without_moments
from actions.handoff_reaching import typed_phone
from actions.handoff_store import handoffs, people
from actions.past import asked_last, said_last
from steunwijzer.answers import read_mention
from steunwijzer.handoff.consent import begins_with_no, says_only
from steunwijzer.handoff.phone import read_phone
from steunwijzer.handoff.remarks import corrects, means_number
from steunwijzer.knowledge import installed
from steunwijzer.privacy import is_public

WHATSAPP = "whatsapp"  # as the channel calls itself
THIS_NUMBER = "contact_this_number"
OFFER = "utter_ask_contact_this_number"
TO_TYPE = "utter_ask_contact_phone"
NOTHING_TYPED = ("utter_no_phone",)
# "Op dit nummer", and none shows.
HIDDEN = Heard(says=("utter_phone_hidden",), clear=False)
# No number is known: it is asked for, to be typed.
ANOTHER = Heard(details={"phone": None}, slots={"contact_phone": None})


def in_full(tracker: Tracker, asked: str) -> str:
    """Return the question as it was put: a number can be offered, or asked for."""
    offered = asked == "contact_phone" and asked_last(tracker, OFFER)
    return THIS_NUMBER if offered else asked


def own_number(tracker: Tracker) -> str | None:
    """Return the number that the client writes from, if it shows and can be phoned.

    Raises Unavailable.
    """
    if tracker.get_latest_input_channel() != WHATSAPP:
        return None
    shown = people().phone(tracker.sender_id) or ""
    number: str | None = read_phone(shown).values.get("phone")
    return number if number and not is_public(installed(), number) else None


def pressed(said: Said) -> bool:
    """Say whether a button of the offer was pressed, now or long after."""
    return not said.text and chosen(said, THIS_NUMBER) is not None


def offers_number(said: Said) -> bool:
    """Say whether to ask for a yes, and not for a number.

    Not of who just answered that with anything else, or was asked to type one since;
    nor to exchange that same number for another. Raises Unavailable.
    """
    tracker = said.tracker
    number = own_number(tracker)
    answers = pressed(said) or asked_last(tracker, OFFER)
    if number is None or (answers and hear_phone(said)):
        return False
    if said_last(tracker, OFFER, TO_TYPE, "utter_start_handoff") == TO_TYPE:
        return False
    return handoffs().draft(tracker.sender_id).phone != number


def hear_phone(said: Said) -> Heard | None:
    """Read a number, or the answer to the offer; a yes is as if it had been typed."""
    typed = typed_phone(said)
    if typed and typed.says != NOTHING_TYPED:
        return typed
    answer = _answer(said)
    number = own_number(said.tracker) if answer == "yes" else None
    if said.text and not asked_last(said.tracker, OFFER):
        return HIDDEN if answer == "yes" and _means_hidden(said) else typed
    if number:
        return typed_phone(replace(said, text=number))
    return ANOTHER if answer else None


def _means_hidden(said: Said) -> bool:
    return means_number(said.text) and not people().phone(said.tracker.sender_id)


def _answer(said: Said) -> str | None:
    """A yes with nothing beside it but a moment, or any no."""
    read = options(THIS_NUMBER)
    answer = chosen(said, THIS_NUMBER)
    if answer == "yes" and said.text:
        return answer if says_only(without_moments(said.text), read["yes"]) else None
    if answer is None and read_mention(said.text, read) == "no":
        return "no"  # "kan het ook op een ander nummer?"
    if answer is None and begins_with_no(said.text):
        puts_right = corrects(said.text) or is_another_question(said)
        return None if puts_right else "no"
    return answer
