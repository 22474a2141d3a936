"""Understands the answer to a guided question, or says that it does not."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from steunwijzer.schema import Named
from steunwijzer.words import folded

NEGATION = re.compile(r"\b(niet|geen|nooit|zonder|nee|niks|nergens)\b")
NOT_YET = re.compile(r"\bnog (niet|geen)\b")
LEADING_YES_NO = re.compile(r"^(ja|nee)\b ?")
QUESTION_WORD = re.compile(
    r"^(wat|wie|hoe|hoeveel|waar|waarom|welke?|wanneer|mag|kan|kunt|kun|moet|krijg|"
    r"is|zijn|heb|heeft|doet|vergoedt|betaalt)\b"
)
AGE = re.compile(r"(?<![\d.,€-])(\d{1,2}|1[01]\d)(?![\d.,-])")
OF_AGE = 18
SAYS = {"ja": "yes", "nee": "no"}
FROM_INTENT = {"affirm": "yes", "deny": "no", "dont_know": "unknown"}
NEAR = 2  # words: so close to a name, a negation is about it


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


def read_under_18(text: str) -> str | None:
    """Return yes or no for an age in the text ("hij is 16"), or None without one."""
    ages = [int(age) for age in AGE.findall(text)]
    if len(ages) != 1 or NEGATION.search(plain(text)):
        return None
    return "yes" if ages[0] < OF_AGE else "no"


def read_answer(text: str, intent: str, options: Mapping[str, Named]) -> str | None:
    """Return the id of the option that `text` chooses, or None when it is not clear.

    In this order: the number of an option ("2"); a name or alias of just one option
    in the text; the intent (affirm, deny, dont_know) where the options have it. A
    negation that is not part of the matched name ("dat is niet echt veilig") makes
    it unclear, and so does a yes before a no: asking again is better than a wrong
    answer. After "nee" a negation only agrees, but for "nee, nog niet".
    """
    words = plain(text)
    if words.isdecimal() and 1 <= int(words) <= len(options):
        return list(options)[int(words) - 1]
    leading = LEADING_YES_NO.match(words)
    said = SAYS[leading[1]] if leading else FROM_INTENT.get(intent)
    rest = words[leading.end() :] if leading else words
    hits = _hits(rest, options)
    if not hits:
        unclear = bool(NEGATION.search(rest)) and said == "yes"
        unclear = unclear or (bool(NOT_YET.search(rest)) and "applied" in options)
        return said if said in options and not unclear else None
    chosen = {hit.option for hit in hits}
    for hit in hits:
        rest = rest.replace(hit.name, " ")
    (option, *others) = chosen
    contradicts = {option, said, FROM_INTENT.get(intent)} >= {"yes", "no"}
    return None if others or contradicts or NEGATION.search(rest) else option


def read_mention(text: str, options: Mapping[str, Named]) -> str | None:
    """Return the option that the client mentions without being asked, or None.

    Only aliases of two words and more count: "zelf" or "thuis" says too little when
    nobody asked. A negation close by ("niet voor mijzelf") takes the mention back.
    """
    words = LEADING_YES_NO.sub("", plain(text))
    hits = _hits(words, options)
    beside = words
    for hit in hits:
        beside = beside.replace(hit.name, "_" * len(hit.name))
    found = {
        hit.option
        for hit in hits
        if " " in hit.name
        and hit.name in map(plain, options[hit.option].aliases)
        and not _negated(beside, hit)
    }
    return found.pop() if len(found) == 1 else None


def _negated(words: str, hit: _Hit) -> bool:
    before, after = words[: hit.start].split(), words[hit.end :].split()
    return bool(NEGATION.search(" ".join([*before[-NEAR:], *after[:NEAR]])))


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
