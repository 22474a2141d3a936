"""What it means when Meta does not take a message, by the code of the error.

docs/whatsapp.md says where the codes stand.
"""

from enum import Enum


class Verdict(Enum):
    """What to do with a message that was not taken."""

    AGAIN = "try it again later"
    SLOWER = "try everything again later: too much for this number at once"
    NEVER = "it will never arrive"
    ACCOUNT = "nothing can be sent until a person mends the account or its token"


# Too many to one person, too many in all, WhatsApp out of order or in maintenance.
_AGAIN = {131056, 131000, 131016, 131057, 1, 2, 133004}
_SLOWER = {130429, 4, 80007, 131048}
# The token, permissions, a number that is not registered, payment, a lock.
_ACCOUNT = {0, 3, 10, 33, 190, 368, 131005, 131031, 131042, 131045, 133010}
_PERMISSIONS = range(200, 300)


def verdict(status: int, code: int | None) -> Verdict:
    """Return what to do, by the HTTP status and the code that the error has, if any."""
    if code in _AGAIN:
        return Verdict.AGAIN
    if code in _SLOWER:
        return Verdict.SLOWER
    if code in _ACCOUNT or code in _PERMISSIONS:
        return Verdict.ACCOUNT
    if status >= 500:
        return Verdict.AGAIN
    if code is None and status == 429:
        return Verdict.SLOWER
    if code is None and status in (401, 403):
        return Verdict.ACCOUNT
    return Verdict.NEVER
