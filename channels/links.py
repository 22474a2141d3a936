"""Finds in an answer what can be tapped: phone numbers, e-mail and web addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from phonenumbers import (
    Leniency,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    PhoneNumberType,
    format_number,
    number_type,
    parse,
)

_ADDRESS = re.compile(
    r"(?P<url>https://[^\s<>]+[^\s<>.,;:!?)])"
    r"|(?<![\w.+-])(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
# These cannot be phoned with the code of the country before them.
_WITHIN_THE_COUNTRY = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
}


@dataclass(frozen=True)
class Link:
    """Where a link stands in a text, and where it goes: tel:, mailto: or https:."""

    start: int
    end: int
    href: str


def links_in(text: str, short_numbers: Iterable[str] = ()) -> list[Link]:
    """Return the links of a text, in order; none overlaps another.

    `short_numbers` are those that the text gives to phone, such as 112: elsewhere three
    digits can be anything.
    """
    found: list[Link] = []
    for link in [*_addresses(text), *_phones(text), *_short(text, short_numbers)]:
        if all(link.end <= each.start or link.start >= each.end for each in found):
            found.append(link)
    return sorted(found, key=lambda link: link.start)


def phone_href(number: str) -> str:
    """Return the link that phones a Dutch or international number."""
    return _href(parse(number, "NL"))


def _addresses(text: str) -> Iterator[Link]:
    for match in _ADDRESS.finditer(text):
        scheme = "mailto:" if match["email"] else ""
        yield Link(match.start(), match.end(), scheme + match[0])


def _phones(text: str) -> Iterator[Link]:
    for match in PhoneNumberMatcher(text, "NL", leniency=Leniency.VALID):
        yield Link(match.start, match.end, _href(match.number))


def _short(text: str, numbers: Iterable[str]) -> Iterator[Link]:
    for number in numbers:
        for match in re.finditer(
            rf"(?<![\w€-])(?<!€ ){re.escape(number)}(?![\w-])", text
        ):
            yield Link(match.start(), match.end(), f"tel:{number}")


def _href(number: PhoneNumber) -> str:
    style = PhoneNumberFormat.E164
    if number_type(number) in _WITHIN_THE_COUNTRY:
        style = PhoneNumberFormat.NATIONAL
    dialled = re.sub(r"[^\d+]", "", format_number(number, style))
    return f"tel:{dialled}"
