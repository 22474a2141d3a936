"""Reads what a client answers to each question of a request for a human."""

from collections.abc import Callable
from dataclasses import replace

from rasa_sdk import Tracker

from actions.common import intent_of, named, text_of
from actions.conversation_topics import topics
from actions.flows import HANDOFF, only_name, options
from actions.handoff_heard import Heard, Said, chosen, volunteered
from actions.handoff_moments import (
    hear_when,
    hear_when_ok,
    moment_told,
    names_a_moment,
)
from actions.handoff_reaching import (
    TYPED,
    address_told,
    another_number,
    another_way,
    hear_address,
    hear_by,
    hear_email,
    hear_name,
    hear_phone,
    kind_of,
    reached_by,
    way_given,
)
from actions.past import asked_last
from actions.reaching import is_dissatisfied
from steunwijzer.answers import is_question, plain, read_answer
from steunwijzer.handoff.consent import says_only
from steunwijzer.handoff.questions import GIVEN, REACHED_BY, UNKNOWN, asked_anew
from steunwijzer.handoff.remarks import (
    adds_condition,
    asks_who,
    asks_why,
    corrects,
)
from steunwijzer.handoff.request import Details
from steunwijzer.yes_no import NEGATION

# What these say is meant, whatever was asked.
NEVER_AN_ANSWER = (
    *("stop", "go_back", "start_over", "delete_my_data", "cancel_request"),
    "request_status",
)
TRIED = "contact_tries"  # the slot that counts failed tries
AGAIN = {TRIED: None}  # no answer, and no failed try: it is asked again
LONGEST_ABOUT = 400  # characters


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
    if said.intent in NEVER_AN_ANSWER and not _names_an_option(said.text, asked):
        return None
    if asked == "contact_by":
        return hear_by(said)
    heard = another_way(said, asked)
    if heard is None and asked == "contact_about":
        heard = _correction(said, asked)
    heard = heard or READERS[asked](said)
    if asked in TYPED and heard and heard.clear:
        return _and_more(said, heard)
    if heard is None or not heard.clear:
        heard = _correction(said, asked) or heard
    return _with_number(said, asked, heard)


def _correction(said: Said, asked: str) -> Heard | None:
    """Take what comes back on an earlier answer: "nee wacht, mijn naam is anders"."""
    at_the_end = asked in ("contact_consent", "contact_change")
    if at_the_end or _is_writing(said) or not corrects(said.text):
        return None
    return None if _names_an_option(said.text, asked) else hear_change(said)


def _with_number(said: Said, asked: str, heard: Heard | None) -> Heard | None:
    """Add a number or an e-mail address that comes instead of the one that was told."""
    number = None if asked in TYPED or _is_writing(said) else another_number(said)
    if number is None or (heard and heard.clear and asked == "contact_consent"):
        return heard
    if heard is None or not heard.clear or asked == "contact_about":
        return number
    return replace(
        heard,
        details={**number.details, **heard.details},
        slots={**number.slots, **heard.slots},
        says=(*number.says, *heard.says),
        values={**number.values, **heard.values},
    )


def _told_why_or_who(said: Said, asked: str) -> Heard | None:
    """Answer "waarom wilt u dat weten" and "wie krijgt dit te zien"."""
    if is_dissatisfied(said.text) and asked in TYPED:
        return Heard(says=("utter_sorry", "utter_or_call_us"), slots=AGAIN)
    if asks_who(said.text):
        return Heard(says=("utter_who_gets_it",), slots=AGAIN)
    if asks_why(said.text) and (asked in TYPED or asked == "contact_when"):
        return Heard(says=(f"utter_explain_{asked}",), slots=AGAIN)
    return None


def _and_more(said: Said, heard: Heard) -> Heard:
    """Add what is told beside the answer: "Jan, 0612345678, morgenmiddag"."""
    way = heard.details.get("contact_by") or said.draft.contact_by
    if way is None or not heard.details:
        return heard
    kind = kind_of(REACHED_BY[way])
    name = heard.details.get("name") or ""
    beside = said.text.replace(name, "")
    after = said.text[said.text.find(name) + len(name) :]
    given = {"address": address_told(after), **volunteered(said.text)}
    more = {
        kind: given.get(kind),
        "window": None if way == "email" else moment_told(beside),
    }
    told = {key: value for key, value in more.items() if value}
    slots: dict[str, str | None] = {REACHED_BY[way]: GIVEN} if kind in told else {}
    if "window" in told:
        slots |= {"contact_when": GIVEN, "contact_when_ok": None}
    return replace(
        heard, details={**told, **heard.details}, slots={**slots, **heard.slots}
    )


def message(tracker: Tracker, draft: Details) -> Said:
    """Return the client's message, beside what was told before."""
    return Said(tracker, draft, text_of(tracker), intent_of(tracker))


def _names_an_option(text: str, slot: str) -> bool:
    """Say whether the text is an option word for word: "wijzigen" is no "terug"."""
    known = () if slot in TYPED else options(slot).values()
    names = (name for each in known for name in (each.name, *each.aliases))
    return plain(text) in map(plain, names)


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
    writes = _is_writing(said)
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


def _is_writing(said: Said) -> bool:
    """Say whether the client was asked to write what it is about."""
    return asked_last(said.tracker, "utter_write_about")


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


def hear_change(said: Said) -> Heard | None:
    """Read what has to change: it is asked anew, if it is not told straight away."""
    heard = _changed(said)
    to_ask = {"contact_change": None, "contact_consent": None}
    return heard and replace(heard, slots={**heard.slots, **to_ask})


def _changed(said: Said) -> Heard | None:
    if way := way_given(said.text):
        return reached_by(said, way)
    if said.text and names_a_moment(said.text) and said.draft.contact_by != "email":
        return hear_when(said)
    change = chosen(said, "contact_change")
    if named(said.tracker, "sector"):
        change = "contact_sector"
    if said.text and change is None:
        # "mijn nummer klopt niet" denies what was given, not that it is the number
        text = NEGATION.sub(" ", said.text.lower())
        change = read_answer(text, "inform", options("contact_change"))
    if change in REACHED_BY.values() and change != REACHED_BY.get(_way(said)):
        change = "contact_by"
    return Heard(slots=dict.fromkeys(asked_anew(change))) if change else None


def _way(said: Said) -> str:
    return said.draft.contact_by or ""


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
