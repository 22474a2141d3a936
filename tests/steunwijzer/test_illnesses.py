"""UC is an insurer where it is about insurance, and else an illness."""

import pytest

from tests.steunwijzer.named import insurers, packages


@pytest.mark.parametrize(
    "text",
    [
        "ik zit bij UC",
        "via UC, geloof ik",
        "UC is onze verzekeraar",
        *("UC goed", "UC-Best", "UC Fit", "krijg ik iets met UC Fit", "UC fitvrij"),
        "ik heb UC en mijn man CZ, wat krijgen we",
        "UC, 250 euro klopt dat",
    ],
)
def test_in_words_about_insurance_it_is_an_insurer(text: str) -> None:
    assert "united_consumers" in insurers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mijn dochter heeft UC, wie helpt mij met haar?",
        "door UC ben ik moe",
        "Mijn man heeft de darmziekte UC, wordt hulp vergoed?",
        "hij heeft uc en is opgenomen, wat vergoedt de verzekering",
        "UC plus diabetes, wie helpt mij?",
        "UC extra moe",
        "Mijn zus heeft UC, plus reuma. Heeft ze recht op hulp?",
        "Mijn zus heeft UC, goed dat u er bent",
        "Mijn zus heeft UC. Goed dat u er bent",
    ],
)
def test_elsewhere_it_is_an_illness(text: str) -> None:
    assert insurers(text) == packages(text) == set()


def test_the_full_name_is_never_an_illness() -> None:
    assert insurers("United Consumers en mijn darmen") == {"united_consumers"}
