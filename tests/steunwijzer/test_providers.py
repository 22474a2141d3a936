"""Who helped in 2015 per sector (R8), and whom this zorgkantoor names now."""

from dataclasses import replace

import pytest

from steunwijzer.knowledge import installed
from steunwijzer.providers import contracted_in_year, contracted_today
from steunwijzer.zorgkantoor import Supporter

SOMEBODY = Supporter(name="Steunpunt", phone="088 000 00 09")


@pytest.mark.parametrize(
    ("sector", "expected"),
    [
        ("vv", ("Zorgbelang",)),
        ("gz", ("MEE",)),
        ("ggz", ("PVP", "Platform GGZ")),
    ],
)
def test_each_sector_had_its_own_organisations(
    sector: str, expected: tuple[str, ...]
) -> None:
    assert contracted_in_year(installed(), sector) == expected


def test_no_sector_is_without_an_organisation_to_name() -> None:
    assert all(contracted_in_year(installed(), each) for each in installed().sectors)


@pytest.mark.parametrize(
    ("supporters", "code", "values"),
    [
        (
            (SOMEBODY,),
            "supporter_today",
            {"supporter": "Steunpunt", "supporter_phone": "088 000 00 09"},
        ),
        (
            (Supporter(name="Alleen mail", email="a@b.example"), SOMEBODY),
            "supporter_today",
            {"supporter": "Steunpunt", "supporter_phone": "088 000 00 09"},
        ),
        ((Supporter(name="Onbereikbaar"),), "supporter_today_unknown", {}),
        ((), "supporter_today_unknown", {}),
    ],
)
def test_only_who_can_be_phoned_is_named_today(
    supporters: tuple[Supporter, ...], code: str, values: dict[str, str]
) -> None:
    now = installed().zorgkantoor.copy(update={"supporters": {"vv": supporters}})
    outcome = contracted_today(replace(installed(), zorgkantoor=now), "vv")
    assert (outcome.code, dict(outcome.values)) == (code, values)


def test_a_sector_left_out_names_nobody() -> None:
    none = installed().zorgkantoor.copy(update={"supporters": {}})
    outcome = contracted_today(replace(installed(), zorgkantoor=none), "ggz")
    assert outcome.code == "supporter_today_unknown"
