"""A guided flow takes an answer for an answer, and a question for a question."""

from collections.abc import Mapping
from typing import Any

import pytest

from actions.delivery_form import ValidateDeliveryFormHelper
from actions.eligibility import ActionEligibility, ValidateEligibilityForm
from actions.flows import CHOICE_HELPER, ELIGIBILITY, Flow, new_answers
from tests.answers_as_said import entity, run, tracker

FLOW = dict.fromkeys(ELIGIBILITY.slots, ELIGIBILITY)


def answers(
    asked: str, text: str, intent: str, *entities: Mapping[str, Any]
) -> dict[str, str]:
    flow: Flow = FLOW.get(asked, CHOICE_HELPER)
    heard = tracker(
        text, intent, entities, slots={"requested_slot": asked}, flow=flow.form
    )
    return new_answers(flow, heard)


@pytest.mark.parametrize(
    ("asked", "text", "intent", "expected"),
    [
        # answers
        ("indication", "ja", "affirm", {"indication": "yes"}),
        ("indication", "geen idee", "dont_know", {"indication": "unknown"}),
        ("sector", "weet ik niet", "dont_know", {"sector": "unknown"}),
        ("sector", "4", "inform", {"sector": "unknown"}),
        ("living", "thuis", "nlu_fallback", {"living": "home"}),
        ("living", "een verpleeghuis", "out_of_scope", {"living": "institution"}),
        ("asker", "voor mijn moeder", "ask_involve_family", {"asker": "carer"}),
        # unclear: asked again
        ("safe_at_home", "niet echt veilig", "nlu_fallback", {}),
        ("asker", "niet voor mezelf", "nlu_fallback", {}),
        # denied, so unclear
        ("living", "thuis wonen gaat echt niet", "inform", {}),
        ("living", "thuis blijven wil ik niet", "inform", {}),
        ("living", "thuis blijven, lopen gaat niet", "inform", {"living": "home"}),
        # questions, and what steers, are no answers
        ("living", "wat is een instelling?", "nlu_fallback", {}),
        ("living", "is het thuis veilig?", "inform", {}),
        ("living", "krijg ik in een verpleeghuis hulp", "ask_who_provides", {}),
        ("living", "ik wil thuis een mens spreken", "request_human", {}),
        ("living", "stop, thuis", "stop", {}),
        ("living", "thuis ademt hij niet", "crisis", {}),
    ],
)
def test_what_a_message_answers_when_something_was_asked(
    asked: str, text: str, intent: str, expected: dict[str, str]
) -> None:
    assert answers(asked, text, intent) == expected


# What clients type when yes or no is asked, and what it means; None: asked again.
YES_OR_NO = [
    (
        "indication",
        "yes",
        "ja; ja hoor; ja zzp 6; ja sinds vorig jaar; o ja die heb ik; "
        "ja die hebben we; die hebben we al; ja van het ciz",
    ),
    (
        "indication",
        "no",
        "nee; o nee dat heb ik niet; ach nee joh; nou nee; nee nee; "
        "nee ik denk het niet; nee nooit van gehoord; nee helaas niet; "
        "nee mijn moeder heeft dat niet; nee die is afgewezen; nee alleen wmo; "
        "nee ik heb nog niets aangevraagd; nee die moet nog aangevraagd worden; "
        "de indicatie moet nog aangevraagd worden; "
        "nee, die moet nog worden aangevraagd",
    ),
    (
        "indication",
        "applied",
        "nee nog niet, is aangevraagd; nee nog niet maar wel aangevraagd; "
        "nee die loopt nog; ja die is aangevraagd; nee maar wel aangevraagd; "
        "ik heb een wlz-indicatie aangevraagd; "
        "mijn moeder heeft een wlz-indicatie aangevraagd",
    ),
    (
        "indication",
        "unknown",
        "nee geen idee; nee dat weet ik niet",
    ),
    (
        "indication",
        None,
        "nee nog niet; nee, ja wel, sorry; ja denk ik, of nee toch niet; "
        "nee het ciz moet nog komen; nee we zijn nog bezig; nee ik snap het niet",
    ),
    (
        "under_18",
        "yes",
        "ja; ja hoor; ja hij is 17; nee hij is 16; ja 12 jaar; 16; "
        "nee hij is nog geen 18; nee nog niet 18; ja bijna 18; nee bijna 18; "
        "mijn zoon van 9; ja jonger dan 18; ja ze zijn 12 en 14; ja een kind; "
        "Hij is 16.; nee, hij is nu 15; 14 jaar oud; hij wordt volgende maand 18",
    ),
    (
        "under_18",
        "no",
        "nee; nee hoor; nee 20; nee joh ze is 79; nee 18 jaar; ze is 84; "
        "nee ze is bejaard; nee, boven de 18; nee niet jonger dan 18; "
        "nee, ze wordt 80; nee hoor allang niet meer; o nee veel ouder; "
        "Nee, ze is 84.; nee, ze is 84, dus nee; nee 73; hij wordt verzorgd en is 18",
    ),
    (
        "under_18",
        None,
        "ja 45; ja ik ben 45; nee hij is geen 16 meer; hij is 16 en zij is 20; "
        "nee ik snap het niet; nee het is ingewikkelder dan dat; "
        "nee, ze heeft zzp 5; nee, hij heeft 2 kinderen; hij is 3 keer gevallen; "
        "nee, hij woont al 3 jaar in een tehuis",
    ),
    (
        "safe_at_home",
        "yes",
        "ja; ja hoor dat gaat best; ja als mijn dochter er is; oh ja hoor; "
        "ja geen probleem; ja zonder problemen; ja veilig wel; ja dat valt mee; "
        "eh ja; ja met thuiszorg wel",
    ),
    (
        "safe_at_home",
        "no",
        "nee; nee helaas; nee ze valt snachts; nee s nachts niet; "
        "nee hij loopt steeds weg; nee dat is te gevaarlijk; nee niet meer; "
        "nee dat gaat echt niet meer; nee dat valt niet mee; nee ben ik bang; "
        "nou nee, dat gaat niet; "
        "nee, thuis gaat het niet meer; nee ze moet naar een verpleeghuis",
    ),
    (
        "safe_at_home",
        None,
        "nee hoor geen problemen, gaat prima; nee nee gaat prima; nee hoor prima; "
        "nee, is geen probleem hoor, ik woon ernaast; nee ik woon ernaast; "
        "nee die indicatie hebben we; nee mijn man is er altijd bij; "
        "nee ze is nooit alleen; nee hoor ze valt nooit; nee geen gevaar hoor; "
        "nee niks aan de hand; nee we willen geen tehuis; nee hoor wel veilig; "
        "ja maar ze valt wel eens; ja alleen overdag; ja, niet veilig; "
        "ja maar ze kan niet alleen zijn; "
        "ja overdag wel maar snachts niet; nee wacht, ja wel; nee dat valt mee",
    ),
    (
        "budget_keeping",
        "yes",
        "ja; ja hoor dat kan ik; ja met mijn dochter; ja dat lukt wel; "
        "mijn dochter doet de administratie; ja zonder moeite; "
        "mijn zoon is boekhouder; dat kan ik niet alleen",
    ),
    (
        "budget_keeping",
        "no",
        "nee; nee dat lukt niet; nee dat lukt mij niet; nee dat kan ik echt niet; "
        "ben niet zo goed met geld; nee daar ben ik slecht in; nee ik vergeet alles; "
        "nee veel te lastig; nee, zo'n budget beheren kunnen wij niet; o nee zeg; "
        "dat kunnen wij niet; nee dat wil ik niet",
    ),
    (
        "budget_keeping",
        None,
        "nee hoor dat is geen probleem; nee, geen enkel probleem; nee dat lukt best; "
        "nee daar heb ik geen moeite mee; nee dat vind ik niet erg; "
        "nee dat is niet moeilijk; nee maar mijn zoon wel; nee dat doet de bank; "
        "nee mijn man deed dat altijd; ja maar geld is lastig hoor",
    ),
    (
        "one_provider",
        "yes",
        "ja; ja graag; ja als dat kan; een organisatie; Eén organisatie graag; "
        "1 organisatie; ja alles van een; alles bij 1 organisatie graag; "
        "ja dat is makkelijker; ja dat lijkt me het makkelijkst",
    ),
    (
        "one_provider",
        "no",
        "nee; nee hoor; nee liever niet; nee dat hoeft niet; nee dank u; "
        "nee verschillende; nee liever los; nee losse onderdelen; nee meerdere; "
        "nee niet alles van één organisatie; verschillende organisaties",
    ),
    (
        "one_provider",
        "unknown",
        "nee geen voorkeur; nee hoor maakt me niet uit; maakt niet uit",
    ),
    (
        "one_provider",
        None,
        "nee ik heb al thuiszorg; nee hoor dat is prima; ja liever niet; "
        "nee ik begrijp het niet",
    ),
]


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (asked, text, expected)
        for asked, expected, texts in YES_OR_NO
        for text in texts.split("; ")
    ],
)
def test_what_a_yes_or_no_with_more_words_answers(
    asked: str, text: str, expected: str | None
) -> None:
    heard_as = "deny" if "nee" in text else "affirm" if "ja" in text else "inform"
    for intent in ("nlu_fallback", heard_as):
        assert answers(asked, text, intent).get(asked) == expected, intent


@pytest.mark.parametrize(
    ("asked", "text", "intent", "expected"),
    [
        (
            "indication",
            "ja, voor mijn moeder",
            "affirm",
            {"indication": "yes", "asker": "carer"},
        ),
        (
            "living",
            "thuis blijven en ik wil het zelf regelen",
            "inform",
            {"living": "home", "arranging": "self"},
        ),
        # "mijn dochter" and "dat lukt" say nothing of the budget here
        ("living", "thuis, bij mijn dochter", "inform", {"living": "home"}),
        ("safe_at_home", "nee, dat lukt niet", "deny", {"safe_at_home": "no"}),
        ("budget_keeping", "mijn dochter", "inform", {"budget_keeping": "yes"}),
        # nor "een organisatie" that it is one for all
        ("arranging", "Een organisatie", "inform", {"arranging": "organisation"}),
        ("arranging", "Eén organisatie", "inform", {"arranging": "organisation"}),
        ("arranging", "nou dan 1 organisatie", "inform", {"arranging": "organisation"}),
    ],
)
def test_what_is_said_in_passing_need_not_be_asked(
    asked: str, text: str, intent: str, expected: dict[str, str]
) -> None:
    assert answers(asked, text, intent) == expected


def test_a_sector_named_before_the_first_question_is_not_asked_again() -> None:
    named = entity("sector", "ggz")
    text = "wie helpt mensen in de psychiatrie"
    heard = tracker(text, "ask_who_provides", [named], flow=ELIGIBILITY.form)
    assert new_answers(ELIGIBILITY, heard) == {"sector": "ggz"}


@pytest.mark.parametrize(
    ("slot", "value", "expected"),
    [
        ("living", "home", {"living": "home"}),
        ("living", "unknown", {"living": "unknown"}),
        ("living", "de maan", {}),
        ("indication", "yes", {}),  # of another flow
    ],
)
def test_a_button_answers_its_own_question(
    slot: str, value: str, expected: dict[str, str]
) -> None:
    payload = f'/inform{{"{slot}": "{value}"}}'
    assert answers("living", payload, "inform", entity(slot, value)) == expected


@pytest.mark.parametrize(
    ("slots", "text", "intent", "following"),
    [
        ({}, "", "ask_delivery_form", "living"),
        ({"requested_slot": "living"}, "thuis", "inform", "safe_at_home"),
        ({"requested_slot": "living"}, "watte", "nlu_fallback", "living"),
        ({"requested_slot": "living"}, "in een instelling", "inform", None),
    ],
)
def test_the_flow_asks_what_still_matters_and_then_ends(
    slots: dict[str, str], text: str, intent: str, following: str | None
) -> None:
    _, events = run(ValidateDeliveryFormHelper(), tracker(text, intent, slots=slots))
    assert events[-1]["name"] == "requested_slot"
    assert events[-1]["value"] == following


def test_asking_says_nothing_by_itself() -> None:
    said, _ = run(ValidateEligibilityForm(), tracker("ja", "affirm"))
    assert said == []


def test_after_the_outcome_a_flow_left_half_way_is_picked_up() -> None:
    _, events = run(ActionEligibility(), tracker(slots={"indication": "applied"}))
    assert [each["event"] for each in events].count("followup") == 0
    half_way = {"indication": "applied", "living": "home"}
    _, events = run(ActionEligibility(), tracker(slots=half_way))
    assert events[-1]["event"] == "followup"
    assert events[-1]["name"] == "delivery_form_helper"
    wiped = {each["name"] for each in events if each["event"] == "slot"}
    assert wiped == {"indication", "sector", "asker", "under_18"}


@pytest.mark.parametrize(
    ("text", "sectors", "expected"),
    [
        ("ouderenzrg graag", ["vv"], "vv"),
        ("geen ouderenzorg", ["vv"], None),
        ("ouderenzorg en ggz", ["vv", "ggz"], None),
    ],
)
def test_a_sector_that_is_denied_or_one_of_two_is_not_taken(
    text: str, sectors: list[str], expected: str | None
) -> None:
    heard = tracker(
        text,
        "inform",
        slots={"requested_slot": "sector"},
        entities=[entity("sector", each) for each in sectors],
    )
    assert new_answers(ELIGIBILITY, heard).get("sector") == expected
