"""Names are found in the Dutch words that people make of them."""

import pytest

from steunwijzer import compounds
from steunwijzer.schema import Named
from tests.steunwijzer.named import insurers, packages


@pytest.mark.parametrize(
    ("text", "insurer"),
    [
        ("heb een czverzekering", "cz"),
        ("onze dswpolis", "dsw"),
        ("het interpolispakket", "interpolis"),
        ("univéverzekering", "unive"),
        ("univeverzekering", "unive"),
        ("twee zilverenkruisverzekeringen", "zilveren_kruis"),
        ("asrpolis", "asr"),
    ],
)
def test_an_insurer_is_found_in_a_word_for_its_insurance(
    text: str, insurer: str
) -> None:
    assert insurers(text) == {insurer}


@pytest.mark.parametrize(
    "text",
    [
        *("energiepakket", "energiekpakket", "energieverzekering", "justpakket"),
        *("autoverzekering", "zorgpolis", "beterpolis", "kerstpakket", "zorgpakket"),
    ],
)
def test_an_ordinary_word_for_an_insurance_names_no_insurer(text: str) -> None:
    assert insurers(f"is er een {text} voor mij") == set()


def test_a_name_that_is_an_ordinary_word_makes_no_words() -> None:
    named = Named(name="Energiek", aliases=("Eno",), exact=("Energiek",))
    assert set(compounds.of_insurer(named)) == {
        *("enoverzekering", "enoverzekeringen", "enozorgverzekering"),
        *("enopolis", "enopakket"),
    }


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ("hollandzorg pluspolis", "hollandzorg_plus"),
        ("de toppolis van salland", "salland_top"),
        ("goedpakket bij turien", "turien_vgz_goed"),
        ("vgz gezinspolis", "vgz_gezin"),
        ("vgz beterpolis", "vgz_beter"),
        ("vgzpolis best", "vgz_best"),
        ("mijn moeder heeft aanvullend beste van de vgz", "vgz_best"),
    ],
)
def test_a_package_is_found_in_a_word_for_it(text: str, package: str) -> None:
    assert packages(text) == {package}


@pytest.mark.parametrize("text", ["wat is het beste bij vgz", "goede zorg van vgz"])
def test_a_bent_tier_without_its_kind_is_a_word(text: str) -> None:
    assert packages(text) == set()


@pytest.mark.parametrize(
    ("text", "insurer", "package"),
    [
        ("vgzbeter wat krijg ik", "vgz", "vgz_beter"),
        ("ik heb univegoed", "unive", "unive_extra_zorg_goed"),
        ("turienvitaal", "turien", "turien_vitaal"),
    ],
)
def test_an_insurer_and_its_package_may_be_one_word(
    text: str, insurer: str, package: str
) -> None:
    assert (insurers(text), packages(text)) == ({insurer}, {package})


def test_a_word_for_a_package_needs_its_insurer() -> None:
    assert packages("een goedpakket") == packages("een toppolis") == set()
