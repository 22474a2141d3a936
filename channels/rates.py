"""How often a visitor may ask: enough for a person, too little to flood the server."""

import ipaddress
import math
import re
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

IN_A_CONVERSATION = parse("30/minute")
# Many visitors can share an address: a hospital, a library.
CALLS_FROM_AN_ADDRESS = parse("300/minute")
CONVERSATIONS_FROM_AN_ADDRESS = parse("60/minute")
IPV6_OF_ONE_HOUSE = 64  # bits
# Some proxies add it: "192.0.2.7:4711", "[2001:db8::7]:4711".
_PORT = re.compile(r"^\[?([\d.]+|[\da-f:.]+(?=\]))\]?(?::\d+)?$", re.IGNORECASE)


class Rates:
    """Counts, in the memory of this process, and forgets after a minute."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._counts = MemoryStorage()  # the limiter does not hold on to it
        self._limiter = FixedWindowRateLimiter(self._counts)

    def wait_for_call(self, address: str | None) -> int:
        """Count whatever is asked; return how many seconds to wait, 0 for none."""
        return self._wait(CALLS_FROM_AN_ADDRESS, address)

    def wait_for_conversation(self, address: str | None) -> int:
        """Count a new conversation; return how many seconds to wait, 0 for none."""
        return self._wait(CONVERSATIONS_FROM_AN_ADDRESS, address)

    def wait_for_message(self, conversation: str) -> int:
        """Count a message; return how many seconds to wait, 0 for none."""
        return self._wait(IN_A_CONVERSATION, conversation)

    def _wait(self, most: RateLimitItem, who: str | None) -> int:
        if who is None or self._limiter.hit(most, who):
            return 0
        free_at, _remaining = self._limiter.get_window_stats(most, who)
        return max(2, math.ceil(free_at - time.time()))


def address_of(peer: str, forwarded_for: str, proxies: int) -> str | None:
    """Return whom to count as one visitor; None for somebody at this machine itself.

    `peer` is who connects, which is a proxy on this machine: the assistant listens to
    nobody else. The proxy names the visitor in X-Forwarded-For; with more `proxies` in
    a row each adds who came to it, and what stands before that anybody can write.
    """
    forwarded = [each.strip() for each in forwarded_for.split(",")]
    named = forwarded[-proxies] if len(forwarded) >= proxies else forwarded[0]
    try:
        address = ipaddress.ip_address(_PORT.sub(r"\1", named) or peer)
    except ValueError:
        return named
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback and not named:
        return None
    if isinstance(address, ipaddress.IPv6Address):
        house = ipaddress.ip_network((address, IPV6_OF_ONE_HOUSE), strict=False)
        return str(house)
    return str(address)
