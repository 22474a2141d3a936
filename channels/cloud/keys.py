"""Who writes and which message it is, known by keyed hashes.

The id of a message has the phone number in it, in base64, so it is hashed as well.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode

BYTES = 18


class Keys:
    """Hashes that nobody without the secret can make or guess."""

    def __init__(self, secret: str) -> None:
        """Take the secret; another one makes everybody a stranger."""
        self._secret = secret.encode()

    def conversation(self, phone: str | None, user_id: str | None) -> str:
        """Return the id of somebody's conversation: by `user_id` where there is one."""
        who = f"user {user_id}" if user_id else f"phone {phone}"
        return f"whatsapp-{self._hash(who)}"

    def message(self, message_id: str) -> str:
        """Return what a message is known by."""
        return self._hash(f"message {message_id}")

    def _hash(self, text: str) -> str:
        digest = hmac.digest(self._secret, f"whatsapp {text}".encode(), hashlib.sha256)
        return urlsafe_b64encode(digest[:BYTES]).decode()


def is_signed(body: bytes, signature: str, app_secret: str) -> bool:
    """Tell whether Meta sent this: `signature` is the header X-Hub-Signature-256."""
    expected = hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
    return is_same(signature, f"sha256={expected}")


def is_same(said: str, secret: str) -> bool:
    """Tell whether somebody knows the secret, without telling how much of it."""
    return hmac.compare_digest(said.encode(errors="replace"), secret.encode())
