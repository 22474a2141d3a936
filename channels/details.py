"""What the widget knows of the zorgkantoor, also when the server is gone."""

from datetime import date
from typing import Any

from channels.incoming import MAX_LENGTH
from channels.links import phone_href
from channels.replies import Reply, Span
from steunwijzer.contact import coming_closed_dates, week
from steunwijzer.formats import clock, day_in_words, days_of_week_in_words
from steunwijzer.zorgkantoor import OpeningHours, Zorgkantoor


def details(zorgkantoor: Zorgkantoor, welcome: Reply, on: date) -> dict[str, Any]:
    """Return how the zorgkantoor can be reached from that day on, and the first words.

    widget/src/details.ts has its shape.
    """
    return {
        "name": zorgkantoor.name,
        "phone": phone_span(zorgkantoor.phone),
        "email": {"text": zorgkantoor.email, "href": f"mailto:{zorgkantoor.email}"},
        "hours": [
            {"days": days_of_week_in_words(days), "times": _times(hours)}
            for days, hours in week(zorgkantoor)
        ],
        "closed": [day_in_words(day) for day in coming_closed_dates(zorgkantoor, on)],
        "daysKept": zorgkantoor.retention.conversations,
        "maxLength": MAX_LENGTH,
        "welcome": welcome,
    }


def phone_span(number: str) -> Span:
    """Return a number as zorgkantoor.yml has it, which can be tapped."""
    return {"text": number, "href": phone_href(number)}


def _times(hours: OpeningHours | None) -> str:
    if hours is None:
        return "gesloten"
    return f"{clock(hours.opens)} tot {clock(hours.closes)} uur"
