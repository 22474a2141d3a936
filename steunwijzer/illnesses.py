"""Tells whether letters that an insurer and an illness share are the illness: "UC"."""

import re
from collections.abc import Collection, Iterable, Mapping

from steunwijzer.first_names import POLICY
from steunwijzer.names import Match
from steunwijzer.places import INSURANCE
from steunwijzer.short_names import around
from steunwijzer.words import folded

_ILLNESS = re.compile(
    r"\b(?:darm|colitis|crohn|stoma|ziek(?!tekosten)|ontstek|diagnose|medicijn"
    r"|opgenomen|opname|opvlamming)",
    re.IGNORECASE,
)
_INSURANCE = re.compile(rf"{INSURANCE}|\beuro\b|\u20ac|tegoed", re.IGNORECASE)
# What stands beside the name, @: "UC?", "bij UC", "krijg ik van UC", "wat UC betaalt".
_POLICY = rf"(?:{POLICY}|klant)"
_OFFICE = r"toestemming|machtiging|goedkeuring|akkoord|afdeling|\w*nummer"
_BESIDE_INSURER = re.compile(
    r"^\W*(?:en )?@(?: dan)?\W*$"
    r"|\b(?:bij|via|vergoedt?|betaalt?|dekt?)[ '\"(]+@"
    rf"|\b{_POLICY}(?: is| heet| van|:) @|@[ -](?:is \w+ )?{_POLICY}"
    rf"|\b(?:{_OFFICE})(?: \w+)? (?:van|aan) @"
    r"|\bkrijg\w*(?: (?!je\b)\w+){0,3} van @|\b(?:wat|hoeveel(?: \w+)?) geeft @"
    r"|\bdoor @ (?:\w+ )?(?:vergoed|betaald|gedekt)\b"
    r"|(?:^|[.,:;?!] |\b(?:dat|en|hoeveel|maar|of|wat) )@ (?:vergoedt|betaalt|dekt)\b",
    re.IGNORECASE,
)
# "hulp bij UC", "krijg ik last van UC", "bij UC en Crohn", "vergoedt CZ UC-medicijnen"
_BESIDE_ILLNESS = re.compile(
    r"\b(?:hulp|help\w*(?: \w+)?|steun|ondersteuning|begeleiding|zorg|moe) bij @"
    r"|\b(?:last|pijn|klachten|gevolgen|behandel\w+|genees\w*) (?:bij|van) @"
    r"|@ (?:en|of) (?:crohn|colitis|darm)"
    r"|@(?:[ -]| voor )(?:behandel|klacht|medicijn|pati[e\u00eb]nt)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[^\w,.;:!?()]+(\w+)")  # after a comma it is no part of a name


def is_illness(
    text: str,
    name: Match,
    names: Iterable[Match],
    illnesses: Collection[str],
    packages: Mapping[str, Collection[str]],
) -> bool:
    """Say whether `name` is an illness here: what is not about insurance is.

    What stands beside the name tells most, then a word about illness, then all else.
    `names` are all those in the text: that of another insurer tells something too.
    `packages` are the words with which the packages of each insurer begin: "UC Beter".
    """

    def is_shared(one: Match) -> bool:
        return any(word in illnesses for word in folded(text[one.start : one.end]))

    if not is_shared(name):
        return False
    package = _package_after(text, name, packages)
    here = " ".join("@".join(around(text, name)).split())
    if _BESIDE_ILLNESS.search(here):
        return True
    # "UC Beter"; but "UC beter onder controle" may be the illness.
    if package.istitle() or _BESIDE_INSURER.search(here):
        return False
    if _ILLNESS.search(text):
        return True
    return not (
        package
        or _INSURANCE.search(text)
        or any(one.kind == "insurer" and not is_shared(one) for one in names)
    )


def _package_after(
    text: str, name: Match, packages: Mapping[str, Collection[str]]
) -> str:
    """Give the word after the name that is of its package: not in "UC plus reuma"."""
    word = _NEXT.match(text, name.end)
    known = {each for id in name.ids for each in packages.get(id, ())}
    return word[1] if word and word[1].casefold() in known else ""
