"""Makes the typing errors of a thumb on a small screen."""

import random

NEIGHBOURS = {
    **{"q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh"},
    **{"u": "yij", "i": "uok", "o": "ipl", "p": "o", "a": "qsz", "s": "adwx"},
    **{"d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jlio"},
    **{"l": "kop", "z": "asx", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng"},
    **{"n": "bmh", "m": "njk"},
}


def with_typing_error(text: str, chance: random.Random) -> str:
    """Return the text with one letter left out, doubled, swapped or beside its key.

    A text without letters comes back as it is.
    """
    places = [at for at, letter in enumerate(text) if letter.isalpha()]
    if not places:
        return text
    at = chance.choice(places)
    before, letter, after = text[:at], text[at], text[at + 1 :]
    slip = chance.choice(("left out", "doubled", "swapped", "beside"))
    if slip == "left out":
        return before + after
    if slip == "doubled":
        return before + letter + letter + after
    if slip == "swapped" and after[:1].isalpha():
        return before + after[0] + letter + after[1:]
    return before + chance.choice(NEIGHBOURS.get(letter.lower(), "e")) + after
