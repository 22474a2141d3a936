"""Takes out of a text what tells who somebody is; when in doubt it is taken out.

By rules, so it promises no more than they see: a rare name without a capital stays, and
so does a street without its number. What is public stays on purpose: the names and the
phone numbers in the knowledge.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from steunwijzer.forbidden_numbers import without_nine_digits
from steunwijzer.handoff.typed import on_one_line
from steunwijzer.knowledge import Knowledge
from steunwijzer.personal_details import KINDS, SAID
from steunwijzer.personal_names import Span, find_names
from steunwijzer.spoken_numbers import without_spoken_numbers
from steunwijzer.vocabulary import name_index
from steunwijzer.words import folded

# Stand for [ and ] until all is done. Nobody can type them: see on_one_line.
_OPEN, _CLOSE = "\ue000", "\ue001"
_NUMBER = re.compile(r"\+?(?:\((?=\d{1,5}\)))?\d(?:[ .()/_\u2013\u2014-]{0,3}\d)+")
_TWO_YEARS = re.compile(r"(?:19|20)\d\d\D+(?:19|20)\d\d")
_FREE_OR_PAID_LINE = re.compile(r"\(?0[89]00\D*\d{4}(?:\D*\d{3})?")
_PLACEHOLDER = re.compile(rf"{_OPEN}[a-z-]+{_CLOSE}")
_BRACKETS = str.maketrans("[]", "()")
_OURS = str.maketrans(_OPEN + _CLOSE, "[]")
_WITHIN_A_NAME = re.compile(r"[\s.'\u2019-]*")


def _placeholder(kind: str) -> str:
    return _OPEN + kind + _CLOSE


def _after_what_is_said(pattern: re.Pattern[str], placeholder: str, text: str) -> str:
    return pattern.sub(lambda found: found[1] + placeholder, text)


NAME = _placeholder("naam")


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
        # Where it is an insurer, the vocabulary says so.
        self._ordinary -= {*knowledge.lookalikes.people}
        self._known = name_index(knowledge)
        self._phones = {_dialled(phone) for phone in _phones(knowledge)}
        self._names_in = names_in or (lambda text: ())

    def mask(self, text: str) -> str:
        """Return the text on one line, with placeholders.

        Square brackets are ours: those that were typed become round ones.
        """
        text = on_one_line(text).translate(_BRACKETS)
        for kind, pattern in KINDS.items():
            text = pattern.sub(_placeholder(kind), text)
        for pattern, kind in SAID:
            text = _after_what_is_said(pattern, _placeholder(kind), text)
        text = without_nine_digits(text, _placeholder("bsn"))
        text = without_spoken_numbers(
            text, _placeholder("telefoon"), _placeholder("nummer")
        )
        text = _NUMBER.sub(self._instead_of_number, text)
        masked, end = "", 0
        for start, stop in self._names(text):
            between = text[end:start]
            if not (masked.endswith(NAME) and _WITHIN_A_NAME.fullmatch(between)):
                masked += between + NAME
            end = stop
        return (masked + text[end:]).translate(_OURS)

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
            return _placeholder("bsn")
        dialled = number.startswith(("+", "(", "0"))
        return _placeholder("telefoon" if dialled else "nummer")

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


def is_public(knowledge: Knowledge, contact: str) -> bool:
    """Say whether this phone number or e-mail address is one that we give ourselves."""
    zorgkantoor = knowledge.zorgkantoor
    supporters = [one for each in zorgkantoor.supporters.values() for one in each]
    emails = (zorgkantoor.email, *(one.email for one in supporters if one.email))
    if "@" in contact:
        return contact.casefold() in map(str.casefold, emails)
    return _dialled(contact) in map(_dialled, _phones(knowledge))


def _dialled(phone: str) -> str:
    """Give the digits as they are dialled from within the country."""
    return re.sub(r"^(?:00)?310?(?=\d{9}$)", "0", re.sub(r"\D", "", phone))
