"""Reads what a client answers to each question of a request for a human."""

from collections.abc import Callable
from dataclasses import replace

from rasa_sdk import Tracker

from actions.common import intent_of, text_of
from actions.conversation_topics import topics
from actions.flows import HANDOFF, only_name, options
from actions.handoff_changes import and_more, correction, hear_change, with_number
from actions.handoff_heard import (
    TYPED,
    Heard,
    Said,
    chosen,
    is_writing,
    names_an_option,
)
from actions.handoff_moments import hear_when, hear_when_ok
from actions.handoff_number import hear_phone, in_full, pressed
from actions.handoff_reaching import (
    another_way,
    hear_address,
    hear_by,
    hear_email,
    hear_name,
)
from actions.reaching import is_dissatisfied
from steunwijzer.answers import is_question
from steunwijzer.handoff.consent import says_only
from steunwijzer.handoff.questions import UNKNOWN
from steunwijzer.handoff.remarks import adds_condition, asks_who, asks_why
from steunwijzer.handoff.request import Details

# What these say is meant, whatever was asked.
NEVER_AN_ANSWER = (
    *("stop", "go_back", "start_over", "delete_my_data", "cancel_request"),
    "request_status",
)
TRIED = "contact_tries"  # the slot that counts failed tries
AGAIN = {TRIED: None}  # no answer, and no failed try: it is asked again
LONGEST_ABOUT = 400  # characters
LONGEST_QUESTION = 7  # words; more of them, asked what it is about, tell that


def hear(asked: str, tracker: Tracker, draft: Details) -> Heard | None:
    """Return what the message answers to the question, or None when it does not."""
    said = message(tracker, draft)
    if not said.text and said.intent != "inform":
        return None  # a button with a question of its own
    # In doubt only: who is surely in need is not asked on. "Sjaak" may be a name.
    if said.intent == "crisis" and asked not in (*TYPED, "contact_when"):
        return None
    if told := _told_why_or_who(said, asked):
        return told
    if names_an_option(said.text, in_full(tracker, asked)):
        said = replace(said, intent="inform")  # "laat maar" is "stop" elsewhere
    if said.intent in NEVER_AN_ANSWER:
        return None
    if asked == "contact_by":
        return hear_by(said)
    if pressed(said) and draft.contact_by == "phone":
        return hear_phone(said)  # whatever was asked since
    heard = another_way(said, asked)
    if heard is None and asked == "contact_about":
        heard = correction(said, asked)
    heard = heard or READERS[asked](said)
    if asked in TYPED and heard and heard.clear:
        return and_more(said, heard)
    if heard is None or not heard.clear:
        heard = correction(said, asked) or heard
    return with_number(said, asked, heard)


def _told_why_or_who(said: Said, asked: str) -> Heard | None:
    """Answer "waarom wilt u dat weten" and "wie krijgt dit te zien"."""
    if is_dissatisfied(said.text) and asked in TYPED:
        return Heard(says=("utter_sorry", "utter_or_call_us"), slots=AGAIN)
    tells = is_writing(said) or len(said.text.split()) > LONGEST_QUESTION
    if asks_who(said.text) and not (tells and asked == "contact_about"):
        return Heard(says=("utter_who_gets_it",), slots=AGAIN)
    if asks_why(said.text) and (asked in TYPED or asked == "contact_when"):
        explained = in_full(said.tracker, asked)
        return Heard(says=(f"utter_explain_{explained}",), slots=AGAIN)
    return None


def message(tracker: Tracker, draft: Details) -> Said:
    """Return the client's message, beside what was told before."""
    return Said(tracker, draft, text_of(tracker), intent_of(tracker))


def _sector(said: Said) -> Heard | None:
    sector = chosen(said, "contact_sector")
    if sector is None and said.text:
        sector = only_name(said.tracker, "sector")
    if sector is None:
        return None
    known = None if sector == UNKNOWN else sector
    return Heard(details={"sector": known}, slots={"contact_sector": sector})


def wants_to_write(tracker: Tracker) -> bool:
    """Say whether the client chose just now to say in own words what it is about."""
    return chosen(message(tracker, Details()), "contact_about") == "own"


def _about(said: Said) -> Heard | None:
    """What was shown, nothing, or the client's own words: then whatever they ask."""
    writes = is_writing(said)
    answer = None if writes else chosen(said, "contact_about")
    if answer in ("yes", "no") and adds_condition(said.text):
        answer = None  # "nee, maar bel niet in de ochtend" has to be passed on
    shown = topics(said.tracker)
    if answer == "no" or (answer == "yes" and shown):
        about = shown if answer == "yes" else None
        return Heard(details={"about": about}, slots={"contact_about": answer})
    if answer:
        return Heard(slots={"contact_about": None})
    if not said.text or (not writes and _says_nothing(said)):
        return None
    about = " ".join(said.text.split())[:LONGEST_ABOUT]
    return Heard(details={"about": about}, slots={"contact_about": "own"})


def _says_nothing(said: Said) -> bool:
    """Say whether this is a question, or a courtesy, and not what it is about."""
    return is_question(said.text) or said.intent in ("thank", "greet", "dont_know")


def _consent(said: Said) -> Heard | None:
    """A plain yes or no; anything beside it is a wish, a question, or unclear."""
    answer = chosen(said, "contact_consent")
    if said.text and answer in ("yes", "no"):
        plainly = says_only(said.text, options("contact_consent")[answer])
        answer = answer if plainly else None
    return Heard(slots={"contact_consent": answer}) if answer else hear_change(said)


READERS: dict[str, Callable[[Said], Heard | None]] = {
    "contact_by": hear_by,
    "contact_name": hear_name,
    "contact_phone": hear_phone,
    "contact_email": hear_email,
    "contact_address": hear_address,
    "contact_when": hear_when,
    "contact_when_ok": hear_when_ok,
    "contact_sector": _sector,
    "contact_about": _about,
    "contact_consent": _consent,
    "contact_change": hear_change,
}
assert READERS.keys() == set(HANDOFF.slots)
