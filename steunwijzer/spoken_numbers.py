"""Numbers in words: "nul zes twaalf vierendertig", "negentienachtendertig"."""

import re

_UNIT = r"(?:een|eén|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TENS = r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_TEENS = r"(?:tien|elf|twaalf|dertien|veertien|(?:vijf|zes|zeven|acht|negen)tien)"
_ENGLISH = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)"
TENS = rf"(?:(?:{_UNIT}[eë]n)?{_TENS})"
NUMBER = rf"(?:{TENS}|{_TEENS}|{_UNIT}|nul|{_ENGLISH})"
YEAR = rf"(?:negentien|twee ?duizend)(?: ?honderd)?(?: ?en)? ?{NUMBER}"
LEAST = 5  # parts: "twee of drie, vier" is no telephone number
_PART = rf"(?:{NUMBER}|\d+)"
_SERIES = re.compile(
    rf"\b(?:{_PART}[\s.,/-]{{1,3}}){{{LEAST - 1},}}{_PART}\b", re.IGNORECASE
)


def without_spoken_numbers(text: str, telephone: str, other: str) -> str:
    """Give the text with a placeholder for a long number of which a part is in words.

    `telephone` is the placeholder for one that begins with a zero, `other` that for
    any other.
    """

    def instead(found: re.Match[str]) -> str:
        number = found[0].lower()
        if not any(char.isalpha() for char in number):
            return found[0]
        return telephone if number.startswith(("0", "nul", "zero", "oh")) else other

    return _SERIES.sub(instead, text)
