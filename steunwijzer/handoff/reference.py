"""What a client and a supporter call a request: SW-4KT7HC."""

import secrets
from collections.abc import Callable

# Nothing that looks like another (0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowel, so
# that it never spells a word.
ALPHABET = "CDFGHJKMNPRTWX34679"
PREFIX = "SW-"
LENGTH = 6


def new_reference(taken: Callable[[str], bool]) -> str:
    """Return a random reference that is not taken."""
    while True:
        letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if not taken(PREFIX + letters):
            return PREFIX + letters
