"""What a client means by a message: a choice that was offered, or words."""

import json

from channels.cloud.limits import ROWS
from channels.guard import plain_text
from channels.incoming import MAX_LENGTH, TooLong
from steunwijzer.answers import plain

_ORDINALS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde"),
    *("zesde", "zevende", "achtste", "negende", "tiende"),
)
assert len(_ORDINALS) == ROWS


def what_is_said(kind: str, said: str, choices: str | None) -> str:
    """Return what Rasa is told; only what a choice carries can be a command.

    A digit, "de eerste" or the label typed means the same as a tap. Raises TooLong.
    """
    if kind == "tap":
        return said if said.startswith("/") else plain_text(said)
    if len(said) > MAX_LENGTH:
        raise TooLong
    return _typed_choice(said, json.loads(choices or "[]")) or plain_text(said)


def _typed_choice(typed: str, choices: list[dict[str, str]]) -> str | None:
    """Return what the choice carries that was typed.

    One choice alone is no question: a "1" then answers something else.
    """
    text = plain(typed)
    for number, each in enumerate(choices, start=1):
        is_number = text.removeprefix("de ") in (str(number), _ORDINALS[number - 1])
        if (is_number and len(choices) > 1) or text == plain(each["title"]):
            return each["payload"]
    return None
