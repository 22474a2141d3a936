"""An answer of the assistant as messages of WhatsApp: as few as possible."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from channels.cloud.limits import LIST_BODY, ROWS, TEXT, Buttons, fit_as_buttons
from channels.replies import Reply, Span

Body = dict[str, Any]
ITEM = "- "
# What WhatsApp takes for markup of its own, at the edge of a word.
_MARKUP = re.compile(r"(?<!\w)([*_~`]+)(?=\S)")
_NO_MARKUP = "\N{WORD JOINER}"
_QUESTION = re.compile(r"[^.?!]*[^.?!\s]\?(?=\s|$)")


def offered(reply: Reply) -> list[dict[str, str]]:
    """Return the choices of an answer, each once, in the order of showing.

    Of too many the last ones stay: they belong to the question that is asked.
    """
    choices = [each for message in reply for each in message["buttons"]]
    by_title = {each["title"]: each for each in choices}
    by_payload = {each["payload"]: each for each in by_title.values()}
    return list(by_payload.values())[-ROWS:]


def bodies(reply: Reply, choices: Buttons, label: str) -> list[Body]:
    """Return what to send for an answer; `label` is on the button that opens a list."""
    paragraphs = list(_paragraphs(reply))
    if not choices:
        return [_text(part) for part in _parts(paragraphs, TEXT)]
    *before, last = _parts(paragraphs, LIST_BODY)
    return [*map(_text, before), _interactive(last, choices, label)]


def _text(text: str) -> Body:
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def _interactive(text: str, choices: Buttons, label: str) -> Body:
    if fit_as_buttons(choices, text):
        buttons = [
            {"type": "reply", "reply": {"id": each["payload"], "title": each["title"]}}
            for each in choices
        ]
        kind, action = "button", {"buttons": buttons}
    else:
        rows = [{"id": each["payload"], "title": each["title"]} for each in choices]
        kind, action = "list", {"button": label, "sections": [{"rows": rows}]}  # type: ignore[dict-item]
    shown = {"type": kind, "body": {"text": text}, "action": action}
    return {"type": "interactive", "interactive": shown}


def _paragraphs(reply: Reply) -> Iterator[str]:
    """Yield the paragraphs of all messages; a question of a flow stands out."""
    for message in reply:
        lines = [_line(spans) for spans in message["paragraphs"]]
        if message["asks"]:
            lines[-1] = _QUESTION.sub(_bold, lines[-1], count=1)
        for at in message["items"]:
            lines[at] = f"{ITEM}{lines[at]}"
        yield from _with_lists(lines)
        if message["source"]:
            yield f"_{_line(message['source'])}_"


def _with_lists(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, those of a list as one paragraph: they begin with ITEM."""
    for is_list, group in groupby(lines, lambda line: line.startswith(ITEM)):
        if is_list:
            yield "\n".join(group)
        else:
            yield from group


def _bold(found: re.Match[str]) -> str:
    before = found[0][: len(found[0]) - len(found[0].lstrip())]
    return f"{before}*{found[0].strip()}*"


def _line(spans: Sequence[Span]) -> str:
    """Return the text of a paragraph; WhatsApp makes links of what can be tapped."""
    text = "".join(span["text"] for span in spans)
    return _MARKUP.sub(rf"\1{_NO_MARKUP}", text)


def _parts(paragraphs: Sequence[str], most: int) -> list[str]:
    """Return the paragraphs in as few texts as can be, each of `most` characters."""
    parts: list[str] = []
    for paragraph in paragraphs:
        for piece in _pieces(paragraph, most):
            if parts and len(parts[-1]) + len(piece) + 2 <= most:
                parts[-1] += f"\n\n{piece}"
            else:
                parts.append(piece)
    return parts


def _pieces(paragraph: str, most: int) -> Iterator[str]:
    while len(paragraph) > most:
        at = paragraph.rfind(" ", 0, most)
        at = at if at > 0 else most
        yield paragraph[:at]
        paragraph = paragraph[at:].lstrip()
    yield paragraph


def addressed(
    body: Mapping[str, Any], token: str, phone: str | None, user_id: str | None
) -> dict[str, Any]:
    """Return the whole request to send it; `token` comes back in each status."""
    to = {"to": phone} if phone else {"recipient": user_id}
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **to,
        **body,
        "biz_opaque_callback_data": token,
    }
