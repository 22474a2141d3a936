"""Whether anything can leave for WhatsApp: the token, the account and its payment."""

import logging

log = logging.getLogger(__name__)


class Account:
    """What Meta says that keeps all answers from their clients, said once and loudly.

    Meta says so when it refuses a message, or in a status of one that it took.
    `problem` is a code of Meta's, or "".
    """

    def __init__(self) -> None:
        """Begin with an account that works."""
        self.problem = ""
        self._in_a_status = False

    def fails(self, problem: str, in_a_status: bool = False) -> None:
        """Note that nothing can arrive."""
        if not self.problem:
            log.error(
                "NOTHING LEAVES FOR WHATSAPP: Meta says %s. Look at "
                "STEUNWIJZER_WHATSAPP_ACCESS_TOKEN and docs/whatsapp.md; what waits is "
                "sent as soon as it can be.",
                problem,
            )
        self.problem, self._in_a_status = problem, in_a_status

    def works(self, in_a_status: bool = False) -> None:
        """Note that a message was taken, or that a status says it was sent.

        That a message is taken says nothing about a problem that came in a status.
        """
        if self.problem and self._in_a_status == in_a_status:
            log.error("WhatsApp: messages leave again.")
            self.problem = ""
