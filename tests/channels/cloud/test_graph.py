"""Handing over a message: it is taken, or it is clear what to do with it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from channels.cloud.codes import Verdict
from channels.cloud.graph import Graph, NotTaken
from channels.cloud.messages import addressed
from channels.cloud.settings import Settings
from tools.graph_api import NUMBER_ID, TOKEN, Fault, GraphApi, api_url
from tools.ports import free_port

TEXT = {"type": "text", "text": {"body": "Het is gratis."}}
MESSAGE = addressed(TEXT, "a token", "31612345678", "NL.1")
HIDDEN = addressed(TEXT, "a token", None, "NL.1")


def settings(api: str) -> Settings:
    return Settings("x", "x", TOKEN, NUMBER_ID, "x", api)


def with_graph(known: Settings, do: Callable[[Graph], Awaitable[Any]]) -> None:
    async def run() -> None:
        graph = Graph(known)
        try:
            await do(graph)
        finally:
            await graph.close()

    asyncio.run(run())


def refusal(known: Settings, message: Any = MESSAGE) -> NotTaken:  # noqa: ANN401
    with pytest.raises(NotTaken) as problem:
        with_graph(known, lambda graph: graph.send(message))
    return problem.value


@pytest.mark.parametrize(
    ("message", "to"), [(MESSAGE, "31612345678"), (HIDDEN, "NL.1")]
)
def test_a_message_arrives_at_a_number_or_at_a_user_who_hides_it(
    api: GraphApi, message: dict[str, Any], to: str
) -> None:
    with_graph(settings(api.url), lambda graph: graph.send(message))
    (taken,) = api.accepted
    assert taken.to == to
    assert taken.message["text"]["body"] == "Het is gratis."
    assert api.violations == []


def test_a_message_is_marked_as_read_while_we_type(api: GraphApi) -> None:
    with_graph(settings(api.url), lambda graph: graph.show_at_work("wamid.1"))
    assert api.read == ["wamid.1"]
    assert api.violations == []


@pytest.mark.parametrize(
    ("fault", "verdict", "problem"),
    [
        (Fault(400, 131056), Verdict.AGAIN, "131056"),
        (Fault(400, 130429), Verdict.SLOWER, "130429"),
        (Fault(400, 131026), Verdict.NEVER, "131026"),
        (Fault(400, 131047), Verdict.NEVER, "131047"),
        (Fault(503), Verdict.AGAIN, "HTTP 503"),
        (Fault(500, 131000), Verdict.AGAIN, "131000"),
    ],
)
def test_what_is_refused_says_what_to_do(
    api: GraphApi, fault: Fault, verdict: Verdict, problem: str
) -> None:
    api.faults.append(fault)
    refused = refusal(settings(api.url))
    assert (refused.verdict, refused.problem) == (verdict, problem)
    assert not refused.may_have_arrived


def test_a_token_that_is_rejected_is_trouble_with_the_account(api: GraphApi) -> None:
    refused = refusal(replace(settings(api.url), access_token="old"))
    assert (refused.verdict, refused.problem) == (Verdict.ACCOUNT, "190")


def test_a_number_id_that_is_not_ours_too(api: GraphApi) -> None:
    refused = refusal(replace(settings(api.url), number_id="1"))
    assert refused.verdict is Verdict.ACCOUNT


def test_what_is_not_answered_in_time_may_have_arrived(
    api: GraphApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("channels.cloud.graph.SECONDS_TO_SEND", 0.2)
    api.faults.append(Fault(seconds=1))
    refused = refusal(settings(api.url))
    assert (refused.verdict, refused.may_have_arrived) == (Verdict.AGAIN, True)


def test_where_nobody_listens_nothing_arrives() -> None:
    refused = refusal(settings(api_url(free_port())))
    assert (refused.verdict, refused.problem) == (Verdict.AGAIN, "connection")
    assert not refused.may_have_arrived


def test_no_word_of_a_refusal_quotes_whom_it_was_for(api: GraphApi) -> None:
    refused = refusal(settings(api.url), {**MESSAGE, "to": "no number"})
    assert "no number" not in str(refused) + repr(refused)
