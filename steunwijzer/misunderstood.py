"""The file of messages that were not understood: masked, private, kept for a while."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from steunwijzer.reading import Strict
from steunwijzer.var import var_folder

LONGEST = 500  # characters of a message that are kept ...
MASKED = 4 * LONGEST  # ... and that are read, because Rasa waits
# Where reading stopped, a number or a name can be cut in half; it is shorter than this.
IN_HALF = 100

Happened = Literal["asked again", "asked again in a flow", "corrected", "chosen"]


class Note(Strict):
    """What happened to a message, without who sent it; the text is masked.

    `intents` are the closest ones, what a corrected message was taken for (all that it
    seemed to ask), or the one whose button was pressed after it.
    """

    day: date
    happened: Happened
    text: str
    intents: tuple[str, ...] = ()

    def line(self) -> bytes:
        """Return the note as a line of the file."""
        return self.json(ensure_ascii=False).encode() + b"\n"


def file_of_misunderstood(var: Path | None = None) -> Path:
    """The file in `var`: the folder of this installation, unless another is given."""
    return (var or var_folder()) / "misunderstood.jsonl"


def read_notes(file: Path) -> tuple[list[Note], int]:
    """Return the notes, and how many lines say nothing that can be read."""
    try:
        text = file.read_bytes().decode(errors="replace")
    except FileNotFoundError:  # nothing was kept yet
        return [], 0
    notes = []
    broken = 0
    for line in text.splitlines():
        try:
            notes.append(Note.parse_raw(line))
        except ValueError:
            broken += 1
    return notes, broken


class Notes:
    """A file that nobody else can read, of what was masked before it was written."""

    def __init__(self, file: Path, mask: Callable[[str], str], days: int) -> None:
        """Take the file, which need not be there yet, and what masks a text.

        `days` is how long a note is kept.
        """
        self._file = file
        self._mask = mask
        self._days = days

    def add(
        self, day: date, happened: Happened, text: str, intents: tuple[str, ...]
    ) -> bool:
        """Add a note; return False when nothing of the text is left to learn from."""
        beginning = self._beginning(text)
        if not beginning:
            return False
        note = Note(day=day, happened=happened, text=beginning, intents=intents)
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(self._file)
        with self._file.open("ab") as file:
            file.write(note.line())
        return True

    def _beginning(self, text: str) -> str:
        """Return the masked beginning of the text, in whole words."""
        masked = self._mask(text[:MASKED])
        sure = len(masked) - (IN_HALF if len(text) > MASKED else 0)
        end = max(0, min(sure, LONGEST))
        return masked if end == len(masked) else masked[:end].rpartition(" ")[0]

    def forget_old(self, today: date) -> None:
        """Drop what may no longer be kept."""
        forget_old(self._file, today, self._days)


def forget_old(file: Path, today: date, days: int) -> int:
    """Drop notes of more than `days` ago, and lines that cannot be read.

    Returns how many lines that were.
    """
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)  # it was left when a computer stopped half-way
    if not file.exists():
        return 0
    _make_private(file)
    notes, broken = read_notes(file)
    first = today - timedelta(days=days)
    kept = [note.line() for note in notes if note.day >= first]
    dropped = broken + len(notes) - len(kept)
    if dropped:
        _make_private(fresh)
        fresh.write_bytes(b"".join(kept))
        fresh.replace(file)
    return dropped


def _make_private(file: Path) -> None:
    """Let nobody else on the machine read the file, in whatever folder; make it first.

    Its folder can be one that was there before, and open to all.
    """
    file.touch(mode=0o600)
    file.chmod(0o600)
