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
        *("UC", "En UC dan?", "wat UC betaalt voor een mantelzorgmakelaar"),
        *("wat betaalt UC voor een mantelzorgmakelaar", "dekt UC een makelaar?"),
        *("Hoeveel krijg ik van UC?", "wat geeft UC voor een mantelzorgmakelaar"),
        *("heb ik toestemming nodig van UC", "welke afdeling van UC", "klant van UC"),
    ],
)
def test_in_words_about_insurance_it_is_an_insurer(text: str) -> None:
    assert "united_consumers" in insurers(text)


@pytest.mark.parametrize(
    "text",
    [
        "mijn vrouw is ziek en wij zijn verzekerd bij UC",
        "Mijn man is ziek. Vergoedt UC een mantelzorgmakelaar?",
        "Mijn man is ziek. Wordt een makelaar door UC vergoed?",
        "ik ben opgenomen, vergoedt UC Beter een mantelzorgmakelaar?",
        "ik ben opgenomen geweest en heb UC Best",
        "mijn vrouw ligt in het ziekenhuis, onze polis is UC",
        "mijn vrouw is ziek en UC is onze verzekeraar",
        "UC is mijn ziektekostenverzekeraar",
        "Ik lees dat UC betaalt voor wie een ziek kind heeft",
        "mijn man is ziek, krijg ik dan iets van UC",
        "moet mijn zieke man toestemming vragen aan UC",
    ],
)
def test_what_stands_beside_it_tells_more_than_who_is_ill(text: str) -> None:
    assert insurers(text) == {"united_consumers"}


@pytest.mark.parametrize(
    "text",
    [
        *("ik heb UC", "ik heb UC, een darmziekte", "UC plus reuma"),
        *("ik ben moe van UC", "ik heb last van UC", "Wat is UC?"),
        *("is er hulp bij UC", "kunt u mij helpen bij UC", "wij leven met UC"),
        "hulp bij UC en andere darmziekten",
        "wie helpt bij UC en Crohn",
        "wordt de behandeling van UC vergoed",
        "vergoedt de verzekering mijn UC-medicijnen",
        "wat geeft UC voor klachten",
        "wat krijg je van UC",
        "door de medicijnen is mijn UC beter",
        "hij heeft UC goed onder controle sinds de opname",
        "Mijn dochter heeft UC. Kan een mantelzorgmakelaar mij helpen?",
        "Mijn dochter heeft UC, kan ik Wlz aanvragen?",
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
