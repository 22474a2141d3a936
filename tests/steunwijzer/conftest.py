import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from steunwijzer.knowledge import load
from steunwijzer.reading import KnowledgeError

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@dataclass(frozen=True)
class KnowledgeCopy:
    """A copy of the knowledge, to change and to load."""

    folder: Path

    def change(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer has {old!r}: choose another place"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def mistakes(self) -> list[str]:
        """Return what stops the load, with the files named from the folder on."""
        try:
            load(self.folder)
        except KnowledgeError as error:
            return [line.removeprefix(f"{self.folder}/") for line in error.mistakes]
        return []


@pytest.fixture
def knowledge_copy(tmp_path: Path) -> KnowledgeCopy:
    return KnowledgeCopy(Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge")))
