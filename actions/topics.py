"""What a short message is about, by the names in it and by what was asked before."""

from rasa_sdk import Tracker

from actions.common import FALLBACK, intent_of, named, text_of
from actions.past import asked_last, previous_action
from steunwijzer.knowledge import installed
from steunwijzer.package_resolver import resolve
from steunwijzer.words import folded

ONLY_A_NAME = 2  # words: "Zilveren Kruis", "over pgb"
REIMBURSEMENT = "action_reimbursement"
TOPICS = {
    "insurer": REIMBURSEMENT,
    "insurer_not_listed": REIMBURSEMENT,
    "package": REIMBURSEMENT,
    "delivery_form": "action_explain_delivery_form",
    "organisation": "action_who_provides",
    "sector": "action_who_provides",
    "support_form": "action_what_support_covers",
    "life_area": "action_what_support_covers",
    "term": "action_explain_term",
}


def topic_of(tracker: Tracker) -> str | None:
    """Return the action that answers for the first name in the message, or None."""
    return next((TOPICS[kind] for kind in TOPICS if named(tracker, kind)), None)


def only_names_something(tracker: Tracker) -> bool:
    """Say whether the message is little more than one name: "VGZ", "over pgb"."""
    short = len(folded(text_of(tracker))) <= ONLY_A_NAME
    return short and topic_of(tracker) is not None


def goes_on_about_insurers(tracker: Tracker) -> bool:
    """Say whether a name, or what was asked last, makes this about reimbursement.

    "Goed" is a package only when a package was asked for, or in "en met Goed?".
    """
    if named(tracker, "insurer") or named(tracker, "package"):
        return True
    if previous_action(tracker) != REIMBURSEMENT:
        return False
    if asked_last(tracker, "utter_ask_insurer"):
        return intent_of(tracker) == FALLBACK
    text, insurer = text_of(tracker), tracker.get_slot("insurer")
    asked = asked_last(tracker, "utter_ask_package") or len(folded(text)) > 1
    table = installed().reimbursements
    return bool(asked and insurer and resolve(table.insurers[insurer], text).products)
