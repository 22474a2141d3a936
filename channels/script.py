"""The one script of the widget, with what it has to know of this installation."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

BUILT = Path(__file__).resolve().parent.parent / "widget" / "dist" / "steunwijzer.js"


@dataclass(frozen=True)
class Script:
    """The script as it is sent: compressed or not, and what tells it from another."""

    plain: bytes
    gzipped: bytes
    etag: str


@lru_cache(maxsize=2)
def script(built: bytes, details: str) -> Script:
    """Return the built widget with the details, JSON, that it reads by their name.

    In a function of its own, so that the page has no variable more.
    """
    plain = b"(zorgkantoor=>{%s})(%s);" % (built, details.encode())
    digest = hashlib.sha256(plain).hexdigest()[:32]
    return Script(plain, gzip.compress(plain, mtime=0), f'"{digest}"')


def as_json(details: dict[str, Any]) -> str:
    """Return the details as they can stand in a script."""
    return json.dumps(details, sort_keys=True)
