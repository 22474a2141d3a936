"""`make check` refuses a response that WhatsApp could not show."""

from typing import Any

import pytest

from dialogue.wording import LABELS
from steunwijzer.wording_needed import read_responses
from tools.processes import ROOT
from tools.responses import complaints


def button(title: str = "Ja", payload: str = "/affirm") -> dict[str, str]:
    return {"title": title, "payload": payload}


def buttons(number: int) -> list[dict[str, str]]:
    return [button(str(each), f"/{each}") for each in range(number)]


def found(*variations: dict[str, Any], name: str = "utter_x") -> list[str]:
    return list(complaints({name: variations}))


@pytest.mark.parametrize(
    ("response", "complaint"),
    [
        ({"text": "x" * 4097}, "4097 characters"),
        ({"text": " "}, "no text"),
        ({"text": "Welke?", "buttons": buttons(11)}, "11 buttons"),
        ({"text": "Welke?", "buttons": [button("x" * 25)]}, "24 characters"),
        ({"text": "Welke?", "buttons": [button("")]}, "24 characters"),
        ({"text": "Welke?", "buttons": [button(payload="/" * 201)]}, "payload"),
        ({"text": "Welke?", "buttons": [button(), button()]}, "two buttons say 'Ja'"),
    ],
)
def test_what_cannot_be_shown_is_named(
    response: dict[str, Any], complaint: str
) -> None:
    (line,) = found(response)
    assert line.startswith("utter_x: ")
    assert complaint in line


def test_each_variation_is_looked_at() -> None:
    short, long = {"text": "Kort."}, {"text": "x" * 5000, "channel": "whatsapp"}
    assert len(found(short, long)) == 1


@pytest.mark.parametrize(
    "response",
    [
        {"text": "x" * 4096},
        {"text": "Welke?", "buttons": buttons(10)},
        {"text": "Welke?", "buttons": [button("x" * 24, "/" * 200)]},
    ],
)
def test_what_just_fits_is_let_through(response: dict[str, Any]) -> None:
    assert found(response) == []


def test_labels_are_looked_at_one_by_one() -> None:
    labels = {"text": "x", "buttons": [*buttons(40), button("x" * 25)]}
    assert len(found(labels, name=LABELS)) == 1


def test_whatsapp_can_show_our_own() -> None:
    assert list(complaints(read_responses(ROOT / "domain.yml"))) == []
