"""Tells whether a message names a package that is not in the table."""

import re

from steunwijzer.reimbursement_table import Insurer
from steunwijzer.words import folded

_UNKNOWN_PACKAGE = re.compile(
    r"\b(?i:pakket|polis|module|aanv\.?|aanvullende?(?:\s+verzekering)?)\s+"
    r"(?P<after>[A-Z]\w+|\d\b)"
    r"|(?<=[a-z,] )(?P<before>[A-Z]\w+)\s+(?i:pakket|polis|module)\b"
    r"|\b(?P<whole>(?i:\w{3,}(?:pakket|polis|module)))\b"
)
_ONLY_BASIC = re.compile(
    r"\b(?:basis(?:verzekering|polis|pakket)?(?! ?plus)|(zonder|geen) aanvullende?)\b",
    re.IGNORECASE,
)
_NO_PACKAGE = {"zorgpakket", "zorgpolis", "verzekeringspakket", "verzekeringspolis"}


def names_unknown_package(insurer: Insurer, text: str) -> bool:
    """Say whether the message names a package that was not recognised.

    Careful, as most messages name none: only a capital or a number beside a word
    such as "pakket", or one word that ends in it.
    """
    if _ONLY_BASIC.search(text):
        return True
    own = set(folded(" ".join((insurer.name, *insurer.aliases, *insurer.exact))))
    for match in _UNKNOWN_PACKAGE.finditer(text):
        name = match["after"] or match["before"] or match["whole"]
        if not own.intersection(folded(name)) and name.casefold() not in _NO_PACKAGE:
            return True
    return False
