"""Reads what a client puts right, or tells beside the answer to a question."""

from dataclasses import replace

from actions.common import named
from actions.flows import options
from actions.handoff_heard import (
    TYPED,
    Heard,
    Said,
    chosen,
    is_writing,
    names_an_option,
    volunteered,
)
from actions.handoff_moments import hear_when, moment_told, names_a_moment
from actions.handoff_reaching import (
    address_told,
    another_number,
    kind_of,
    reached_by,
    way_given,
)
from steunwijzer.answers import read_answer
from steunwijzer.handoff.questions import GIVEN, REACHED_BY, asked_anew
from steunwijzer.handoff.remarks import corrects
from steunwijzer.yes_no import NEGATION

# When these are asked all was shown, and all that is said is a change.
AT_THE_END = ("contact_consent", "contact_change")


def correction(said: Said, asked: str) -> Heard | None:
    """Take what comes back on an earlier answer: "nee wacht, mijn naam is anders"."""
    if asked in AT_THE_END or is_writing(said) or not corrects(said.text):
        return None
    return None if names_an_option(said.text, asked) else hear_change(said)


def with_number(said: Said, asked: str, heard: Heard | None) -> Heard | None:
    """Add a number or an e-mail address that comes instead of the one that was told."""
    if asked in (*TYPED, *AT_THE_END) or is_writing(said):
        return heard
    number = another_number(said)
    if number is None:
        return heard
    if heard is None or not heard.clear or asked == "contact_about":
        return number
    return replace(
        heard,
        details={**number.details, **heard.details},
        slots={**number.slots, **heard.slots},
        says=tuple(dict.fromkeys((*number.says, *heard.says))),
        values={**number.values, **heard.values},
    )


def and_more(said: Said, heard: Heard) -> Heard:
    """Add what is told beside the answer: "Jan, 0612345678, morgenmiddag"."""
    way = heard.details.get("contact_by") or said.draft.contact_by
    if way is None or not heard.details:
        return heard
    kind = kind_of(REACHED_BY[way])
    before, after = _around(said.text, heard.details.get("name") or "")
    given = {"address": address_told(after), **volunteered(said.text)}
    more = {
        kind: given.get(kind),
        "window": None if way == "email" else moment_told(f"{before} {after}"),
    }
    told = {key: value for key, value in more.items() if value}
    slots: dict[str, str | None] = {REACHED_BY[way]: GIVEN} if kind in told else {}
    if "window" in told:
        slots |= {"contact_when": GIVEN, "contact_when_ok": None}
    return replace(
        heard, details={**told, **heard.details}, slots={**slots, **heard.slots}
    )


def _around(text: str, name: str) -> tuple[str, str]:
    """Return what stands before and after a name, which has capitals of our own."""
    at = text.casefold().find(name.casefold())
    return (text, "") if at < 0 else (text[:at], text[at + len(name) :])


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
