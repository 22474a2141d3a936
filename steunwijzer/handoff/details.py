"""Reads what a client types about themselves: how to be reached, and their name."""

from steunwijzer.handoff.address import has_place, read_address
from steunwijzer.handoff.email_address import find_email, read_email
from steunwijzer.handoff.name import read_name
from steunwijzer.handoff.phone import find_phone, read_phone

__all__ = [
    "find_email",
    "find_phone",
    "has_place",
    "read_address",
    "read_email",
    "read_name",
    "read_phone",
]
