"""What one message of WhatsApp can hold, and what of ours it could not.

From Meta's documentation of the Cloud API: docs/whatsapp.md says which pages, and when.
"""

from collections.abc import Mapping, Sequence
from typing import Any

TEXT = 4096  # characters of a message without choices
BUTTONS, BUTTON_TITLE, BUTTONS_BODY = 3, 20, 1024
ROWS, ROW_TITLE, ROW_ID, LIST_BODY = 10, 24, 200, 4096
LIST_LABEL = 20  # of the button that opens a list
Buttons = Sequence[Mapping[str, str]]


def fit_as_buttons(choices: Buttons, body: str) -> bool:
    """Tell whether they can stand under a text as buttons."""
    titles_fit = all(len(each["title"]) <= BUTTON_TITLE for each in choices)
    return len(choices) <= BUTTONS and titles_fit and len(body) <= BUTTONS_BODY


def problems(buttons: Buttons) -> list[str]:
    """Return what keeps these buttons of one response from being shown at all."""
    found = [] if len(buttons) <= ROWS else [f"{len(buttons)} buttons: at most {ROWS}"]
    titles = [each["title"] for each in buttons]
    found += [f"two buttons say {each!r}" for each in titles if titles.count(each) > 1]
    for each in buttons:
        if not 0 < len(each["title"]) <= ROW_TITLE:
            found.append(f"{each['title']!r}: a title has 1 to {ROW_TITLE} characters")
        if not 0 < len(each["payload"].encode()) <= ROW_ID:
            found.append(f"{each['title']!r}: its payload is too long")
    return list(dict.fromkeys(found))


def problems_of(message: Mapping[str, Any]) -> list[str]:
    """Return what keeps a response from being shown, its text and its buttons."""
    text, buttons = str(message.get("text") or ""), message.get("buttons") or ()
    found = problems(buttons)
    most = LIST_BODY if buttons else TEXT
    if not text.strip():
        found.append("it has no text")
    if len(text) > most:
        found.append(f"{len(text)} characters: at most {most}")
    return found
