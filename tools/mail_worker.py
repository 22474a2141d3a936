"""Send the mails about requests for a human: `python -m tools.mail_worker`.

Runs beside the assistant until it is stopped, on the real clock. More than one may run
at once. What it prints has no personal data.
"""

import argparse
import logging
import os
import signal
import sys
import threading
from datetime import timedelta

from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import Unavailable, migrate, open_database
from steunwijzer.handoff.mail_settings import MailSettings, WrongSetting
from steunwijzer.knowledge import installed
from steunwijzer.reading import KnowledgeError
from steunwijzer.var import var_folder
from tools.clock import utc_now
from tools.sending import WITHOUT_DATABASE_SECONDS, Worker, log

# Longer than a delivery can take: another worker takes over only what nobody works on.
CLAIM_SECONDS = 300.0


def _open(stop: threading.Event) -> Engine | None:
    """Return the database, up to date; None when it is stopped before there is one."""
    while not stop.is_set():
        try:
            engine = open_database()
            migrate(engine)
            return engine
        except Unavailable as problem:
            log.error("the database cannot be used: %s", problem)
            stop.wait(WITHOUT_DATABASE_SECONDS)
    return None


def _say_where(settings: MailSettings) -> None:
    if settings.server:
        log.info("mails go to %s:%d", settings.server.host, settings.server.port)
    else:
        log.info("no STEUNWIJZER_SMTP_HOST: mails are files in %s", settings.folder)


def _stopped_by_signals() -> threading.Event:
    """Return what is set by a signal, in a thread that waits for one.

    A handler would set it where it may be waited for, whose lock it then waits for.
    """
    stop = threading.Event()
    ends = (signal.SIGTERM, signal.SIGINT)
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)

    def wait() -> None:
        signal.sigwait(ends)
        stop.set()

    threading.Thread(target=wait, daemon=True).start()
    return stop


def main(argv: list[str]) -> int:
    """Work until it is stopped; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claim-seconds", type=float, default=CLAIM_SECONDS)
    parser.add_argument(
        "--until-empty", action="store_true", help="end when no mail is due"
    )
    arguments = parser.parse_args(argv)
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%d-%m %H:%M:%S")
    log.setLevel(logging.INFO)
    stop = _stopped_by_signals()
    try:
        knowledge = installed()
        settings = MailSettings.from_environment(
            os.environ, knowledge.zorgkantoor.email
        )
        engine = _open(stop)
    except (KnowledgeError, WrongSetting, ValueError) as mistake:
        print(mistake, file=sys.stderr)
        return 1
    _say_where(settings)
    if engine:
        claim = timedelta(seconds=arguments.claim_seconds)
        var = var_folder()
        worker = Worker(engine, knowledge, settings, claim, utc_now, stop, var)
        worker.work(arguments.until_empty)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
