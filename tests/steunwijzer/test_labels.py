"""Which insurer counts, and whose a package is, where more than one is named."""

import pytest

from tests.steunwijzer.named import INDEX, insurers, packages


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("iak van vgz", "iak"),
        ("Nedasco, dat is toch van de VGZ?", "nedasco"),
        ("united consumers hoort toch bij vgz", "united_consumers"),
        ("izz valt onder vgz", "izz"),
        ("turien is een label van vgz", "turien"),
        ("ditzo van a.s.r.", "ditzo"),
        ("anderzorg van menzis", "anderzorg"),
        ("hollandzorg van eno", "hollandzorg"),
    ],
)
def test_a_label_with_whose_it_is_is_only_the_label(text: str, label: str) -> None:
    assert insurers(f"ik heb {text}, krijg ik wat") == {label}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("via united consumers bij vgz", {"united_consumers", "vgz"}),
        ("anderzorg is toch van menzis", {"anderzorg", "menzis"}),
        ("iak van menzis", {"iak", "menzis"}),
        ("nedasco en vgz", {"nedasco", "vgz"}),
        ("vgz van nedasco", {"vgz", "nedasco"}),
        ("iak van vgz, is dat zoals vgz", {"iak", "vgz"}),
    ],
)
def test_else_both_are_named(text: str, found: set[str]) -> None:
    assert insurers(text) == found


def test_a_label_takes_the_place_of_the_whole() -> None:
    text = "is iak, dat is van vgz, goed"
    (match,) = INDEX.find(text)
    assert text[match.start : match.end] == "iak, dat is van vgz"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vitaal pakket bij vgz en gezinspakket van unive", "vgz_vitaal unive_gezin"),
        ("turien vitaal pakket, vgz met gezinspakket", "turien_vitaal vgz_gezin"),
        ("gezinspakket bij vgz en bij unive", "vgz_gezin unive_gezin"),
        ("gezinspakket, vgz of unive", "vgz_gezin unive_gezin"),
    ],
)
def test_a_package_goes_with_the_insurer_beside_it(text: str, found: str) -> None:
    assert packages(text) == set(found.split())
