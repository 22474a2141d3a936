"""One program of those that run together: how it starts, speaks and ends."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tools.processes import ROOT, end_with_parent


@dataclass(frozen=True)
class Part:
    """One program to run.

    The part in the foreground owns the terminal, and its normal end is the end of all.
    The output of the others is shown line by line under their name.
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    foreground: bool = False


class Running:
    """A part that was started."""

    def __init__(self, part: Part) -> None:
        """Start it. Raises OSError when its program cannot be started."""
        self.part = part
        self._last_line = ""
        background = not part.foreground
        self._process = subprocess.Popen(
            part.command,
            cwd=ROOT,
            env={**os.environ, **part.env},
            stdin=subprocess.DEVNULL if background else None,
            stdout=subprocess.PIPE if background else None,
            stderr=subprocess.STDOUT if background else None,
            # A session of its own: Ctrl-C in the terminal reaches the supervisor,
            # which then stops the parts and whatever they started.
            start_new_session=background,
            preexec_fn=end_with_parent,
        )
        self._reader = threading.Thread(target=self._show_output, daemon=True)

    def show_output(self) -> None:
        """Start to print its output, when it does not own the terminal."""
        if not self.part.foreground:
            self._reader.start()

    def exit_code(self) -> int | None:
        """Its exit code (minus the signal that ended it), or None while it runs."""
        return self._process.poll()

    def how_it_ended(self) -> str:
        """One line on its end, for a part that has ended."""
        self._finish_output()
        code = self._process.returncode
        how = f"exit code {code}" if code >= 0 else f"signal {-code}"
        last = f"; its last line: {self._last_line}" if self._last_line else ""
        return f"{self.part.name} ended with {how}{last}"

    def ask_to_stop(self) -> None:
        """Send SIGTERM to it and to what it started."""
        self._send(signal.SIGTERM)

    def stop_by(self, deadline: float) -> None:
        """Wait for its end until this monotonic time, then kill what is left."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=max(0.0, deadline - time.monotonic()))
        self._send(signal.SIGKILL)
        self._process.wait()
        self._finish_output()

    def _send(self, number: int) -> None:
        # It may be gone, which is what was wanted.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if self.part.foreground:
                self._process.send_signal(number)
            else:
                os.killpg(self._process.pid, number)

    def _show_output(self) -> None:
        assert self._process.stdout is not None
        for raw in self._process.stdout:
            line = raw.decode(errors="replace").rstrip()
            if line:
                self._last_line = line
                print(f"[{self.part.name}] {line}", flush=True)

    def _finish_output(self) -> None:
        if self._reader.is_alive():
            self._reader.join(timeout=2)
