"""List what was not understood, to learn from: `python -m tools.misunderstood`.

Reads a file on this machine, and drops what is too old; nothing is sent anywhere.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import (
    Note,
    file_of_misunderstood,
    forget_old,
    read_notes,
)
from steunwijzer.reading import KnowledgeError
from steunwijzer.words import folded

CLOSEST = 3


def grouped(notes: Iterable[Note]) -> list[list[Note]]:
    """Return the notes on each message together, the message with most of them first.

    Capitals, accents and punctuation make no difference; a button is not counted.
    """
    groups: dict[tuple[str, ...], list[Note]] = {}
    for note in notes:
        groups.setdefault(folded(note.text) or (note.text,), []).append(note)
    return sorted(groups.values(), key=_times, reverse=True)


def _times(notes: Iterable[Note]) -> int:
    return sum(note.happened != "chosen" for note in notes)


def described(notes: list[Note]) -> str:
    """Say in a line what happened to one message, and what it could mean."""
    times = Counter(note.happened for note in notes)
    chosen = _intents(notes, "chosen")
    wrong = _intents(notes, "corrected")
    closest = _intents(notes, "asked again", "asked again in a flow")
    parts = [
        ", ".join(
            f"{count} {'time' if count == 1 else 'times'} {happened}"
            for happened, count in times.most_common()
            if happened != "chosen"
        ),
        f"chosen: {_listed(chosen)}",
        f"taken for: {_listed(wrong)}",
        f"closest: {', '.join(name for name, _ in closest.most_common(CLOSEST))}",
    ]
    return "; ".join(part for part in parts if not part.endswith(": "))


def _intents(notes: Iterable[Note], *happened: str) -> Counter[str]:
    return Counter(
        intent for note in notes if note.happened in happened for intent in note.intents
    )


def _listed(intents: Counter[str]) -> str:
    return ", ".join(f"{name} ({times})" for name, times in intents.most_common())


def as_example(notes: Iterable[Note]) -> str:
    """Return the message, as it is written most, as a line of data/nlu.yml.

    Rasa would read "[naam](" as an entity that is marked.
    """
    ((text, _),) = Counter(note.text for note in notes).most_common(1)
    return "      - " + re.sub(r"\](?=[\[({])", "] ", text)


def report(notes: Iterable[Note], broken: int, days: int, today: date) -> list[str]:
    """Return the lines to print on the notes of the past `days`, today included."""
    recent = [each for each in notes if each.day > today - timedelta(days=days)]
    groups = [each for each in grouped(recent) if _times(each)]
    period = "today" if days == 1 else f"in the past {days} days"
    printed = [
        f"Asked again or corrected {period}:"
        if groups
        else f"Nothing was asked again or corrected {period}."
    ]
    for each in groups:
        printed += ["", described(each), as_example(each)]
    if broken:
        printed += ["", f"Lines that cannot be read and were skipped: {broken}."]
    return printed


def _days(given: str) -> int:
    if not (given.isdecimal() and 0 < int(given) < 10_000):
        raise argparse.ArgumentTypeError(f"expected a number of days, not {given!r}")
    return int(given)


def main(argv: list[str]) -> int:
    """Print the report; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=_days, default=30)
    days = parser.parse_args(argv).days
    file = file_of_misunderstood()
    today = date.today()
    try:
        kept = installed().zorgkantoor.retention.misunderstood
        _, broken = read_notes(file)
        forget_old(file, today, kept)  # the assistant does so only while it is used
        notes, _ = read_notes(file)
    except KnowledgeError as mistake:
        print(mistake, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{file} cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    print(*report(notes, broken, days, today), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
