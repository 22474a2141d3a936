"""Without an insurer a short name is a package only where little else can be meant."""

import pytest

from tests.steunwijzer.named import packages

GROUP = ("nedasco_vgz", "turien_vgz", "united_consumers_vgz", "unive_extra_zorg", "vgz")


def all_of(*tiers: str) -> set[str]:
    return {f"{insurer}_{tier}" for insurer in GROUP for tier in tiers}


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("er staat alleen: pakket beter. wat is dat?", "beter"),
        ("op de kaart, aanvullend best", "best"),
        ("bij aanvullend goed, hoeveel is het", "goed"),
        ("En met Best?", "best"),
        ("en bij goed dan?", "goed"),
        ("hoeveel krijg ik met Beter", "beter"),
        ("en Beter dan?", "beter"),
        ("En Best?", "best"),
        ("oke, of Goed dan", "goed"),
        ("en beter dan?", "beter"),
        ("stel dat, als ik Goed had", "goed"),
        ("en als we beter?", "beter"),
        ("Mijn moeder heeft nu Best, wat krijgt ze", "best"),
    ],
)
def test_all_packages_with_the_name_are_found(text: str, tier: str) -> None:
    assert packages(text) == all_of(tier)


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("verschil tussen goed, beter en best", ("goed", "beter", "best")),
        ("Wat scheelt het tussen Goed en Best?", ("goed", "best")),
    ],
)
def test_packages_that_are_compared_are_found(
    text: str, tiers: tuple[str, ...]
) -> None:
    assert packages(text) == all_of(*tiers)


@pytest.mark.parametrize(
    "text",
    [
        "en met beter weer gaan we naar buiten",
        "als ik Goed begrijp moet ik bellen",
        *("Goed?", "Top!", "ok Top", "oke Goed dan", "en Goed bedankt"),
        *("en beter?", "en goed dan", "goed en dan?", "en nog beter dan?"),
        *("en mijn Gezin dan?", "en Beter weten dan?", "en beter dan wat?"),
        "als ik goed ben ingelicht",
        "of mijn polis goed is",
        "is mijn pakket beter",
        "Ik heb Top mensen om mij heen",
        "voor best veel mensen",
        "Goed, en met mijn vader ook",
        "Beste mensen, wat is het Best?",
        "leg het beter of best uitgebreid uit",
        "hoe het gaat: goed beter best",
        "met Rotterdam heb ik niets",
        "en met Comfort?",
        "Centrum voor Jeugd en Gezin",
    ],
)
def test_a_word_is_no_package(text: str) -> None:
    assert packages(text) == set()
