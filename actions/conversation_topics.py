"""What a conversation was about, for the supporter who takes over."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from rasa_sdk import Tracker

from actions.past import turns
from steunwijzer.knowledge import installed
from steunwijzer.wording_needed import read_responses

DOMAIN = Path(__file__).parent.parent / "domain.yml"
LATEST = 6  # topics; who reads it has to phone, not to study
# What a client asks about us, not about care.
ABOUT_US = (
    *("request_human", "ask_privacy", "delete_my_data", "ask_capabilities"),
    *("ask_bot_identity", "ask_source", "ask_medical"),
    *("request_status", "change_request", "cancel_request"),
)


@cache
def _labels() -> dict[str, str]:
    """The short Dutch name of each question, as on its button (domain.yml)."""
    buttons = read_responses(DOMAIN)["utter_choices"][0]["buttons"]
    return {each["payload"].lstrip("/"): each["title"] for each in buttons}


def topics(tracker: Tracker) -> str:
    """Return what the client asked, the latest last, with the names that fell.

    Only what we called it: nothing of what was typed. Empty when nothing was asked.
    """
    asked: dict[str, None] = {}
    for said in _own_words(tracker):
        parsed = said.get("parse_data") or {}
        intent = (parsed.get("intent") or {}).get("name", "")
        if intent in ABOUT_US or intent not in _labels():
            continue
        names = ", ".join(_names(parsed.get("entities") or []))
        about = f"{_labels()[intent]} ({names})" if names else _labels()[intent]
        asked.pop(about, None)
        asked[about] = None
    return "; ".join(list(asked)[-LATEST:])


def _own_words(tracker: Tracker) -> Iterator[dict[str, Any]]:
    """Yield the messages that are no answer to a question of a flow.

    "Morgen om 3 uur" can look like a question about care.
    """
    waits_for = None
    for turn in turns(tracker):
        slots = [event for event in turn if event["event"] == "slot"]
        filled = {each["name"] for each in slots if each["value"] is not None}
        if turn and turn[0]["event"] == "user" and waits_for not in filled:
            yield turn[0]
        for each in slots:
            if each["name"] == "requested_slot":
                waits_for = each["value"]


def _names(entities: list[dict[str, str]]) -> dict[str, None]:
    """The names of insurers, forms and sectors among them, each once."""
    knowledge = installed()
    known = {
        "insurer": knowledge.reimbursements.insurers,
        "delivery_form": knowledge.delivery_forms,
        "sector": knowledge.sectors,
        "term": knowledge.terms,
    }
    return {
        known[each["entity"]][each["value"]].name: None
        for each in entities
        if each["entity"] in known and each["value"] in known[each["entity"]]
    }
