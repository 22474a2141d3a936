"""A message in the questions of a request for a human, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Tracker

from actions.common import named
from actions.flows import may_be_answer, only_name, options
from actions.past import asked_last
from steunwijzer.answers import is_question, names_exactly, read_answer
from steunwijzer.handoff.details import find_email, find_phone
from steunwijzer.handoff.request import Details
from steunwijzer.knowledge import installed
from steunwijzer.privacy import is_public

# Answered in words of the client's own.
TYPED = ("contact_name", "contact_phone", "contact_email", "contact_address")


@dataclass(frozen=True)
class Heard:
    """What a message answers: for the draft and for the slots, and what to say first.

    Not `clear`: it tries to answer, and `says` tells what is wrong with it.
    """

    details: Mapping[str, Any] = field(default_factory=dict)
    slots: Mapping[str, str | None] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    clear: bool = True


@dataclass(frozen=True)
class Said:
    """The client's message, and what went before it."""

    tracker: Tracker
    draft: Details
    text: str
    intent: str


def volunteered(text: str) -> dict[str, str]:
    """Return the phone number and e-mail address in a text; not those that we gave."""
    found = {"phone": find_phone(text), "email": find_email(text)}
    return {
        kind: value
        for kind, value in found.items()
        if value and not is_public(installed(), value)
    }


def chosen(said: Said, slot: str) -> str | None:
    """Return the option that was pressed or typed, or None."""
    if not said.text:
        pressed = named(said.tracker, slot)
        return pressed[0] if pressed and pressed[0] in options(slot) else None
    if not may_be_answer(said.text, said.intent):
        return None
    read = read_answer(said.text, said.intent, options(slot))
    return read or only_name(said.tracker, slot)


def is_another_question(said: Said) -> bool:
    """Say whether the message rather asks something than tries to answer."""
    return is_question(said.text) or not may_be_answer(said.text, said.intent)


def names_an_option(text: str, slot: str) -> bool:
    """Say whether the text is an option word for word: "wijzigen" is no "terug"."""
    return slot not in TYPED and names_exactly(text, options(slot).values())


def is_writing(said: Said) -> bool:
    """Say whether the client was asked to write what it is about."""
    return asked_last(said.tracker, "utter_write_about")
