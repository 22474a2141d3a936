"""A cost is read out of ordinary Dutch, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.money import format_euros, parse_cost


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("mijn mantelzorgmakelaar kost 400 euro, Salland Plus", 40000),
        ("€ 1.250,50", 125050),
        ("€400,-", 40000),
        ("400,-", 40000),
        ("het is 400.- geworden", 40000),
        ("1250 euro", 125000),
        ("€ 312,5", 31250),
        ("312.50 euro", 31250),
        ("hij vraagt EUR 75", 7500),
        ("de rekening is 90 euro's", 9000),
        ("kost€400", 40000),
        ("kost 400", 40000),
        ("het kost mij ongeveer 400, wat krijg ik terug?", 40000),
        ("kost 400 bij Menzis", 40000),
        ("hij kost € 400, krijg ik dan € 250 terug?", 40000),
        ("in 2015 betaalde ik € 400 voor 2 kinderen", 40000),
        ("0 euro", 0),
    ],
)
def test_a_cost_is_read(text: str, cents: int) -> None:
    assert parse_cost(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "wat kost dat?",
        "wat vergoedde Menzis in 2015",
        "wat kostte dat in 2015?",
        "bel 088 - 131 1611",
        "ik heb 2 kinderen",
        "kost 2 uur",
        "kost het 3 gesprekken?",
        "80% van de kosten",
        "kost 80 procent",
        "ZorgPlus 3",
        "kost 4 honderd",
        "4 honderd euro",
        "€ 4 honderd",
        "80 euro per uur",
        "€ 75,- per maand",
        "€ 90/uur",
        "krijg ik € 250 of € 500?",
        "€ 1,250",
    ],
)
def test_what_is_not_one_clear_cost_is_not_read_as_one(text: str) -> None:
    assert parse_cost(text) is None


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "€ 0"),
        (5, "€ 0,05"),
        (25000, "€ 250"),
        (31250, "€ 312,50"),
        (100000, "€ 1.000"),
        (123456789, "€ 1.234.567,89"),
    ],
)
def test_an_amount_is_written_the_dutch_way(cents: int, text: str) -> None:
    assert format_euros(cents) == text


def test_a_negative_amount_does_not_exist() -> None:
    with pytest.raises(ValueError, match="negative"):
        format_euros(-1)


@given(st.integers(min_value=0, max_value=10**9))
def test_what_is_written_is_read_back(cents: int) -> None:
    assert parse_cost(format_euros(cents)) == cents
    assert parse_cost(f"Het kost {format_euros(cents)}.") == cents


@given(st.text(max_size=300))
def test_any_text_gives_an_amount_or_none(text: str) -> None:
    cents = parse_cost(text)
    assert cents is None or cents >= 0
