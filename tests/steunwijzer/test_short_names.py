"""A short name is a package by what stands around it, and a word elsewhere."""

import pytest

from tests.steunwijzer.named import insurers, packages

IZZ = "izz_zorg_voor_de_zorg_extra_"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vgz, niet goed maar beter heb ik", {"vgz_goed", "vgz_beter"}),
        ("salland, niet plus maar de top", {"salland_plus", "salland_top"}),
        ("nee geen goed maar best, bij turien", {"turien_vgz_goed", "turien_vgz_best"}),
    ],
)
def test_both_sides_of_a_correction_are_packages(text: str, found: set[str]) -> None:
    assert packages(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "het gaat niet goed maar beter, en ik zit bij vgz",
        "vgz doet het niet goed maar best redelijk",
        "de zorg is niet best maar goed, ik zit bij vgz",
        "vgz, niet goed maar ook beter voor mij dan thuis",
    ],
)
def test_ordinary_words_are_not_corrected(text: str) -> None:
    assert packages(text) == set()


def test_a_package_that_is_called_something_is_named() -> None:
    assert packages("mijn pakket heet beter, vgz") == {"vgz_beter"}
    assert packages("ik ben blij en het heet beter te gaan bij vgz") == set()


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("izz extra1 of extra2 maakt dat uit", "12"),
        ("izz extra 1 en extra 3", "13"),
        ("izz extra 1, extra 2 en extra 3", "123"),
    ],
)
def test_a_level_does_not_hide_the_name_after_it(text: str, levels: str) -> None:
    assert packages(text) == {IZZ + level for level in levels}


@pytest.mark.parametrize(
    "text", ["Dekking binnen pakket Menzis 3?", "VGZ Beter en Menzis 3"]
)
def test_a_level_after_an_insurer_stays_a_name_itself(text: str) -> None:
    assert "menzis_zorgplus" in packages(text)


def test_a_short_name_counts_beside_a_full_one() -> None:
    found = packages("ik heb aanvullend Best en mijn man zorgplus 2")
    assert found >= {"menzis_zorgplus", "vgz_best", "turien_vgz_best"}
    assert packages("pakket Extra Compleet Comfort") == {"iak_extra_compleet_comfort"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eno, namelijk salland", {"salland"}),
        ("GezondSamen van de IZA", {"iza_gezondsamen"}),
        ("iza met het rotterdampakket", {"iza_cura"}),
        ("iza met classic", {"iza_gezondsamen"}),
        ("eno en cz", {"energiek", "hollandzorg", "salland", "cz"}),
        ("eno plus", {"energiek", "hollandzorg", "salland"}),
    ],
)
def test_what_else_is_said_tells_which_of_a_shared_name(
    text: str, found: set[str]
) -> None:
    assert insurers(text) == found


def test_the_package_goes_with_the_insurer_that_is_meant() -> None:
    assert packages("eno, en dan salland plus") == {"salland_plus"}
