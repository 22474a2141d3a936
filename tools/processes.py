"""Start other programs so that none of them outlives this one."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
VENV_PYTHON = ROOT / ".venv" / "bin" / "python"

_PR_SET_PDEATHSIG = 1
# Looked up here, because between fork and exec nothing may be imported.
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def end_with_parent() -> None:
    """Have the kernel kill this process when its parent dies (Linux only).

    Meant for `preexec_fn`: it covers a parent that is killed and cannot clean up.
    """
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def exit_on_sigterm() -> None:
    """Make SIGTERM raise SystemExit, so that clean-up runs."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)


def run_showing_time(
    command: Sequence[str],
    label: str,
    *,
    output: IO[str] | None = None,
    env: Mapping[str, str] | None = None,
    every: float = 5,
) -> int:
    """Run a command to its end and print `label ... 10 s` while it works.

    `output` takes what the command prints; without it that goes to the terminal.
    Returns the exit code. The command is ended when this call is interrupted.
    """
    started = time.monotonic()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        preexec_fn=end_with_parent,
    ) as process:
        while True:
            try:
                return process.wait(timeout=every)
            except subprocess.TimeoutExpired:
                print(f"{label} ... {time.monotonic() - started:.0f} s", flush=True)
            except BaseException:
                process.terminate()
                raise
