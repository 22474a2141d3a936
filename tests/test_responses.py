"""The domain, the rules, the actions and the knowledge name each other rightly."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from ruamel.yaml import YAML

from actions.common import Reply
from actions.flows import FLOWS
from actions.understanding import NO_QUESTION
from dialogue.stored_replies import CHANNELS
from dialogue.wording import variables
from steunwijzer.handoff.questions import ANSWERS
from steunwijzer.knowledge import installed
from tests.answers_as_said import ROOT, domain, placeholders, worded
from tests.every_answer import EVERY

KNOWLEDGE = installed()
RESPONSES: dict[str, list[dict[str, Any]]] = domain().responses
RULES = YAML(typ="safe").load(ROOT / "data/rules.yml")["rules"]
BUTTONS = [
    pytest.param(button, id=f"{name} {response.get('channel', '')} {button['payload']}")
    for name, variations in RESPONSES.items()
    for response in variations
    for button in response.get("buttons", ())
]
VARIED = [name for name, variations in RESPONSES.items() if len(variations) > 1]
CODE = [
    path.read_text(encoding="utf-8")
    for folder in (
        *("actions", "channels", "channels/cloud", "dialogue"),
        "steunwijzer/handoff",
    )
    for path in sorted((ROOT / folder).glob("*.py"))
]
INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
KINDS = {
    **KNOWLEDGE.questions,
    "sector": KNOWLEDGE.sectors,
    "delivery_form": KNOWLEDGE.delivery_forms,
    "term": KNOWLEDGE.terms,
    "contact_sector": KNOWLEDGE.sectors,
    "confirmed": {"yes"},
    "go_on": {"yes"},
}


def in_rules(key: str) -> set[str]:
    return {step[key] for rule in RULES for step in rule["steps"] if key in step}


@cache
def in_code() -> frozenset[str]:
    """Every string in the code that is the whole name of a response."""
    strings = {
        node.value
        for code in CODE
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = {each for each in strings if re.fullmatch(r"utter_\w*[^\W_]", each)}
    return frozenset(named - {"utter_action"})  # Rasa's word, no response


@cache
def said() -> frozenset[str]:
    """The responses that make up every answer there is."""
    messages = [message for name, say in EVERY for message in say()]
    topics = [each for each in messages if each.get("parts") is not None]
    names = {name for each in topics for name in (each["response"], *each["parts"])}
    return frozenset(names)


def actions(of: type[Any]) -> Iterator[type[Any]]:
    """Every action that is made, once all modules are loaded."""
    for path in (ROOT / "actions").glob("*.py"):
        import_module(f"actions.{path.stem}")
    for each in of.__subclasses__():
        if each.__module__.startswith("actions."):
            yield each
        yield from actions(each)


def text_of(name: str) -> str:
    return str(RESPONSES[name][0]["text"])


def names_in_knowledge() -> set[str]:
    table, zorgkantoor = KNOWLEDGE.reimbursements, KNOWLEDGE.zorgkantoor
    things = [KNOWLEDGE.organisations, table.insurers, table.not_listed]
    supporters = [one for each in zorgkantoor.supporters.values() for one in each]
    return {
        *(one.name for each in things for one in each.values()),
        *(one.name for one in supporters),
        *(zorgkantoor.name, zorgkantoor.phone, zorgkantoor.email),
    }


@pytest.mark.parametrize("name", RESPONSES)
def test_no_fact_is_typed_in_a_response(name: str) -> None:
    text = text_of(name)
    assert not re.search(r"[\d€@]", re.sub(r"{\w+}", "", text))
    typed = {each for each in names_in_knowledge() if re.search(rf"\b{each}\b", text)}
    assert typed == set()


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_says_u(name: str) -> None:
    assert not INFORMAL.search(text_of(name))


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_rests_on_facts_that_exist(name: str) -> None:
    assert set(RESPONSES[name][0].get("metadata", {}).get("facts", ())) <= set(
        KNOWLEDGE.facts
    )


@pytest.mark.parametrize("name", RESPONSES)
def test_every_placeholder_is_known_or_given_by_the_code(name: str) -> None:
    needed = placeholders(text_of(name)) - variables(KNOWLEDGE).keys() - {"year"}
    sources = "".join(CODE) + (ROOT / "steunwijzer/citing.py").read_text("utf-8")
    sources += (ROOT / "steunwijzer/providers.py").read_text("utf-8")
    assert {each for each in needed if not re.search(rf"\b{each}\b", sources)} == set()


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_names_an_intent_and_values_that_exist(button: dict[str, str]) -> None:
    found = re.fullmatch(r"/(\w+)({.*})?", button["payload"])
    assert found
    assert found[1] in domain().intents
    for kind, value in json.loads(found[2] or "{}").items():
        assert kind in domain().entities
        assert value in KINDS[kind]


@pytest.mark.parametrize("name", VARIED)
def test_the_same_is_said_on_every_channel(name: str) -> None:
    """Only what can be pressed differs; facts are read from the first one."""
    first, *others = RESPONSES[name]
    assert "channel" not in first
    for other in others:
        assert other["channel"] in CHANNELS
        assert other["text"] == first["text"]
        assert other.get("metadata", {}) == first.get("metadata", {})


def test_in_whatsapp_all_that_can_be_changed_can_be_pressed() -> None:
    message = worded("utter_ask_contact_change", channel="whatsapp")
    offered = {
        json.loads(button["payload"].removeprefix("/inform"))["contact_change"]
        for button in message["buttons"]
    }
    assert offered == set(ANSWERS["contact_change"])
    assert len(worded("utter_ask_contact_change")["buttons"]) <= 3


def test_every_intent_has_a_rule_and_every_rule_an_intent() -> None:
    ours = {each for each in domain().intents if each in domain().as_dict()["intents"]}
    assert in_rules("intent") == ours


def test_every_action_of_the_domain_is_there_and_no_other() -> None:
    bases = {"ask_next", "handoff_reply", "request_reply"}
    ours = {each().name() for each in actions(Reply)} - bases
    assert ours == set(domain().user_actions) - set(RESPONSES)


def test_every_response_that_is_named_exists() -> None:
    named = in_code() | {each for each in in_rules("action") if "utter_" in each}
    assert named - RESPONSES.keys() == set()


def test_every_response_is_used() -> None:
    asked = {f"utter_ask_{slot}" for flow in FLOWS for slot in flow.slots}
    used = in_code() | in_rules("action") | said() | asked | {"utter_reach_no_hours"}
    assert RESPONSES.keys() - used == set()


def test_every_meaning_that_may_be_offered_has_a_label() -> None:
    labels = {each["payload"] for each in RESPONSES["utter_choices"][0]["buttons"]}
    rasas_own = {"back", "restart", "session_start"}
    offered = set(domain().intents) - set(NO_QUESTION) - rasas_own
    assert {f"/{intent}" for intent in offered} <= labels


def test_no_two_labels_read_the_same() -> None:
    titles = [each["title"] for each in RESPONSES["utter_choices"][0]["buttons"]]
    assert len(set(titles)) == len(titles)
