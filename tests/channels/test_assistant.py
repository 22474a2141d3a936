"""What a channel gets from the assistant: an answer, or word that there is none."""

import asyncio
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from channels.assistant import Assistant, Handle
from channels.refusals import refusal
from channels.turns import NoAnswer
from steunwijzer.handoff.database import migrate, open_database, writing
from steunwijzer.replies import keep_reply
from tests.channels.agents import an_agent, breaks, says, says_nothing
from tools.clock import utc_now
from tools.rasa_cli import PrivateRecord


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    """What Rasa's agent has that a channel needs."""
    monkeypatch.setenv("STEUNWIJZER_DATABASE", f"sqlite:///{tmp_path}/test.db")
    migrate(open_database())
    return an_agent()


def answer(agent: Any, handle: Handle) -> list[dict[str, Any]]:  # noqa: ANN401
    assistant = Assistant(agent, handle, "website")
    return asyncio.run(assistant.answer("a-client", "first", "wat kost het"))


def test_what_the_assistant_says_is_the_answer(agent: Any) -> None:  # noqa: ANN401
    (message,) = answer(agent, says)
    assert message["paragraphs"] == [[{"text": "U zei: wat kost het."}]]


async def says_where(message: UserMessage) -> None:
    where = f"{message.input_channel}, {message.output_channel.name()}"
    await message.output_channel.send_response("", {"text": where})


def test_rasa_knows_the_channel_that_it_answers_on(
    agent: Any,  # noqa: ANN401
) -> None:
    (message,) = answer(agent, says_where)
    assert message["paragraphs"] == [[{"text": "website, website"}]]


@pytest.mark.parametrize("handle", [says_nothing, breaks])
def test_silence_is_no_answer(
    agent: Any,  # noqa: ANN401
    handle: Handle,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logging, "_logRecordFactory", PrivateRecord)  # as `make run`
    with pytest.raises(NoAnswer):
        answer(agent, handle)
    assert "wat kost het" not in caplog.text


def test_a_message_that_was_answered_is_not_handled_again(
    agent: Any,  # noqa: ANN401
) -> None:
    with writing(open_database()) as connection:
        said = [{"text": "Het is gratis."}]
        keep_reply(connection, "a-client", "first", said, utc_now())
    (message,) = answer(agent, breaks)
    assert message["paragraphs"] == [[{"text": "Het is gratis."}]]


def test_who_gets_no_answer_gets_the_number_to_call(agent: Any) -> None:  # noqa: ANN401
    assistant = Assistant(agent, says, "website")
    response = asyncio.run(refusal(NoAnswer(), assistant))
    assert response.status == 503
    (message,) = json.loads(response.body)["messages"]
    spans = [span for line in message["paragraphs"] for span in line]
    assert {"text": "088 000 00 00", "href": "tel:+31880000000"} in spans
