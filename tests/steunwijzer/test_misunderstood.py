"""What was not understood is kept masked, for nobody else to read, and for a while."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import (
    LONGEST,
    MASKED,
    Note,
    Notes,
    forget_old,
    read_notes,
)
from steunwijzer.privacy import Mask

TODAY = date(2026, 11, 24)
DAYS = 90


class Kept(Notes):
    """A file of our own, with a mask that knows one name."""

    def __init__(self, folder: Path, days: int = DAYS) -> None:
        self.file = folder / "var" / "misunderstood.jsonl"
        super().__init__(self.file, lambda text: text.replace("Truus", "[naam]"), days)

    def add_text(self, text: str, ago: int = 0) -> bool:
        return self.add(TODAY - timedelta(days=ago), "corrected", text, ("greet",))

    @property
    def texts(self) -> list[str]:
        notes, broken = read_notes(self.file)
        assert broken == 0
        return [note.text for note in notes]

    @property
    def mode(self) -> int:
        return self.file.stat().st_mode & 0o777


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_what_is_read_back_is_what_was_added_masked(kept: Kept) -> None:
    assert kept.add_text("één vraag van Truus")
    assert kept.add(TODAY, "asked again", "twee", ())
    text = "één vraag van [naam]"
    assert read_notes(kept.file) == (
        [
            Note(day=TODAY, happened="corrected", text=text, intents=("greet",)),
            Note(day=TODAY, happened="asked again", text="twee"),
        ],
        0,
    )


def test_a_file_that_is_not_there_yet_has_no_notes(kept: Kept) -> None:
    assert read_notes(kept.file) == ([], 0)
    kept.forget_old(TODAY)
    assert not kept.file.exists()


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"\xff", b"[]", b'{"day": "2026-11-24"}', b'{"naam": "T"}', b"null"],
)
def test_a_broken_line_is_counted_and_the_others_are_read(
    kept: Kept, broken: bytes
) -> None:
    for text in ("een", "twee"):
        kept.add_text(text)
        with kept.file.open("ab") as file:
            file.write(broken + b"\n")
    notes, count = read_notes(kept.file)
    assert [note.text for note in notes] == ["een", "twee"]
    assert count == 2


def test_nobody_else_can_look_into_a_folder_that_is_made_for_it(kept: Kept) -> None:
    kept.add_text("wat")
    assert kept.file.parent.stat().st_mode & 0o077 == 0


def test_nobody_else_can_read_it_in_a_folder_that_is_open_to_all(kept: Kept) -> None:
    kept.file.parent.mkdir()
    kept.file.parent.chmod(0o755)
    kept.add_text("wat")
    assert kept.mode == 0o600


def test_a_file_that_was_open_to_all_is_closed_by_what_is_added(kept: Kept) -> None:
    kept.add_text("een")
    kept.file.chmod(0o644)
    kept.add_text("twee")
    assert kept.mode == 0o600


@pytest.mark.parametrize("ago", [0, DAYS + 1], ids=["nothing old", "old notes"])
def test_and_by_forgetting(kept: Kept, ago: int) -> None:
    kept.add_text("oud of niet", ago=ago)
    kept.file.chmod(0o644)
    kept.forget_old(TODAY)
    assert kept.mode == 0o600


@pytest.mark.parametrize("days", [1, 7, 90])
def test_what_is_older_than_its_days_is_forgotten(tmp_path: Path, days: int) -> None:
    kept = Kept(tmp_path, days)
    for ago in (days + 1, days, 0):
        kept.add_text(f"{ago}", ago=ago)
    kept.forget_old(TODAY)
    assert kept.texts == [f"{days}", "0"]


def test_forgetting_tells_how_many_lines_it_dropped(kept: Kept) -> None:
    for ago in (DAYS + 2, DAYS + 1, 0):
        kept.add_text("oud of niet", ago=ago)
    with kept.file.open("ab") as file:
        file.write(b"broken\n")
    assert forget_old(kept.file, TODAY, DAYS) == 3
    assert forget_old(kept.file, TODAY, DAYS) == 0


@pytest.mark.parametrize("there", [True, False])
def test_forgetting_clears_what_was_left_of_it_when_it_was_stopped_half_way(
    kept: Kept, there: bool
) -> None:
    if there:
        kept.add_text("nieuw")
    left = kept.file.with_suffix(".new")
    left.parent.mkdir(exist_ok=True)
    left.write_text("heel oud")
    kept.forget_old(TODAY)
    assert not left.exists()
    assert kept.texts == (["nieuw"] if there else [])


def test_forgetting_drops_a_broken_line_and_the_others_stay(kept: Kept) -> None:
    kept.add_text("één")
    with kept.file.open("ab") as file:
        file.write(b'{"day": "2026-11\n\xff\n')
    kept.forget_old(TODAY)
    kept.add_text("twee")
    assert kept.texts == ["één", "twee"]


def test_of_a_very_long_message_only_the_beginning_is_kept(kept: Kept) -> None:
    kept.add_text("ja " * 166 + "Truus" + " ja" * 2000)
    (text,) = kept.texts
    assert 400 < len(text) <= 500
    assert "Tr" not in text


@pytest.mark.parametrize("phone", ["06-12345678", "06 12 34 56 78", "+31 6 1234 5678"])
@pytest.mark.parametrize("where", [LONGEST, 2 * LONGEST, MASKED])
def test_nothing_is_half_masked_because_the_message_is_long(
    tmp_path: Path, phone: str, where: int
) -> None:
    file = tmp_path / "misunderstood.jsonl"
    notes = Notes(file, Mask(installed(), ()).mask, DAYS)
    for cut in range(1, len(phone)):
        around = "hallo " * 20, " zeg bel "
        link = "https://".ljust(where - cut - len("".join(around)), "x")
        text = f"{link.join(around)}{phone} of niet"
        notes.add(TODAY, "asked again", text, ())
    told = [note.text for note in read_notes(file)[0]]
    assert len(told) == len(phone) - 1
    assert all(each.startswith("hallo") for each in told)
    assert not re.search(r"\d", "".join(told))


@pytest.mark.parametrize("masked", ["x" * MASKED, "[link] 06 12 34 56 78" * 4])
def test_a_message_of_which_nothing_is_sure_is_left_out(
    tmp_path: Path, masked: str
) -> None:
    file = tmp_path / "misunderstood.jsonl"
    notes = Notes(file, lambda text: masked, DAYS)
    assert not notes.add(TODAY, "corrected", "x" * 2 * MASKED, ())
    assert not file.exists()


def test_a_word_or_placeholder_is_not_cut_where_a_message_is_cut(kept: Kept) -> None:
    for length in range(LONGEST - 10, LONGEST + 2):
        kept.add_text("ja".ljust(length, "a") + " Truus wortelboer")
    words = {word for text in kept.texts for word in text.split()[1:]}
    assert words == {"[naam]"}
