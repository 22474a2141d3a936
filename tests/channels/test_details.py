from datetime import date
from typing import Any

from channels.details import details
from steunwijzer.knowledge import installed

ZORGKANTOOR = installed().zorgkantoor
AUTUMN = date(2026, 11, 24)


def known(on: date = AUTUMN, **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    return details(ZORGKANTOOR.copy(update=changes), [], on)


def test_days_with_the_same_hours_stand_on_one_line() -> None:
    assert known()["hours"] == [
        {"days": "maandag tot en met donderdag", "times": "9.00 tot 17.00 uur"},
        {"days": "vrijdag", "times": "9.00 tot 16.00 uur"},
        {"days": "zaterdag en zondag", "times": "gesloten"},
    ]


def test_days_on_which_it_is_closed_for_once_are_told_in_time() -> None:
    assert known()["closed"] == ["vrijdag 25 december", "vrijdag 1 januari"]
    assert known(date(2026, 12, 26))["closed"] == ["vrijdag 1 januari"]


def test_a_day_on_which_it_never_is_open_is_not_told_as_closed() -> None:
    sunday = date(2026, 11, 29)
    assert known(closed_dates=(sunday,))["closed"] == []


def test_phone_and_mail_can_be_tapped() -> None:
    assert known()["phone"]["href"] == "tel:+31880000000"
    assert known()["email"]["href"].startswith("mailto:")
