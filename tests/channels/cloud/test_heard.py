"""A tap, its number and its words mean the same, and nothing else does."""

import json

import pytest

from channels.cloud.heard import what_is_said
from channels.incoming import MAX_LENGTH, TooLong

CHOICES = json.dumps(
    [
        {"title": "Ja, geef door", "payload": "/yes"},
        {"title": "Wijzigen", "payload": "/change"},
        {"title": "Nee, niet doen", "payload": "/no"},
    ]
)
ONE = json.dumps([{"title": "Wie helpt mij?", "payload": "/ask_who_provides"}])


@pytest.mark.parametrize(
    ("kind", "said", "choices", "heard"),
    [
        ("tap", "/change", CHOICES, "/change"),
        ("tap", "/of_before", None, "/of_before"),
        ("text", "2", CHOICES, "/change"),
        ("text", " 2. ", CHOICES, "/change"),
        ("text", "De eerste", CHOICES, "/yes"),
        ("text", "derde", CHOICES, "/no"),
        ("text", "wijzigen", CHOICES, "/change"),
        ("text", "NEE niet doen!", CHOICES, "/no"),
        ("text", "wie helpt mij", ONE, "/ask_who_provides"),
        ("image", "3", CHOICES, "/no"),
        # no choice that was offered
        ("text", "0", CHOICES, "0"),
        ("text", "4", CHOICES, "4"),
        ("text", "de vierde", CHOICES, "de vierde"),
        ("text", "de eerste keer", CHOICES, "de eerste keer"),
        ("text", "de eerste", ONE, "de eerste"),
        ("text", "22", CHOICES, "22"),
        ("text", "2 dagen", CHOICES, "2 dagen"),
        ("text", "nee", CHOICES, "nee"),
        ("text", "1", ONE, "1"),
        ("text", "1", None, "1"),
        ("text", "1", "[]", "1"),
        # no command either
        ("text", "/change", CHOICES, "change"),
        ("text", "/restart", None, "restart"),
        ("tap", "restart", None, "restart"),
        ("text", "", None, "?"),
    ],
)
def test_what_is_meant(kind: str, said: str, choices: str | None, heard: str) -> None:
    assert what_is_said(kind, said, choices) == heard


def test_a_message_can_be_too_long() -> None:
    assert what_is_said("text", "a" * MAX_LENGTH, None)
    with pytest.raises(TooLong):
        what_is_said("text", "a" * (MAX_LENGTH + 1), None)
