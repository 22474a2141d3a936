"""Takes out of a message the numbers that nobody may send us: a BSN, an account."""

import re

from steunwijzer.personal_details import BSN_SAID, KINDS
from steunwijzer.spoken_numbers import dialled

# "jan123456782@gmail.com" is an address; less of it would be that of somebody else.
_AN_ADDRESS = re.compile(r"(\S+@\S+)")
# With all that is typed between the digits of one number.
_NUMBER = re.compile(r"\+?\d(?:[ .()/_\u2013\u2014-]{0,3}\d)+")
# In the midst of other numbers, but not after the number of a country.
_NINE_IN_A_ROW = re.compile(r"(?<![\d+])(?<!\+\d\d )(?<!00\d\d )\d{9}(?!\d)")
BSN_DIGITS = 9
# "mijn bsn is [bsn], ..."
_ANNOUNCED = re.compile(
    r"(?:\b(?:mijn|m'n|haar|zijn|ons|het|dit is|hier is|dat is|met|en)\s+)*"
    r"(?:\b(?:bsn|burger\w*|sofi\w*|rekening\w*|iban|bank\w*|nummer)\b\W*)*"
    r"(?:\bis\b\W*)?\[(?:bsn|rekening)\][\s,.;]*",
    re.IGNORECASE,
)


def without_forbidden_numbers(text: str) -> str:
    """Return the text with [bsn] for nine digits, and [rekening] for an account.

    Any nine digits: who makes a slip in a BSN has still told most of it. A phone number
    has ten, or begins with a plus. Digits in words count too.
    """
    parts = _AN_ADDRESS.split(text)
    return "".join(part if "@" in part else _hidden(part) for part in parts)


def _hidden(text: str) -> str:
    text = KINDS["rekening"].sub("[rekening]", text)
    text = BSN_SAID.sub(lambda found: f"{found[1]}[bsn]", text)
    text = _NUMBER.sub(_unless_bsn, text)
    text = _NINE_IN_A_ROW.sub("[bsn]", text)
    for said in reversed(list(dialled(text))):
        in_words = any(char.isalpha() for char in text[said.start : said.end])
        if in_words and len(said.digits) == BSN_DIGITS and said.digits[0] != "+":
            text = f"{text[: said.start]}[bsn]{text[said.end :]}"
    return text


def _unless_bsn(found: re.Match[str]) -> str:
    digits = sum(each.isdigit() for each in found[0])
    return "[bsn]" if digits == BSN_DIGITS and found[0][0] != "+" else found[0]


def rest_of_message(text: str) -> str:
    """Return what a message says beside such numbers and the words that announce them.

    `text` is as `without_forbidden_numbers` returns it. Empty when that is all it says.
    """
    return _ANNOUNCED.sub(" ", text).strip()
