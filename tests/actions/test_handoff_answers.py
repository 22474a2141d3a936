"""Answers to the questions of a request are taken as they are meant, or asked again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from actions.handoff_answers import hear
from steunwijzer.handoff.questions import GIVEN
from steunwijzer.handoff.request import ContactBy, Details, Window
from tests.answers_as_said import entity, tracker

MORNING = Window(datetime(2026, 11, 25, 9), datetime(2026, 11, 25, 12))
AFTERNOON = Window(datetime(2026, 11, 25, 12), datetime(2026, 11, 25, 17))
BY_PHONE = Details("phone", "Jan", "+31612345678", window=MORNING)
OFFERED = {"event": "bot", "metadata": {"utter_action": "utter_write_about"}}
ASKED = {"event": "user", "parse_data": {"intent": {"name": "ask_costs"}}}


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEUNWIJZER_NOW", "2026-11-24T10:00")


def details_after(
    asked: str,
    text: str,
    draft: Details,
    events: Iterable[Mapping[str, Any]] = (),
    entities: Iterable[Mapping[str, Any]] = (),
) -> Details:
    """What is drafted once the text answered the question."""
    heard = hear(asked, tracker(text, events=events, entities=entities), draft)
    assert heard is not None, "it is no answer"
    assert heard.clear, heard.says
    return replace(draft, **heard.details)


@pytest.mark.parametrize(
    ("asked", "text", "drafted"),
    [
        ("contact_name", "mijn naam is fatima el amrani", {"name": "Fatima el Amrani"}),
        ("contact_phone", "nul zes 12 34 56 78", {"phone": "+31612345678"}),
        ("contact_phone", "+32 470 12 34 56", {"phone": "+32470123456"}),
        (
            "contact_name",
            "Jan de Vries 0612345678 morgenmiddag",
            {"name": "Jan de Vries", "phone": "+31612345678", "window": AFTERNOON},
        ),
        (
            "contact_phone",
            "0612345678, liefst morgenmiddag",
            {"phone": "+31612345678", "window": AFTERNOON},
        ),
    ],
)
def test_what_is_told_is_drafted_also_beside_what_was_asked(
    asked: str, text: str, drafted: dict[str, Any]
) -> None:
    assert details_after(asked, text, Details("phone")) == Details("phone", **drafted)


@pytest.mark.parametrize(
    ("asked", "text", "way", "kept"),
    [
        ("contact_phone", "mailen", "email", {}),
        ("contact_phone", "doe maar een mailtje", "email", {}),
        ("contact_phone", "jan@voorbeeld.nl", "email", {"email": "jan@voorbeeld.nl"}),
        ("contact_name", "liever langskomen", "visit", {}),
        ("contact_email", "0612345678", "phone", {"phone": "+31612345678"}),
        ("contact_by", "bel op 0612345678", "phone", {"phone": "+31612345678"}),
    ],
)
def test_another_way_may_be_chosen_at_any_time(
    asked: str, text: str, way: ContactBy, kept: dict[str, Any]
) -> None:
    before: ContactBy = "phone" if way == "email" else "email"
    drafted = details_after(asked, text, Details(before))
    assert drafted == Details(way, **kept)


def test_nothing_is_passed_on_of_a_way_that_was_given_up() -> None:
    after = details_after("contact_change", "jan@voorbeeld.nl", BY_PHONE)
    assert after == Details("email", "Jan", email="jan@voorbeeld.nl")


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("mijn naam", {"contact_name": None}),
        ("het moment", {"contact_when": None, "contact_when_ok": None}),
        ("het onderwerp klopt niet", {"contact_about": None}),
        ("morgenmiddag", {"contact_when": GIVEN, "contact_when_ok": None}),
        ("mijn mailadres", {"contact_by": None}),
    ],
)
def test_what_changes_is_asked_anew_and_all_is_shown_again(
    text: str, slots: dict[str, str | None]
) -> None:
    heard = hear("contact_change", tracker(text), BY_PHONE)
    assert heard is not None
    again = {"contact_change": None, "contact_consent": None}
    assert heard.slots == slots | again


@pytest.mark.parametrize(
    ("asked", "text", "intent"),
    [
        ("contact_name", "wat kost het?", "ask_costs"),
        ("contact_phone", "stop", "stop"),
        ("contact_phone", "ik wil dood", "crisis"),
        ("contact_when", "is dat gratis?", "ask_costs"),
        ("contact_by", "trek mijn verzoek in", "cancel_request"),
    ],
)
def test_a_question_or_a_cry_is_no_answer(asked: str, text: str, intent: str) -> None:
    assert hear(asked, tracker(text, intent), Details("phone")) is None


@pytest.mark.parametrize(
    ("asked", "text", "says"),
    [
        ("contact_name", "waarom wilt u dat weten?", "utter_explain_contact_name"),
        (
            "contact_phone",
            "waar is dat voor nodig, waarom",
            "utter_explain_contact_phone",
        ),
        ("contact_consent", "wie leest dit?", "utter_who_gets_it"),
        ("contact_name", "wie gaat mij bellen", "utter_who_gets_it"),
    ],
)
def test_why_and_who_are_answered_and_it_is_asked_again(
    asked: str, text: str, says: str
) -> None:
    heard = hear(asked, tracker(text, "ask_privacy"), Details("phone"))
    assert heard is not None
    assert heard.says == (says,)
    assert not heard.details


@pytest.mark.parametrize(
    ("asked", "text", "says"),
    [
        ("contact_phone", "06 123 45", "utter_too_short"),
        ("contact_phone", "0900 1234", "utter_paid_line"),
        ("contact_email", "jan@gmailcom", "utter_email_unclear"),
        ("contact_address", "Dorpsstraat", "utter_address_incomplete"),
        ("contact_when", "gisteren", "utter_past"),
        ("contact_when", "31 februari", "utter_no_such_moment"),
        ("contact_when_ok", "nee, dinsdag of woensdag", "utter_several"),
    ],
)
def test_what_cannot_be_is_told_and_asked_again(
    asked: str, text: str, says: str
) -> None:
    ways: dict[str, ContactBy] = {"contact_email": "email", "contact_address": "visit"}
    draft = Details(ways.get(asked, "phone"))
    heard = hear(asked, tracker(text, "nlu_fallback"), draft)
    assert heard is not None
    assert not heard.clear
    assert heard.says == (says,)


@pytest.mark.parametrize(
    ("text", "events", "about"),
    [
        ("ja dat mag", [ASKED], "Wat kost het?"),
        ("nee liever niet", [ASKED], None),
        ("laat maar", [], None),
        ("nee", [], None),
        ("mijn man wil naar huis", [ASKED], "mijn man wil naar huis"),
        ("aan wie moet ik hulp vragen", [OFFERED], "aan wie moet ik hulp vragen"),
        ("hoe kom ik aan een pgb?", [OFFERED], "hoe kom ik aan een pgb?"),
        ("ja", [OFFERED], "ja"),
    ],
)
def test_what_it_is_about_is_ours_the_clients_or_nothing(
    text: str, events: list[dict[str, Any]], about: str | None
) -> None:
    drafted = details_after("contact_about", text, BY_PHONE, events=events)
    assert drafted.about == about


def test_the_sector_need_not_be_known() -> None:
    drafted = details_after("contact_sector", "weet ik niet", BY_PHONE)
    assert drafted.sector is None
    pressed = [entity("contact_sector", "ggz")]
    drafted = details_after("contact_sector", "", BY_PHONE, entities=pressed)
    assert drafted.sector == "ggz"


@pytest.mark.parametrize("text", ["ja", "Ja, geef door", "oke", "prima", "doe maar"])
def test_consent_is_a_clear_yes(text: str) -> None:
    heard = hear("contact_consent", tracker(text), BY_PHONE)
    assert heard is not None
    assert heard.slots == {"contact_consent": "yes"}


@pytest.mark.parametrize(
    "text",
    [
        *("nee", "ja maar niet mijn naam", "misschien", "liever niet", "mag dat wel"),
        *("wat gebeurt er als ik ja zeg", "ja als het gratis is", "niet doorgeven"),
        *("ja graag maar dan vrijdag", "ja maar het nummer is 0687654321"),
    ],
)
def test_anything_less_than_a_clear_yes_is_no_consent(text: str) -> None:
    heard = hear("contact_consent", tracker(text), BY_PHONE)
    assert heard is None or heard.slots.get("contact_consent") != "yes"


THURSDAY = Window(datetime(2026, 11, 26, 9), datetime(2026, 11, 26, 17))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("contact_when_ok", "na drie uur"),
        ("contact_when_ok", "ja maar dan na 3 uur"),
        ("contact_when", "liever na drieën"),
        ("contact_consent", "ja graag maar dan wel na 3 uur"),
        ("contact_change", "na drie uur"),
    ],
)
def test_a_time_alone_is_on_the_day_that_is_spoken_of(asked: str, text: str) -> None:
    drafted = details_after(asked, text, replace(BY_PHONE, window=THURSDAY))
    after_three = Window(datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 17))
    assert drafted.window == after_three


@pytest.mark.parametrize(
    ("asked", "text", "drafted", "anew"),
    [
        ("contact_when", "nee wacht, 0687654321", {"phone": "+31687654321"}, None),
        ("contact_when", "oh nee verkeerd nummer", {}, "contact_phone"),
        ("contact_when_ok", "0687654321", {"phone": "+31687654321"}, None),
        ("contact_sector", "ander nummer 0687654321", {"phone": "+31687654321"}, None),
        ("contact_sector", "doe maar donderdag", {"window": THURSDAY}, None),
        ("contact_about", "ander nummer 0687654321", {"phone": "+31687654321"}, None),
        ("contact_about", "doe toch maar donderdag", {"window": THURSDAY}, None),
        ("contact_phone", "mijn naam is niet Jan maar Piet", {}, "contact_name"),
    ],
)
def test_what_comes_back_on_an_earlier_answer_changes_that(
    asked: str, text: str, drafted: dict[str, Any], anew: str | None
) -> None:
    heard = hear(asked, tracker(text, "nlu_fallback"), BY_PHONE)
    assert heard is not None and heard.clear
    assert replace(BY_PHONE, **heard.details) == replace(BY_PHONE, **drafted)
    assert "contact_about" not in heard.slots
    assert (anew in heard.slots and heard.slots[anew] is None) if anew else True


def test_a_number_beside_a_moment_loses_neither() -> None:
    text = "donderdag, op 0687654321"
    drafted = details_after("contact_when", text, BY_PHONE)
    assert drafted == replace(BY_PHONE, phone="+31687654321", window=THURSDAY)


@pytest.mark.parametrize(
    "text", ["nee, maar bel niet in de ochtend", "ja maar niet bij mijn zoon"]
)
def test_a_wish_beside_a_yes_or_no_is_passed_on(text: str) -> None:
    drafted = details_after("contact_about", text, BY_PHONE, events=[ASKED])
    assert drafted.about == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Dorpsstraat 5, Ede, morgenmiddag", "Dorpsstraat 5, Ede"),
        ("Dorpsstraat 5, 6711 AB Ede", "Dorpsstraat 5, 6711 AB Ede"),
    ],
)
def test_a_moment_is_no_part_of_an_address(text: str, address: str) -> None:
    drafted = details_after("contact_address", text, Details("visit", "Jan"))
    assert drafted.address == address


@pytest.mark.parametrize("name", ["mevrouw Smit", "jan bakker", "JAN BAKKER"])
def test_an_address_beside_the_name_is_not_asked_again(name: str) -> None:
    text = f"{name}, Dorpsstraat 5, 6711 AB Ede"
    drafted = details_after("contact_name", text, Details("visit"))
    assert str(drafted.name).casefold() == name.casefold()
    assert drafted.address == "Dorpsstraat 5, 6711 AB Ede"


def test_a_place_may_follow_its_street() -> None:
    draft = Details("visit", "Jan")
    street = hear("contact_address", tracker("Dorpsstraat 5"), draft)
    assert street is not None and not street.clear
    assert street.says == ("utter_address_without_place",)
    assert "contact_address" not in street.slots
    draft = replace(draft, **street.details)
    drafted = details_after("contact_address", "Ede", draft)
    assert drafted.address == "Dorpsstraat 5, Ede"


@pytest.mark.parametrize(
    ("asked", "text", "draft"),
    [
        ("contact_phone", "088 000 00 00", Details("phone")),
        ("contact_email", "hulp@zorgkantoor-voorbeeld.example", Details("email")),
    ],
)
def test_our_own_number_is_not_taken_for_the_clients(
    asked: str, text: str, draft: Details
) -> None:
    heard = hear(asked, tracker(text), draft)
    assert heard is not None and not heard.clear


@pytest.mark.parametrize("name", ["Sjaak", "El Amrani", "mevrouw Dood"])
def test_a_name_that_sounds_like_a_cry_is_still_a_name(name: str) -> None:
    heard = hear("contact_name", tracker(name, "crisis"), Details("phone"))
    assert heard is not None
    assert heard.details["name"] == name


@pytest.mark.parametrize("asked", ["contact_consent", "contact_about"])
def test_a_cry_agrees_to_nothing(asked: str) -> None:
    assert hear(asked, tracker("ja ik wil niet meer", "crisis"), BY_PHONE) is None


@pytest.mark.parametrize("text", ["niet akkoord", "ik geef geen toestemming"])
def test_a_refusal_in_other_words_is_a_refusal(text: str) -> None:
    heard = hear("contact_consent", tracker(text), BY_PHONE)
    assert heard is not None
    assert heard.slots == {"contact_consent": "no"}


def test_who_wants_nothing_changed_after_all_sees_all_again() -> None:
    heard = hear("contact_change", tracker("laat maar", "stop"), BY_PHONE)
    assert heard is not None
    assert heard.slots == {"contact_change": None, "contact_consent": None}


@pytest.mark.parametrize("text", ["naar wie gaat dit", "aan wie geeft u dit door"])
def test_who_it_goes_to_is_answered_at_consent(text: str) -> None:
    heard = hear("contact_consent", tracker(text, "nlu_fallback"), BY_PHONE)
    assert heard is not None
    assert heard.says == ("utter_who_gets_it",)


def test_who_calls_is_answered_and_not_taken_for_the_state_of_a_request() -> None:
    asked = tracker("wie belt er dan?", "request_status")
    heard = hear("contact_phone", asked, BY_PHONE)
    assert heard is not None
    assert heard.says == ("utter_who_gets_it",)


def test_another_way_can_be_chosen_by_a_button_when_it_does_not_work_out() -> None:
    pressed = tracker("", entities=[entity("contact_change", "contact_by")])
    heard = hear("contact_phone", pressed, Details("phone", "Jan"))
    assert heard is not None
    assert heard.slots == {"contact_by": None}
