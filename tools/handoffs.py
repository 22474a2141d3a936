"""Requests of clients for a human, for the supporter: `python -m tools.handoffs`.

`list` has no personal data; `show` has all of it, for who has to call. `pick-up` and
`done` say how far it is. Of what a mail server refused, `retry` mails again what can be
mended, and `told` puts away what you said by phone.
"""

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import Unavailable, migrate, open_database, reading
from steunwijzer.handoff.outbox import Outbox
from steunwijzer.handoff.recipient import recipient_for
from steunwijzer.handoff.request import Request
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.handoff.rows import find_request
from steunwijzer.knowledge import Knowledge, installed
from steunwijzer.reading import KnowledgeError
from tools.clock import local_now
from tools.handoff_list import listed, shown

REFERENCE = re.compile(r"(?:SW-?)?([A-Z0-9]{6})")


class Desk(NamedTuple):
    """What a command works with."""

    engine: Engine
    knowledge: Knowledge
    now: datetime

    @property
    def handoffs(self) -> Handoffs:
        """The requests."""
        return Handoffs(self.engine, self.knowledge.zorgkantoor.email_domain)

    @property
    def outbox(self) -> Outbox:
        """The mails about them."""
        return Outbox(self.engine)

    def request(self, reference: str) -> Request | None:
        """Return the request with that reference, closed or not."""
        with reading(self.engine) as connection:
            return find_request(connection, reference)


def list_all(desk: Desk, reference: str) -> list[str]:
    """Return what waits, and what was refused, without personal data."""
    return listed(desk.handoffs.all_current(), desk.outbox.refused(), desk.now)


def show(desk: Desk, reference: str) -> list[str]:
    """Return all of one request. Raises LookupError."""
    request = desk.request(reference)
    if not request:
        raise LookupError(f"no request {reference}")
    mails = [each for each in desk.outbox.refused() if each.reference == reference]
    return shown(request, mails, desk.knowledge, desk.now)


def pick_up(desk: Desk, reference: str) -> list[str]:
    """Mark a request as picked up. Raises LookupError, and ValueError if closed."""
    request = desk.handoffs.pick_up(reference, desk.now)
    if request.picked_up_at != desk.now:
        return [f"{reference} was picked up already, at {request.picked_up_at:%F %R}."]
    return [f"{reference} is picked up. make handoffs SHOW={reference}: who to reach."]


def done(desk: Desk, reference: str) -> list[str]:
    """Mark a request as done. Raises LookupError, and ValueError if closed."""
    desk.handoffs.done(reference, desk.now)
    days = desk.knowledge.zorgkantoor.retention.requests
    return [f"{reference} is done. What it holds is removed after {days} days."]


def retry(desk: Desk, reference: str) -> list[str]:
    """Mail again what was refused. Raises LookupError when nothing was.

    A request goes to who is contracted now: the address can be what was mended.
    """
    request = desk.request(reference)
    sector = request.details.sector if request else None
    to = recipient_for(desk.knowledge.zorgkantoor, sector).email
    number = desk.outbox.retry(reference, to)
    if not number:
        raise LookupError(f"no mail about {reference} was refused")
    return [f"{reference}: mails that the mail worker will send again: {number}."]


def told(desk: Desk, reference: str) -> list[str]:
    """Put away what you told by phone. Raises LookupError when nothing was refused."""
    number = desk.outbox.told(reference, desk.now)
    if not number:
        raise LookupError(f"no mail that ends {reference} was refused")
    return [f"{reference}: mails put away: {number}."]


COMMANDS: Mapping[str, Callable[[Desk, str], list[str]]] = {
    "list": list_all,
    "show": show,
    "pick-up": pick_up,
    "done": done,
    "retry": retry,
    "told": told,
}


def _reference(given: str) -> str:
    """Read a reference as it is typed: SW-4KT7HC, sw-4kt7hc or 4kt7hc."""
    found = REFERENCE.fullmatch(given.strip().upper())
    if not found:
        raise argparse.ArgumentTypeError(
            f"expected a reference such as SW-4KT7HC, not {given!r}"
        )
    return f"SW-{found[1]}"


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.handoffs", description=__doc__)
    parser.set_defaults(command="list", reference="")
    commands = parser.add_subparsers(dest="command", metavar="|".join(COMMANDS))
    for name, command in COMMANDS.items():
        added = commands.add_parser(
            name, help=(command.__doc__ or "").partition(".")[0]
        )
        if name != "list":
            added.add_argument("reference", type=_reference, metavar="SW-XXXXXX")
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Do one command and print what came of it; returns the exit code."""
    arguments = _arguments(argv)
    command = COMMANDS[arguments.command or "list"]
    try:
        engine = open_database()
        migrate(engine)
        desk = Desk(engine, installed(), local_now())
        lines = command(desk, arguments.reference)
    except Unavailable as problem:
        print(f"The database cannot be used: {problem}", file=sys.stderr)
        return 1
    except (KnowledgeError, LookupError, ValueError) as mistake:
        print(mistake, file=sys.stderr)
        return 1
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
