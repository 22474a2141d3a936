"""How well the messages that are kept are masked, by rules alone and with spaCy."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from dialogue.masking import mask_with, person_finder
from evaluation.tables import table
from nlu.spacy_nl import PACKAGE

# "de" and "van" tell nothing, and stand elsewhere in the message too.
_TELLING = re.compile(r"\b(?!(?:van|den|der|het|ten|ter|bij)\b)\w{3,}")
_PLACEHOLDER = re.compile(r"\[[a-z-]+\]")


@dataclass(frozen=True)
class Secrets:
    """A message, and the parts of it that tell who somebody is."""

    text: str
    hide: tuple[str, ...]


def secrets(file: Path) -> list[Secrets]:
    """Return the messages of a file, with and without something to hide."""
    read = YAML(typ="safe").load(file)
    return [Secrets(each["text"], tuple(each["hide"])) for each in read]


def is_hidden(secret: str, masked: str) -> bool:
    """Say whether the masked message has no word, and no number, of `secret` left."""
    left = set(re.findall(r"\w+", masked.casefold()))
    return secret not in masked and left.isdisjoint(_TELLING.findall(secret.casefold()))


def hidden(asked: list[Secrets], mask: Callable[[str], str]) -> tuple[float, float]:
    """Return the share of secrets hidden, and of messages without one left readable."""
    all_hidden = [is_hidden(part, mask(one.text)) for one in asked for part in one.hide]
    open_ones = [mask(one.text) for one in asked if not one.hide]
    readable = [not _PLACEHOLDER.search(masked) for masked in open_ones]
    return sum(all_hidden) / len(all_hidden), sum(readable) / len(readable)


def masking_table(asked: list[Secrets]) -> str:
    """Return what is hidden by rules alone, and with spaCy's names where they are."""
    finder = person_finder()
    both = hidden(asked, mask_with(finder)) if finder else ("not installed", "")
    rows = [
        ("rules alone", *hidden(asked, mask_with(None))),
        (f"rules and {PACKAGE}", *both),
    ]
    return table(("", "hidden", "nothing to hide, and nothing masked"), rows)
