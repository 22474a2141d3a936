"""The Graph API of this machine refuses what Meta refuses."""

from typing import Any

import pytest

from tools.graph_limits import refused

BUTTON = {"type": "reply", "reply": {"id": "/a", "title": "a"}}


def text(body: str) -> dict[str, Any]:
    return {"type": "text", "text": {"body": body}}


def buttons(*titles: str, body: str = "Welke?", ids: str = "") -> dict[str, Any]:
    made = [
        {"type": "reply", "reply": {"id": ids or f"/{number}", "title": title}}
        for number, title in enumerate(titles)
    ]
    shown = {"type": "button", "body": {"text": body}, "action": {"buttons": made}}
    return {"type": "interactive", "interactive": shown}


def rows(*titles: str, label: str = "Kies", **more: str) -> dict[str, Any]:
    made = [
        {"id": f"/{number}", "title": title, **more}
        for number, title in enumerate(titles)
    ]
    action = {"button": label, "sections": [{"rows": made}]}
    shown = {"type": "list", "body": {"text": "Welke?"}, "action": action}
    return {"type": "interactive", "interactive": shown}


def whole(body: dict[str, Any], **more: str) -> dict[str, Any]:
    return {"messaging_product": "whatsapp", "to": "31612345678", **body, **more}


LETTERS = "abcdefghijk"


@pytest.mark.parametrize(
    "body",
    [
        text("x" * 4096),
        buttons("a", "b", "x" * 20, body="x" * 1024),
        rows(*LETTERS[:9], "x" * 24, label="x" * 20, description="x" * 72),
        rows("a", id="x" * 200),
    ],
)
def test_what_just_fits_is_taken(body: dict[str, Any]) -> None:
    assert refused(whole(body)) == []


@pytest.mark.parametrize(
    "message",
    [
        whole(text("")),
        whole(text(" ")),
        whole(text("x" * 4097)),
        whole(buttons()),
        whole(buttons("a", "b", "c", "d")),
        whole(buttons("x" * 21)),
        whole(buttons("")),
        whole(buttons("a", "a")),
        whole(buttons("a", "b", ids="/a")),
        whole(buttons("a", ids="x" * 257)),
        whole(buttons("a", body="x" * 1025)),
        whole(buttons("a", body="")),
        whole(rows()),
        whole(rows(*LETTERS)),
        whole(rows("x" * 25)),
        whole(rows("a", "a")),
        whole(rows("a", label="x" * 21)),
        whole(rows("a", label="")),
        whole(rows("a", description="x" * 73)),
        whole(rows("a", id="x" * 201)),
        whole(text("a"), biz_opaque_callback_data="x" * 513),
        whole(text("a"), surprise="x"),
        whole(text("a"), to="jan"),
        {**whole(text("a")), "to": None},
        whole({"type": "template", "template": {}}),
        {**whole(text("a")), "messaging_product": "sms"},
        {"messaging_product": "whatsapp", "status": "read"},
        {"messaging_product": "whatsapp", "status": "gone", "message_id": "x"},
    ],
)
def test_what_does_not_fit_is_refused(message: dict[str, Any]) -> None:
    assert refused(message)
