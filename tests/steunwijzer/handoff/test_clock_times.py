"""Every time of the day is read back, in every way of saying it."""

from collections.abc import Iterator
from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.handoff.moments import read_moment
from steunwijzer.outcome import Outcome

NOW = datetime(2026, 11, 24, 10)
HOURS = (
    *("twaalf", "een", "twee", "drie", "vier", "vijf", "zes", "zeven"),
    *("acht", "negen", "tien", "elf"),
)
MINUTES = {5: "vijf", 10: "tien", 15: "kwart", 20: "twintig"}
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def written(at: time) -> Iterator[str]:
    """The ways to type it."""
    yield f"{at:%H:%M}"
    yield f"{at:%H.%M} uur"
    yield f"{at:%H}u{at:%M}"
    yield f"{at:%H:%M}u"
    if at.minute == 0:
        yield f"{at.hour} uur"
        yield f"{at.hour}u"


def said(at: time) -> Iterator[str]:
    """The ways to say it, without the part of the day."""
    hour, following = HOURS[at.hour % 12], HOURS[(at.hour + 1) % 12]
    minute = at.minute
    if minute == 0:
        yield f"{hour} uur"
    if minute == 30:
        yield f"half {following}"
        yield f"half {(at.hour + 1) % 12 or 12}"
    for count, name in MINUTES.items():
        if minute == count:
            yield f"{name} over {hour}"
        if minute == 60 - count:
            yield f"{name} voor {following}"
        if minute == 30 - count and count < 15:
            yield f"{name} voor half {following}"
        if minute == 30 + count and count < 15:
            yield f"{name} over half {following}"


def part(at: time) -> str:
    """The part of the day that says which of the two it is."""
    if at < time(6):
        return "'s nachts"
    if at < time(12):
        return "'s ochtends"
    return "'s middags" if at <= time(18) else "'s avonds"


def start(outcome: Outcome) -> datetime:
    assert outcome.code == "moment"
    window = outcome.values["window"]
    assert isinstance(window.start, datetime)
    return window.start


@given(TIMES.filter(lambda at: at >= time(8)))
def test_a_written_time_is_read_as_it_stands(at: time) -> None:
    for text in written(at):
        assert start(read_moment(f"morgen om {text}", NOW)).time() == at
        assert start(read_moment(f"wo {text} graag", NOW)).time() == at


@given(st.integers(0, 287).map(lambda each: time(each // 12, each % 12 * 5)))
def test_a_said_time_with_its_part_of_the_day_is_read(at: time) -> None:
    for text in said(at):
        assert start(read_moment(f"morgen om {text} {part(at)}", NOW)).time() == at
        assert start(read_moment(f"morgen {part(at)} om {text}", NOW)).time() == at


@given(st.integers(8 * 12, 20 * 12 - 1).map(lambda at: time(at // 12, at % 12 * 5)))
def test_without_a_part_it_is_when_people_phone(at: time) -> None:
    for text in said(at):
        assert start(read_moment(f"morgen om {text}", NOW)).time() == at


@pytest.mark.parametrize("word", ["na", "vanaf", "tussen 9 en", "van 8 tot", "tot"])
@given(st.integers(9 * 12 + 1, 20 * 12 - 1).map(lambda at: time(at // 12, at % 12 * 5)))
def test_a_time_is_the_same_after_any_word_that_limits_it(word: str, at: time) -> None:
    for text in said(at):
        outcome = read_moment(f"morgen {word} {text}", NOW)
        assert outcome.code == "moment"
        window = outcome.values["window"]
        edge = window.start if word in ("na", "vanaf") else window.end
        assert edge.time() == at


def test_tonight_goes_on_after_midnight() -> None:
    assert start(read_moment("vannacht om 2 uur", NOW)) == datetime(2026, 11, 25, 2)
