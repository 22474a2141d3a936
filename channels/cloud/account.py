"""Whether anything can leave for WhatsApp: the token, the account and its payment."""

import logging

log = logging.getLogger(__name__)


class Account:
    """What Meta says that keeps all answers from their clients, said once and loudly.

    Meta says so when it refuses a message, or in a status of one that it took. What it
    says is a code, or "".
    """

    def __init__(self) -> None:
        """Begin with an account that works."""
        self._refused = self._in_a_status = ""

    @property
    def problem(self) -> str:
        """What Meta says, as far as we know it still holds."""
        return self._refused or self._in_a_status

    def fails(self, problem: str, in_a_status: bool = False) -> None:
        """Note that nothing can arrive."""
        if not self.problem:
            log.error(
                "NOTHING LEAVES FOR WHATSAPP: Meta says %s. Look at "
                "STEUNWIJZER_WHATSAPP_ACCESS_TOKEN and docs/whatsapp.md; what waits is "
                "sent as soon as it can be.",
                problem,
            )
        self._note(problem, in_a_status)

    def works(self, in_a_status: bool = False) -> None:
        """Note that a message was taken, or that a status says it was sent.

        That a message is taken says nothing about a problem that came in a status.
        """
        before = self.problem
        self._note("", in_a_status)
        if before and not self.problem:
            log.error("WhatsApp: messages leave again.")

    def _note(self, problem: str, in_a_status: bool) -> None:
        if in_a_status:
            self._in_a_status = problem
        else:
            self._refused = problem
