from collections.abc import Callable
from pathlib import Path

import pytest

from tools.train import FINGERPRINT, MODEL, fingerprint, train_if_needed

INPUTS = [
    "data/nlu.yml",
    "data/more/rules.yaml",
    "domain.yml",
    "config.yml",
    "nlu/tokenizer.py",
    "nlu/deep/er.py",
    "dialogue/turn_taking.py",
    "requirements.lock",
]
OTHERS = [
    "README.md",
    "knowledge/providers.yml",
    "actions/costs.py",
    "endpoints.yml",
    "nlu/__pycache__/tokenizer.cpython-310.pyc",
    "data/notes.txt",
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in INPUTS + OTHERS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"this is {name}\n")
    return tmp_path


@pytest.mark.parametrize("name", INPUTS)
def test_the_fingerprint_changes_with_every_input(tree: Path, name: str) -> None:
    before = fingerprint(tree)
    path = tree / name
    path.write_text(path.read_text().upper())
    assert fingerprint(tree) != before


@pytest.mark.parametrize("name", OTHERS)
def test_the_fingerprint_stays_when_anything_else_changes(
    tree: Path, name: str
) -> None:
    before = fingerprint(tree)
    (tree / name).write_text("something else\n")
    assert fingerprint(tree) == before


def test_the_fingerprint_stays_when_a_file_is_only_saved_again(tree: Path) -> None:
    before = fingerprint(tree)
    path = tree / "domain.yml"
    text = path.read_text()
    path.unlink()
    path.write_text(text)
    assert fingerprint(tree) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: (tree / "data/nlu.yml").unlink(),
        lambda tree: (tree / "data/stories.yml").touch(),
        lambda tree: (tree / "data/nlu.yml").rename(tree / "data/nlu2.yml"),
    ],
    ids=["a file less", "an empty file more", "another name"],
)
def test_the_fingerprint_changes_with_the_list_of_files(
    tree: Path, change: Callable[[Path], object]
) -> None:
    before = fingerprint(tree)
    change(tree)
    assert fingerprint(tree) != before


def test_the_fingerprint_changes_when_text_moves_to_the_next_file(tree: Path) -> None:
    first, second = tree / "data/a.yml", tree / "data/b.yml"
    first.write_text("one\ntwo\n")
    second.write_text("three\n")
    before = fingerprint(tree)
    first.write_text("one\n")
    second.write_text("two\nthree\n")
    assert fingerprint(tree) != before


class Trainer:
    """Stands in for Rasa: writes a model, and returns this exit code."""

    def __init__(self, code: int = 0, writes: bool = True) -> None:
        self.code = code
        self.writes = writes
        self.calls = 0

    def __call__(self, folder: Path) -> int:
        self.calls += 1
        if self.writes:
            (folder / MODEL.name).write_text(f"model {self.calls}")
        return self.code


def test_it_trains_once_for_one_fingerprint(tmp_path: Path) -> None:
    train = Trainer()
    models = tmp_path / "models"
    assert train_if_needed(models, "abc", train) == 0
    assert train_if_needed(models, "abc", train) is None
    assert train.calls == 1
    assert train_if_needed(models, "abd", train) == 0
    assert (models / MODEL.name).read_text() == "model 2"


def test_it_trains_when_the_model_is_gone(tmp_path: Path) -> None:
    train = Trainer()
    train_if_needed(tmp_path, "abc", train)
    (tmp_path / MODEL.name).unlink()
    assert train_if_needed(tmp_path, "abc", train) == 0
    assert (tmp_path / MODEL.name).exists()


@pytest.mark.parametrize(
    "failing",
    [Trainer(code=3), Trainer(writes=False), Trainer(code=3, writes=False)],
    ids=["bad exit", "no model", "both"],
)
def test_a_training_that_fails_leaves_the_model_and_is_tried_again(
    tmp_path: Path, failing: Trainer
) -> None:
    train_if_needed(tmp_path, "abc", Trainer())
    assert train_if_needed(tmp_path, "abd", failing) not in (0, None)
    assert (tmp_path / MODEL.name).read_text() == "model 1"
    assert (tmp_path / FINGERPRINT.name).read_text() == "abc"
    assert train_if_needed(tmp_path, "abd", Trainer()) == 0


def test_a_training_that_is_interrupted_leaves_the_model_and_no_rubbish(
    tmp_path: Path,
) -> None:
    def interrupted(folder: Path) -> int:
        (folder / MODEL.name).write_text("half")
        raise KeyboardInterrupt

    train_if_needed(tmp_path, "abc", Trainer())
    with pytest.raises(KeyboardInterrupt):
        train_if_needed(tmp_path, "abd", interrupted)
    assert (tmp_path / MODEL.name).read_text() == "model 1"
    assert len(list(tmp_path.iterdir())) == 2
