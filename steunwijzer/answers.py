"""Understands the answer to a guided question, or says that it does not."""

import re
from collections.abc import Mapping

from steunwijzer.schema import Named
from steunwijzer.words import folded

NEGATION = re.compile(r"\b(niet|geen|nooit|zonder|nee|niks|nergens)\b")
LEADING_YES_NO = re.compile(r"^(ja|nee)\b")
QUESTION = re.compile(
    r"\?|^(wat|wie|hoe|hoeveel|waar|waarom|welke?|wanneer|mag|kan|kunt|kun|moet|krijg|"
    r"is|zijn|heb|heeft|doet|vergoedt|betaalt)\b"
)
FROM_INTENT = {"affirm": "yes", "deny": "no", "dont_know": "unknown"}


def plain(text: str) -> str:
    """Return the words without capitals, accents and punctuation."""
    return " ".join(folded(text))


def is_question(text: str) -> bool:
    """Say whether this reads as a question of the client's own."""
    return bool(QUESTION.search(text.lower().strip()))


def read_answer(text: str, intent: str, options: Mapping[str, Named]) -> str | None:
    """Return the id of the option that `text` chooses, or None when it is not clear.

    In this order: the number of an option ("2"); a name or alias of just one option
    in the text; the intent (affirm, deny, dont_know) where the options have it. A
    negation that is not part of the matched name ("dat is niet echt veilig") makes
    it unclear: asking again is better than a wrong answer.
    """
    words = plain(text)
    if words.isdigit() and 1 <= int(words) <= len(options):
        return list(options)[int(words) - 1]
    found = _named(words, options)
    by_intent = FROM_INTENT.get(intent)
    if not found and by_intent in options:
        return by_intent
    if len(found) != 1:
        return None
    (option, name), *_ = found.items()
    rest = LEADING_YES_NO.sub("", words).replace(name, " ")
    if NEGATION.search(rest) or {option, by_intent} == {"yes", "no"}:
        return None
    return option


def read_mention(text: str, options: Mapping[str, Named]) -> str | None:
    """Return the option that the client mentions without being asked, or None.

    Only aliases of two words and more count: "zelf" or "thuis" says too little when
    nobody asked.
    """
    words = plain(text)
    found = {
        option
        for option, named in options.items()
        for alias in map(plain, named.aliases)
        if " " in alias and re.search(rf"\b{re.escape(alias)}\b", words)
    }
    return found.pop() if len(found) == 1 else None


def _named(words: str, options: Mapping[str, Named]) -> dict[str, str]:
    """Return the options named in the text, with the name used.

    A name inside a longer one that was also found does not count.
    """
    hits = [
        (option, alias)
        for option, named in options.items()
        for alias in map(plain, (named.name, *named.aliases))
        if re.search(rf"\b{re.escape(alias)}\b", words)
    ]
    longest = [
        (option, alias)
        for option, alias in hits
        if not any(alias != other and alias in other for _, other in hits)
    ]
    return dict(longest)
