"""Reads a cost in a message and writes an amount the Dutch way. All in euro cents."""

import re

_EURO = r"(?:€|eur\b|euro'?s?\b)"
_AMOUNT = re.compile(
    rf"(?:(?P<before>{_EURO})\s*|(?<![\w.,]))"
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,6})"
    r"(?:[.,](?P<cents>\d{1,2})|(?P<dash>[.,][-\u2013\u2014]+))?"
    r"(?!\d|[.,]\d|\s?(?:%|procent\b|honderd|duizend|miljoen|k\b))"
    rf"(?P<after>\s*{_EURO})?",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s*(?:per|een|/|p/)\s*(?:u\b|uur|dag|week|maand|keer|gesprek|bezoek)",
    re.IGNORECASE,
)
_COST_WORD = r"\b(?:kost\w*|betaal\w*|betalen|rekening|factuur|prijs|vraagt|rekent)"
_COST_BEFORE = re.compile(rf"{_COST_WORD}\b[^\d€]{{0,25}}$", re.IGNORECASE)
_COST_JUST_BEFORE = re.compile(
    rf"{_COST_WORD}\s*:?\s*"
    r"(?:(?:me|mij|ons|ongeveer|zo'n|is|van|in totaal)\s+){0,2}$",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:en|bij|maar|dus|wat|voor)\b)", re.IGNORECASE
)
_LOOK_BACK = 50  # characters before an amount in which a cost word may stand


def parse_cost(text: str) -> int | None:
    """Give the cost that `text` names, in euro cents, or None.

    An amount counts with a euro sign or word, with ",-", or straight after a word
    such as "kost". A rate ("80 euro per uur") is not a cost, as the number of hours
    is unknown. Of several amounts the one after a word such as "kost" is meant; if
    that does not settle it the answer is None rather than a guess.
    """
    named: set[int] = set()
    after_cost_word: set[int] = set()
    for match in _AMOUNT.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        marked = match["before"] or match["after"] or match["dash"]
        plain = _COST_JUST_BEFORE.search(before) and _CLAUSE_ENDS.match(
            text, match.end()
        )
        if not (marked or plain) or _RATE.match(text, match.end()):
            continue
        cents = _cents(match)
        named.add(cents)
        if _COST_BEFORE.search(before):
            after_cost_word.add(cents)
    for amounts in (after_cost_word, named):
        if len(amounts) == 1:
            return amounts.pop()
    return None


def _cents(match: re.Match[str]) -> int:
    """Give a matched amount in cents; "12,5" is 12 euros and 50 cents."""
    return int(match["whole"].replace(".", "")) * 100 + int(
        (match["cents"] or "").ljust(2, "0")
    )


def format_euros(cents: int) -> str:
    """Write an amount of 0 cents or more: € 250, € 312,50 or € 1.000.

    Raises ValueError for a negative amount: none exists in this domain.
    """
    if cents < 0:
        raise ValueError(f"an amount of money cannot be negative: {cents}")
    euros, rest = divmod(cents, 100)
    whole = f"{euros:,}".replace(",", ".")
    return f"€ {whole},{rest:02}" if rest else f"€ {whole}"
