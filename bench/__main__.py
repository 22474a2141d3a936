"""`make bench`: measures, writes docs/bench.md, and ends with an error below a goal."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.report import goals, report
from bench.widget import Times, measure
from tools.chromium import MISSING, find_chromium
from tools.ports import HOST
from tools.processes import ROOT, end_with_parent
from tools.run import answers
from tools.visitor import PATH

PORT = 5905
START_WITHIN = 180


@contextmanager
def assistant() -> Iterator[str]:
    """Run the assistant as `make run` does; yields the address of its example page."""
    command = [sys.executable, "-m", "tools.run", "run", "--port", str(PORT)]
    with tempfile.TemporaryDirectory() as var:
        environment = {**os.environ, "STEUNWIJZER_VAR": var}
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, preexec_fn=end_with_parent
        ) as running:
            deadline = time.monotonic() + START_WITHIN
            while not answers(PORT):
                if running.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(
                        "The assistant did not start: see the lines above."
                    )
                time.sleep(0.5)
            yield f"http://{HOST}:{PORT}{PATH}/"
            running.terminate()


def tell(found: Times, folder: Path) -> int:
    """Write the report in `folder`, and print it; 1 when a goal is not met."""
    written = report(found)
    (folder / "bench.md").write_text(written, encoding="utf-8")
    print(written)
    return 0 if all(goal.met for goal in goals(found)) else 1


def main() -> int:
    """Measure and tell; returns the exit code."""
    program = find_chromium()
    if program is None:
        print(MISSING, file=sys.stderr)
        return 1
    with assistant() as example:
        found = measure(program, example)
    return tell(found, ROOT / "docs")


if __name__ == "__main__":
    sys.exit(main())
