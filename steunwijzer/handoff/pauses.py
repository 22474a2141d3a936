"""How long to wait before a mail is tried again."""

from datetime import timedelta

MINUTES = (1, 2, 5, 15, 60)
THEN = timedelta(hours=4)


def pause_after(attempts: int) -> timedelta:
    """Return the pause after that many attempts, of which the first is 1."""
    if attempts > len(MINUTES):
        return THEN
    return timedelta(minutes=MINUTES[attempts - 1])
