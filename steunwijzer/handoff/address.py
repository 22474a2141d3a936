"""Reads the address that a client types, as they typed it."""

import re

from steunwijzer.handoff.typed import is_ordinary, on_one_line
from steunwijzer.outcome import Outcome
from steunwijzer.personal_details import KINDS
from steunwijzer.spoken_numbers import NUMBER

LONGEST = 120  # characters
_LIVE = r"(?:ik|wij|we|hij|zij|ze|mijn \w+|ons \w+) (?:wo+nt?|wonen)(?: nu| zelf| nog)?"
_LEAD = re.compile(
    r"(?:(?:ja|oke?|oké|nou|graag|hallo|hoi|eh+m?|uh+m?|(?:bij mij )?thuis|natuurlijk"
    r"|(?:(?:mijn|m'n|ons|het|haar|zijn) )?(?:huis|woon|bezoek)?adres(?: is|:| :)?"
    rf"|{_LIVE}|(?:het|dat|dit) is|kom(?:t u)?(?: dan)?(?: maar)?(?: langs)?)"
    r"(?!\w)[ ,.:!-]*)*(?:(?:op|aan|in|naar)(?!\w) ?)?",
    re.IGNORECASE,
)
_PAIR_OF_A_WORD = r"(?:te|in|op|nr|en|de|om|bg|is|of)\b"
_POSTCODE = re.compile(
    rf"(?<!\w)[1-9]\d{{3}} ?(?:(?-i:[A-Z]{{2}})|(?!{_PAIR_OF_A_WORD})[a-z]{{2}})(?!\w)",
    re.IGNORECASE,
)
# What a number can be of, other than a house.
_UNIT = (
    r"(?:ste|de|e| ?(?:uur|jaar|keer|min|minuten|dagen|weken|maanden|kinderen|personen"
    r"|mensen|euro|jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni|juli"
    r"|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?))(?!\w)"
)
_BEFORE_A_UNIT = (
    r"(?<!\bom )(?<!\bna )(?<!\brond )(?<!\btot )(?<!\bkamer )(?<!\bpostbus )"
    r"(?<!\bafdeling )(?<!\bverdieping )(?<!\betage )"
)
_HOUSE_NUMBER = re.compile(
    rf"(?<![\d.:]){_BEFORE_A_UNIT}\d{{1,5}}(?!\d|[.:]\d|{_UNIT})"
    rf"|(?<=\w\w\w )(?:nummer |nr\.? )?{NUMBER}(?=\s?(?:$|,|(?:in|te)\b))",
    re.IGNORECASE,
)
# A place with a name can be found without a number.
_HOME = re.compile(
    r"\b(?:verpleeg(?:te)?huis|verzorgingshuis|verzorgingstehuis|bejaardenhuis|hospice"
    r"|ziekenhuis|woon-?zorg\w+|zorg(?:centrum|huis|instelling|villa)|revalidatie\w+"
    r"|woon(?:groep|vorm|huis|voorziening))\s+(?:(?:de|het|'t|in|te|op)\s+)*"
    r"(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_]{3,}")
_NO_PLACE = frozenset(
    ("aan", "adres", "bij", "daar", "dag", "een", "hier", "het", "huis", "naar", "uur")
)
_DENIED = re.compile(r"\b(?:niet|geen)\b", re.IGNORECASE)
_MARKS = " ,.;:!(-"
_LOOSE_END = ("en", "met", "op", "in", "naar", "de", "het")


def read_address(text: str) -> Outcome:
    """Read the address that the client wants a visit at.

    Codes: `address` (values: `address`): a street, a number and a place, or a postcode
    and a number, or the name of a home; `address_without_place` (values: `address`);
    `address_incomplete` without a number; `no_address`.
    """
    line = on_one_line(text, new_line=", ")
    if "@" in line or "?" in line or KINDS["link"].search(line):
        return Outcome("no_address")
    typed = _without_sentence(line[_end_of_lead(line) :])
    within = KINDS["adres"].search(line)
    denied = within and _DENIED.search(line[: within.start()])
    if within and not denied and not _is_complete(typed):
        # "u kunt naar de Kerkstraat 12 komen"
        typed = _without_sentence(line[within.start() :])
    if not _has_word(typed) or len(typed) > LONGEST:
        return Outcome("no_address")
    if _is_complete(typed):
        code = "address" if has_place(typed) else "address_without_place"
        return Outcome(code, values={"address": typed})
    return Outcome("address_incomplete")


def has_place(address: str) -> bool:
    """Say whether an address tells the place too, by its postcode or its name."""
    if _POSTCODE.search(address) or _HOME.search(address):
        return True
    number = _HOUSE_NUMBER.search(address)
    behind = address[number.end() :] if number else ""
    return bool(_PLACE.search(behind))


def _end_of_lead(line: str) -> int:
    lead = _LEAD.match(line)
    return lead.end() if lead else 0


def _without_sentence(line: str) -> str:
    """Return what comes before the first word that is in no address: "ik", "want"."""
    for word in re.finditer(r"[^\W\d_]+", line):
        if is_ordinary(word[0]) and (word.start() == 0 or not word[0].istitle()):
            line = line[: word.start()]
            break
    words = line.rstrip(_MARKS).split(" ")
    while words and words[-1].strip(_MARKS) in ("", *_LOOSE_END):
        words.pop()
    return " ".join(words).rstrip(_MARKS)


def _has_word(typed: str) -> bool:
    """Say whether there is a word that can be of an address, or a postcode."""
    words = {word.lower() for word in _PLACE.findall(typed)}
    return bool(words - _NO_PLACE or _POSTCODE.search(typed))


def _is_complete(typed: str) -> bool:
    number = _HOUSE_NUMBER.search(_POSTCODE.sub(" ", typed))
    return _has_word(typed) and bool(number or _HOME.search(typed))
