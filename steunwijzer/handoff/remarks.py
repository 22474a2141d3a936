"""What clients say beside an answer while a request is made: no answer in itself."""

import re

_WHY = re.compile(
    r"\b(waarom|waarvoor|waartoe|hoezo|u ziet)\b"
    r"|\bhoe (komt?|weet|kent?|heeft|heb|ziet?)\b.*\bnummer\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\bwie\b.*\b(belt|bellen|krijgt|krijgen|leest|lezen|ziet|zien|mailt|komt)\b"
    r"|\bgaat (dit|dat|het) naar\b|\b(naar|aan) wie\b|\bwie (is|zijn) (dat|dit)\b",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"\b(toch|liever|dan maar|mail maar|bel maar|plaats van)\b", re.IGNORECASE
)
_CORRECTS = re.compile(
    r"\b(wacht|toch|liever|maak er|doe maar|ander(e)? (nummer|naam|adres|dag|tijd)"
    r"|verkeerde?|klopt niet|niet goed|fout|vergist?|moet zijn)\b"
    r"|\bniet \w+ maar\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\W*(?:nee|ja)(?: (?:hoor|graag|liever niet|dat mag|prima))?,? maar \w+ \w+",
    re.IGNORECASE,
)
_GIVES_NAME = re.compile(r"\b(?:naam is|(?:ik|ze|zij|hij) heet|naam:)", re.IGNORECASE)
_NUMBER = re.compile(r"\bnummer\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^\W*(?:(?:ok[eé]?|nou|goed|dan|vooruit|nee|ja|hoor)\b\W*)+", re.IGNORECASE
)


def asks_why(text: str) -> bool:
    """Say whether the client asks what something is needed for, or how we know it."""
    return bool(_WHY.search(text))


def asks_who(text: str) -> bool:
    """Say whether the client asks who gets the request: "wie krijgt dit te zien"."""
    return bool(_WHO.search(text))


def would_rather(text: str) -> bool:
    """Say whether the client comes back on what was said: "toch liever mailen"."""
    return bool(_RATHER.search(text))


def corrects(text: str) -> bool:
    """Say whether something that was said before has to be otherwise."""
    return bool(_CORRECTS.search(text))


def adds_condition(text: str) -> bool:
    """Say whether a yes or no is not all: "nee, maar bel niet in de ochtend"."""
    return bool(_CONDITION.search(text))


def gives_name(text: str) -> bool:
    """Say whether a name is told, asked or not: "mijn naam is Jan"."""
    return bool(_GIVES_NAME.search(text))


def means_number(text: str) -> bool:
    """Say whether a number is meant that is not given: "bel maar op dit nummer"."""
    return bool(_NUMBER.search(text))


def without_lead(text: str) -> str:
    """Return the text without what leads up to an answer: "ok dan: Willem"."""
    return _LEAD.sub("", text)
