"""Which websites may have the widget."""

from collections.abc import Collection
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def is_local(host: str) -> bool:
    """Tell whether a Host header is of this machine itself: nobody else can be there.

    A name that another website points at this machine is not.
    """
    return _hostname(f"//{host}") in LOOPBACK


def may_ask(origin: str, host: str, allowed: Collection[str]) -> bool:
    """Tell whether a page of `origin` may talk to the assistant, reached at `host`.

    `allowed` are the websites of zorgkantoor.yml. During development a page on this
    machine may, too.
    """
    return origin in allowed or (_hostname(origin) in LOOPBACK and is_local(host))


def _hostname(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
