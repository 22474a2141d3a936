"""Tokens of conversations: who has one goes on with that conversation, nobody else."""

import hashlib
import secrets

from itsdangerous import BadSignature, TimestampSigner

HOURS = 24
LEAST_SECRET = 32  # characters


class WeakSecret(ValueError):
    """The secret is missing, or so short that it can be guessed."""


class Sessions:
    """Gives out tokens, and reads them back."""

    def __init__(self, secret: str) -> None:
        """Take the secret to sign with. Raises WeakSecret."""
        if len(secret) < LEAST_SECRET:
            raise WeakSecret(f"expected {LEAST_SECRET} characters or more")
        self._signer = TimestampSigner(
            secret, salt="website", digest_method=hashlib.sha256
        )

    def new(self) -> str:
        """Return the token of a new conversation."""
        return self._signer.sign(f"website-{secrets.token_urlsafe(18)}").decode()

    def conversation(self, token: str, hours: int | None = HOURS) -> str | None:
        """Return the id of the conversation; None for a token that is false or old.

        Old is given out more than so many hours ago; without `hours` none is.
        """
        max_age = None if hours is None else hours * 3600
        try:
            return self._signer.unsign(token, max_age=max_age).decode()
        except BadSignature:
            return None
