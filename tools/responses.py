"""See that WhatsApp can show every response: `python -m tools.responses`."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from channels.cloud.limits import problems, problems_of
from dialogue.wording import LABELS
from steunwijzer.wording_needed import read_responses
from tools.processes import ROOT

Responses = Mapping[str, Sequence[Mapping[str, Any]]]


def complaints(responses: Responses) -> Iterator[str]:
    """Yield what WhatsApp could not show, with the name of the response.

    LABELS is no message: of its buttons a few are shown at a time.
    """
    for name, variations in responses.items():
        for each in variations:
            if name == LABELS:
                found = [p for button in each["buttons"] for p in problems([button])]
            else:
                found = problems_of(each)
            yield from (f"{name}: {problem}" for problem in found)


def main() -> int:
    """Check domain.yml; returns the exit code."""
    found = list(complaints(read_responses(ROOT / "domain.yml")))
    print(*found, sep="\n", end="\n" if found else "")
    if found:
        print("WhatsApp cannot show these responses: make them shorter in domain.yml.")
        return 1
    print("WhatsApp can show every response.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
