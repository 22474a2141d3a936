"""A person is not an insurer of the same name."""

import pytest

from tests.steunwijzer.named import insurers


@pytest.mark.parametrize(
    "text",
    [
        "Mijn dochter heet Iza, mag zij ook mantelzorger zijn?",
        "Ik ben Iza",
        "IK BEN IZA",
        "groetjes, Iza",
        "met vriendelijke groet, Eno de Vries",
        "mijn zoon Just belt u morgen",
        "mijn collega Just gaat mee",
        *("mevrouw iza", "mevrouw Íza"),
        "Iza, mijn jongste, gaat mee naar het gesprek",
        "Iza, de Poolse hulp van mijn oma, kan die ook?",
        "Eno, een vriend van de familie, belt u",
        "Mijn zus is verzekerd bij mijn oom. Ik ben Iza",
    ],
)
def test_who_is_introduced_is_a_person(text: str) -> None:
    assert insurers(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mijn verzekering heet Just", {"just"}),
        ("mijn verzekering? die heet Just", {"just"}),
        ("ik ben just verzekerd", {"just"}),
        ("mijn zoon zit bij just", {"just"}),
        ("mijn man IZA, ik VGZ", {"iza_cura", "iza_gezondsamen", "vgz"}),
        ("ik ben iza-verzekerd", {"iza_cura", "iza_gezondsamen"}),
        ("wij zitten bij iza, mijn man, zoon en ik", {"iza_cura", "iza_gezondsamen"}),
        ("Iza, mijn man werkt bij de gemeente", {"iza_cura", "iza_gezondsamen"}),
        (
            "Iza, de verzekeraar van mijn man, wat doet die",
            {"iza_cura", "iza_gezondsamen"},
        ),
        ("eno", {"energiek", "hollandzorg", "salland"}),
    ],
)
def test_an_insurer_is_no_person(text: str, found: set[str]) -> None:
    assert insurers(text) == found


@pytest.mark.parametrize("text", ["ik ben Menzis", "mijn man CZ, ik VGZ"])
def test_a_name_that_people_do_not_have_is_an_insurer_anywhere(text: str) -> None:
    assert insurers(text)
