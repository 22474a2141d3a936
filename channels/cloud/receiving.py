"""Keeps what Meta delivered, before it is acknowledged."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from channels.cloud.account import Account
from channels.cloud.codes import OK, Verdict, verdict
from channels.cloud.sending import MOST, pause_after
from channels.cloud.webhook import Batch, Status
from steunwijzer.whatsapp.inbox import WINDOW, Inbox, Message
from steunwijzer.whatsapp.outbox import Outbox
from steunwijzer.whatsapp.unreached import Unreached
from tools.clock import local_now

ARRIVED = ("delivered", "read", "played")
# Before what Meta took and could not deliver goes again; longer if somebody has to act.
PAUSE, ACCOUNT_PAUSE = timedelta(seconds=30), timedelta(minutes=5)
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
        late = [each for each in batch.messages if each.sent_at + WINDOW <= now]
        if late:
            self._tell_of(self._inbox.unseen(late))
        if batch.messages:
            self._inbox.receive(batch.messages, now)
        for status in batch.statuses:
            self._note(status, now)

    def _tell_of(self, late: Sequence[Message]) -> None:
        clients = {each.conversation for each in late}
        if clients:
            log.error("WhatsApp: messages of %d clients came too late", len(clients))
        for client in clients:
            self._unreached.tell(client, local_now())

    def _note(self, status: Status, now: datetime) -> None:
        if status.state == "failed":
            self._failed(status, now)
        elif status.state in ARRIVED:
            self._outbox.confirmed(status.token, True, now)
        elif status.state == "sent" and self._outbox.confirmed(
            status.token, False, now
        ):
            self._account.works(in_a_status=True)

    def _failed(self, status: Status, now: datetime) -> None:
        said = verdict(OK, status.code)
        attempts = self._outbox.attempts(status.token)
        in_vain = attempts >= MOST and said is not Verdict.ACCOUNT
        if said is Verdict.NEVER or in_vain:
            self._unreached.drop(status.token, now, local_now())
            return
        pause = max(PAUSE, pause_after(attempts, str(status.code)))
        if said is Verdict.ACCOUNT and attempts:  # such as 131042: nothing was paid
            self._account.fails(str(status.code), in_a_status=True)
            pause = ACCOUNT_PAUSE
        self._outbox.send_again(status.token, now + pause)
