"""Hands messages over to Meta."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout

from channels.cloud.codes import OK, Verdict, verdict
from channels.cloud.settings import Settings

SECONDS_TO_SEND = 20
SECONDS_TO_SHOW = 3  # that an answer waits for its "is typing"


@dataclass(frozen=True)
class NotTaken(Exception):
    """Meta did not take a message, or did not say so.

    `problem` is a code of Meta's or a word, never its text, which may quote a number.
    `refused`: Meta said no, and is not in trouble itself.
    """

    verdict: Verdict
    problem: str
    may_have_arrived: bool = False
    refused: bool = False


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

    async def show_at_work(self, message_id: str, types: bool = True) -> None:
        """Mark a message as read and show that we type, if so. Raises NotTaken."""
        read = {
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": message_id,
        }
        typing = {"typing_indicator": {"type": "text"}} if types else {}
        await self._post({**read, **typing}, SECONDS_TO_SHOW)

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
        if status != OK:
            code, subcode = _codes(body)
            problem = f"HTTP {status}" if code is None else str(code)
            raise NotTaken(
                verdict(status, code, subcode),
                problem,
                refused=code is not None and status < 500,
            )


def _codes(body: bytes) -> tuple[int | None, int | None]:
    """Return the code of an error and what it is closer to, as far as there are any."""
    try:
        error = json.loads(body)["error"]
        code, subcode = error["code"], error.get("error_subcode")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None, None
    return (
        code if isinstance(code, int) else None,
        subcode if isinstance(subcode, int) else None,
    )
