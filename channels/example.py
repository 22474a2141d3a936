"""An example of a zorgkantoor's page with the widget on it, for developers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).parent
STYLE = FOLDER / "example.css"
# As strict as a careful zorgkantoor is: the widget has to work with it.
PAGE_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_PAGE = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
).get_template("example.html")


def example_page(known: Mapping[str, Any]) -> str:
    """Return the page, with what the widget knows of the zorgkantoor (`details`)."""
    return _PAGE.render(known)
