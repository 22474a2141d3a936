"""What a short message is about, by the names in it and by what was asked before."""

import re

from rasa_sdk import Tracker

from actions.common import FALLBACK, intent_of, named, text_of
from actions.past import asked_last, facts_said_last, previous_action
from steunwijzer.knowledge import installed
from steunwijzer.package_resolver import resolve
from steunwijzer.words import folded

# what a name of each kind is mostly asked about: the intent and the action
TOPICS = {
    "insurer": ("ask_insurer_reimbursement", "action_reimbursement"),
    "insurer_not_listed": ("ask_insurer_reimbursement", "action_reimbursement"),
    "package": ("ask_insurer_reimbursement", "action_reimbursement"),
    "delivery_form": ("explain_delivery_form", "action_explain_delivery_form"),
    "organisation": ("ask_who_provides", "action_who_provides"),
    "sector": ("ask_who_provides", "action_who_provides"),
    "support_form": ("ask_what_support_covers", "action_what_support_covers"),
    "life_area": ("ask_what_support_covers", "action_what_support_covers"),
    "term": ("explain_term", "action_explain_term"),
}
ONLY_A_NAME = 2  # words: "Zilveren Kruis", "over pgb"
REIMBURSEMENT = "action_reimbursement"
ASKED_ABOUT_INSURERS = (
    *("utter_ask_insurer", "utter_ask_insurer_of", "utter_insurer_not_recognised"),
    "utter_ask_package",
)
MAKELAAR = "mantelzorgmakelaar"
ZO_IEMAND = re.compile(
    r"\bzo iemand\b|\bzo('?n| een)(?=\W*$|\s+\w*(makelaar|mens|persoon)\b)"
    r"|\ber (een|één|eentje)(?=\W*$|\s+(aan|in|bij|vinden|krijgen|inhuren)\b)",
    re.IGNORECASE,
)


def topic_of(tracker: Tracker) -> str | None:
    """Return the action that answers for the first name in the message, or None.

    A term alone ("wlz") asks what it means; in a longer message it is just a word.
    """
    short = len(folded(text_of(tracker))) <= ONLY_A_NAME
    kinds = [kind for kind in TOPICS if named(tracker, kind)]
    meant = [kind for kind in kinds if short or kind != "term"]
    return TOPICS[meant[0]][1] if meant else None


def topic_agreed_on(tracker: Tracker) -> str | None:
    """Return the action for a name when the best guess is about such names too.

    The classifier alone was not sure enough; a name that fits is a second witness.
    """
    ranking = tracker.latest_message.get("intent_ranking") or ()
    guesses = [each["name"] for each in ranking if each["name"] != FALLBACK]
    for kind, (intent, action) in TOPICS.items():
        if guesses[:1] == [intent] and named(tracker, kind):
            return action
    return None


def only_names_something(tracker: Tracker) -> bool:
    """Say whether the message is little more than one name: "VGZ", "over pgb"."""
    short = len(folded(text_of(tracker))) <= ONLY_A_NAME
    return short and topic_of(tracker) is not None


def about_makelaar(tracker: Tracker) -> bool:
    """Say whether only a mantelzorgmakelaar is named, or none while one was spoken of.

    What an answer is about is the first of its facts.
    """
    services = named(tracker, "service")
    if services or not text_of(tracker):
        return services == [MAKELAAR]
    about = next(iter(facts_said_last(tracker)), "")
    return about.startswith((MAKELAAR, installed().reimbursements.fact))


def asks_for_a_makelaar(tracker: Tracker) -> bool:
    """Say whether "een mantelzorgmakelaar" or "zo iemand" is what is looked for."""
    pointed_at = named(tracker, "service") or ZO_IEMAND.search(text_of(tracker))
    return bool(pointed_at) and about_makelaar(tracker)


def names_insurer_asked_for(tracker: Tracker) -> bool:
    """Say whether the insurer or package is named that was asked for just now.

    In a flow too: there it was asked for in between.
    """
    names_one = named(tracker, "insurer") or named(tracker, "package")
    asked = any(asked_last(tracker, each) for each in ASKED_ABOUT_INSURERS)
    return bool(names_one) and asked


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
