"""Checks the knowledge before anything starts: `python -m steunwijzer`.

Prints one line for each mistake, with file, key and what is expected, and exits with 1.
"""

import sys
from pathlib import Path

from steunwijzer.knowledge import installed
from steunwijzer.reading import KnowledgeError
from steunwijzer.wording_needed import read_responses, wording_mistakes

DOMAIN = Path(__file__).parent.parent / "domain.yml"

try:
    mistakes = list(wording_mistakes(installed(), read_responses(DOMAIN)))
except KnowledgeError as error:
    mistakes = error.mistakes
if mistakes:
    sys.exit("\n".join(f"knowledge: {mistake}" for mistake in mistakes))
