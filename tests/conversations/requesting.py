"""Clients who ask for a human."""

import re

from tests.phones import PhoneChat
from tests.running import Chat

REFERENCE = re.compile(r"\bSW-[A-Z0-9]{6}\b")


def walk(chat: Chat | PhoneChat, *steps: str) -> str:
    """Press each step that is a button of the last answer, type each other one."""
    for step in steps:
        chat.press(step) if step in chat.last.buttons else chat.say(step)
    return chat.last.text


def up_to_consent(chat: Chat) -> str:
    """Answer everything but whether it may be passed on."""
    walk(chat, "bel mij terug", "Jan", "0612345678", "morgenmiddag", "ja")
    return walk(chat, "Ouderenzorg", "Nee, niets erbij")


def request_a_call(chat: Chat, name: str = "Fatima el Amrani") -> str:
    """Ask to be called back, to the end; returns the reference."""
    text = walk(
        chat,
        *("bel mij terug", name, "nul zes 12 34 56 78", "donderdag na drie"),
        *("Ja, dat klopt", "Ouderenzorg", "Nee, niets erbij", "Ja, geef door"),
    )
    found = REFERENCE.search(text)
    assert found, text
    return found[0]
