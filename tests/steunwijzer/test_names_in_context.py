"""A name that is also something else counts only where it is meant as a name."""

import pytest

from steunwijzer.knowledge import installed
from tests.steunwijzer.named import INDEX, insurers, packages

ENTREPRENEURS = "amersfoortse_ondernemersmodule"
# What the knowledge has as a name is here a name with words around it.
PHRASES = {
    "verzekerd bij zk": "zk",
    "bij zk verzekerd": "zk",
    "zk is mijn verzekeraar": "zk",
    "verzekeraar is zk": "zk",
    "verzekering is zk": "zk",
    "zk verzekering": "zk",
    "zk polis": "zk",
    "verzekerd bij friesland": "friesland",
    "bij friesland verzekerd": "friesland",
    "friesland verzekering": "friesland",
    "verzekeraar zorg en zekerheid": "zorg en zekerheid",
    "bij zorg en zekerheid": "zorg en zekerheid",
    "zorg en zekerheid polis": "zorg en zekerheid",
    "zorg en zekerheid is de verzekeraar": "zorg en zekerheid",
    "zorg en zekerheid verzekering": "zorg en zekerheid",
    "heb zorg en zekerheid": "zorg en zekerheid",
}
TABLE = installed().reimbursements
NAMES = sorted(
    {
        (id, typed)
        for id, insurer in (*TABLE.insurers.items(), *TABLE.not_listed.items())
        for name in (insurer.name, *insurer.aliases, *insurer.exact)
        for typed in (name, name.lower())
        if name not in PHRASES
    }
)


def places(text: str) -> set[tuple[int, int]]:
    """Give where the insurers stand."""
    found = INDEX.find(text)
    return {(one.start, one.end) for one in found if one.kind.startswith("insurer")}


@pytest.mark.parametrize(
    "text",
    [
        "Wat vergoedt {} voor een mantelzorgmakelaar?",
        *("wat betaalt {}", "dekt {} dit", "{} betaalt toch", "{} is mijn verzekeraar"),
        *("Ik ben verzekerd bij {}", "hoeveel krijg ik van {}", "mijn polis is {}"),
    ],
)
def test_of_any_insurer_the_name_is_found_and_the_words_around_it_stay(
    text: str,
) -> None:
    start = text.index("{}")
    wrong = [
        name
        for insurer, name in NAMES
        if insurer not in insurers(text.format(name))
        # The last dot of a.s.r. may be that of the sentence.
        or places(text.format(name)) != {(start, start + len(name.rstrip(".")))}
    ]
    assert wrong == []


@pytest.mark.parametrize(("phrase", "name"), PHRASES.items())
def test_of_a_phrase_in_the_knowledge_only_the_name_is_found(
    phrase: str, name: str
) -> None:
    start = f"Oh, {phrase}".index(name)
    assert places(f"Oh, {phrase}!") == {(start, start + len(name))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("zia verzekerd", "zia"),
        ("bij zorg en zekerhyd zit ik", "zorg en zekerhyd"),
        ("mijn verzekeraar, Zorg en Zekerheid, zegt nee", "Zorg en Zekerheid"),
        ("ik heb zorgenzekerheid", "zorgenzekerheid"),
        ("hebzorgenzekerheid", "hebzorgenzekerheid"),
        ("IK ZIT BIJ ENERGIEK", "ENERGIEK"),
        ("Energiek zorgverzekering vergoedt dat", "Energiek zorgverzekering"),
        ("ik ben zorgzaam verzekerd", "zorgzaam verzekerd"),
    ],
)
def test_a_name_is_found_as_it_is_typed(text: str, name: str) -> None:
    start = text.index(name)
    assert places(text) == {(start, start + len(name))}


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
        ("CZ Just is mijn verzekeraar", "just"),
        ("dekt zorg en zekerheid dit", "zorg_en_zekerheid"),
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
