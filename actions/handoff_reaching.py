"""Reads how a client wants to be reached, and where."""

from collections.abc import Callable
from typing import Any

from actions.common import named
from actions.flows import SHORT_ANSWER_WORDS
from actions.handoff_heard import (
    Heard,
    Said,
    chosen,
    is_another_question,
    volunteered,
)
from actions.handoff_moments import names_a_moment
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
from steunwijzer.outcome import Outcome

# Answered in words of the client's own.
TYPED = ("contact_name", "contact_phone", "contact_email", "contact_address")
FEW_WORDS = 8


def kind_of(slot: str) -> str:
    """Return the field of Details that a question fills: phone for contact_phone."""
    return slot.removeprefix("contact_")


def another_way(said: Said, asked: str) -> Heard | None:
    """Take "mailen", or an e-mail address, when a phone number was asked for.

    At other questions only what says so: "toch liever mailen". Who is visited may give
    a number too.
    """
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
    given = volunteered(said.text).get(kind) or getattr(said.draft, kind)
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
    )


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
            shown = phone(value) if kind == "phone" else value
            return Heard(
                details={kind: value},
                slots={slot: GIVEN},
                says=(noted,) if noted else (),
                values={kind: shown},
            )
        tries = outcome.code != f"no_{kind}"
        if not said.text or (not tries and is_another_question(said)):
            return None
        return Heard(says=(f"utter_{outcome.code}",), clear=False)

    return hear_it


hear_name = _typed("contact_name", _name, None)
hear_phone = _typed("contact_phone", read_phone, "utter_phone_noted")
hear_email = _typed("contact_email", read_email, "utter_email_noted")
hear_address = _typed("contact_address", read_address, "utter_address_noted")
