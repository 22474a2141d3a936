"""Mails of the outbox to write, made without a database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from steunwijzer.handoff.mail import compose
from steunwijzer.handoff.outbox import Mail
from steunwijzer.handoff.posting import Kind
from steunwijzer.handoff.request import Details, Request, Window
from steunwijzer.knowledge import installed
from steunwijzer.wording_needed import read_responses

RESPONSES = read_responses(Path(__file__).parents[3] / "domain.yml")
LOCAL_TIME = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 10)
SENT_AT = NOW.replace(tzinfo=LOCAL_TIME)
SENDER = "afzender@zorgkantoor.example"
SUPPORTER = "ouderen@steunpunt-voorbeeld.example"
AFTERNOON = Window(datetime(2026, 11, 26, 13), datetime(2026, 11, 26, 17))
BY_PHONE = Details(
    contact_by="phone",
    name="mevrouw Jansen",
    phone="+31612345678",
    window=AFTERNOON,
    sector="vv",
    about="Het pgb van mijn moeder",
)
BY_EMAIL = Details(contact_by="email", name="Jan", email="jan@voorbeeld.example")
BY_VISIT = Details(
    contact_by="visit",
    name="Jan de Vries",
    address="Dorpsstraat 1, 1234 AB Ons Dorp",
    window=Window(AFTERNOON.start, AFTERNOON.start),
)
WAYS: Mapping[str, Details] = {"phone": BY_PHONE, "email": BY_EMAIL, "visit": BY_VISIT}


def mail(
    kind: Kind, details: Details = BY_PHONE, *, revision: int = 1, to: str = SUPPORTER
) -> Mail:
    """A mail about a request with these details, as the outbox hands it out."""
    request = Request(
        reference="SW-CDF234",
        conversation="a conversation",
        details=details,
        state="open",
        revision=revision,
        recipient=SUPPORTER,
        created_at=NOW,
        changed_at=NOW,
        overdue_at=NOW.replace(hour=12),
    )
    about_none = kind in ("superseded", "withdrawn", "erased")
    return Mail(
        id=1,
        message_id=f"<sw-cdf234.{revision}.{kind}@zorgkantoor-voorbeeld.example>",
        kind=kind,
        reference="SW-CDF234",
        revision=revision,
        recipient=to,
        attempts=1,
        request=None if about_none else request,
    )


def written(kind: Kind, details: Details = BY_PHONE, **changed: Any) -> EmailMessage:  # noqa: ANN401
    """The mail that is sent."""
    of_kind = mail(kind, details, **changed)
    return compose(of_kind, RESPONSES, installed(), SENDER, SENT_AT)


def with_(details: Details = BY_PHONE, **changed: object) -> Details:
    return replace(details, **changed)  # type: ignore[arg-type]


def plain(message: EmailMessage) -> str:
    """What a reader without HTML sees."""
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def html(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part is not None
    return str(part.get_content())
