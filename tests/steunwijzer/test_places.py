"""An insurer that is named after a place is not the place."""

import pytest

from tests.steunwijzer.named import insurers


@pytest.mark.parametrize(
    "text",
    [
        *("de Amersfoortse ouderenadviseur verwees me", "een Amersfoortse huisarts"),
        *("De Amersfoortse afdeling gaf mij dit adres", "mijn amersfoortse tante"),
        *("onze de Friesland-vakantie viel in het water", "heel holland zorg je eerst"),
        *("in noord holland zorg zoeken", "de Salland-route"),
        *("wij wonen in Stad Holland", "uit De Friesland", "rondom salland"),
        "een Amersfoortse arts deed de aanvraag",
    ],
)
def test_a_place_is_no_insurer(text: str) -> None:
    assert insurers(text) == set()


@pytest.mark.parametrize(
    ("text", "insurer"),
    [
        ("wat doet de Amersfoortse", "amersfoortse"),
        ("de amersfoortse wil niet", "amersfoortse"),
        ("of de amersfoortse ook iets doet", "amersfoortse"),
        ("moet ik de amersfoortse bellen", "amersfoortse"),
        ("overleg met De Amersfoortse hierover", "amersfoortse"),
        ("de amersfoortse maatschappij", "amersfoortse"),
        ("krijg ik van de Amersfoortse hulp vergoed", "amersfoortse"),
        ("amersfoortse telefoonnummer", "amersfoortse"),
        ("een Amersfoortse aanvullende dekking", "amersfoortse"),
        ("dekt de Amersfoortse mantelzorgmakelaars", "amersfoortse"),
        ("wat dekt de friesland-polis", "de_friesland"),
        ("de Friesland - of menzis?", "de_friesland menzis"),
        ("ik heb holland zorg", "hollandzorg"),
        ("ik zit bij Stad Holland", "stad_holland"),
    ],
)
def test_the_insurer_stays(text: str, insurer: str) -> None:
    assert insurers(text) == set(insurer.split())
