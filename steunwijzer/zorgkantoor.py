"""One installation: the zorgkantoor whose clients it serves (zorgkantoor.yml)."""

import re
from datetime import date, time
from typing import Literal

import phonenumbers
from pydantic import Field, StrictStr, conint, validator

from steunwijzer.reading import Strict

Weekday = Literal[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
]
WEEKDAYS: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
WEBSITE = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def _check_phone(phone: str | None) -> str | None:
    """Refuse what cannot be a Dutch or international phone number."""
    if phone is None:
        return None
    try:
        possible = phonenumbers.is_possible_number(phonenumbers.parse(phone, "NL"))
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        raise ValueError(f"expected a phone number such as 088 123 45 67, not {phone}")
    return phone


def _check_email(email: str | None) -> str | None:
    """Refuse what cannot be an e-mail address; whether it exists is not looked up."""
    if email is not None and not EMAIL.fullmatch(email):
        raise ValueError(f"expected an e-mail address, not {email}")
    return email


class Address(Strict):
    """Where a client can come by."""

    street: str
    postcode: str
    city: str


class OpeningHours(Strict):
    """Local opening and closing time of one weekday."""

    opens: time
    closes: time

    @validator("closes")
    def _closes_after_it_opens(cls, closes: time, values: dict[str, time]) -> time:
        if "opens" in values and closes <= values["opens"]:
            raise ValueError(
                f"expected a closing time after opening at {values['opens']:%H:%M}"
            )
        return closes


class Supporter(Strict):
    """An organisation contracted today for independent cliëntondersteuning."""

    name: str
    phone: StrictStr | None = None
    email: str | None = None
    website: str | None = None

    _phone = validator("phone", allow_reuse=True)(_check_phone)
    _email = validator("email", allow_reuse=True)(_check_email)


class Handoff(Strict):
    """What becomes of a client's request for a human.

    `pick_up_within_minutes` counts opening time only. Who does not pick up a request
    by then, or by the moment that the client chose, has it mailed to `overdue_email`.
    """

    pick_up_within_minutes: conint(strict=True, gt=0)  # type: ignore[valid-type]
    overdue_email: str

    _email = validator("overdue_email", allow_reuse=True)(_check_email)


class Retention(Strict):
    """How many days each kind of data is kept.

    `conversations` since the last message, `misunderstood` since they were written,
    `requests` since they were done or withdrawn, `drafts` of requests since their last
    change.
    """

    conversations: conint(strict=True, gt=0)  # type: ignore[valid-type]
    misunderstood: conint(strict=True, gt=0)  # type: ignore[valid-type]
    requests: conint(strict=True, gt=0)  # type: ignore[valid-type]
    drafts: conint(strict=True, gt=0)  # type: ignore[valid-type]


class Zorgkantoor(Strict):
    """Names, numbers and hours of the zorgkantoor that runs this installation.

    `websites` are the ones that may have the widget on their pages, each as a browser
    names it: https://www.voorbeeld.nl.
    """

    name: str
    phone: StrictStr
    email: str
    visiting_address: Address
    opening_hours: dict[Weekday, OpeningHours]
    closed_dates: tuple[date, ...] = ()
    checked_on: date
    websites: tuple[str, ...] = ()
    supporters: dict[str, tuple[Supporter, ...]] = Field(default_factory=dict)
    handoff: Handoff
    retention: Retention

    _phone = validator("phone", allow_reuse=True)(_check_phone)
    _email = validator("email", allow_reuse=True)(_check_email)

    @validator("websites", each_item=True)
    def _is_an_origin(cls, website: str) -> str:
        if not WEBSITE.fullmatch(website):
            raise ValueError(
                "expected https:// and a name in small letters, nothing after it, such "
                f"as https://www.voorbeeld.nl, not {website}"
            )
        return website

    @property
    def email_domain(self) -> str:
        """What stands after the @ of its e-mail address, in small letters."""
        return self.email.rpartition("@")[2].lower()
