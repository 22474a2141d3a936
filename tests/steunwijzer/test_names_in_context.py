"""A name that is also something else counts only where it is meant as a name."""

import pytest

from tests.steunwijzer.named import insurers, packages

ENTREPRENEURS = "amersfoortse_ondernemersmodule"


@pytest.mark.parametrize(
    ("text", "insurer"),
    [
        ("wij zitten in het collectief van de kbo", "zilveren_kruis"),
        ("ZK is mijn verzekeraar", "zilveren_kruis"),
        ("heit en mem zijn verzekerd bij friesland", "de_friesland"),
        ("bij pno verzekerd", "pnozorg"),
        ("onze polis is iaz", "iza_cura iza_gezondsamen"),
        ("zia verzekerd", "iza_cura iza_gezondsamen"),
        ("de ika verzekering", "iak"),
        ("united customers heet het geloof ik", "united_consumers"),
        ("ik zit bij cz direct", "czdirect"),
        ("cz direct", "czdirect"),
    ],
)
def test_a_name_counts_in_words_about_insurance(text: str, insurer: str) -> None:
    assert insurers(text) == set(insurer.split())


@pytest.mark.parametrize(
    "text",
    [
        "zia en neo gaan mee, bij ika thuis",
        "he is pro life and strict",
        "de kbo organiseert een middag",
        "ik bel het ZK morgen",
        "ik woon in Friesland, bij Steenwijk",
        "Stichting Energiek doet dagbesteding",
        "zij woont in Huize De Ster in Apeldoorn",
        "vader zit in woonzorgcentrum de ster",
    ],
)
def test_elsewhere_it_does_not(text: str) -> None:
    assert insurers(text) == packages(text) == set()


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ("we hebben 3 sterren bij univé", "unive_ster"),
        ("menzis zorg verzorgd 2", "menzis_zorgverzorgd"),
        ("fit en vrij pakket van vgz", "vgz_fit_vrij"),
        ("bij zilveren kruis met zo'n 50+ ding", "zilveren_kruis_50_plus"),
        ("mijn man heeft zekur met extra zorg", "zekur_extra_zorg"),
        ("de amersfoortse, met een module voor ondernemers", ENTREPRENEURS),
    ],
)
def test_a_package_is_found_by_how_its_insured_say_it(text: str, package: str) -> None:
    assert packages(text) == {package}


@pytest.mark.parametrize("text", ["een hotel met 3 sterren", "mijn zorg is verzorgd"])
def test_without_the_insurer_these_are_words(text: str) -> None:
    assert packages(text) == set()
    assert packages(f"{text} van zilveren kruis") == set()


def test_the_extra_zorgpolis_of_unive_comes_in_three() -> None:
    assert packages("Unive Extra Zorgpolis, welke weet ik niet") == {
        f"unive_extra_zorg_{tier}" for tier in ("goed", "beter", "best")
    }
    assert packages("de extra zorg polis, maar van welke soort") == {
        f"unive_extra_zorg_{tier}" for tier in ("goed", "beter", "best")
    }
    assert packages("heb ik een extra zorgpolis nodig") == set()
    assert packages("vergoedt univé extra zorg thuis") == set()


def test_where_they_live_tells_which_rotterdampakket() -> None:
    both = {"iza_cura_capelle", "iza_cura_rotterdam"}
    assert packages("iza cura, rotterdamspakket") == both
    assert packages("rotterdamspakket, ik woon in Capelle") == {"iza_cura_capelle"}


@pytest.mark.parametrize(
    "text",
    [
        "vader moet extra verzorgd worden",
        "zij wil thuis extra verzorgd",
        "mijn man werd extra verzorgd",
        "ma moet extra verzorgt worden",
    ],
)
def test_who_is_cared_for_names_no_package(text: str) -> None:
    assert packages(text) == set()
    assert packages("mijn pakket is extra verzorgd") == {"menzis_extra_verzorgd"}
