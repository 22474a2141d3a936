"""What WhatsApp needs to know that stands in the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from channels.origins import LOOPBACK

PREFIX = "STEUNWIJZER_WHATSAPP_"
# Beside it the secret of the website, which keys the hashes of who writes.
SECRET = "STEUNWIJZER_SECRET"
NEEDED = {
    "app_secret": f"{PREFIX}APP_SECRET",
    "verify_token": f"{PREFIX}VERIFY_TOKEN",
    "access_token": f"{PREFIX}ACCESS_TOKEN",
    "number_id": f"{PREFIX}NUMBER_ID",
    "secret": SECRET,
}
API = f"{PREFIX}API"
META = "https://graph.facebook.com/v25.0"


class WrongSetting(ValueError):
    """A setting is missing or cannot be used; the message says which."""


@dataclass(frozen=True)
class Settings:
    """The settings, complete.

    `app_secret` signs what comes in, `verify_token` is said when Meta first calls,
    `access_token` lets us send as the number with `number_id`; `api` is where to.
    """

    app_secret: str
    verify_token: str
    access_token: str
    number_id: str
    secret: str
    api: str = META

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Settings:
        """Read them. Raises WrongSetting."""
        missing = [
            name for name in NEEDED.values() if not environ.get(name, "").strip()
        ]
        if missing:
            raise WrongSetting(f"WhatsApp cannot start without {', '.join(missing)}.")
        number_id = environ[NEEDED["number_id"]].strip()
        if not number_id.isdecimal():
            raise WrongSetting(
                f"{NEEDED['number_id']}: expected digits, the id that Meta gave the "
                "phone number; not the number itself."
            )
        api = (environ.get(API) or META).rstrip("/")
        if not _is_safe(api):
            raise WrongSetting(f"{API}: expected an address with https://.")
        known = {key: environ[name].strip() for key, name in NEEDED.items()}
        return cls(**known, api=api)


def is_wanted(environ: Mapping[str, str]) -> bool:
    """Tell whether somebody began to set up WhatsApp."""
    return any(name.startswith(PREFIX) and environ[name] for name in environ)


def _is_safe(api: str) -> bool:
    """Tell whether a token may be sent there: over TLS, or to this machine itself."""
    try:
        address = urlsplit(api)
    except ValueError:
        return False
    if address.scheme == "http":
        return address.hostname in LOOPBACK
    return address.scheme == "https" and bool(address.hostname)
