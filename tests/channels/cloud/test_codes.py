"""What Meta refuses is sent again when that may help, and never when it cannot."""

import pytest

from channels.cloud.codes import Verdict, verdict

AGAIN, SLOWER, NEVER, ACCOUNT = Verdict  # in the order of the class


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (400, 131056, AGAIN),  # too many to this person
        (500, 131000, AGAIN),
        (503, 131016, AGAIN),
        (500, 131057, AGAIN),
        (500, 2, AGAIN),
        (500, None, AGAIN),
        (502, None, AGAIN),
        (599, 999999, AGAIN),
        (400, 130429, SLOWER),  # too many in all
        (429, None, SLOWER),
        (429, 4, SLOWER),
        (400, 80007, SLOWER),
        (400, 131026, NEVER),  # not to be reached
        (400, 131047, NEVER),  # the window is over
        (400, 131049, NEVER),
        (400, 131009, NEVER),
        (400, 100, NEVER),
        (404, None, AGAIN),  # of whatever stands between us and Meta
        (407, None, AGAIN),
        (302, None, AGAIN),
        (200, None, NEVER),  # of a status, without a code
        (429, 613, SLOWER),
        (401, 463, ACCOUNT),
        (403, None, ACCOUNT),
        (403, 131037, ACCOUNT),
        (400, 33, ACCOUNT),  # the number was deleted
        (401, 190, ACCOUNT),
        (401, 0, ACCOUNT),
        (401, None, ACCOUNT),
        (403, 10, ACCOUNT),
        (403, 299, ACCOUNT),
        (500, 3, ACCOUNT),
        (403, 131031, ACCOUNT),
        (400, 131042, ACCOUNT),
        (400, 133010, ACCOUNT),
    ],
)
def test_what_is_done(status: int, code: int | None, expected: Verdict) -> None:
    assert verdict(status, code) is expected


@pytest.mark.parametrize(("subcode", "expected"), [(33, ACCOUNT), (2494010, NEVER)])
def test_a_wrong_parameter_is_our_account_when_it_is_the_number_itself(
    subcode: int, expected: Verdict
) -> None:
    assert verdict(400, 100, subcode) is expected
