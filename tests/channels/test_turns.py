import asyncio
from typing import Any

import pytest

from channels import turns
from channels.turns import NoAnswer, Turns


class Asked:
    """Answers with how often it was asked, as soon as it may."""

    def __init__(self) -> None:
        self.times = 0
        self.may_answer = asyncio.Event()

    async def __call__(self) -> list[dict[str, Any]]:
        self.times += 1
        await self.may_answer.wait()
        return [{"time": self.times}]


async def asked_and_ready() -> Asked:
    asked = Asked()
    asked.may_answer.set()
    return asked


def test_a_message_that_comes_again_gets_the_same_answer() -> None:
    async def scenario() -> None:
        seen, asked = Turns(), await asked_and_ready()
        first = await seen.reply("one", "a", asked)
        assert await seen.reply("one", "a", asked) == first
        assert asked.times == 1

    asyncio.run(scenario())


def test_the_same_message_twice_at_once_is_processed_once() -> None:
    async def scenario() -> None:
        seen, asked = Turns(), Asked()
        both = asyncio.gather(*(seen.reply("one", "a", asked) for _ in range(2)))
        asked.may_answer.set()
        first, second = await both
        assert first == second
        assert asked.times == 1

    asyncio.run(scenario())


def test_a_client_that_goes_away_finds_the_answer_when_it_comes_back() -> None:
    async def scenario() -> None:
        seen, asked = Turns(), Asked()
        gone = asyncio.ensure_future(seen.reply("one", "a", asked))
        await asyncio.sleep(0)
        gone.cancel()
        asked.may_answer.set()
        assert await seen.reply("one", "a", asked) == [{"time": 1}]

    asyncio.run(scenario())


def test_the_same_id_in_another_conversation_is_another_message() -> None:
    async def scenario() -> None:
        seen, asked = Turns(), await asked_and_ready()
        await seen.reply("one", "a", asked)
        await seen.reply("other", "a", asked)
        assert asked.times == 2

    asyncio.run(scenario())


def test_who_waits_too_long_is_told_and_the_answer_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scenario() -> None:
        seen, asked = Turns(), Asked()
        with pytest.raises(NoAnswer):
            await seen.reply("one", "a", asked)
        asked.may_answer.set()
        assert await seen.reply("one", "a", asked) == [{"time": 1}]

    monkeypatch.setattr(turns, "SECONDS", 0.01)
    asyncio.run(scenario())


def test_what_failed_may_be_sent_again() -> None:
    async def fails() -> list[dict[str, Any]]:
        raise NoAnswer

    async def scenario() -> None:
        seen, asked = Turns(), await asked_and_ready()
        with pytest.raises(NoAnswer):
            await seen.reply("one", "a", fails)
        assert await seen.reply("one", "a", asked) == [{"time": 1}]

    asyncio.run(scenario())


def test_what_is_wiped_is_not_remembered() -> None:
    async def scenario() -> None:
        seen, asked = Turns(), await asked_and_ready()
        await seen.reply("one", "a", asked)
        await seen.reply("other", "a", asked)
        seen.forget("one")
        await seen.reply("one", "a", asked)
        await seen.reply("other", "a", asked)
        assert asked.times == 3

    asyncio.run(scenario())


def test_what_failed_is_forgotten_without_the_try_that_came_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fails() -> list[dict[str, Any]]:
        raise NoAnswer

    async def scenario() -> None:
        seen, asked = Turns(), Asked()
        with pytest.raises(NoAnswer):
            await seen.reply("one", "a", fails)
        again = asyncio.ensure_future(seen.reply("one", "a", asked))
        forgotten = asyncio.Event()
        asyncio.get_running_loop().call_later(0.05, forgotten.set)
        await forgotten.wait()
        once_more = asyncio.ensure_future(seen.reply("one", "a", asked))
        asked.may_answer.set()
        assert await again == await once_more
        assert asked.times == 1

    monkeypatch.setattr(turns, "REMEMBERED", 0.01)
    asyncio.run(scenario())


def test_an_answer_is_remembered_for_a_moment_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scenario() -> None:
        seen, asked = Turns(), await asked_and_ready()
        await seen.reply("one", "a", asked)
        forgotten = asyncio.Event()
        asyncio.get_running_loop().call_later(0.05, forgotten.set)
        await forgotten.wait()
        await seen.reply("one", "a", asked)
        assert asked.times == 2

    monkeypatch.setattr(turns, "REMEMBERED", 0.01)
    asyncio.run(scenario())
