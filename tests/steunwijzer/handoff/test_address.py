"""An address is kept as it was typed; without a number it is asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.handoff.details import read_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("kerkstraat 12a, 1234 AB Utrecht", "kerkstraat 12a, 1234 AB Utrecht"),
        ("Kerkstraat 12\n1234 AB Utrecht", "Kerkstraat 12, 1234 AB Utrecht"),
        ("Kerkstraat 12 e, Utrecht", "Kerkstraat 12 e, Utrecht"),
        ("Kerkstraat 12 de Bilt", "Kerkstraat 12 de Bilt"),
        ("12 Kerkstraat", "12 Kerkstraat"),
        ("1234 AB 12", "1234 AB 12"),
        ("1234ab 12", "1234ab 12"),
        ("Kerkstraat nummer twaalf, Utrecht", "Kerkstraat nummer twaalf, Utrecht"),
        ("Kerkstraat 1234 te Utrecht", "Kerkstraat 1234 te Utrecht"),
        ("Rue de la Loi 16, 1000 Brussel", "Rue de la Loi 16, 1000 Brussel"),
        ("mijn adres is Kerkstraat 12 in Utrecht", "Kerkstraat 12 in Utrecht"),
        (
            "Kerkstraat 12, aanbellen bij de buren",
            "Kerkstraat 12, aanbellen bij de buren",
        ),
        ("u kunt naar de Kerkstraat 12 in Utrecht komen", "Kerkstraat 12 in Utrecht"),
        ("verpleeghuis De Zon, kamer 12", "verpleeghuis De Zon, kamer 12"),
        (
            "woonzorgcentrum Het Anker in Utrecht",
            "woonzorgcentrum Het Anker in Utrecht",
        ),
    ],
)
def test_an_address_is_read(typed: str, address: str) -> None:
    outcome = read_address(typed)
    assert (outcome.code, dict(outcome.values)) == ("address", {"address": address})


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Kerkstraat 12", "Kerkstraat 12"),
        ("kerkstraat12", "kerkstraat12"),
        ("kerkstraat twaalf", "kerkstraat twaalf"),
        ("Plein 1944 nr 5", "Plein 1944 nr 5"),
        ("1e Helmersstraat 20-II", "1e Helmersstraat 20-II"),
        ("Burg. van der Meer-Mohrstraat 14 b", "Burg. van der Meer-Mohrstraat 14 b"),
        ("Adres: Kerkstraat 12", "Kerkstraat 12"),
        ("ik woon op de Kerkstraat 12", "de Kerkstraat 12"),
        ("mijn moeder woont op Kerkstraat 12", "Kerkstraat 12"),
        ("thuis, Kerkstraat 12", "Kerkstraat 12"),
        ("kom maar langs op Dorpsweg 4", "Dorpsweg 4"),
        ("Dorpsweg 4 graag", "Dorpsweg 4"),
        ("Kerkstraat 12, ik ben slechtziend", "Kerkstraat 12"),
        ("Kerkstraat 12 en ik zit op de derde verdieping", "Kerkstraat 12"),
    ],
)
def test_without_a_place_nobody_can_find_it(typed: str, address: str) -> None:
    outcome = read_address(typed)
    assert outcome.code == "address_without_place"
    assert outcome.values == {"address": address}
    whole = read_address(f"{outcome.values['address']}, Utrecht")
    assert (whole.code, whole.values["address"]) == ("address", f"{address}, Utrecht")


@pytest.mark.parametrize(
    "typed",
    [
        "Kerkstraat",
        "2e Kerkstraat",
        "Kerkstraat, Utrecht",
        "ik woon in de Kerkstraat",
        "ik woon in Utrecht",
        "1234 AB",
        "1234 AB Utrecht",
        "verpleeghuis",
        "postbus 123",
        "Kerkstraat om 12 uur",
    ],
)
def test_without_a_house_number_it_is_incomplete(typed: str) -> None:
    assert read_address(typed).code == "address_incomplete"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "12",
        "weet ik niet",
        "dat zeg ik liever niet",
        "geen idee",
        "bij mij thuis",
        "om 3 uur",
        "ik ben 84 jaar",
        "niet op Kerkstraat 12",
        "wat is uw adres?",
        "jan12@ziggo.nl",
        "https://kerkstraat.nl/12",
        "Kerkstraat 12 " + "a" * 200,
        "\U0001f600",
    ],
)
def test_what_is_no_address_is_not_read_as_one(typed: str) -> None:
    assert read_address(typed).code == "no_address"


PIECES = st.sampled_from(
    (
        *("Kerkstraat", "12", "1234 AB", "ik", "woon op", ",", "en", "("),
        *("-", ".", "de", "\n", "12a", "om", "nummer", "twaalf"),
        *("verpleeghuis De Zon", "niet", "\x00", "é", "mijn adres is"),
    )
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))
)
def test_any_text_is_read_and_an_address_is_one_line(typed: str) -> None:
    address = read_address(typed).values.get("address", "Kerkstraat")
    assert 0 < len(address) <= 120
    assert address == " ".join(address.split())
    assert address.isprintable()
