"""What is kept of a message that was not understood: one line of a file."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from steunwijzer.reading import Strict

Happened = Literal["asked again", "asked again in a flow", "corrected", "chosen"]


class Note(Strict):
    """What happened to a message, without who sent it; the text is masked.

    `intents` are the closest ones, the one that a corrected message was taken for, or
    the one whose button was pressed after it.
    """

    day: date
    happened: Happened
    text: str
    intents: tuple[str, ...] = ()


def file_of_misunderstood() -> Path:
    """The file of this installation: in `var`, or in what STEUNWIJZER_VAR names."""
    default = Path(__file__).parent.parent / "var"
    return Path(os.environ.get("STEUNWIJZER_VAR") or default) / "misunderstood.jsonl"


def read_lines(lines: Iterable[str]) -> tuple[list[Note], int]:
    """Return what the lines say, and how many of them say nothing that can be read."""
    read = []
    broken = 0
    for line in lines:
        try:
            read.append(Note.parse_raw(line))
        except ValueError:
            broken += 1
    return read, broken
