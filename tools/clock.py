"""The clock of what runs beside the conversation, on real time."""

from datetime import datetime, timezone
from zoneinfo import ZoneInfo

LOCAL_TIME = ZoneInfo("Europe/Amsterdam")


def local_now() -> datetime:
    """Return the time in the Netherlands, which STEUNWIJZER_NOW does not change."""
    return datetime.now(LOCAL_TIME).replace(tzinfo=None)


def utc_now() -> datetime:
    """Return the time that never jumps; without a time zone, as it is stored."""
    return datetime.now(timezone.utc).replace(tzinfo=None)


def in_local_time(utc: datetime) -> datetime:
    """Return that moment as the clocks in the Netherlands have it, with its zone."""
    return utc.replace(tzinfo=timezone.utc).astimezone(LOCAL_TIME)
