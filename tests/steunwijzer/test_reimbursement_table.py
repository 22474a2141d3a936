"""The table of 2015 is typed over in full, and the model refuses mistakes in it."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from steunwijzer.reading import read
from steunwijzer.reimbursement_table import Insurer, Package, Table

FILE = Path(__file__).parents[2] / "knowledge" / "reimbursements" / "2015.yml"
TABLE = read(FILE, Table)
PACKAGES = [one for insurer in TABLE.insurers.values() for one in insurer.packages]

ROWS_PER_HEADING = {
    "De Amersfoortse": 1,
    "CZ": 0,
    "Energiek (Eno)": 2,
    "HollandZorg (Eno)": 2,
    "IAK Verzekeringen (VGZ)": 3,
    "IZA Cura (VGZ via Turien&Co)": 2,
    "IZA gezondsamen (VGZ)": 1,
    "IZZ (VGZ)": 4,
    "Menzis (Ook collectieven en PMA)": 9,
    "Nedasco (VGZ)": 9,
    "Salland + Salland Zorgdirect (Eno)": 2,
    "Turien Co (VGZ)": 6,
    "United Consumers (collectief van VGZ)": 6,
    "Univé (Inclusief Zorgzaam Verzekerd en SZVK)": 7,
    "Univé ZEKUR": 1,
    "VGZ": 6,
    "Zilveren Kruis Collectief Unie KBO (Katholieke Ouderen Bond)": 1,
}


def test_all_17_headings_and_62_rows_are_there_in_the_order_of_the_source() -> None:
    rows = {one.name_raw: len(one.packages) for one in TABLE.insurers.values()}
    assert list(rows.items()) == list(ROWS_PER_HEADING.items())
    assert (len(rows), sum(rows.values())) == (17, 62)


def test_ranges_of_levels_make_74_products() -> None:
    products = [product.name for one in PACKAGES for product in one.products()]
    assert len(products) == 74
    assert sum(len(p.products()) for p in TABLE.insurers["menzis"].packages) == 18
    assert [p for p in products if p.startswith("Ster")] == [
        "Ster 2",
        "Ster 3",
        "Ster 4",
        "Ster 5",
    ]


def test_values_occur_as_often_as_in_the_source() -> None:
    assert Counter((one.amount, one.unit) for one in PACKAGES) == {
        (25000, "EUR"): 12,
        (30000, "EUR"): 1,
        (35000, "EUR"): 12,
        (50000, "EUR"): 17,
        (75000, "EUR"): 13,
        (100000, "EUR"): 5,
        (6, "HOUR"): 2,
    }
    assert Counter(one.amount for one in PACKAGES if one.percent) == {
        25000: 3,
        35000: 3,
    }
    assert {one.percent for one in PACKAGES} == {None, 80}
    assert Counter(one.amount for one in PACKAGES if one.period.n == 2) == {35000: 9}
    assert sum(one.year_in_name for one in PACKAGES) == 33


@pytest.mark.parametrize("package", PACKAGES, ids=lambda one: one.id)
def test_what_is_typed_says_what_its_line_of_the_source_says(package: Package) -> None:
    name, rest = package.name_raw, package.raw.removeprefix(package.name_raw)
    amount = re.search(r"€ ?([\d.]+),-|(\d+) uur", rest)
    assert amount
    hours = package.unit == "HOUR"
    assert package.amount == (
        int(amount[2]) if hours else int(amount[1].replace(".", "")) * 100
    )
    percent = re.search(r"(\d+)%", rest)
    assert package.percent == (int(percent[1]) if percent else None)
    cap = re.search(r"tot(?: maximaal)?(?= ?€)", rest)
    assert package.cap_word == (cap[0] if cap else "none")
    assert package.per_person_stated == ("p.p." in rest)
    assert package.year_in_name == ("(2015)" in name)
    assert package.period.n == (2 if "twee kalenderjaren" in rest else 1)
    once = "1x per verzekeringsduur" in rest
    assert package.period.unit == ("verzekeringsduur" if once else "kalenderjaar")
    assert once or "per kalenderjaar" in rest or package.period.n == 2
    assert (package.budget.kind == "total") == ("totaal zorgtegoed" in rest)
    assert (package.budget.kind == "shared") == ("samen" in rest)
    assert bool(package.footnote) == name.endswith("*")


@pytest.mark.parametrize("package", PACKAGES, ids=lambda one: one.id)
def test_levels_are_the_numbers_after_the_name(package: Package) -> None:
    if "Extra Aanvullend 50 Plus" in package.name:
        assert package.levels == ()
        return
    name = re.sub(r"\(.*", "", package.name_raw)
    digits = [int(digit) for digit in re.findall(r"\d", name)]
    if "t/m" in name:
        digits = list(range(digits[0], digits[-1] + 1))
    assert list(package.levels) == digits


def test_every_line_belongs_to_the_heading_above_it_and_is_used_once() -> None:
    lines = [
        line
        for one in TABLE.insurers.values()
        for line in (
            one.src_line,
            *one.permission.src_lines,
            *(package.src_line for package in one.packages),
        )
    ]
    footnotes = [one.footnote.src_line for one in PACKAGES if one.footnote]
    assert lines == sorted(set(lines))
    assert [*lines, *footnotes] == list(range(49, 236, 2))


@pytest.mark.parametrize("insurer", TABLE.insurers.values(), ids=TABLE.insurers)
def test_phones_and_departments_are_those_of_the_permission_line(
    insurer: Insurer,
) -> None:
    permission = " ".join(insurer.permission.raw)
    assert (insurer.permission.stated == "yes") == bool(permission)
    assert len(insurer.permission.raw) == len(insurer.permission.src_lines)
    for phone in insurer.phones:
        assert phone.raw in permission
        digits = re.sub(r"\D", "", phone.raw)
        assert phone.e164 == "+31" + digits[1:]
    assert (insurer.permission.department or "") in permission
    assert bool(insurer.phones) == bool(permission)


def test_names_that_are_also_a_zorgkantoor_are_marked() -> None:
    marked = {id for id, one in TABLE.insurers.items() if one.also_zorgkantoor}
    assert marked == {"cz", "vgz", "menzis", "zilveren_kruis", "salland"}


def content() -> dict[str, Any]:
    """Give a small table that is right, to make wrong."""
    package = {
        "id": "best",
        "name": "Best",
        "name_raw": "Best",
        "amount": 100,
        "cap_word": "tot",
        "raw": "Best: tot € 1,-",
        "src_line": 2,
    }
    insurer = {
        "name": "Een",
        "name_raw": "Een",
        "src_line": 1,
        "permission": {"stated": "unknown"},
        "packages": [package],
    }
    return {
        "year": 2015,
        "source": [{"document": "page", "where": "line 1"}],
        "valid_from": "2015-01-01",
        "valid_until": "2015-12-31",
        "checked_on": "2026-11-21",
        "insurers": {"een": insurer},
        "not_listed": {"twee": {"name": "Twee"}},
    }


def test_a_right_table_is_accepted() -> None:
    package = Table.parse_obj(content()).insurers["een"].packages[0]
    assert (package.base_name, package.unit, package.period.n) == ("Best", "EUR", 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 0},
        {"amount": -100},
        {"percent": 0},
        {"percent": 101},
        {"levels": [0]},
        {"unit": "DAY"},
        {"raw": "Beter: tot € 1,-"},
        {"budget": {"kind": "shared"}},
        {"budget": {"kind": "own", "shared_with": ["x"]}},
        {"period": {"n": 0, "unit": "kalenderjaar"}},
        {"unheard_of": 1},
        {"condition": "collective"},  # of which group?
        {"group": "Unie KBO"},
    ],
    ids=str,
)
def test_a_wrong_package_is_refused(wrong: dict[str, Any]) -> None:
    table = content()
    table["insurers"]["een"]["packages"][0].update(wrong)
    with pytest.raises(ValidationError):
        Table.parse_obj(table)


def test_a_package_id_that_is_used_twice_is_refused() -> None:
    table = content()
    table["insurers"]["twee_b"] = table["insurers"]["een"]
    with pytest.raises(ValidationError, match="used twice: best"):
        Table.parse_obj(table)


def test_an_insurer_cannot_be_both_listed_and_not_listed() -> None:
    table = content()
    table["not_listed"]["een"] = {"name": "Een"}
    with pytest.raises(ValidationError, match="also in insurers: een"):
        Table.parse_obj(table)


def test_a_phone_number_that_cannot_be_dialled_is_refused() -> None:
    table = content()
    phone = {"raw": "088 131 1611", "e164": "088131611", "audience": "all"}
    table["insurers"]["een"]["phones"] = [phone]
    with pytest.raises(ValidationError, match="e164"):
        Table.parse_obj(table)
