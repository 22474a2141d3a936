"""Have Rasa check the domain and the training data, and fail on any complaint."""

import re
import subprocess
import sys

from tools.processes import ROOT

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# The actions choose most responses by name, where Rasa does not look.
EXPECTED = re.compile(r"The utterance '\w+' is not used in any story or rule")
COMPLAINT = re.compile(r"\b\w*(Warning|Exception)\b: |\b(WARNING|ERROR)\b")


def complaints(output: str) -> list[str]:
    """The lines of Rasa's output that complain about something we should mend."""
    lines = COLOUR.sub("", output).splitlines()
    return [
        line for line in lines if COMPLAINT.search(line) and not EXPECTED.search(line)
    ]


def main() -> int:
    """Check this project; returns the exit code."""
    command = [sys.executable, "-m", "tools.rasa_cli", "data", "validate"]
    result = subprocess.run(
        [*command, "--fail-on-warnings"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    found = complaints(result.stdout)
    if result.returncode and not found:
        found = result.stdout.splitlines()[-25:]
    print(*found, sep="\n", end="\n" if found else "")
    if found or result.returncode:
        print("Rasa's check of the domain and the training data failed.")
        return 1
    print("Rasa finds nothing wrong with the domain and the training data.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
