"""Keeps what Meta delivered, before it is acknowledged."""

import logging
from datetime import datetime, timedelta

from channels.cloud.account import Account
from channels.cloud.codes import Verdict, verdict
from channels.cloud.webhook import Batch, Status
from steunwijzer.whatsapp.inbox import WINDOW, Inbox
from steunwijzer.whatsapp.outbox import Outbox
from steunwijzer.whatsapp.unreached import Unreached
from tools.clock import local_now

ARRIVED = ("delivered", "read", "played")
# Before what Meta took and could not deliver goes again; longer if somebody has to act.
PAUSE, ACCOUNT_PAUSE = timedelta(seconds=30), timedelta(minutes=5)
OK = 200  # Meta says in a status what is wrong, not by HTTP
log = logging.getLogger(__name__)


class Receiving:
    """What is done with a batch, at once."""

    def __init__(
        self, inbox: Inbox, outbox: Outbox, unreached: Unreached, account: Account
    ) -> None:
        """Take where messages and statuses belong."""
        self._inbox, self._outbox, self._unreached = inbox, outbox, unreached
        self._account = account

    def keep(self, batch: Batch, now: datetime) -> None:
        """Keep the new messages and note the statuses; `now` is in UTC.

        What was sent too long ago can no longer be answered in WhatsApp. Raises
        Unavailable: then Meta is not told that we have it, and comes again.
        """
        in_time = [each for each in batch.messages if now < each.sent_at + WINDOW]
        if late := {
            each.conversation for each in batch.messages if each not in in_time
        }:
            log.error("WhatsApp: messages of %d clients came too late", len(late))
        for conversation in late:
            self._unreached.tell(conversation, local_now())
        if in_time:
            self._inbox.receive(in_time, now)
        for status in batch.statuses:
            self._note(status, now)

    def _note(self, status: Status, now: datetime) -> None:
        if status.state == "failed":
            self._failed(status, now)
        elif status.state == "sent" or status.state in ARRIVED:
            self._account.works(in_a_status=True)
            self._outbox.confirmed(status.token, status.state in ARRIVED, now)

    def _failed(self, status: Status, now: datetime) -> None:
        said = verdict(OK, status.code)
        if said is Verdict.NEVER:
            self._unreached.failed(status.token, local_now())
        elif said is Verdict.ACCOUNT:  # such as 131042, that nothing was paid
            self._account.fails(str(status.code), in_a_status=True)
            self._outbox.send_again(status.token, now + ACCOUNT_PAUSE)
        else:
            self._outbox.send_again(status.token, now + PAUSE)
