"""What it means when Meta does not take a message, by the code of the error.

docs/whatsapp.md says where the codes stand.
"""

from enum import Enum

OK = 200  # also of what a status says is wrong


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
_ACCOUNT = {0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 133010}
_PERMISSIONS = range(200, 300)
# The id of the number is wrong, or no longer ours to use.
_NO_SUCH_NUMBER = (100, 33)


def verdict(status: int, code: int | None, subcode: int | None = None) -> Verdict:
    """Return what to do, by the HTTP status and the codes that the error has, if any.

    What has no code of Meta's did not come from Meta: it may pass.
    """
    if code in _AGAIN:
        return Verdict.AGAIN
    if code in _SLOWER or status == 429:
        return Verdict.SLOWER
    if code in _ACCOUNT or code in _PERMISSIONS or (code, subcode) == _NO_SUCH_NUMBER:
        return Verdict.ACCOUNT
    if status == 401 or (code is None and status == 403):
        return Verdict.ACCOUNT
    if status >= 500 or (code is None and status != OK):
        return Verdict.AGAIN
    return Verdict.NEVER
