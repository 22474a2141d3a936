"""Takes out of a text what tells who somebody is; when in doubt it is taken out.

By rules, so it promises no more than they see: a number in words stays, and so does a
rare name without a capital. What is public stays on purpose: the names and the phone
numbers in the knowledge.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from steunwijzer.knowledge import Knowledge
from steunwijzer.personal_names import Span, find_names
from steunwijzer.vocabulary import name_index
from steunwijzer.words import folded

NAME = "[naam]"

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:ste|de|e)?"
# "Lange Nieuwstraat", "Burgemeester van der Meerstraat"
_BEFORE_STREET = (
    r"(?:(?-i:[A-Z\u00c0-\u00de])[\w.'\u2019]{0,30}"
    r"(?:[ -](?:van|de|den|der|het|ten|ter|'?t)){0,3}[ -]){0,3}"
)
_STREET = (
    rf"{_BEFORE_STREET}"
    r"\w{2,}(?:straat|str\.|laan|weg|plein|kade|gracht|singel|dijk|hof|pad|steeg|dreef"
    r"|plantsoen|park|burg|veld)"
)
_HOUSE = r",? (?:nr\.? ?|nummer )?\d{1,4}(?!\d)(?:[ -]?[a-z]\b| ?bis\b|-\d{1,3}\b)?"
_NOT_IN_A_POSTCODE = r"(?!(?:en|of|is|in|op|om|al|er|te|tm|ik|we|ze|je|nu|km|mg|ml)\b)"
_PART = r"[\w-]{1,40}"
# "truus punt bakker at ziggo punt nl"
_SPOKEN = (
    rf"\b{_PART}(?:(?: (?:punt|streepje|underscore) |\.){_PART}){{0,4}}"
    rf" (?:at|apenstaartje) {_PART}(?:(?: punt |\.){_PART}){{0,2}}"
    r"(?: punt |\.)(?:nl|com|be|net|org|eu|de|info)\b"
)
_PATTERNS = {
    "link": r"(?:https?://|www\.)\S+",
    "e-mail": rf"{_SPOKEN}|" r"[^\s@]{0,99} ?(?:@|\(at\)|\bapenstaartje\b) ?\S+",
    "rekening": (
        r"\b[a-z]{2}(?:\d{2}(?:[ .-]?[a-z]{4})?| \d{2} ?[a-z]{4})(?:[ .-]?\d){8,}"
    ),
    "adres": (
        rf"\b(?:{_STREET}{_HOUSE}"
        rf"|[1-9]\d{{3}}(?:[a-z]{{2}}| {_NOT_IN_A_POSTCODE}"
        rf"(?:(?-i:[A-Z]{{2}})|[a-z]{{2}}(?={_HOUSE})))\b(?:{_HOUSE})?)"
    ),
    "datum": (
        r"(?<!\d)(?<!\d[ ./-])(?:"
        rf"{_DAY} ?[-/.] ?\d{{1,2}} ?[-/.] ?(?:\d{{4}}|\d{{2}})"
        r"|\d{1,2} \d{1,2} (?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
        rf"|{_DAY} {_MONTH} ?(?:\d{{4}}|'?\d{{2}})"
        r")(?![ ./-]{0,2}\d)"
    ),
}
_RULES = {
    f"[{kind}]": re.compile(pattern, re.IGNORECASE)
    for kind, pattern in _PATTERNS.items()
}
_BORN = re.compile(
    r"(\b(?:geboren|geb\.?|geboorte(?:datum|jaar|dag))(?:[ :]+(?:is|op|in|den))*[ :]+)"
    rf"(?:{_DAY} ?(?:{_MONTH}|[-/.] ?\d{{1,2}}\b)|'?\d{{2,4}}\b)",
    re.IGNORECASE,
)
# It can have letters: "polisnr. ab12345", "klantnummer: 123ABC".
_CUSTOMER = re.compile(
    r"(\b(?:polis|verzekerings|verzekerden|klant|relatie|cli[e\u00eb]nt|dossier)"
    r" ?(?:nummer|nr)\b\.?(?:[ :]+is)?[ :]+)"
    r"(?:[a-z]{1,4}[.-]?|(?-i:[A-Z]{1,4}) )?\d[\da-z]*(?:[ .-]\d[\da-z]*)*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?\(?\d(?:[ .()/_\u2013\u2014-]{0,3}\d)+")
_TWO_YEARS = re.compile(r"(?:19|20)\d\d\D+(?:19|20)\d\d")
_FREE_OR_PAID_LINE = re.compile(r"\(?0[89]00\D*\d{4}(?:\D*\d{3})?")
_PLACEHOLDER = re.compile(r"\[[a-z-]+\]")
_WITHIN_A_NAME = re.compile(r"[\s.'\u2019-]*")


class Mask:
    """Puts a placeholder such as [naam] for what tells who somebody is."""

    def __init__(
        self,
        knowledge: Knowledge,
        ordinary: Iterable[str],
        names_in: Callable[[str], Iterable[Span]] | None = None,
    ) -> None:
        """Take what may be read: the names of the knowledge and ordinary words.

        `names_in` gives the places of more names in a text, where something finds them.
        """
        supporters = [
            one for each in knowledge.zorgkantoor.supporters.values() for one in each
        ]
        names = [knowledge.zorgkantoor.name, *(one.name for one in supporters)]
        self._ordinary = {*ordinary, *(word for name in names for word in folded(name))}
        self._known = name_index(knowledge)
        self._phones = {_dialled(phone) for phone in _phones(knowledge)}
        self._names_in = names_in or (lambda text: ())

    def mask(self, text: str) -> str:
        """Return the text on one line, with placeholders."""
        text = _plain(text)
        for placeholder, pattern in _RULES.items():
            text = pattern.sub(placeholder, text)
        text = _BORN.sub(lambda born: born[1] + "[datum]", text)
        text = _CUSTOMER.sub(lambda customer: customer[1] + "[nummer]", text)
        text = _NUMBER.sub(self._instead_of_number, text)
        masked, end = "", 0
        for start, stop in self._names(text):
            between = text[end:start]
            if not (masked.endswith(NAME) and _WITHIN_A_NAME.fullmatch(between)):
                masked += between + NAME
            end = stop
        return masked + text[end:]

    def _instead_of_number(self, found: re.Match[str]) -> str:
        number = found[0]
        digits = sum(each.isdigit() for each in number)
        if (
            digits < (6 if number.isdigit() else 7)
            or _dialled(number) in self._phones
            or _FREE_OR_PAID_LINE.fullmatch(number)
            or _TWO_YEARS.fullmatch(number)
        ):
            return number
        if digits == 9 and number[0] != "+":
            return "[bsn]"
        return "[telefoon]" if number.startswith(("+", "(", "0")) else "[nummer]"

    def _names(self, text: str) -> Iterator[Span]:
        known = [(each.start, each.end) for each in self._known.find(text) if each.sure]
        placeholders = [found.span() for found in _PLACEHOLDER.finditer(text)]
        return find_names(
            text, self._ordinary, [*known, *placeholders], self._names_in(text)
        )


def _phones(knowledge: Knowledge) -> Iterator[str]:
    """Yield the numbers that we give ourselves; a fact may be one."""
    zorgkantoor = knowledge.zorgkantoor
    yield zorgkantoor.phone
    for supporters in zorgkantoor.supporters.values():
        yield from (one.phone for one in supporters if one.phone)
    for insurer in knowledge.reimbursements.insurers.values():
        yield from (phone.e164 for phone in insurer.phones)
    for fact in knowledge.facts.values():
        yield str(getattr(fact, "value", ""))


def _plain(text: str) -> str:
    """Give the text on one line, without characters that only look like others."""
    visible = "".join(
        char
        for char in unicodedata.normalize("NFKC", text)
        if char.isspace() or unicodedata.category(char)[0] != "C"
    )
    return " ".join(visible.split())


def _dialled(phone: str) -> str:
    """Give the digits as they are dialled from within the country."""
    return re.sub(r"^(?:00)?310?(?=\d{9}$)", "0", re.sub(r"\D", "", phone))
