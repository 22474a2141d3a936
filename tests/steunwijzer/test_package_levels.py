"""A level is a number that goes with a package, in digits or in words."""

import pytest

from steunwijzer.knowledge import installed
from steunwijzer.package_resolver import resolve
from tests.steunwijzer.named import packages

INSURERS = installed().reimbursements.insurers
IZZ = "izz_zorg_voor_de_zorg_extra_"


def levels(insurer: str, text: str) -> list[int]:
    products = resolve(INSURERS[insurer], text).products
    return [product.level for product in products if product.level]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("menzis zorgplus drie", [3]),
        ("ZorgPlus TWEE", [2]),
        ("zorgplus 3 of vier", [3, 4]),
        ("zorgplus 2, 3 en 4", [2, 3, 4]),
        ("zorgplus 3, 2 jaar geleden afgesloten", [3]),
        ("zorgplus 2 of 3 keer gevraagd", []),
        ("zorgplus, drie weken geleden", []),
        ("zorgplus vierkant", []),
        ("zorgplus 34", []),
    ],
)
def test_a_number_in_words_is_a_level_too(text: str, found: list[int]) -> None:
    assert levels("menzis", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("univé met twee sterren", [2]),
        ("vijf sterren heb ik", [5]),
        ("ster drie", [3]),
        ("Ster4", [4]),
    ],
)
def test_a_number_before_or_in_the_name_is_a_level(text: str, found: list[int]) -> None:
    assert levels("unive", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("extra één", "1"),
        ("extra een?", "1"),
        ("extra een vergoeding", "123"),
        ("extra, ik weet niet zeker welke, 1 of 3 denk ik", "13"),
        ("extra, dat is geloof ik 2", "2"),
        ("extra, mijn zoon is 3", "123"),
        ("extra, 2 kinderen heb ik", "123"),
    ],
)
def test_a_number_further_on_counts_where_it_is_the_level(
    text: str, found: str
) -> None:
    assert packages(f"IZZ {text}") == {IZZ + level for level in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("geeft izz extra 3 minder dan extra 2?", "23"),
        ("is het bij izz anders voor wie extra 1 heeft", "1"),
        ("zorg voor de zorg extra drie", "3"),
        ("zorg voor de zorg extra 1 of 3", "13"),
        ("izz zorg voor de zorg extra 1 of 3", "13"),
    ],
)
def test_a_level_shows_that_a_short_name_is_meant(text: str, found: str) -> None:
    assert packages(text) == {IZZ + level for level in found}


@pytest.mark.parametrize(
    "text",
    [
        "izz gaf me extra 2 dagen",
        "izz stuurde extra 3 brieven",
        "ik zorg voor de zorg, extra handen zijn welkom",
        "menzis of cz, wie van de twee betaalt",
        "mijn drie sterren van kinderen",
    ],
)
def test_a_number_of_something_else_is_no_level(text: str) -> None:
    assert packages(text) == set()
