"""Whether an answer says one thing and nothing else: a yes with a "but" is no yes."""

import re

from steunwijzer.answers import plain
from steunwijzer.schema import Named
from steunwijzer.yes_no import LEADING_YES_NO

# What is said beside a yes or a no, and changes nothing.
_COURTESY = re.compile(
    r"\b(ja|jawel|jazeker|joa|jo|nee|neu|graag|hoor|alstublieft|aub|svp"
    r"|dank (u|je)( wel)?|bedankt|zeker|natuurlijk|tuurlijk|helemaal|heel|hartstikke"
    r"|nou|ok|oke|okee|dat|het"
    r"|dit|u|prima|top|fijn|mooi|is|zo|maar|even|meneer|mevrouw|heur)\b"
)
_ASKS = re.compile(r"^(is|mag|klopt|moet|kan) (dat|het|dit|ik)\b")
_CONDITION = re.compile(r"\b(ja|graag|goed|prima|ok|oke|okee|akkoord),? maar\b")


def says_only(text: str, option: Named) -> bool:
    """Say whether the text names this option and adds nothing to it.

    No question, no condition, no other wish: "ja graag", "geef maar door"; but not "ja,
    als het gratis is" or "is dat goed zo".
    """
    words = plain(text)
    if "?" in text or _ASKS.search(words) or _CONDITION.search(words):
        return False
    names = sorted(map(plain, (option.name, *option.aliases)), key=len, reverse=True)
    named = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")
    if not named.search(words):
        return False
    return not _COURTESY.sub("", named.sub("", words)).strip()


def begins_with_no(text: str) -> bool:
    """Say whether a no comes first, whatever follows: "nee, die is van mijn zoon"."""
    leading = LEADING_YES_NO.match(plain(text))
    return leading is not None and leading["said"] != "ja"
