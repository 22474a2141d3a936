"""Build the widget when what it is made from has changed: `python -m tools.widget`.

`python -m tools.widget check` looks at its code; `test` tests it, and how large it is.
"""

import argparse
import fcntl
import gzip
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.node import FROM_PYPI, NoNode, environment_with_node
from tools.processes import ROOT, exit_on_sigterm, run_showing_time
from tools.train import fingerprint

WIDGET = ROOT / "widget"
BUILT = Path("dist/steunwijzer.js")
PACKAGES = Path("node_modules")
# What a zorgkantoor adds to it (channels/script.py) stays well below a thousand bytes.
MOST_BYTES = 25_000 - 1_000

MANIFEST = ("package.json", "package-lock.json")
INPUTS = (*MANIFEST, "src/**/*.*", "tsconfig.json", "vite.config.ts")

Npm = Callable[..., None]


class Failed(Exception):
    """A step failed; the message is one line for the user."""


def build(widget: Path, npm: Npm) -> None:
    """Build the file that visitors get, unless it is made of what is there now.

    `npm(label, *arguments)` runs npm. Raises Failed; then there is no file.
    """
    if not _outdated(widget, BUILT, INPUTS):
        return
    install(widget, npm)
    (widget / BUILT).unlink(missing_ok=True)
    _forget(widget, BUILT)
    npm("Building the widget", "run", "build")
    _note(widget, BUILT, INPUTS)


def install(widget: Path, npm: Npm) -> None:
    """Install what it is built and tested with, unless it is there. Raises Failed."""
    if _outdated(widget, PACKAGES, MANIFEST):
        _forget(widget, PACKAGES)
        npm("Installing the packages of the widget", "ci", "--no-fund", "--no-audit")
        _note(widget, PACKAGES, MANIFEST)


def weigh(built: Path) -> int:
    """Return how many bytes a visitor loads. Raises Failed when they are too many."""
    size = len(gzip.compress(built.read_bytes()))
    if size > MOST_BYTES:
        raise Failed(
            f"The widget is {size} bytes compressed, and may be {MOST_BYTES}: "
            "take something out."
        )
    return size


def _outdated(widget: Path, made: Path, inputs: tuple[str, ...]) -> bool:
    stamp = _stamp(widget, made)
    return not (
        (widget / made).exists()
        and stamp.exists()
        and stamp.read_text() == fingerprint(widget, inputs)
    )


def _note(widget: Path, made: Path, inputs: tuple[str, ...]) -> None:
    if not (widget / made).exists():
        raise Failed(f"widget/{made} was not made.")
    _stamp(widget, made).write_text(fingerprint(widget, inputs))


def _forget(widget: Path, made: Path) -> None:
    # Half of what was made cannot be told from the whole by what lies there.
    _stamp(widget, made).unlink(missing_ok=True)


def _stamp(widget: Path, made: Path) -> Path:
    return (widget / made).parent / f".{made.name}.fingerprint"


def npm_in(widget: Path, environ: Mapping[str, str]) -> Npm:
    """Return what runs npm in that folder; Node.js is looked for at the first call."""

    def npm(label: str, *arguments: str) -> None:
        environment = environment_with_node(environ, FROM_PYPI)
        command = ["npm", "--prefix", str(widget), *arguments]
        code = run_showing_time(command, label, env=environment)
        if code:
            raise Failed(f"{label} failed (exit code {code}): see the lines above.")

    return npm


def main(argv: list[str]) -> int:
    """Build, and check or test when that is asked; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "task", choices=["build", "check", "test"], default="build", nargs="?"
    )
    task = parser.parse_args(argv).task
    exit_on_sigterm()
    npm = npm_in(WIDGET, os.environ)
    try:
        # Two makes at once must not write the same folders.
        with (WIDGET / "package.json").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if task == "check":
                install(WIDGET, npm)
                npm("Checking the widget", "run", "check")
                return 0
            build(WIDGET, npm)
            if task == "test":
                npm("Testing the widget", "test")
                print(f"The widget is {weigh(WIDGET / BUILT)} bytes compressed.")
    except (OSError, NoNode, Failed) as problem:
        print(f"Widget: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
