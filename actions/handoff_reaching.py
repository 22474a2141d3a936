"""Reads how a client wants to be reached, and where."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from actions.common import named
from actions.flows import SHORT_ANSWER_WORDS
from actions.handoff_heard import (
    TYPED,
    Heard,
    Said,
    chosen,
    is_another_question,
    volunteered,
)
from actions.handoff_moments import names_a_moment, without_moments
from actions.reaching import contact_by_in
from steunwijzer.answers import is_surely_question
from steunwijzer.formats import phone
from steunwijzer.handoff.details import (
    read_address,
    read_email,
    read_name,
    read_phone,
)
from steunwijzer.handoff.questions import GIVEN, REACHED_BY, WHEN
from steunwijzer.handoff.remarks import gives_name, without_lead, would_rather
from steunwijzer.introductions import TITLE
from steunwijzer.knowledge import installed
from steunwijzer.outcome import Outcome
from steunwijzer.personal_details import KINDS
from steunwijzer.privacy import is_public

FEW_WORDS = 8


def kind_of(slot: str) -> str:
    """Return the field of Details that a question fills: phone for contact_phone."""
    return slot.removeprefix("contact_")


def another_way(said: Said, asked: str) -> Heard | None:
    """Take "mailen", or an e-mail address, when a phone number was asked for.

    At other questions only what says so: "toch liever mailen". Who is visited may give
    a number too. Who pressed that it has to be another way is asked which.
    """
    if not said.text and chosen(said, "contact_change") == "contact_by":
        return Heard(slots={"contact_by": None})
    pressed = named(said.tracker, "contact_by")
    way = pressed[0] if pressed else None
    typed = asked in TYPED
    if typed and asked != "contact_address":
        way = way or way_given(said.text)
    words = len(said.text.split())
    if words <= (SHORT_ANSWER_WORDS if typed else 0) or (
        would_rather(said.text) and words <= FEW_WORDS
    ):
        way = way or contact_by_in(said.text)
    return reached_by(said, way) if way and way != said.draft.contact_by else None


def way_given(text: str) -> str | None:
    """Return the way that goes with the number or the address in a text, or None."""
    given = volunteered(text)
    ways = [by for by, slot in REACHED_BY.items() if kind_of(slot) in given]
    return ways[0] if len(ways) == 1 else None


def hear_by(said: Said) -> Heard | None:
    """Read whether to phone, to mail or to come by."""
    way = chosen(said, "contact_by") or way_given(said.text)
    return reached_by(said, way) if way else None


def kinds_of_others(way: str) -> list[str]:
    """Return the fields of Details that go with other ways than this one."""
    return [kind_of(slot) for other, slot in REACHED_BY.items() if other != way]


def reached_by(said: Said, way: str) -> Heard:
    """Return that way, and what is known for it; nothing is kept of another way."""
    slot = REACHED_BY[way]
    others = set(REACHED_BY.values()) - {slot}
    kind = kind_of(slot)
    told = volunteered(said.text).get(kind)
    given = told or getattr(said.draft, kind)
    return Heard(
        details={
            "contact_by": way,
            **dict.fromkeys(kinds_of_others(way)),
            **({"window": None} if way == "email" else {}),
            kind: given,
        },
        slots={
            **dict.fromkeys((*others, *(WHEN if way == "email" else ()))),
            "contact_by": way,
            slot: given and GIVEN,
        },
        says=(f"utter_{kind}_noted",) if told else (),
        values={kind: _shown(kind, told)} if told else {},
    )


def _shown(kind: str, value: str) -> str:
    return phone(value) if kind == "phone" else value


def another_number(said: Said) -> Heard | None:
    """Take a number or an e-mail address that comes beside another answer, or after."""
    way = said.draft.contact_by
    kind = kind_of(REACHED_BY[way]) if way else ""
    given = volunteered(said.text).get(kind)
    if way is None or given is None or given == getattr(said.draft, kind):
        return None
    heard = reached_by(said, way)
    return replace(heard, slots={REACHED_BY[way]: GIVEN})


def _name(text: str) -> Outcome:
    """Read a name; the answer to when ("morgen") is none, "mevrouw Vrijdag" is."""
    outcome = read_name(text)
    name = outcome.values.get("name", "")
    is_moment = names_a_moment(name) and not TITLE.match(name)
    return Outcome("no_name") if is_moment else outcome


def name_told(text: str) -> str | None:
    """Return the name in a text that was not asked for it: "mijn naam is Jan"."""
    outcome = _name(text) if gives_name(text) else Outcome("no_name")
    return outcome.values.get("name")


def address_told(text: str) -> str | None:
    """Return the street and number in a text that was not asked for them, or None."""
    outcome = _address(text.replace("?", ",").lstrip(" ,;.-"))
    found = str(outcome.values.get("address", ""))
    is_sure = outcome.code == "address" and KINDS["adres"].search(found)
    return found if is_sure else None


def _address(text: str) -> Outcome:
    """Read an address; "morgenmiddag" behind it is no part of it."""
    return read_address(without_moments(text))


def _typed(
    slot: str, read: Callable[[str], Any], noted: str | None
) -> Callable[[Said], Heard | None]:
    """Return the reader of a question that is answered in the client's own words."""
    kind = kind_of(slot)

    def hear_it(said: Said) -> Heard | None:
        outcome = read(said.text)
        if outcome.code != kind:
            outcome = read(without_lead(said.text))
        if outcome.code == kind and not is_surely_question(said.text):
            value = outcome.values[kind]
            if kind in ("phone", "email") and is_public(installed(), value):
                return Heard(says=("utter_that_is_ours",), clear=False)
            return Heard(
                details={kind: value},
                slots={slot: GIVEN},
                says=(noted,) if noted else (),
                values={kind: _shown(kind, value)},
            )
        tries = outcome.code != f"no_{kind}"
        if not said.text or (not tries and is_another_question(said)):
            return None
        return Heard(says=(f"utter_{outcome.code}",), clear=False)

    return hear_it


hear_name = _typed("contact_name", _name, None)
typed_phone = _typed("contact_phone", read_phone, "utter_phone_noted")
hear_email = _typed("contact_email", read_email, "utter_email_noted")
_hear_address = _typed("contact_address", _address, "utter_address_noted")


def hear_address(said: Said) -> Heard | None:
    """Read an address; its street can have been told before its place."""
    heard = _hear_address(said)
    if said.draft.address and said.text and not (heard and heard.clear):
        whole = _hear_address(replace(said, text=f"{said.draft.address}, {said.text}"))
        heard = whole if whole and whole.clear else heard
    outcome = _address(said.text)
    if outcome.code == "address_without_place" and heard and not heard.clear:
        return replace(heard, details=dict(outcome.values))
    return heard
