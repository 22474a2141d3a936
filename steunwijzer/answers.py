"""Understands the answer to a guided question, or says that it does not."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from steunwijzer.schema import Named
from steunwijzer.words import folded
from steunwijzer.yes_no import LEADING_YES_NO, NEGATION, NO_IDEA, SIGH, fits

NOT_YET = re.compile(r"\bnog (niet|geen)\b")
# "nog niet, is aangevraagd" is applied for; "nog niet aangevraagd" is not
NOT_YET_BUT = re.compile(r"^nog niet (?=(maar|wel|want|is|die|hij|het|we|ik)\b)")
QUESTION_WORD = re.compile(
    r"^(wat|wie|hoe|hoeveel|waar|waarom|welke?|wanneer|mag|kan|kunt|kun|moet|krijg|"
    r"is|zijn|heb|heeft|doet|vergoedt|betaalt)\b"
)
# "hij is 16", "wordt volgende maand 18", "14 jaar"; not "zzp 5" or "al 3 jaar hier"
AGE = re.compile(
    r"""
    (?: (?P<nearly>\b(?:bijna|wordt|word)\b(?:\s\w+){0,2}\s)
      | ^\s*|,\s*|\b(?:ja|nee|is|ben|zijn|pas|net|nu|van|geen|niet|leeftijd)\s
        (?:(?!bijna|word)\w+\s)?
    )
    (?P<age>\d{1,2}|1[01]\d)(?!\d|[.,-]\d)
    (?!\s(?:keer|kind|maand|week|weken|dag|uur|jaar\s(?!oud)))
    | (?<!al\s)(?<!\d)(?P<years>\d{1,2})(?:-?\s?jarig|\s?(?:jaar|jr)(?:\soud|\W*$))
    """,
    re.VERBOSE,
)
OF_AGE = 18
FROM_INTENT = {"affirm": "yes", "deny": "no", "dont_know": "unknown"}
# what is said after these, or before, is not about the same
CLAUSE_END = re.compile(r"[,.;:!?]|\b(?:maar|want|en)\b", re.IGNORECASE)


class _Hit(NamedTuple):
    """A name of an option, and where it stands in the words."""

    option: str
    name: str
    start: int
    end: int

    def beats(self, other: "_Hit") -> bool:
        """Say whether this counts and the other does not, when they overlap."""
        mine, theirs = (
            (bool(NEGATION.search(each.name)), len(each.name)) for each in (self, other)
        )
        return mine > theirs


def plain(text: str) -> str:
    """Return the words without capitals, accents and punctuation."""
    return " ".join(folded(text))


def is_question(text: str) -> bool:
    """Say whether this may be a question of the client's own."""
    return "?" in text or bool(QUESTION_WORD.search(text.lower().strip()))


def is_surely_question(text: str) -> bool:
    """Say whether this is one: "is veilig" may be an answer, "is dat veilig?" not."""
    return "?" in text and bool(QUESTION_WORD.search(text.lower().strip()))


def read_under_18(text: str, intent: str, options: Mapping[str, Named]) -> str | None:
    """Return what `read_answer` does, with an age in the text counted.

    An age tells more than "nee" ("nee, hij is 16", "nee, nog geen 18"). But "ja, ik
    ben 45" may be the age of a parent, and is unclear.
    """
    said = read_answer(text, intent, options) or read_mention(text, options)
    if said and text.strip().isdecimal():
        return said
    words = text.lower()
    for limit in (name for each in options.values() for name in each.aliases):
        words = words.replace(limit, " ")
    ages = {
        int(each["age"] or each["years"]) - bool(each["nearly"])
        for each in AGE.finditer(words)
    }
    read = {"yes" if age < OF_AGE else "no" for age in ages}
    if read <= {said}:
        return said
    denied = NEGATION.search(LEADING_YES_NO.sub("", plain(words)))
    return None if denied or said == "yes" or len(read) > 1 else read.pop()


def read_answer(text: str, intent: str, options: Mapping[str, Named]) -> str | None:
    """Return the id of the option that `text` chooses, or None when it is not clear.

    In this order: the number of an option ("2"); a name or alias of just one option
    in the text; the intent (affirm, deny, dont_know) where the options have it. A
    negation that is not part of the matched name ("dat is niet echt veilig") makes
    it unclear, but for a mention ("thuis blijven, lopen gaat niet"): asking again is
    better than a wrong answer. So does what goes against a yes or no.
    """
    words = SIGH.sub("", plain(text)).strip()
    if words.isdecimal() and 1 <= int(words) <= len(options):
        return list(options)[int(words) - 1]
    leading = LEADING_YES_NO.match(words)
    said = FROM_INTENT.get(intent)
    if leading:
        said = "yes" if leading["said"] == "ja" else "no"
    rest = words[leading.end() :] if leading else words
    hits = _hits(rest, options)
    if not hits:
        said = "unknown" if NO_IDEA.search(rest) else said
        may_be_applied = "applied" in options and said == "no" and NOT_YET.search(rest)
        clear = fits(said, rest, beside=bool(leading)) and not may_be_applied
        return said if said in options and clear else None
    chosen = {hit.option for hit in hits}
    for hit in hits:
        rest = rest.replace(hit.name, " ")
    (option, *others) = chosen
    if option == "applied":
        rest = NOT_YET_BUT.sub("", rest)
    if others or {option, said, FROM_INTENT.get(intent)} >= {"yes", "no"}:
        return None
    return read_mention(text, options) if NEGATION.search(rest) else option


def read_mention(text: str, options: Mapping[str, Named]) -> str | None:
    """Return the option that the client mentions without being asked, or None.

    Only aliases of two words and more count: "zelf" or "thuis" says too little when
    nobody asked. A negation in its clause ("niet voor mijzelf") takes it back.
    """
    found = {
        hit.option
        for clause in CLAUSE_END.split(LEADING_YES_NO.sub("", text.lower()))
        for hit in _unless_denied(plain(clause), options)
        if _mentions(hit, options)
    }
    return found.pop() if len(found) == 1 else None


def _mentions(hit: _Hit, options: Mapping[str, Named]) -> bool:
    aliases = map(plain, options[hit.option].aliases)
    return " " in hit.name and hit.name in aliases


def _unless_denied(clause: str, options: Mapping[str, Named]) -> list[_Hit]:
    hits = _hits(clause, options)
    beside = clause
    for hit in hits:
        beside = beside.replace(hit.name, " ")
    return [] if NEGATION.search(beside) else hits


def _hits(words: str, options: Mapping[str, Named]) -> list[_Hit]:
    """Return the options named in the words.

    Of names that overlap the one with a negation counts, or else the longest: "niet
    veilig genoeg" is not "veilig genoeg".
    """
    hits = [
        _Hit(option, name, *match.span())
        for option, named in options.items()
        for name in map(plain, (named.name, *named.aliases))
        for match in re.finditer(rf"\b{re.escape(name)}\b", words)
    ]
    return [
        hit
        for hit in hits
        if not any(
            other.start < hit.end and hit.start < other.end and other.beats(hit)
            for other in hits
        )
    ]


def mentions(text: str, named: Named) -> bool:
    """Say whether one of the aliases is in the text, as whole words."""
    words = plain(text)
    said = map(plain, named.aliases)
    return any(re.search(rf"\b{re.escape(each)}\b", words) for each in said)


def names_exactly(text: str, options: Iterable[Named]) -> bool:
    """Say whether the text is one of the options word for word: "wijzigen"."""
    names = (name for each in options for name in (each.name, *each.aliases))
    return bool(text.strip()) and plain(text) in map(plain, names)
