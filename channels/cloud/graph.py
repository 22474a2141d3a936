"""Hands messages over to Meta."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout

from channels.cloud.codes import Verdict, verdict
from channels.cloud.settings import Settings

SECONDS_TO_SEND = 20
SECONDS_TO_SHOW = 3  # that an answer waits for its "is typing"


@dataclass(frozen=True)
class NotTaken(Exception):
    """Meta did not take a message, or did not say so.

    `problem` is a code of Meta's or a word, never its text, which may quote a number.
    """

    verdict: Verdict
    problem: str
    may_have_arrived: bool = False


class Graph:
    """The Cloud API, for one number of ours."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; nothing is connected before it is used."""
        self._url = f"{settings.api}/{settings.number_id}/messages"
        self._headers = {"Authorization": f"Bearer {settings.access_token}"}
        self._session: ClientSession | None = None

    async def send(self, message: Mapping[str, Any]) -> None:
        """Hand over a message. Raises NotTaken."""
        await self._post(message, SECONDS_TO_SEND)

    async def show_at_work(self, message_id: str) -> None:
        """Mark a message as read and show that we type. Raises NotTaken."""
        shown = {
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": message_id,
            "typing_indicator": {"type": "text"},
        }
        await self._post(shown, SECONDS_TO_SHOW)

    async def close(self) -> None:
        """End its connections."""
        if self._session:
            await self._session.close()
            self._session = None

    async def _post(self, content: Mapping[str, Any], seconds: float) -> None:
        if self._session is None:
            self._session = ClientSession(headers=self._headers)
        try:
            async with self._session.post(
                self._url,
                json=content,
                timeout=ClientTimeout(total=seconds),
                allow_redirects=False,  # the token is for nobody else
            ) as answer:
                status, body = answer.status, await answer.read()
        except ClientConnectorError:
            raise NotTaken(Verdict.AGAIN, "connection") from None
        except asyncio.TimeoutError:
            raise NotTaken(Verdict.AGAIN, "timeout", may_have_arrived=True) from None
        except ClientError:
            raise NotTaken(Verdict.AGAIN, "connection", may_have_arrived=True) from None
        if status != 200:
            code = _code(body)
            raise NotTaken(verdict(status, code), str(code or f"HTTP {status}"))


def _code(body: bytes) -> int | None:
    """Return the code of an error, if the answer has one."""
    try:
        code = json.loads(body)["error"]["code"]
    except (ValueError, KeyError, TypeError):
        return None
    return code if isinstance(code, int) else None
