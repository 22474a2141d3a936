"""What a browser loads: the script of the widget, and an example of a page with it."""

from datetime import date
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, empty, html, raw

from channels.assistant import Assistant
from channels.details import details
from channels.example import PAGE_HEADERS, STYLE, example_page
from channels.origins import is_local
from channels.script import as_json, script
from steunwijzer.knowledge import installed

WELCOME = "utter_greet"
SCRIPT_HEADERS = {
    # Who goes from page to page has it; a new one comes through within the hour.
    "cache-control": "public, max-age=600, stale-while-revalidate=3600",
    "content-type": "text/javascript; charset=utf-8",
    "cross-origin-resource-policy": "cross-origin",
    "vary": "accept-encoding",
    "x-content-type-options": "nosniff",
}


async def send_script(
    request: Request, assistant: Assistant, built: bytes
) -> HTTPResponse:
    """Send the script, which knows what the zorgkantoor can be reached at."""
    sent = script(built, as_json(await _details(assistant)))
    headers = SCRIPT_HEADERS | {"etag": sent.etag}
    if request.headers.get("if-none-match") == sent.etag:
        return empty(304, headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return raw(sent.gzipped, headers=headers | {"content-encoding": "gzip"})
    return raw(sent.plain, headers=headers)


async def send_example(request: Request, assistant: Assistant) -> HTTPResponse:
    """Send the example, to this machine only."""
    if not is_local(request.host):
        return empty(404)
    return html(example_page(await _details(assistant)), headers=PAGE_HEADERS)


async def send_style(request: Request) -> HTTPResponse:
    """Send what the example looks like."""
    return raw(STYLE.read_bytes(), content_type="text/css; charset=utf-8")


async def _details(assistant: Assistant) -> dict[str, Any]:
    welcome = await assistant.say(WELCOME)
    for message in welcome:
        # Nobody offered them in a conversation yet, so they are said in words.
        message["buttons"] = [
            {"title": each["title"], "payload": each["title"]}
            for each in message["buttons"]
        ]
    return details(installed().zorgkantoor, welcome, date.today())
