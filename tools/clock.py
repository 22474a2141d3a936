"""The clock of what runs beside the conversation, on real time."""

from datetime import datetime
from zoneinfo import ZoneInfo

LOCAL_TIME = ZoneInfo("Europe/Amsterdam")


def local_now() -> datetime:
    """Return the time in the Netherlands, which STEUNWIJZER_NOW does not change."""
    return datetime.now(LOCAL_TIME).replace(tzinfo=None)
