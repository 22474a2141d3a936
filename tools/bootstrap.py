"""Make .venv and install requirements.lock into it; at once when that is done.

Runs on the bare Python 3.10 that `tools/find-python` names, so on the standard
library only. Exits with 1 and one line when a step fails; the next call repairs it.
"""

import enum
import fcntl
import hashlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tools.processes import ROOT, exit_on_sigterm, run_showing_time

LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
UNFINISHED = "unfinished"

# Not on PyPI, so not in the lock file. The version that goes with spaCy 3.4.
DUTCH_WHEEL = "nl_core_news_sm-3.4.0-py3-none-any.whl"
DUTCH_URL = (
    "https://github.com/explosion/spacy-models/releases/download/"
    f"nl_core_news_sm-3.4.0/{DUTCH_WHEEL}"
)
DUTCH_TIMEOUT = 5  # seconds without an answer


class SetupFailed(Exception):
    """A step of the set-up failed; the message is one line for the user."""


class State(enum.Enum):
    """What a virtual environment needs."""

    READY = "nothing"
    OUTDATED = "the lock file installed over it"
    BROKEN = "to be made anew"


def stamp_path(venv: Path) -> Path:
    """Where an environment says what is installed in it."""
    return venv / "steunwijzer-install"


def stamp_for(lock: Path) -> str:
    """What the stamp says after this lock file was installed with this Python."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{digest} {platform.python_version()}\n"


def state_of(venv: Path, lock: Path) -> State:
    """Tell whether `venv` holds what `lock` asks for."""
    python = venv / "bin" / "python"
    stamp = stamp_path(venv)
    written = stamp.read_text() if stamp.exists() else ""
    # Half an install cannot be told from a whole one by what lies there.
    if written == UNFINISHED or not python.exists():
        return State.BROKEN
    if written == stamp_for(lock):
        return State.READY
    check = "import sys, pip; sys.exit(sys.version_info[:2] != (3, 10))"
    works = subprocess.run([python, "-c", check], capture_output=True, check=False)
    return State.BROKEN if works.returncode else State.OUTDATED


def bootstrap(venv: Path, lock: Path, install: Callable[[Path, Path], None]) -> bool:
    """Bring `venv` to READY with `install(venv, lock)`; False when it was already.

    Raises what `install` raises, and then leaves the environment marked unfinished.
    """
    state = state_of(venv, lock)
    if state is State.READY:
        return False
    if state is State.BROKEN:
        _run([sys.executable, "-m", "venv", "--clear", str(venv)], "Making .venv")
    stamp_path(venv).write_text(UNFINISHED)
    install(venv, lock)
    stamp_path(venv).write_text(stamp_for(lock))
    return True


def uv_requirement(lock: Path) -> str:
    """The lines of the lock file that pin uv and its hashes.

    Raises SetupFailed when there are none.
    """
    block = re.search(r"^uv==(?:.*\\\n)*.*\n", lock.read_text(), re.MULTILINE)
    if block is None or "--hash=" not in block[0]:
        raise SetupFailed(f"{lock.name} pins no uv with a hash: run `make lock`.")
    return block[0]


def install_locked(venv: Path, lock: Path) -> None:
    """Install the lock file, with pip for uv and with uv for all else.

    Every file is held against its hash. Raises SetupFailed.
    """
    python = str(venv / "bin" / "python")
    only_uv = venv / "uv-requirement.txt"
    only_uv.write_text(uv_requirement(lock))
    pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-deps"]
    _run([*pip, "--require-hashes", "-r", str(only_uv)], "Installing uv")
    sync = [str(venv / "bin" / "uv"), "pip", "sync", "--require-hashes"]
    _run([*sync, "--python", python, str(lock)], "Installing requirements.lock")
    install_dutch(venv)


def install_dutch(venv: Path) -> None:
    """Install spaCy's Dutch pipeline where it can be reached; else say so and go on."""
    try:
        wheel = venv / DUTCH_WHEEL
        if not wheel.exists():
            _download(DUTCH_URL, wheel)
        install = [str(venv / "bin" / "uv"), "pip", "install", "--no-deps", "--python"]
        _run([*install, str(venv / "bin" / "python"), str(wheel)], "Installing Dutch")
    except (OSError, SetupFailed) as error:
        reason = getattr(error, "reason", error)
        print(
            f"spaCy's Dutch pipeline could not be fetched from GitHub ({reason}): "
            "going on with spaCy's blank Dutch, which works. "
            f"To try again: rm .venv/{stamp_path(venv).name}"
        )


def _download(url: str, target: Path) -> None:
    with (
        urllib.request.urlopen(url, timeout=DUTCH_TIMEOUT) as answer,
        tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as part,
    ):
        shutil.copyfileobj(answer, part)
    Path(part.name).replace(target)


def _run(command: list[str], label: str) -> None:
    print(label, flush=True)
    # On a terminal pip and uv draw their own progress; elsewhere they list packages.
    draws = sys.stderr.isatty()
    quiet = [] if draws or "pip" not in command else ["--quiet"]
    code = run_showing_time([*command, *quiet], label, every=3600 if draws else 5)
    if code:
        raise SetupFailed(f"{label} failed (exit code {code}): see the lines above.")


def main() -> int:
    """Set up this folder; returns the exit code."""
    exit_on_sigterm()
    try:
        # Two makes at once must not write the same environment.
        with LOCK.open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            bootstrap(VENV, LOCK, install_locked)
    except (OSError, SetupFailed) as error:
        print(f"Set-up: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
