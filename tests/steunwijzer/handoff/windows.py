"""Windows as the tables of the tests write them: "26-11 13:00-17:00"."""

import re
from datetime import datetime, timedelta

from steunwijzer.handoff.request import Window

_WRITTEN = re.compile(
    r"(?P<day>\d\d-\d\d)(?: (?P<start>\d\d:\d\d)(?:-(?P<end>\d\d:\d\d))?)?"
    r"(?: \.\. (?P<last>\d\d-\d\d) (?P<last_end>\d\d:\d\d))?"
)


def window(written: str) -> Window:
    """Read a day, a moment, hours of a day, or "30-11 09:00 .. 04-12 16:00"."""
    found = _WRITTEN.fullmatch(written)
    assert found, written
    start = found["start"]
    first = _at(found["day"], start or "00:00")
    if found["last"]:
        return Window(first, _at(found["last"], found["last_end"]))
    if not start:
        return Window(first, first + timedelta(hours=23, minutes=59))
    end = _at(found["day"], found["end"] or start)
    return Window(first, end if end >= first else end + timedelta(days=1))


def _at(day: str, time: str) -> datetime:
    """Read it as in the winter that the tables are about: 2026 on to 2027."""
    number, month = map(int, day.split("-"))
    hour, minute = map(int, time.split(":"))
    return datetime(2026 if month > 2 else 2027, month, number, hour, minute)
