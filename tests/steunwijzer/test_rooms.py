"""Knowledge, decision and wording stay apart: read from the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "steunwijzer").rglob("*.py"))
ACTIONS = sorted((ROOT / "actions").glob("*.py"))
FORBIDDEN = {
    *("rasa", "rasa_sdk", "sanic", "aiohttp", "requests", "flask", "fastapi"),
    *("actions", "channels", "dialogue", "nlu", "time"),
}
CLOCKS = {"today", "now", "utcnow", "time_ns", "monotonic", "localtime"}
SENTENCE_WORDS = 4
A_REGEX = re.compile(r"\\[dwsbWDS0-9]|\(\?|\[\^|\[a-z\]|\] \?")
A_NAME_IN_CODE = re.compile(r"[a-zA-Z_]\w*")
DIGITS_WITH_A_REASON = {
    "2015.yml": "the file that is missing when there is no table at all",
    "expected a date such as 2026-11-21": "shows how to write it",
    'expected a time in quotes such as "09:00"': "shows how to write it",
    "expected a phone number such as 088 123 45 67, not ": "shows how to write it",
    "tag:yaml.org,2002:timestamp": "YAML's own name for a date",
    "00": "begins a number in another country",
    "0": "the smallest amount of cents",
}


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(code: str) -> set[str]:
    """The top-level packages that the code imports, anywhere."""
    names = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    return names


def called(code: str) -> set[str]:
    """The last names of everything that the code calls: now of datetime.now()."""
    calls = [n.func for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Call)]
    return {getattr(call, "attr", getattr(call, "id", "")) for call in calls}


def literals(code: str) -> Iterator[str]:
    """Every string in the code that is no docstring and no format ("{:02d}")."""
    tree = ast.parse(code)
    left_out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out.add(node.value)
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            left_out |= set(ast.walk(node.format_spec))  # type: ignore[arg-type]
    constants = (each for each in ast.walk(tree) if isinstance(each, ast.Constant))
    for constant in constants:
        if isinstance(constant.value, str) and constant not in left_out:
            yield constant.value


def typed_facts(code: str) -> list[str]:
    """Strings with a digit that look like an amount, a year or a number to phone."""
    return [
        text
        for text in literals(code)
        if re.search(r"\d", text)
        and text not in DIGITS_WITH_A_REASON
        and not A_REGEX.search(text)
        and not A_NAME_IN_CODE.fullmatch(text)
    ]


def sentences(code: str) -> list[str]:
    return [
        text
        for text in literals(code)
        if len(text.split()) >= SENTENCE_WORDS and not A_REGEX.search(text)
    ]


@pytest.mark.parametrize("path", DECISIONS, ids=short)
def test_a_decision_knows_no_rasa_no_web_and_no_clock(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert imported(code) & FORBIDDEN == set()
    assert called(code) & CLOCKS == set()


@pytest.mark.parametrize("path", [*DECISIONS, *ACTIONS], ids=short)
def test_no_amount_or_phone_number_is_typed_in_code(path: Path) -> None:
    assert typed_facts(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", ACTIONS, ids=short)
def test_an_action_has_no_sentences(path: Path) -> None:
    assert sentences(path.read_text(encoding="utf-8")) == []


def test_only_one_place_reads_the_clock() -> None:
    reads = [
        short(path)
        for path in ACTIONS
        if {"now", "today"} & called(path.read_text(encoding="utf-8"))
        and "ZoneInfo" in path.read_text(encoding="utf-8")
    ]
    assert reads == ["actions/common.py"]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import rasa.shared.core", {"rasa"}),
        ("def f():\n    from sanic.request import Request", {"sanic"}),
        ("from datetime import time", {"datetime"}),
    ],
)
def test_an_import_is_seen_wherever_it_stands(code: str, found: set[str]) -> None:
    assert imported(code) == found


def test_a_typed_fact_and_a_sentence_are_seen() -> None:
    assert typed_facts('"""In 2015."""\nx = "€ 250"\ny = f"{x:02d} 088 1"') == [
        "€ 250",
        " 088 1",
    ]
    assert typed_facts('x = ("under_18", r"\\d{4}")') == []
    assert sentences('"""Not this one, of course."""\nx = "dat mag u zelf kiezen"') == [
        "dat mag u zelf kiezen"
    ]
