"""A short name is a package by what stands around it, and a word elsewhere."""

import pytest

from tests.steunwijzer.named import insurers, packages

TIERS = ("goed", "beter", "best")
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "nee niet gezin, het is vitaal, bij turien",
            {"turien_gezin", "turien_vitaal"},
        ),
        ("sorry niet plus, dat is top, salland", {"salland_plus", "salland_top"}),
        ("ik dacht goed maar het is beter bij vgz", {"vgz_goed", "vgz_beter"}),
        ("niet salland plus maar top", {"salland_plus", "salland_top"}),
    ],
)
def test_a_correction_may_be_put_otherwise(text: str, found: set[str]) -> None:
    assert packages(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("geeft vgz met best meer dan met goed?", {"vgz_best", "vgz_goed"}),
        ("bij salland is top hoger dan plus?", {"salland_top", "salland_plus"}),
        (
            "bij salland is top toch 9 euro meer als plus",
            {"salland_top", "salland_plus"},
        ),
        ("is beter bij vgz evenveel als goed", {"vgz_beter", "vgz_goed"}),
        ("met top evenveel als met plus bij salland", {"salland_top", "salland_plus"}),
        ("salland top is 350 en plus?", {"salland_top", "salland_plus"}),
        ("salland plus is 250 en top is ?", {"salland_top", "salland_plus"}),
        ("krijg ik bij vgz met goed meer dan bij menzis", {"vgz_goed"}),
        ("vgz goed is 250, en beter dan?", {"vgz_goed", "vgz_beter"}),
    ],
)
def test_two_that_are_compared_are_both_packages(text: str, found: set[str]) -> None:
    assert packages(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "het gaat goed met hem, beter dan vorig jaar, we zitten bij vgz",
        "vgz betaalt best wel meer dan goed is",
        "dat is best meer dan goed, zegt vgz",
        "bij vgz gaat het goed en steeds beter",
        "salland betaalt 250 en top geregeld hoor",
        "vgz gaf 250 en beter kan het niet",
        "mijn gezin is niet meer zo vitaal, wij hebben turien",
        "is salland beter dan hollandzorg?",
        "niet goed, het is beter als vgz belt",
    ],
)
def test_words_that_are_compared_stay_words(text: str) -> None:
    assert packages(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("salland top en niet plus", {"salland_top", "salland_plus"}),
        ("turien beter, dus geen goed", {"turien_vgz_beter", "turien_vgz_goed"}),
        ("vgz goed in plaats van best", {"vgz_goed", "vgz_best"}),
    ],
)
def test_a_correction_the_other_way_round_names_both(
    text: str, found: set[str]
) -> None:
    assert packages(text) == found


@pytest.mark.parametrize(
    "text",
    ["vgz, niet goed", "vgz doet het dus niet best", "vgz is en blijft niet top"],
)
def test_an_insurer_is_corrected_by_no_package(text: str) -> None:
    assert packages(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("menzis is het niet, vgz bedoel ik, goed", {"vgz_goed"}),
        ("hollandzorg was het, top", {"hollandzorg_top"}),
        ("ik zit bij salland. we hebben daar top genomen", {"salland_top"}),
        ("turien goed afgesloten in mei", {"turien_vgz_goed"}),
        ("vgz, en daar zit best bij", {"vgz_best"}),
        ("het is Nedasco goed", {"nedasco_vgz_goed"}),
    ],
)
def test_a_short_name_follows_its_insurer_in_other_words(
    text: str, found: set[str]
) -> None:
    assert packages(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "ik heb best wat vragen over vgz",
        "ik zit bij vgz en heb daar goed contact mee",
        "is vgz goed?",
        "vgz bedoel ik, best lastig",
    ],
)
def test_after_an_insurer_words_stay_words(text: str) -> None:
    assert packages(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("beter en best van turien", {"turien_vgz_beter", "turien_vgz_best"}),
        ("plus of top van salland", {"salland_plus", "salland_top"}),
        ("goed, beter of best via unive", {f"unive_extra_zorg_{t}" for t in TIERS}),
        ("wat scheelt goed, beter en best bij vgz", {f"vgz_{t}" for t in TIERS}),
    ],
)
def test_short_names_in_a_list_are_packages_together(
    text: str, found: set[str]
) -> None:
    assert packages(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "het gaat goed, beter zelfs, en vgz betaalt",
        "leg het beter of best uitgebreid uit, vgz",
        "is het goed en best leuk bij vgz",
    ],
)
def test_words_in_a_row_are_no_list(text: str) -> None:
    assert packages(text) == set()


def test_praise_is_not_taken_into_a_list() -> None:
    assert packages("dat is goed en best van vgz heb ik al") == {"vgz_best"}


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
