"""Tells how a word sounds, so that one that is written by ear is known."""

import re
from functools import lru_cache

_ONE_SOUND = str.maketrans("czy", "ksi")
_DOUBLED = re.compile(r"([^aeiou\W\d])(?=\1)")


@lru_cache(maxsize=5000)  # of all that is done with a word this takes longest
def heard(word: str) -> str:
    """Give how a word sounds: "ekstra", "kompleet" and "verzorcht" sound right.

    A word of three letters or fewer sounds as it is written: "is" is not IZZ.
    """
    if len(word) <= 3:
        return word
    sound = word.replace("ch", "g").translate(_ONE_SOUND)
    sound = _DOUBLED.sub("", sound).replace("ks", "x")
    sound = sound.replace("ie", "i").replace("ij", "i").replace("ei", "i")
    return sound[:-1] + "t" if sound[-1] == "d" else sound
