"""What clients say beside an answer while a request is made: no answer in itself."""

import re

_WHY = re.compile(r"\b(waarom|waarvoor|waartoe|hoezo|u ziet)\b", re.IGNORECASE)
_WHO = re.compile(
    r"\bwie\b.*\b(belt|bellen|krijgt|krijgen|leest|lezen|ziet|zien|mailt|komt)\b"
    r"|\bgaat (dit|dat|het) naar\b|\b(door)?geven aan wie\b",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"\b(toch|liever|dan maar|mail maar|bel maar|plaats van)\b", re.IGNORECASE
)
_GIVES_NAME = re.compile(r"\b(?:naam is|ik heet|naam:)", re.IGNORECASE)
_LEAD = re.compile(
    r"^\W*(?:(?:ok[eé]?|nou|goed|dan|vooruit|nee|ja)\b\W*)+", re.IGNORECASE
)


def asks_why(text: str) -> bool:
    """Say whether the client asks what something is needed for."""
    return bool(_WHY.search(text))


def asks_who(text: str) -> bool:
    """Say whether the client asks who gets the request: "wie krijgt dit te zien"."""
    return bool(_WHO.search(text))


def would_rather(text: str) -> bool:
    """Say whether the client comes back on what was said: "toch liever mailen"."""
    return bool(_RATHER.search(text))


def gives_name(text: str) -> bool:
    """Say whether a name is told, asked or not: "mijn naam is Jan"."""
    return bool(_GIVES_NAME.search(text))


def without_lead(text: str) -> str:
    """Return the text without what leads up to an answer: "ok dan: Willem"."""
    return _LEAD.sub("", text)
