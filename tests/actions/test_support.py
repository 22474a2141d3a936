"""What is said of cost, and of where to go, is about the service that is meant."""

from typing import Any

import pytest
from rasa_sdk import Action, Tracker

from actions.providers import ActionHowToApply, ActionWhoProvides
from actions.support import ActionCosts, ActionWhatIsMantelzorgmakelaar
from steunwijzer.knowledge import installed
from steunwijzer.vocabulary import name_index
from tests.answers_as_said import domain, entity, run, tracker

NAMES = name_index(installed())
SUPPORT, MAKELAAR = "utter_costs", "utter_costs_mantelzorgmakelaar"
CARE, WHERE = "utter_costs_of_care", "utter_where_is_mantelzorgmakelaar"
WHO = "utter_who_provides"


def heard(text: str, before: str | None = None) -> Tracker:
    """The client says `text`, with its names, after the answer `before`."""
    found = [entity(match.kind, *match.ids) for match in NAMES.find(text)]
    return tracker(text, entities=found, events=turn(before) if before else ())


def turn(response: str) -> list[dict[str, Any]]:
    facts = domain().responses[response][0].get("metadata", {}).get("facts", [])
    said = {"utter_action": response, "facts": facts}
    return [{"event": "user", "text": "x"}, {"event": "bot", "metadata": said}]


def answer(action: Action, message: Tracker) -> str:
    said = run(action, message)[0]
    return str(said[0]["response"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wat kost het", SUPPORT),
        ("is een cliëntondersteuner gratis", SUPPORT),
        ("is een ondersteuner in de wlz gratis", SUPPORT),
        ("is er een eigen bijdrage voor een cliëntondersteuner", SUPPORT),
        ("is de wlz gratis", CARE),
        ("nee de wlz zelf bedoel ik. wat betalen we dan", CARE),
        ("eigen bijdrage", CARE),
        ("wat kost een verpleeghuis", CARE),
        ("wat moet ze zelf betalen", CARE),
        ("wat moet mijn moeder betalen voor de zorg", CARE),
        ("wat moet ik zelf betalen voor een cliëntondersteuner", SUPPORT),
        ("moet ik daar zelf voor betalen", SUPPORT),
        ("wat kost een mantelzorgmakelaar", MAKELAAR),
        ("en wat kost zo'n makelaar per uur", MAKELAAR),
        ("wat kost een hypotheekmakelaar", SUPPORT),
    ],
)
def test_the_cost_is_that_of_what_is_named(text: str, expected: str) -> None:
    assert answer(ActionCosts(), heard(text)) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("utter_what_is_mantelzorgmakelaar", "en is dat gratis", MAKELAAR),
        ("utter_paid", "wat kost zo iemand", MAKELAAR),
        ("utter_paid", "en wat kost een cliëntondersteuner", SUPPORT),
        ("utter_paid", "en de wlz, is die gratis", CARE),
        ("utter_paid", "/ask_costs", SUPPORT),  # a button means what it says
        ("utter_support_needs_no_insurer", "is dat gratis", SUPPORT),
        ("utter_explain_pgb", "wat kost dat", SUPPORT),
    ],
)
def test_where_nothing_is_named_the_cost_is_that_of_what_was_spoken_of(
    before: str, text: str, expected: str
) -> None:
    assert answer(ActionCosts(), heard(text, before)) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (None, "waar vind ik een mantelzorgmakelaar", WHERE),
        (None, "een mantelzorgmakelaar voor mijn zus met downsyndroom", WHERE),
        (None, "liever een cliëntondersteuner dan een mantelzorgmakelaar", WHO),
        (None, "en waar vind ik er een", WHO),
        ("utter_costs", "en waar vind ik er een", WHO),
        ("utter_what_is_mantelzorgmakelaar", "en waar vind ik er een", WHERE),
        ("utter_paid", "waar vind ik zo iemand", WHERE),
        ("utter_paid", "wie helpt mij", WHO),
        ("utter_paid", "waar vind ik zo'n cliëntondersteuner", WHO),
        ("utter_paid", "is er een organisatie die mij helpt", WHO),
        ("utter_paid", "waar vind ik zo'n organisatie", WHO),
        ("utter_paid", "waar vind ik zo'n makelaar", WHERE),
    ],
)
def test_a_mantelzorgmakelaar_is_not_looked_for_among_those_who_give_support(
    before: str | None, text: str, expected: str
) -> None:
    assert answer(ActionWhoProvides(), heard(text, before)) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (None, "hoe schakel ik een mantelzorgmakelaar in", WHERE),
        (None, "hoe kom ik aan zo iemand", "utter_how_to_apply"),
        ("utter_paid_total_budget", "hoe kom ik aan zo iemand", WHERE),
        ("utter_paid_total_budget", "hoe vraag ik hulp aan", "utter_how_to_apply"),
    ],
)
def test_a_mantelzorgmakelaar_is_not_asked_for_at_the_zorgkantoor(
    before: str | None, text: str, expected: str
) -> None:
    assert answer(ActionHowToApply(), heard(text, before)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoe kom ik aan een mantelzorgmakelaar", WHERE),
        (
            "waar is een mantelzorgmakelaar goed voor",
            "utter_what_is_mantelzorgmakelaar",
        ),
    ],
)
def test_how_to_get_a_mantelzorgmakelaar_is_not_what_one_is(
    text: str, expected: str
) -> None:
    assert answer(ActionWhatIsMantelzorgmakelaar(), heard(text)) == expected
