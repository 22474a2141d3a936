"""Takes out of a message the numbers that nobody may send us: a BSN, an account."""

import re
from collections.abc import Iterator
from itertools import islice

from steunwijzer.handoff.typed import on_one_line
from steunwijzer.personal_details import BSN_SAID, KINDS, SURE_POSTCODE
from steunwijzer.spoken_numbers import Dialled, dialled

BSN_DIGITS = 9
PHONE_DIGITS = 10
# "jan123456782@gmail.com" is an address; less of it would be that of somebody else.
_AN_ADDRESS = re.compile(r"((?<![\w.+'-])[\w.+'-]+@[\w-]*[^\W\d][\w.-]*)")

_DIGIT = r"[ .()/\u2010-\u2015-]{0,3}\d"  # of a phone number, with what precedes it
_COUNTRY = r"\(?(?:\+ ?|(?<!\d)00)"
_PHONE = (
    rf"{_COUNTRY}31(?:[ .()/-]{{0,3}}0)?(?:{_DIGIT}){{9}}(?!\d)"
    rf"|\(?\+ ?\d(?:{_DIGIT}){{6,14}}(?!\d)|(?<!\d)\(?00(?:{_DIGIT}){{8,15}}(?!\d)"
    rf"|(?<!\d)0(?:{_DIGIT}){{9}}(?!\d)|(?<!\d)0[89]00[ -]?\d{{4}}(?!\d)"
)
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?<!\d)(?<!\d[./-])(?:{_DAY}([ ./-]){_MONTH}\2{_YEAR}"
    rf"|{_DAY}([/-]){_MONTH}\3\d\d|{_YEAR}([/-]){_MONTH}\4{_DAY}"
    rf"|{_YEAR} ?[/\u2010-\u2015-] ?{_YEAR})(?![./-]?\d)"
)
_MONEY = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,7}(?:,\d\d?)?)(?!\d)"
_AMOUNT = (
    rf"€ ?{_MONEY}|(?<![\d.,])(?:{_MONEY}(?:,-)? ?(?:eur\b|euro|€(?! ?\d))"
    r"|\d{1,3}(?:\.\d{3})+,\d\d(?!,?\d))"
)
_STAYS = re.compile(
    rf"({_PHONE}|{_DATE}|{_AMOUNT}|(?<!\d){SURE_POSTCODE})", re.IGNORECASE
)
# With all that is typed between the digits of one number. "2, 5, 8, 12" is a list.
_BETWEEN = (
    r"(?:[\s./\\()_*|#~'\u2019\u00b7\u2022\u2010-\u2015\u2212-]{0,3}"
    r"|,|(?<=\d{3})(?:,\s|[:;=]\s?|\sen\s(?:dan\s)?)(?=\d{3}))"
)
MARKS = BSN, ACCOUNT = "[bsn]", "[rekening]"
_NUMBER = re.compile(rf"(?:\d,\s){{8}}\d(?!\d)|\d(?:{_BETWEEN}\d)+")
_NINE_IN_A_ROW = re.compile(rf"(?<!\d)\d{{{BSN_DIGITS}}}(?!\d)")
# "2015 en 2016, twee keer" are nine digits, too.
_LEAST_WORDS = 2
_MOST_GROUPS = 4
_NUMBER_WORD = re.compile(r"\b(?!en\b|dan\b|e+h)[^\W\d_]+", re.IGNORECASE)


def without_forbidden_numbers(text: str) -> str:
    """Return the text with [bsn] for nine digits, and [rekening] for an account.

    Any nine digits: who makes a slip in a BSN has still told most of it. A phone number
    has ten, or begins with the code of a country. Digits in words count too. A text
    without such a number is returned as it came.
    """
    plain = "\n".join(map(on_one_line, text.split("\n")))
    parts = _AN_ADDRESS.split(plain)
    parts[::2] = map(_hidden, parts[::2])
    hidden = "".join(parts)
    return text if hidden == plain else hidden


def without_nine_digits(text: str, instead: str) -> str:
    """Return the text with `instead` for each number of nine digits; not for words."""
    kept, at = "", 0
    for stays in _STAYS.finditer(text):
        kept += _nine_hidden(text[at : stays.start()], instead) + stays[0]
        at = stays.end()
    return kept + _nine_hidden(text[at:], instead)


def _nine_hidden(text: str, instead: str) -> str:
    def judged(found: re.Match[str]) -> str:
        if sum(each.isdigit() for each in found[0]) == BSN_DIGITS:
            return instead
        return _NINE_IN_A_ROW.sub(instead, found[0])

    return _NUMBER.sub(judged, text)


def _hidden(text: str) -> str:
    text = KINDS["rekening"].sub(ACCOUNT, text)
    text = BSN_SAID.sub(lambda found: f"{found[1]}{BSN}", text)
    text = without_nine_digits(text, BSN)
    for start, end in reversed(list(_said(text))):
        text = f"{text[:start]}{BSN}{text[end:]}"
    return text


def _said(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of nine digits of which some are in words."""
    for whole in dialled(text):
        part = text[whole.start : whole.end]
        groups = list(dialled(part, over_pauses=False))
        at = _after_phone(whole, groups)
        while at < len(groups):
            taken = _nine_from(groups, at)
            if taken:
                start, end = groups[at].start, groups[at + taken - 1].end
                if len(_NUMBER_WORD.findall(part[start:end])) >= _LEAST_WORDS:
                    yield whole.start + start, whole.start + end
            at += taken or 1


def _after_phone(whole: Dialled, groups: list[Dialled]) -> int:
    """Return how many groups are those of a phone number."""
    if whole.digits.startswith(("+", "00")) and len(whole.digits) >= PHONE_DIGITS:
        return len(groups)
    if whole.digits.startswith("0"):
        return _groups_of(PHONE_DIGITS, groups, 0)
    return 0


def _nine_from(groups: list[Dialled], at: int) -> int:
    """Return how many groups are nine digits; none when it rather is a list."""
    count = _groups_of(BSN_DIGITS, groups, at)
    return count if count <= _MOST_GROUPS or count == BSN_DIGITS else 0


def _groups_of(digits: int, groups: list[Dialled], at: int) -> int:
    """Return how many groups from there have so many digits together, or none."""
    for count, group in enumerate(islice(groups, at, at + digits), 1):
        digits -= len(group.digits)
        if digits <= 0:
            return count if digits == 0 else 0
    return 0


_WHOSE = r"(?:mijn|m'n|mn|haar|zijn|z'n|ons|onze|hun|uw|het|de|een)"
_WHAT = (
    r"(?:(?:bsn|burger\w*|sofi\w*|rekening\w*|iban|bank\w*)"
    r"(?:[ -]?(?:nummer|nr\b\.?))?|nummer|nr\b\.?)"
)
_OF_WHOM = rf"van\s(?:{_WHOSE}\s\w+|mij(?:zelf)?|hem|haar|ons|hun)\b"
_HAS = rf"(?:(?:ik|hij|zij|ze|we|wij|{_WHOSE}\s\w+)\s)?(?:heb|heeft|hebben|hebt)\b"
# "en dit is het bsn van mijn moeder: [bsn]", "[bsn] is mijn bsn"
_ANNOUNCED = re.compile(
    rf"""
    (?P<before>[\s,;:(]{{0,5}})
    (?:\b(?:en|met|maar|want|dus|ook|dan|als|bij)\s+){{0,3}}
    (?:\b(?:(?:dit|dat|hier|het)\s+is|hierbij|hier)\b[\s:,]{{0,3}})?
    (?:\b{_HAS}\s+)?
    (?:\b{_WHOSE}\s+){{0,2}}
    (?:(?:\b{_WHAT}(?!\w)[\s:=.]{{0,3}}){{1,2}}(?:\bvan(?:\s\w+){{1,3}}?[\s:=]{{0,3}})?)?
    (?:\b(?:is|was|luidt)\b[\s:=]{{0,3}})?
    [\s("'=]{{0,3}}\[(?:bsn|rekening)\][)"']?
    (?:\s*(?:\b(?:is|was)\s+)?(?:\b(?:{_WHOSE}|dit|dat)\s+){{0,2}}\(?\b{_WHAT}(?!\w)\)?)?
    (?:\s+{_OF_WHOM})?
    (?P<after>[\s,.;:!]{{0,5}})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LOOSE = re.compile(
    r"^(?:[\s,.;:!]|(?:en|maar|dus|want|ook)\b)+|(?:[\s,;:]|\b(?:en|met|is)$)+$", re.I
)
# Of these alone nobody would know what is meant: "hij heeft een".
_STUB = re.compile(
    rf"(?:\W|\b(?:{_WHOSE}|{_WHAT}|{_HAS}|en|ik|hij|zij|ze|dit|dat|hier|is|van)\b)*",
    re.IGNORECASE,
)


def rest_of_message(text: str) -> str:
    """Return what a message says beside such numbers and the words that announce them.

    `text` is as `without_forbidden_numbers` returns it. Empty when that is all it says.
    """
    rest = _ANNOUNCED.sub(_gap, text)
    if rest == text:
        return text.strip()
    rest = _LOOSE.sub("", rest)
    return "" if _STUB.fullmatch(rest) else rest


def _gap(found: re.Match[str]) -> str:
    """Return what stays between what is said before and after: one sign, one space."""
    before, after = found["before"], found["after"]
    sign = (after.strip() or before.strip(" \n\t("))[:1]
    return sign + ("\n" if "\n" in before + after else " ")
