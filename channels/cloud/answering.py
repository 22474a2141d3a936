"""Answers a message of WhatsApp, whatever kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from channels.assistant import Assistant
from channels.cloud.heard import what_is_said
from channels.cloud.messages import Body, bodies, offered
from channels.cloud.webhook import CAPTIONED, OTHERS, UNSUPPORTED
from channels.incoming import MAX_LENGTH, TooLong
from channels.refusals import TECHNICAL_PROBLEM, TOO_LONG
from channels.replies import Reply
from steunwijzer.whatsapp.inbox import Waiting

INTRODUCTION = "utter_whatsapp_introduction"
GREETING, CRISIS = "utter_greet", "utter_crisis"
LABEL_OF_A_LIST = "utter_whatsapp_choose"
# What is said to what cannot be read, by kind of message.
INSTEAD = {
    "audio": "utter_whatsapp_audio",
    "image": "utter_whatsapp_image",
    "video": "utter_whatsapp_video",
    "document": "utter_whatsapp_document",
    "sticker": "utter_whatsapp_sticker",
    "location": "utter_whatsapp_location",
    "contacts": "utter_whatsapp_contacts",
    "reaction": "utter_whatsapp_reaction",
    UNSUPPORTED: "utter_whatsapp_unsupported",
}
assert INSTEAD.keys() == {*CAPTIONED, *OTHERS, UNSUPPORTED}


@dataclass(frozen=True)
class Answered:
    """What to send, and what it offers; None: what was offered before still holds."""

    bodies: list[Body]
    choices: list[dict[str, str]] | None
    erases: bool = False


async def answer_to(
    message: Waiting, choices: str | None, assistant: Assistant
) -> Answered:
    """Return the answer. Raises NoAnswer when the assistant has none.

    `choices` is what the last answer offered, JSON; None when there was no answer yet.
    """
    said = INSTEAD.get(message.kind)
    if message.kind == "reaction" and choices in (None, "[]"):
        return Answered([], None)  # a thumb under an answer asks nothing
    reply = await assistant.say(said) if said else []
    if said and not message.said:
        return await _shown(reply, None, assistant)
    try:
        words = what_is_said(message.kind, message.said, choices)
    except TooLong:
        reply = await assistant.say(TOO_LONG, max_length=MAX_LENGTH)
        return await _shown(reply, None, assistant)
    reply += await assistant.answer(message.conversation, message.key, words)
    if choices is None:
        reply = await _introduced(reply, assistant)
    return await _shown(reply, offered(reply), assistant)


async def no_answer(assistant: Assistant) -> Answered:
    """Return what a client is told when there is no answer: to phone."""
    return await _shown(await assistant.say(TECHNICAL_PROBLEM), None, assistant)


async def _introduced(reply: Reply, assistant: Assistant) -> Reply:
    """Put first that this is a computer, unless the answer says so itself.

    Who may be in danger reads first whom to phone.
    """
    introduction = await assistant.say(INTRODUCTION)
    first, *others = reply
    for response, introduced in (
        (GREETING, reply),
        (CRISIS, [first, *introduction, *others]),
    ):
        said = await assistant.say(response)
        if first["paragraphs"] == said[0]["paragraphs"]:
            return introduced
    return [*introduction, *reply]


async def _shown(
    reply: Reply, choices: list[dict[str, str]] | None, assistant: Assistant
) -> Answered:
    label = await assistant.say(LABEL_OF_A_LIST)
    text = label[0]["paragraphs"][0][0]["text"]
    erases = any(message["erases"] for message in reply)
    return Answered(bodies(reply, choices or (), text), choices, erases)
