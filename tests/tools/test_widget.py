import os
import random
from pathlib import Path

import pytest

from tools.widget import BUILT, MOST_BYTES, PACKAGES, Failed, build, npm_in, weigh


class Npm:
    """Makes what npm would make, and remembers what it was asked."""

    def __init__(self, widget: Path) -> None:
        self.widget = widget
        self.asked: list[str] = []
        self.fails = False

    def __call__(self, label: str, *arguments: str) -> None:
        self.asked.append(arguments[0])
        if self.fails:
            (self.widget / PACKAGES).mkdir(exist_ok=True)  # half of it
            raise Failed(label)
        if arguments[0] == "ci":
            (self.widget / PACKAGES).mkdir(exist_ok=True)
        else:
            (self.widget / BUILT).parent.mkdir(exist_ok=True)
            (self.widget / BUILT).write_text("show()")


@pytest.fixture
def npm(tmp_path: Path) -> Npm:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.ts").write_text("let a = 1")
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "package-lock.json").write_text("{}")
    return Npm(tmp_path)


def test_the_first_time_all_is_installed_and_built(npm: Npm) -> None:
    build(npm.widget, npm)
    assert npm.asked == ["ci", "run"]


def test_what_did_not_change_is_not_built_again(npm: Npm) -> None:
    build(npm.widget, npm)
    build(npm.widget, npm)
    assert npm.asked == ["ci", "run"]


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("src/main.ts", ["run"]),
        ("src/new.ts", ["run"]),
        ("vite.config.ts", ["run"]),
        ("package-lock.json", ["ci", "run"]),
    ],
)
def test_a_change_is_built_and_packages_only_when_they_changed(
    npm: Npm, file: str, asked: list[str]
) -> None:
    build(npm.widget, npm)
    npm.asked.clear()
    (npm.widget / file).write_text("let b = 2")
    build(npm.widget, npm)
    assert npm.asked == asked


def test_what_was_removed_is_made_again(npm: Npm) -> None:
    build(npm.widget, npm)
    (npm.widget / BUILT).unlink()
    build(npm.widget, npm)
    assert npm.asked == ["ci", "run", "run"]


def test_after_a_failure_nothing_old_is_left_and_the_next_try_builds(npm: Npm) -> None:
    build(npm.widget, npm)
    (npm.widget / "src" / "main.ts").write_text("let a = 3")
    npm.fails = True
    with pytest.raises(Failed):
        build(npm.widget, npm)
    assert not (npm.widget / BUILT).exists()
    npm.fails = False
    build(npm.widget, npm)
    assert (npm.widget / BUILT).exists()


def test_packages_that_were_installed_by_half_are_installed_again(npm: Npm) -> None:
    build(npm.widget, npm)
    (npm.widget / PACKAGES).rmdir()
    (npm.widget / BUILT).unlink()
    npm.fails = True
    with pytest.raises(Failed):
        build(npm.widget, npm)
    npm.fails = False
    build(npm.widget, npm)
    assert npm.asked[2:] == ["ci", "ci", "run"]


def test_a_step_of_npm_that_fails_says_which(tmp_path: Path) -> None:
    npm = npm_in(tmp_path, os.environ)
    with pytest.raises(Failed, match="Building the widget failed"):
        npm("Building the widget", "run", "does-not-exist")


def test_a_widget_that_is_too_large_is_refused(tmp_path: Path) -> None:
    built = tmp_path / "steunwijzer.js"
    built.write_bytes(random.Random(1).randbytes(MOST_BYTES + 1))
    with pytest.raises(Failed, match="take something out"):
        weigh(built)
    built.write_bytes(b"a" * 1_000_000)  # it is what is sent that counts
    assert weigh(built) < 2_000
