"""Reads the phone number that a client types, in digits or in words."""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberMatcher, PhoneNumberType, ValidationResult

from steunwijzer.handoff.typed import on_one_line
from steunwijzer.outcome import Outcome
from steunwijzer.spoken_numbers import NUMBER, Dialled, dialled

HERE = "NL"
COUNTRY_CODE = phonenumbers.country_code_for_region(HERE)
DIGITS = 9  # of a Dutch number, after the zero or the code of the country
LEAST = 5  # digits: fewer are no number to call, but a year, a time or an age
LONGEST = 17  # digits: of any number, dialled from here
# Nobody is called back on these.
PAID_TYPES = (
    *(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.TOLL_FREE),
    *(PhoneNumberType.SHARED_COST, PhoneNumberType.VOICEMAIL, PhoneNumberType.PAGER),
)
_MUNICIPALITY = re.compile(r"140\d{2,3}")
_LENGTHS = {
    ValidationResult.TOO_SHORT: "too_short",
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "too_short",
    ValidationResult.INVALID_LENGTH: "too_short",
    ValidationResult.TOO_LONG: "too_long",
}
_BEGINS = re.compile(r"\(?(?:0|\+)")
_WITHOUT_PLUS = re.compile(rf"{COUNTRY_CODE}0?\d{{{DIGITS}}}")
_LETTER_FOR_ZERO = re.compile(r"(?<!\w)o(?=[ -]?\d)", re.IGNORECASE)
_TIME_OR_AGE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}(?:[.:]\d\d)?|\b{NUMBER}) ?(?:uur|jaar)\b", re.IGNORECASE
)
# "bel niet op ...", "dus niet meer mijn oude nummer"; in "niet na vijf, ..." it ends
_DENIED = re.compile(
    r"\b(?:niet|geen)(?: (?:meer|op|naar|het|dit|dat|mijn|oude|nummer|bellen|is|:))*"
    r"[ :]*$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:belde(?:n|t)?|(?<!worden )gebeld(?! worden))\b", re.I)


def read_phone(text: str) -> Outcome:
    """Read the number that the client wants to be called on.

    Codes: `phone` (values: `phone`, in E.164), `several_phones` (values: `phones`),
    and what cannot be called, with `said`, the digits as they were heard:
    `paid_line`, `too_long`, `too_short`, `no_such_phone` (enough digits, but nobody
    has that number); `no_phone` when there is nothing like a number.
    """
    line = _TIME_OR_AGE.sub("|", on_one_line(text, new_line=" ; "))
    line = _LETTER_FOR_ZERO.sub("0", line)
    judged = [each for said in _series(line) if (each := _judge(said.digits))]
    phones = tuple(
        dict.fromkeys(each.values["phone"] for each in judged if each.code == "phone")
    )
    if len(phones) > 1:
        return Outcome("several_phones", values={"phones": phones})
    if phones:
        return Outcome("phone", values={"phone": phones[0]})
    return max(
        judged,
        key=lambda each: len(each.values["said"]),
        default=Outcome("no_phone"),
    )


def find_phone(text: str) -> str | None:
    """Return the number, in E.164, that stands in a text when nobody asked for one.

    Only one in digits that begins with a zero or a plus; None when it is not clear
    which number, or when it rather is that of somebody who called or was called.
    """
    line = on_one_line(text, new_line=" ; ")
    found = set()
    for match in PhoneNumberMatcher(line, HERE):
        before = line[: match.start]
        if not _BEGINS.match(match.raw_string) or _DENIED.search(before):
            continue
        judged = _judge(re.sub(r"[^\d+]", "", match.raw_string))
        if judged is None or judged.code != "phone" or _CALLED.search(before):
            continue
        found.add(judged.values["phone"])
    return found.pop() if len(found) == 1 else None


def _series(line: str) -> Iterator[Dialled]:
    """Yield the series of digits; one that is too long may be more than one number."""
    for whole in dialled(line):
        if _DENIED.search(line[: whole.start]):
            continue
        parts = list(dialled(line[whole.start : whole.end], over_pauses=False))
        if not _is_phone(whole) and any(map(_is_phone, parts)):
            yield from parts
        else:
            yield whole


def _is_phone(said: Dialled) -> bool:
    judged = _judge(said.digits)
    return judged is not None and judged.code == "phone"


def _judge(digits: str) -> Outcome | None:
    """Return what `read_phone` does for one series; None when it is no phone number."""
    said = {"said": digits}
    emergency = phonenumbers.is_emergency_number(digits, HERE)
    if emergency or _MUNICIPALITY.fullmatch(digits):
        return Outcome("paid_line", values=said)
    if len(digits) < LEAST:
        return None
    number = _parsed(digits)
    if number is None or not phonenumbers.is_valid_number(number):
        return Outcome(_what_is_wrong(digits, number), values=said)
    if phonenumbers.number_type(number) in PAID_TYPES:
        return Outcome("paid_line", values=said)
    style = phonenumbers.PhoneNumberFormat.E164
    return Outcome("phone", values={"phone": phonenumbers.format_number(number, style)})


def _parsed(digits: str) -> phonenumbers.PhoneNumber | None:
    """Return the number; None when it begins as no number does.

    Nine digits without the zero can be a BSN, and others can be anything.
    """
    if _WITHOUT_PLUS.fullmatch(digits):
        digits = "+" + digits
    if not _BEGINS.match(digits):
        return None
    try:
        return phonenumbers.parse(digits, HERE)
    except phonenumbers.NumberParseException:
        return None


def _what_is_wrong(digits: str, number: phonenumbers.PhoneNumber | None) -> str:
    if number is None:
        too_long = _BEGINS.match(digits) and len(digits) > LONGEST
        other = "too_long" if too_long else "no_such_phone"
        return "too_short" if len(digits) <= DIGITS else other
    if number.country_code == COUNTRY_CODE:
        more = len(str(number.national_number)) - DIGITS
        return "too_short" if more < 0 else "too_long" if more else "no_such_phone"
    possible = phonenumbers.is_possible_number_with_reason(number)
    return _LENGTHS.get(possible, "no_such_phone")
