"""Brings the mails of the outbox away, and records what became of each.

What is logged has no personal data.
"""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy.engine import Engine

from steunwijzer.handoff.database import Unavailable
from steunwijzer.handoff.delivery import (
    Delivered,
    Refused,
    Result,
    TryAgain,
    deliver,
    remove_mails,
)
from steunwijzer.handoff.mail import compose
from steunwijzer.handoff.mail_settings import MailSettings
from steunwijzer.handoff.outbox import Mail, Outbox
from steunwijzer.handoff.pauses import pause_after
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.knowledge import Knowledge
from steunwijzer.replies import purge_replies
from steunwijzer.whatsapp.windows import close_windows
from steunwijzer.wording_needed import read_responses
from tools.clock import in_local_time
from tools.purge import purge

DOMAIN = Path(__file__).resolve().parent.parent / "domain.yml"
IDLE_SECONDS = 1.0
WITHOUT_DATABASE_SECONDS = 2.0
TEN_SECONDS, A_MINUTE, A_DAY = 10.0, 60.0, 24 * 60 * 60.0
log = logging.getLogger("mail_worker")


class Worker:
    """Takes mails from the outbox one at a time, and brings them away."""

    def __init__(
        self,
        engine: Engine,
        knowledge: Knowledge,
        settings: MailSettings,
        claim: timedelta,
        clock: Callable[[], datetime],
        stop: threading.Event,
        var: Path,
    ) -> None:
        """Take what it works with, and what ends it after the mail in hand.

        `clock` tells the time in UTC, without a time zone; `var` is the folder that it
        purges, with the database.
        """
        self._zorgkantoor = knowledge.zorgkantoor
        self._engine = engine
        self._var = var
        self._handoffs = Handoffs(engine, self._zorgkantoor.email_domain)
        self._outbox = Outbox(engine)
        self._compose = partial(
            compose,
            responses=read_responses(DOMAIN),
            knowledge=knowledge,
            sender=settings.sender,
        )
        self._settings = settings
        self._claim = claim
        self._clock = clock
        self._stop = stop
        self._name = secrets.token_hex(8)
        self._done_at: dict[str, float] = {}
        self._trouble = ""

    def work(self, until_empty: bool) -> None:
        """Send until it is stopped, or with `until_empty` until no mail is due."""
        while not self._stop.is_set():
            try:
                self._now_and_then("escalate", A_MINUTE, self._escalate)
                self._now_and_then("forget", TEN_SECONDS, self._forget)
                self._now_and_then("replies", A_MINUTE, self._purge_replies)
                self._now_and_then("windows", A_MINUTE, self._close_windows)
                self._now_and_then("purge", A_DAY, self._purge)
                now = self._clock()
                mail = self._outbox.claim(self._name, now, now + self._claim)
            except Unavailable as problem:
                self._wait_for_database(problem)
                continue
            if mail:
                self._handle(mail)
            elif until_empty:
                return
            else:
                self._stop.wait(IDLE_SECONDS)

    def _now_and_then(self, name: str, every: float, do: Callable[[], None]) -> None:
        """Do it when it was not done in the last `every` seconds."""
        last = self._done_at.get(name)
        if last is None or time.monotonic() - last >= every:
            do()
            self._done_at[name] = time.monotonic()

    def _local(self) -> datetime:
        """Return the local time, as all moments of a request are."""
        return in_local_time(self._clock()).replace(tzinfo=None)

    def _escalate(self) -> None:
        to = self._zorgkantoor.handoff.overdue_email
        if number := self._handoffs.escalate(to, self._local()):
            log.warning("%d requests were not picked up in time", number)

    def _forget(self) -> None:
        if not self._handoffs.forget_erased():
            log.warning("what was erased is not overwritten yet: the database is busy")

    def _purge_replies(self) -> None:
        purge_replies(self._engine, self._clock())

    def _close_windows(self) -> None:
        domain = self._zorgkantoor.email_domain
        now, local = self._clock(), self._local()
        closed = close_windows(self._engine, domain, now, local)
        if closed.unanswered:
            log.error("WhatsApp: %d clients got no answer in time", closed.unanswered)

    def _purge(self) -> None:
        report = purge(self._engine, self._zorgkantoor, self._var, self._local())
        log.info("purge: %s", report.counts)
        for problem in report.problems:
            log.error("not purged: %s", problem)

    def _handle(self, mail: Mail) -> None:
        """Bring the mail away and record what became of it."""
        result = self._result(mail)
        now = self._local()
        which = f"{mail.reference} {mail.kind}, attempt {mail.attempts}"
        if isinstance(result, Delivered):
            kept = self._record(lambda: self._outbox.sent(mail, now))
            log.info("%s: sent", which)
        elif isinstance(result, TryAgain):
            at, problem = self._clock() + pause_after(mail.attempts), result.problem
            kept = self._record(lambda: self._outbox.try_again(mail, at, problem))
            again = f"{in_local_time(at):%d-%m %H:%M}"
            log.warning("%s: %s, again at %s", which, problem, again)
        else:
            problem = result.problem
            kept = self._record(lambda: self._outbox.refuse(mail, now, problem))
            log.error("%s: refused (%s), a person has to look", which, problem)
        if not kept:
            log.warning("%s: not recorded, it may be sent again", which)
        self._tell_of_trouble(result)

    def _result(self, mail: Mail) -> Result:
        try:
            message = self._compose(mail, at=in_local_time(self._clock()))
        except Exception as error:  # whatever it is, it is not solved by another try
            return Refused(type(error).__name__)
        try:
            if mail.kind == "erased" and not self._settings.server:
                remove_mails(mail.reference, self._settings.folder)
            return deliver(message, self._settings)
        except Exception as error:  # one mail does not end the worker
            return TryAgain(type(error).__name__)

    def _record(self, record: Callable[[], bool]) -> bool:
        """Record it, as soon as the database can: or else the mail would go twice."""
        while True:
            try:
                return record()
            except Unavailable as problem:
                self._wait_for_database(problem)
                if self._stop.is_set():
                    return False

    def _wait_for_database(self, problem: Unavailable) -> None:
        log.error("the database cannot be used: %s", problem)
        self._stop.wait(WITHOUT_DATABASE_SECONDS)

    def _tell_of_trouble(self, result: Result) -> None:
        """Say once that no mail gets through, until one does or a server answers."""
        trouble = result.problem if isinstance(result, TryAgain) else ""
        trouble = "" if trouble.isdecimal() else trouble
        if trouble and trouble != self._trouble:
            log.error("NO MAIL LEAVES: %s. Look at STEUNWIJZER_SMTP_*.", trouble)
        self._trouble = trouble
