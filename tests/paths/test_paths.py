"""Every path through the guided flows leads where the snapshot says."""

import os
from pathlib import Path

import pytest

from tests.paths.enumerate import SNAPSHOTS

WRITE = "STEUNWIJZER_WRITE_PATHS"
COMMAND = f"{WRITE}=1 .venv/bin/python -m pytest tests/paths"
AT_MOST = 500


@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: path.stem)
def test_every_path_is_as_in_the_snapshot(path: Path) -> None:
    rows = SNAPSHOTS[path]()
    if WRITE in os.environ:
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    snapshot = path.read_text(encoding="utf-8").splitlines()
    assert rows == snapshot, f"If it is meant so: {COMMAND}, and read the diff"


@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: path.stem)
def test_every_path_is_there_once_and_a_person_can_read_them_all(path: Path) -> None:
    rows = SNAPSHOTS[path]()
    assert len(set(rows)) == len(rows) <= AT_MOST
