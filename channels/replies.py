"""An answer of the assistant as the widget gets it."""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from channels.links import links_in
from steunwijzer.knowledge import installed

Span = dict[str, str]
Reply = list[dict[str, Any]]
_SHORT_NUMBER = re.compile(r"\d{3}")


def shown(messages: Iterable[Mapping[str, Any]]) -> Reply:
    """Return the messages of one answer, each as paragraphs, its source and buttons.

    A paragraph is a list of spans: some text, and where it leads to if it is a link.
    `items` are the paragraphs that are a list, `asks` tells of a question of a flow.
    """
    return [_message(each) for each in messages]


def _message(message: Mapping[str, Any]) -> dict[str, Any]:
    source = message.get("source") or ""
    short = _short_numbers(message.get("facts") or ())
    text = str(message.get("text") or "").removesuffix(source)
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    # What a client told is said back without links: nobody has to call themselves.
    spans = _plain if message.get("private") else partial(_spans, short_numbers=short)
    english, items = message.get("english") or (), message.get("items") or ()
    return {
        "paragraphs": [
            _in_english(spans(line)) if line in english else spans(line)
            for line in lines
        ],
        "items": [at for at, line in enumerate(lines) if line in items],
        "asks": bool(message.get("asks")),
        "source": spans(source) if source else None,
        "erases": bool(message.get("erases")),
        "buttons": [
            {"title": each["title"], "payload": each["payload"]}
            for each in message.get("buttons") or ()
        ],
    }


def _in_english(spans: list[Span]) -> list[Span]:
    return [{**span, "lang": "en"} for span in spans]


def _plain(text: str) -> list[Span]:
    return [{"text": text}]


def _spans(text: str, short_numbers: Iterable[str]) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for link in links_in(text, short_numbers):
        spans += [{"text": text[at : link.start]}] if link.start > at else []
        spans.append({"text": text[link.start : link.end], "href": link.href})
        at = link.end
    return [*spans, {"text": text[at:]}] if text[at:] else spans


def _short_numbers(facts: Iterable[str]) -> list[str]:
    """Return the numbers such as 112 among the facts that an answer rests on."""
    values = (getattr(installed().facts.get(each), "value", None) for each in facts)
    return [
        each
        for each in values
        if isinstance(each, str) and _SHORT_NUMBER.fullmatch(each)
    ]
