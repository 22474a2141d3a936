"""Phrases in which a word is an insurer, and which of their words are its name."""

from collections.abc import Iterator

from steunwijzer.likeness import swapped_or_doubled
from steunwijzer.schema import Named
from steunwijzer.words import folded, with_digits

# Where a word that may be another is an insurer: an exact name without its capitals,
# or a slip of a short one ("zia").
_WHAT_IT_IS = (
    *("verzekering", "zorgverzekering", "verzekeringen"),
    *("verzekeraar", "zorgverzekeraar"),
)
_IS_INSURANCE = (
    *("{} klant", "polis {}", "polis is {}", "{} polis"),
    *(f"{one} {between}{{}}" for one in _WHAT_IT_IS for between in ("", "is ")),
    *(f"{{}} {one}" for one in _WHAT_IT_IS),
    *(f"{{}} is {whose} verzekeraar" for whose in ("de", "mijn", "onze")),
)
_ABOUT_INSURANCE = ("{} verzekerd", *_IS_INSURANCE)
_OF_AN_INSURER = (
    *("bij {}", "via {}", "van {}", "heb {}", "heeft {}", "hebben {}"),
    *("vergoedt {}", "betaalt {}", "dekt {}", "{} vergoedt", "{} betaalt", "{} dekt"),
    *_ABOUT_INSURANCE,
)
# Those the knowledge has in full. Not "{} verzekerd", as "zorgzaam verzekerd" is Univé.
_IN_FULL = (
    *("bij {}", "heb {}", "verzekerd bij {}", "bij {} verzekerd", *_IS_INSURANCE),
)
_FEW = 3  # words


def in_context(insurer: Named) -> Iterator[tuple[str, str]]:
    """Give the phrases in which a word is this insurer: "bij just", with "bij {}"."""
    words_too = [folded(name) for name in insurer.exact if not name.islower()]
    for name in (*insurer.exact, *insurer.aliases):
        own = folded(name)
        # "CZ Just" too, or "Just betaalt" wins of it. A longer name wins by itself.
        short = len(own) <= _FEW and not name.islower()
        if short and any(holds(own, one) for one in words_too):
            yield from ((one.format(name.casefold()), one) for one in _OF_AN_INSURER)
    for name in (insurer.name, *insurer.aliases):
        if len(name) <= 3 and name.isalpha():
            for slip in swapped_or_doubled(name.casefold()):
                yield from ((one.format(slip), one) for one in _ABOUT_INSURANCE)
    for phrase in filter(str.islower, (*insurer.aliases, *insurer.exact)):
        fitting = [one for one in _IN_FULL if _fits(phrase, *one.split("{}"))]
        if fitting:
            yield phrase, max(fitting, key=len)


def _fits(phrase: str, before: str, after: str) -> bool:
    return phrase.startswith(before) and phrase.endswith(after)


def own_words(insurer: Named) -> Iterator[tuple[str, slice]]:
    """Give for each of those phrases, as a match has it, which words are the name."""
    names = (insurer.name, *insurer.aliases)
    whole = {_alias(name) for name in names if not name.islower()}
    for phrase, context in in_context(insurer):
        if _alias(phrase) not in whole:  # as "Energiek zorgverzekering" is
            before, after = map(str.split, context.split("{}"))
            yield _alias(phrase), slice(len(before), -len(after) or None)


def _alias(name: str) -> str:
    """Give a name as a match has it."""
    return " ".join(word.folded for word in with_digits(name))


def holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Say whether `part` stands in `words`."""
    size = len(part)
    return any(words[at : at + size] == part for at in range(len(words) - size + 1))
