"""The number that somebody writes from is phoned on a yes, and not without."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.handoff import ActionBeginHandoff, ValidateHandoffForm
from actions.handoff_number import OFFER, TO_TYPE, WHATSAPP
from actions.handoff_shown import ActionAskContactPhone
from actions.handoff_store import database, handoffs
from steunwijzer.handoff.request import Details
from tests.answers_as_said import Message, entity, in_words, run, tracker
from tests.every_handoff import CLIENT, NOW, writes

SHOWN, IN_FULL = "31612345678", "+31612345678"
BY_PHONE = Details("phone", "Jan")
ANOTHER = "+31687654321"
START = "utter_start_handoff"
Draft = dict[str, Any]


@pytest.fixture(autouse=True)
def _asked_to_be_called(empty_database: None) -> None:
    handoffs().keep_draft(CLIENT, BY_PHONE, NOW)


def bot(response: str) -> Message:
    return {"event": "bot", "metadata": {"utter_action": response}}


CLIENT_SPOKE: Message = {"event": "user"}
OFFERED = (bot(OFFER),)
in_whatsapp = partial(
    tracker,
    channel=WHATSAPP,
    flow="handoff_form",
    slots={
        "contact_by": "phone",
        "contact_name": "given",
        "requested_slot": "contact_phone",
    },
)


def pressed(answer: str, events: Sequence[Message] = OFFERED) -> Tracker:
    of_the_offer = [entity("contact_this_number", answer)]
    return in_whatsapp(entities=of_the_offer, events=events)


def responses(messages: list[Message]) -> list[str]:
    return [name for each in messages for name in (each["response"], *each["parts"])]


def asked(heard: Tracker) -> str:
    """How the number is asked for."""
    (response,) = responses(run(ActionAskContactPhone(), heard)[0])
    return response


def answered(heard: Tracker) -> tuple[list[str], dict[str, Any]]:
    """What is said of an answer, and what the slots hold after it."""
    said, events = run(ValidateHandoffForm(), heard)
    held = {each["name"]: each["value"] for each in events if each["event"] == "slot"}
    return responses(said), held


@pytest.mark.parametrize(
    ("phone", "channel", "question"),
    [
        (SHOWN, WHATSAPP, OFFER),
        ("32470123456", WHATSAPP, OFFER),
        (None, WHATSAPP, TO_TYPE),
        (SHOWN, "website", TO_TYPE),
        (SHOWN, "rest", TO_TYPE),
        ("319001234567", WHATSAPP, TO_TYPE),  # nobody is phoned back on it
        ("99912345678", WHATSAPP, TO_TYPE),
        ("31880000000", WHATSAPP, TO_TYPE),  # it is our own
    ],
)
def test_a_number_is_offered_where_one_shows_that_can_be_phoned(
    phone: str | None, channel: str, question: str
) -> None:
    writes(phone)
    assert asked(in_whatsapp("Jan", channel=channel)) == question


def test_nothing_is_offered_to_who_is_not_known() -> None:
    assert asked(in_whatsapp("Jan")) == TO_TYPE


@pytest.mark.parametrize("text", ["ja op dit nummer", "bel maar op dit nummer"])
@pytest.mark.parametrize("channel", [WHATSAPP, "website"])
def test_who_means_the_number_that_they_write_from_hears_that_none_shows(
    text: str, channel: str
) -> None:
    writes(None)
    heard = in_whatsapp(text, channel=channel, events=[bot(TO_TYPE)])
    assert answered(heard)[0] == ["utter_phone_hidden"]


@pytest.mark.parametrize(
    ("text", "phone"), [("ja", None), ("ja op dit nummer", "319001234567")]
)
def test_that_none_shows_is_not_said_of_one_that_does_nor_to_who_means_none(
    text: str, phone: str | None
) -> None:
    writes(phone)
    heard = in_whatsapp(text, events=[bot(TO_TYPE)])
    assert answered(heard)[0] == ["utter_no_phone"]


def test_the_number_is_not_in_the_question() -> None:
    writes()
    (said,) = run(ActionAskContactPhone(), in_whatsapp("Jan"))[0]
    assert not re.search(r"\d", str(in_words(said)))


@pytest.mark.parametrize(
    "heard",
    [
        pressed("yes"),
        # long after it was shown
        pressed("yes", [bot(OFFER), CLIENT_SPOKE, bot(TO_TYPE)]),
        *(
            in_whatsapp(text, events=OFFERED)
            for text in (
                *("ja", "Ja, dit nummer", "ja graag", "is goed", "oke prima"),
                *("bel maar op dit nummer", "ja dat is mijn nummer", "jazeker"),
            )
        ),
    ],
)
def test_a_yes_is_as_if_the_number_had_been_typed(heard: Tracker) -> None:
    writes()
    says, held = answered(heard)
    assert handoffs().draft(CLIENT) == replace(BY_PHONE, phone=IN_FULL)
    handoffs().keep_draft(CLIENT, BY_PHONE, NOW)
    assert (says, held) == answered(in_whatsapp("0612345678"))
    assert says == ["utter_phone_noted"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        *(("weet ik niet", "dont_know"), ("blauw", "nlu_fallback")),
        *(("wat kost het", "ask_costs"), ("mag dat wel?", "affirm")),
        *(("ja als het gratis is", "affirm"), ("ja maar niet overdag", "affirm")),
        *(("dit nummer is van mijn zoon", "inform"), ("jaap", "nlu_fallback")),
        *(("ja ik wil niet meer", "crisis"), ("wie gaat mij bellen", "ask_privacy")),
        *(("ja?", "affirm"), ("ja hoezo", "affirm")),
        ("bel me niet meer op dit nummer", "deny"),
    ],
)
def test_anything_less_than_a_yes_leaves_the_number_alone(
    text: str, intent: str
) -> None:
    writes()
    heard = in_whatsapp(text, intent, events=OFFERED)
    _, held = answered(heard)
    assert handoffs().draft(CLIENT) == BY_PHONE
    assert "contact_phone" not in held
    assert asked(heard) == OFFER


@pytest.mark.parametrize("text", ["bel mij terug", "bel mij op dit nummer", "ja"])
def test_who_asks_to_be_phoned_is_asked_first_on_which_number(text: str) -> None:
    writes()
    heard = tracker(text, channel=WHATSAPP, entities=[entity("contact_by", "phone")])
    run(ActionBeginHandoff(), heard)
    assert handoffs().draft(CLIENT).phone is None


def test_a_yes_to_something_else_is_no_yes_to_the_number() -> None:
    writes()
    says, _ = answered(in_whatsapp("ja", "affirm", events=[bot(TO_TYPE)]))
    assert says == ["utter_no_phone"]
    assert handoffs().draft(CLIENT).phone is None


@pytest.mark.parametrize(
    "heard",
    [
        pressed("no"),
        pressed("no", [*OFFERED, CLIENT_SPOKE, bot("utter_ask_contact_when")]),
        *(
            in_whatsapp(text, "deny", events=OFFERED)
            for text in (
                *("nee", "Nee, ander nummer", "liever niet", "niet op dit nummer"),
                *("nee die is van mijn dochter", "liever mijn vaste telefoon"),
                *("ja, een ander nummer", "kan het ook op een ander nummer?"),
            )
        ),
    ],
)
def test_who_wants_another_number_is_asked_to_type_it(heard: Tracker) -> None:
    writes()
    handoffs().keep_draft(CLIENT, replace(BY_PHONE, phone=IN_FULL), NOW)
    says, held = answered(heard)
    assert says == []
    assert held["requested_slot"] == "contact_phone"
    assert held["contact_phone"] is None
    assert handoffs().draft(CLIENT) == BY_PHONE
    assert asked(heard) == TO_TYPE


def test_a_refusal_word_for_word_stops_nothing() -> None:
    writes()
    _, held = answered(in_whatsapp("liever niet", "stop", events=OFFERED))
    assert held["requested_slot"] == "contact_phone"
    assert held["contact_phone"] is None


@pytest.mark.parametrize("since", ["contact_when", "contact_consent"])
@pytest.mark.parametrize(
    ("answer", "before", "after"), [("yes", ANOTHER, IN_FULL), ("no", IN_FULL, None)]
)
def test_a_button_still_does_what_it_says_when_more_was_asked_since(
    since: str, answer: str, before: str, after: str | None
) -> None:
    writes()
    handoffs().keep_draft(CLIENT, replace(BY_PHONE, phone=before), NOW)
    heard = pressed(answer, [*OFFERED, CLIENT_SPOKE, bot(f"utter_ask_{since}")])
    heard.slots |= {"contact_phone": "given", "requested_slot": since}
    _, held = answered(heard)
    assert handoffs().draft(CLIENT).phone == after
    assert held["contact_phone"] == ("given" if after else None)
    if after is None:
        assert held["requested_slot"] == "contact_phone"
        assert asked(heard) == TO_TYPE


@pytest.mark.parametrize("text", ["0687654321", "nee, 06 87654321", "ja, 0687654321"])
def test_a_number_that_is_typed_goes_before_the_one_that_shows(text: str) -> None:
    writes()
    says, _ = answered(in_whatsapp(text, events=OFFERED))
    assert says == ["utter_phone_noted"]
    assert handoffs().draft(CLIENT).phone == ANOTHER


def test_this_number_is_not_taken_for_one_that_was_typed_wrongly() -> None:
    writes()
    heard = in_whatsapp("06 123 45", events=OFFERED)
    says, _ = answered(heard)
    assert says == ["utter_too_short"]
    assert asked(heard) == TO_TYPE


@pytest.mark.parametrize(
    ("said", "draft", "question"),
    [
        ([bot(OFFER)], {}, OFFER),  # it was left, or not heard
        ([bot(OFFER), bot(TO_TYPE)], {}, TO_TYPE),
        ([bot(TO_TYPE), bot(START)], {}, OFFER),  # another request
        ([bot(OFFER)], {"phone": IN_FULL}, TO_TYPE),  # it is to be another
        ([bot(OFFER)], {"phone": ANOTHER}, OFFER),
        ([bot(OFFER), bot(TO_TYPE)], {"phone": ANOTHER}, TO_TYPE),
    ],
)
def test_a_number_is_not_offered_again_to_who_wants_another(
    said: list[Message], draft: Draft, question: str
) -> None:
    writes()
    handoffs().keep_draft(CLIENT, replace(BY_PHONE, **draft), NOW)
    assert asked(in_whatsapp("x", events=[*said, CLIENT_SPOKE])) == question


def test_a_number_that_no_longer_shows_is_asked_for() -> None:
    heard = pressed("yes")
    says, held = answered(heard)
    assert says == []
    assert held["contact_phone"] is None  # it is heard, and not "unclear"
    assert held["requested_slot"] == "contact_phone"
    assert handoffs().draft(CLIENT) == BY_PHONE
    assert asked(heard) == TO_TYPE


@pytest.mark.parametrize("text", ["waarom", "hoe komt u aan mijn nummer?"])
def test_who_asks_why_their_number_is_known_is_told(text: str) -> None:
    writes()
    heard = in_whatsapp(text, "ask_privacy", events=OFFERED)
    says, _ = answered(heard)
    assert says == ["utter_explain_contact_this_number"]
    assert asked(heard) == OFFER


def test_a_yes_and_a_moment_are_both_heard() -> None:
    writes()
    answered(in_whatsapp("ja graag, morgenmiddag", events=OFFERED))
    draft = handoffs().draft(CLIENT)
    assert draft.phone == IN_FULL
    assert draft.window is not None


def test_another_way_is_heard_where_a_number_is_offered() -> None:
    writes()
    answered(in_whatsapp("nee liever mailen", "deny", events=OFFERED))
    assert handoffs().draft(CLIENT) == Details("email", "Jan")


@pytest.mark.parametrize(
    ("channel", "first"),
    [(WHATSAPP, "utter_request_not_kept"), ("website", TO_TYPE)],
)
def test_without_the_database_no_number_is_offered(
    monkeypatch: pytest.MonkeyPatch, channel: str, first: str
) -> None:
    monkeypatch.setenv("STEUNWIJZER_DATABASE", f"sqlite:///{__file__}/none.db")
    database.cache_clear()
    said, _ = run(ActionAskContactPhone(), in_whatsapp("Jan", channel=channel))
    assert responses(said)[0] == first
