"""Who gets a client's request."""

from dataclasses import dataclass

from steunwijzer.zorgkantoor import Zorgkantoor


@dataclass(frozen=True)
class Recipient:
    """An organisation and its e-mail address."""

    name: str
    email: str


def recipient_for(zorgkantoor: Zorgkantoor, sector: str | None) -> Recipient:
    """Return the first contracted supporter of the sector that can be mailed.

    Where there is none, or the sector is not known, it is the zorgkantoor itself: it
    sees to it that there is support (Wlz article 4.2.1, first paragraph, under c).
    """
    for supporter in zorgkantoor.supporters.get(sector or "", ()):
        if supporter.email:
            return Recipient(supporter.name, supporter.email)
    return Recipient(zorgkantoor.name, zorgkantoor.email)
