"""Which packages a message names, the way people write; other words name none."""

from pathlib import Path

import pytest

from steunwijzer.knowledge import installed
from steunwijzer.package_resolver import resolve
from steunwijzer.reading import read
from steunwijzer.reimbursement_table import Table
from steunwijzer.vocabulary import name_index

FILE = Path(__file__).parents[2] / "knowledge" / "reimbursements" / "2015.yml"
TABLE = read(FILE, Table)
INDEX = name_index(installed())
VGZ_GROUP = ("nedasco_vgz", "turien_vgz", "united_consumers_vgz", "vgz")
GEZIN = ("nedasco", "turien", "united_consumers", "unive", "vgz")
Found = tuple[set[str], set[str]]


def found(text: str) -> Found:
    """Give the ids of the insurers, and of the packages."""
    names = INDEX.find(text)
    insurers = (one for one in names if one.kind.startswith("insurer"))
    packages = (one for one in names if one.kind == "package")
    return (
        {id for one in insurers for id in one.ids},
        {id for one in packages for id in one.ids},
    )


# --- the insurer in the name of the package ---


@pytest.mark.parametrize(
    ("text", "insurer", "package"),
    [
        ("ik heb Izz Extra 1", "izz", "izz_zorg_voor_de_zorg_extra_1"),
        ("en met Univé Extra Zorg Beter?", "unive", "unive_extra_zorg_beter"),
        ("nedasco beperkt, wat zit daarin", "nedasco", "nedasco_beperkt"),
        ("Salland Top of niet", "salland", "salland_top"),
        ("energiek top heb ik", "energiek", "energiek_top"),
        ("hoeveel krijg ik met vgz aanv. goed", "vgz", "vgz_goed"),
        ("zekur extra", "zekur", "zekur_extra_zorg"),
        ("turien vitaal, iemand?", "turien", "turien_vitaal"),
    ],
)
def test_a_package_named_with_its_insurer_gives_both(
    text: str, insurer: str, package: str
) -> None:
    assert found(text) == ({insurer}, {package})


@pytest.mark.parametrize("name", ["Nedasco", "Turien & Co", "United Consumers"])
@pytest.mark.parametrize("text", ["{}, VGZ aanvullend Best", "vgz aanv. best via {}"])
def test_the_insurer_that_has_the_package_goes_before_the_one_in_its_name(
    text: str, name: str
) -> None:
    insurers, packages = found(text.format(name))
    (insurer,) = insurers
    assert TABLE.insurers[insurer].name == name
    assert packages == {f"{insurer}_vgz_best"}


def test_who_else_has_a_package_with_that_name_is_not_forgotten() -> None:
    (package,) = (
        one for one in INDEX.find("VGZ aanvullend Goed") if one.kind[0] == "p"
    )
    assert package.ids == ("vgz_goed",)
    assert set(package.also) == {f"{one}_goed" for one in VGZ_GROUP[:-1]}
    (package,) = (one for one in INDEX.find("VGZ met Goed") if one.kind[0] == "p")
    assert (package.ids, package.also) == (("vgz_goed",), ())


@pytest.mark.parametrize(
    ("text", "insurers"),
    [
        ("ik zit bij IZZ van VGZ", {"izz"}),
        ("united consumers van de vgz", {"united_consumers"}),
        ("Salland van Eno", {"salland"}),
        ("IZZ of VGZ, wie van de twee", {"izz", "vgz"}),
    ],
)
def test_an_insurer_named_with_its_parent_is_one_insurer(
    text: str, insurers: set[str]
) -> None:
    assert found(text)[0] == insurers


# --- the packages of the insurer that is named ---


@pytest.mark.parametrize(
    ("text", "insurers", "packages"),
    [
        ("gezinspakket bij nedasco", {"nedasco"}, {"nedasco_gezin"}),
        ("wij van Univé hebben het vitaal pakket", {"unive"}, {"unive_vitaal"}),
        ("mijn vrouw heeft fitvrij, van vgz", {"vgz"}, {"vgz_fit_vrij"}),
        ("pluspakket hollandzorg", {"hollandzorg"}, {"hollandzorg_plus"}),
        (
            "vitaal pakket, vgz of turien",
            {"vgz", "turien"},
            {"vgz_vitaal", "turien_vitaal"},
        ),
        ("heeft cz ook een pluspakket", {"cz"}, set()),
        ("het toppakket van de FBTO", {"fbto"}, set()),
    ],
)
def test_packages_are_those_of_the_insurers_that_are_named(
    text: str, insurers: set[str], packages: set[str]
) -> None:
    assert found(text) == (insurers, packages)


@pytest.mark.parametrize(
    ("text", "packages"),
    [
        ("vgz goed, is dat genoeg", {"vgz_goed"}),
        ("bij vgz hebben we al jaren beter", {"vgz_beter"}),
        ("vgz, het beter-pakket", {"vgz_beter"}),
        ("wat doet het goed pakket van vgz", {"vgz_goed"}),
        ("met VGZ, zeg maar best", set()),
        ("krijg ik iets met best van de vgz", {"vgz_best"}),
        ("hoeveel bij vgz als ik best heb", {"vgz_best"}),
        ("vgz, aanvulende beter", {"vgz_beter"}),
        ("vgz bset", {"vgz_best"}),
        ("hoeveel geeft Best eigenlijk bij vgz", {"vgz_best"}),
        ("VGZ met Goed of Best, maakt dat uit", {"vgz_goed", "vgz_best"}),
        ("zit bij unive en heb beter", {"unive_extra_zorg_beter"}),
        ("Univé gezin", {"unive_gezin"}),
        ("univé en dan ster", {"unive_ster"}),
        ("unive 2", {"unive_ster"}),
        ("nedasco, de uitgebreide", {"nedasco_uitgebreid"}),
        ("nedasco plus krijg ik daar wat", {"nedasco_plus"}),
        ("mijn man zit bij hollandzorg met de top", {"hollandzorg_top"}),
        ("iza gezondsamen met comfort", {"iza_gezondsamen_classic_comfort"}),
        ("bij izz, extra 3", {"izz_zorg_voor_de_zorg_extra_3"}),
        ("izz en dan de 1", {"izz_zorg_voor_de_zorg_extra_1"}),
        ("menzis, ben van de FNV", {"menzis_fnv_zorg", "menzis_fnv_zorg_en_tand"}),
        ("oms van menzis", {"menzis_av_oms"}),
        ("menzis met zorgplus 1", {"menzis_zorgplus"}),
        ("menzis 1", set()),
        ("zilveren kruis met die 50 plus", {"zilveren_kruis_50_plus"}),
        ("iza cura, ben van capelle aan den ijssel", {"iza_cura_capelle"}),
    ],
)
def test_a_short_name_is_a_package_once_the_insurer_is_known(
    text: str, packages: set[str]
) -> None:
    assert found(text)[1] == packages


@pytest.mark.parametrize(
    "text",
    [
        "is vgz goed",
        "vgz is best duur",
        "is univé beter dan menzis",
        "welke is beter, vgz of unive",
        "ik ben goed verzekerd bij vgz",
        "dat is goed van vgz, bedankt",
        "bij vgz heb ik het best naar mijn zin",
        "heb best lang bij vgz aan de lijn gehangen",
        "ik zoek een beter pakket dan bij vgz",
        "het beste pakket van vgz graag",
        "vgz. Goed zo?",
        "zit bij salland en betaal de premie plus eigen risico",
        "voor een gezin bij univé",
        "ik krijg extra hulp bij izz",
        "menzis, wij zijn met 2 personen",
        "unive gaf mij 3 gesprekken",
        "van 2 kanten gehoord over menzis",
        "IZA, en ik woon in Rotterdam",
        "mijn tijd is beperkt, nedasco belde",
        "kan nedasco het uitgebreid uitleggen",
    ],
)
def test_an_ordinary_word_near_an_insurer_is_no_package(text: str) -> None:
    insurers, packages = found(text)
    assert insurers and not packages


def test_each_insurer_has_the_short_name_that_stands_with_it() -> None:
    text = "wij hebben vgz goed, mijn ouders unive best en mijn broer menzis 4"
    assert found(text) == (
        {"vgz", "unive", "menzis"},
        {"vgz_goed", "unive_extra_zorg_best", "menzis_fnv_zorg", "menzis_zorgplus"},
    )


# --- without an insurer ---


@pytest.mark.parametrize(
    "text",
    [
        "mijn man heeft pakket Best",
        "Pakket Best, wat zit erin",
        "wij hebben het pakket best, van wie weet ik niet",
        "aanvullend best, krijg ik dan iets",
        "op mijn pas staat Aanvullend Best",
    ],
)
def test_a_short_name_after_the_word_pakket_needs_no_insurer(text: str) -> None:
    best = {f"{one}_best" for one in VGZ_GROUP}
    assert found(text) == (set(), {*best, "unive_extra_zorg_best"})


@pytest.mark.parametrize(
    "text",
    [
        "wat is een goed pakket",
        "welk pakket past het best",
        "het beste pakket graag",
        "er is vast een beter pakket",
        "is mijn pakket goed",
        "is mijn polis beter geworden",
        "ben ik aanvullend goed verzekerd",
        "mijn aanvraag goed ontvangen?",
        "heb het pakket goed ontvangen",
        "de verzekering plus het eigen risico",
        "met beter weer kom ik langs",
        "Goed, dank u",
        "ik ben een ster in formulieren",
    ],
)
def test_without_an_insurer_good_and_better_are_words(text: str) -> None:
    assert found(text) == (set(), set())


def test_a_name_that_several_insurers_have_gives_all_of_them() -> None:
    assert found("wij hebben het gezinspakket") == (
        set(),
        {f"{one}_gezin" for one in GEZIN},
    )


@pytest.mark.parametrize(
    ("text", "packages"),
    [
        ("rotterdampakket", {"iza_cura_capelle", "iza_cura_rotterdam"}),
        ("het rotterdampakket en ik woon in Capelle", {"iza_cura_capelle"}),
        ("woon in rotterdam en heb rotterdampakket", {"iza_cura_rotterdam"}),
    ],
)
def test_the_place_tells_which_of_two_packages_of_a_name(
    text: str, packages: set[str]
) -> None:
    assert found(text)[1] == packages


# --- one way of doing it ---


def test_resolve_tells_where_the_packages_stand() -> None:
    text = "bij Menzis ZorgPlus 3, of FNV Zorg 2 of 4"
    named = resolve(TABLE.insurers["menzis"], text).named
    assert [(text[one.start : one.end], one.ids) for one in named] == [
        ("ZorgPlus", ("menzis_zorgplus",)),
        ("FNV Zorg", ("menzis_fnv_zorg",)),
    ]


@pytest.mark.parametrize(
    ("insurer", "package"),
    [
        (id, package.id)
        for id, insurer in TABLE.insurers.items()
        for package in insurer.packages
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "{insurer} {package}",
            "{package} van {insurer}",
            "bij {insurer} heb ik {package}",
        ),
        *("{package}, dat is van {insurer}", "met {package} bij {insurer} verzekerd"),
    ],
)
def test_each_package_is_found_before_and_after_its_insurer(
    text: str, insurer: str, package: str
) -> None:
    table = TABLE.insurers[insurer]
    (product, *_) = next(one for one in table.packages if one.id == package).products()
    insurers, packages = found(text.format(insurer=table.name, package=product.name))
    assert (insurers, packages) == ({insurer}, {package})


@pytest.mark.parametrize("part", ["vgz best ", "eno plus ", "aanv best ", "menzis 3 "])
def test_a_message_full_of_names_is_read_to_its_end(part: str) -> None:
    text = (part * 20_000)[:20_000]
    *_, last = INDEX.find(f"{text}. Ik zit bij Salland")
    assert last.ids == ("salland",)
