"""Remove what may no longer be kept: `python -m tools.purge`.

How many days each kind of data is kept stands in knowledge/zorgkantoor.yml. What is
printed has no personal data.
"""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from steunwijzer.conversations import purge_conversations
from steunwijzer.handoff.database import (
    Unavailable,
    forget_traces,
    migrate,
    open_database,
)
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import file_of_misunderstood, forget_old
from steunwijzer.reading import KnowledgeError
from steunwijzer.replies import purge_replies
from steunwijzer.var import var_folder
from steunwijzer.whatsapp.windows import close_windows
from steunwijzer.zorgkantoor import Zorgkantoor
from tools.clock import LOCAL_TIME, local_now

NOT_OVERWRITTEN = (
    "overwriting what was removed: the database is in use; the next purge does it"
)


@dataclass(frozen=True)
class Report:
    """What a purge did.

    `removed` counts by kind, of every kind that could be looked through; `problems`
    says what went wrong with the others. `not_done` counts requests that are kept
    because nobody marked them as done, although they are old enough.
    """

    removed: Mapping[str, int]
    problems: tuple[str, ...] = ()
    not_done: int = 0

    @property
    def counts(self) -> str:
        """What was removed, in one line."""
        if not any(self.removed.values()):
            return "nothing was too old"
        told = (f"{kind} {count}" for kind, count in self.removed.items())
        return f"removed what was too old: {', '.join(told)}"


def purge(engine: Engine, zorgkantoor: Zorgkantoor, var: Path, now: datetime) -> Report:
    """Remove what is too old at the local time `now`, from the database and from `var`.

    What goes wrong with one kind stops no other; it raises nothing for that. Nothing of
    what was removed is left in the files of the database, unless `problems` says so.
    """
    days = zorgkantoor.retention
    handoffs = Handoffs(engine, zorgkantoor.email_domain)
    moment = now.replace(tzinfo=LOCAL_TIME)

    def conversations() -> Mapping[str, int]:
        silent_since = moment - timedelta(days=days.conversations)
        return {"conversations": purge_conversations(engine, silent_since)}

    utc = moment.astimezone(timezone.utc).replace(tzinfo=None)

    def answers() -> Mapping[str, int]:
        return {"answers": purge_replies(engine, utc)}

    def numbers_of_whatsapp() -> Mapping[str, int]:
        closed = close_windows(engine, zorgkantoor.email_domain, utc, now)
        return {"numbers of WhatsApp": closed.people}

    def misunderstood() -> Mapping[str, int]:
        file = file_of_misunderstood(var)
        dropped = forget_old(file, now.date(), days.misunderstood)
        return {"misunderstood messages": dropped}

    def requests() -> Mapping[str, int]:
        return asdict(handoffs.purge(now, days))

    def mails() -> Mapping[str, int]:
        written_before = moment - timedelta(days=days.requests)
        return {"mails in var/mail": _remove_mails(var / "mail", written_before)}

    removed: dict[str, int] = {}
    problems = []
    steps = conversations, answers, numbers_of_whatsapp, misunderstood, requests, mails
    for step in steps:
        try:
            removed |= step()
        except (Unavailable, SQLAlchemyError, OSError) as error:
            problems.append(f"{step.__name__}: {_problem(error)}")
    if not forget_traces(engine):
        problems.append(NOT_OVERWRITTEN)
    not_done = _not_done(handoffs, now - timedelta(days=days.requests))
    return Report(removed, tuple(problems), not_done)


def _remove_mails(folder: Path, before: datetime) -> int:
    """Remove the mails that were written to a folder instead of sent."""
    old = [
        file
        for file in folder.glob("*")
        if file.suffix in (".eml", ".new") and file.stat().st_mtime < before.timestamp()
    ]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _not_done(handoffs: Handoffs, before: datetime) -> int:
    try:
        return sum(each.created_at < before for each in handoffs.all_current())
    except Unavailable:
        return 0


def _problem(error: Exception) -> str:
    """Return what can be told of an error without a value of a row in it."""
    if isinstance(error, Unavailable):
        return str(error)
    return getattr(error, "strerror", None) or type(error).__name__


def main(argv: list[str]) -> int:
    """Purge once and print what was removed; returns the exit code."""
    argparse.ArgumentParser(description=__doc__).parse_args(argv)
    try:
        zorgkantoor = installed().zorgkantoor
        engine = open_database()
        migrate(engine)
    except KnowledgeError as mistake:
        print(mistake, file=sys.stderr)
        return 1
    except (Unavailable, ValueError) as problem:
        print(f"The database cannot be used: {problem}", file=sys.stderr)
        return 1
    report = purge(engine, zorgkantoor, var_folder(), local_now())
    print(f"{report.counts[0].upper()}{report.counts[1:]}.")
    if report.not_done:
        days = zorgkantoor.retention.requests
        print(
            f"Kept: requests of more than {days} days ago that nobody marked as done: "
            f"{report.not_done}. See make handoffs."
        )
    for each in report.problems:
        print(f"Not done: {each}.", file=sys.stderr)
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
