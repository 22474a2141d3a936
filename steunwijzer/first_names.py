"""Tells whether a name that an insurer and people share is a person's: "ik ben Iza"."""

import re
from collections.abc import Container

from steunwijzer.names import Match
from steunwijzer.personal_names import introduces_a_name
from steunwijzer.words import folded

WITHIN = 60  # characters
POLICY = r"\w*(?:verzeker|polis|pakket|collectief)\w*"
# "mijn verzekering heet Just", "mijn polis? Die heet Just", "ik ben Iza verzekerd"
_POLICY_BEFORE = re.compile(
    rf"\b{POLICY}(?:\s+(?:\w+\s+){{0,2}}|\W+(?:hij|die|dat|het)\s+heet\s+)$",
    re.IGNORECASE,
)
_POLICY_AFTER = re.compile(rf"[\s-]*{POLICY}", re.IGNORECASE)
# "Iza, mijn jongste, gaat mee", "Eno, de buurjongen van mijn tante, helpt ons"
_BEGINS = re.compile(r"(?:^|[.!?])\s*$")
_SOMEBODY = r"(?:mijn|onze?|ons|de|een)\s+(?:\w+\s+)?\w+"
_WHO = re.compile(
    rf",\s+(?![\w\s]*{POLICY}){_SOMEBODY}(?:\s+van\s+{_SOMEBODY})?,", re.IGNORECASE
)


def is_person(text: str, name: Match, first_names: Container[str]) -> bool:
    """Say whether `name` is somebody here, by what stands before and after it."""
    written = text[name.start : name.end]
    if " ".join(folded(written)) not in first_names:
        return False
    if written.isupper() and not text.isupper():  # "mijn man IZA, ik VGZ"
        return False
    before = text[max(0, name.start - WITHIN) : name.start]
    if _POLICY_BEFORE.search(before) or _POLICY_AFTER.match(text, name.end):
        return False
    if introduces_a_name(before):
        return True
    return bool(_BEGINS.search(before) and _WHO.match(text, name.end))
