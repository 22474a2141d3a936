"""A mail server that is down is asked less and less often."""

from datetime import timedelta

from steunwijzer.handoff.pauses import pause_after


def test_the_pauses_grow_from_a_minute_to_four_hours() -> None:
    minutes = [pause_after(attempts) / timedelta(minutes=1) for attempts in range(1, 9)]
    assert minutes == [1, 2, 5, 15, 60, 240, 240, 240]
