"""What is passed on is what was agreed to, and only while it can still be done."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from rasa_sdk import Action

from actions.handoff import ActionBeginHandoff, ActionHandoff, ValidateHandoffForm
from actions.handoff_shown import ActionAskContactConsent, ActionAskContactWhenOk
from actions.handoff_store import database, handoffs
from actions.requests import (
    ActionCancelRequest,
    ActionCareProblem,
    ActionRequestStatus,
)
from actions.steering import ActionStop
from actions.understanding import ActionAskAgain
from steunwijzer.handoff.request import Details, Window
from tests.answers_as_said import Message, entity, run, tracker
from tests.every_handoff import CLIENT, NOW

WINDOW = Window(datetime(2026, 11, 24, 13), datetime(2026, 11, 24, 17))
CALL = Details("phone", "Jan", "+31612345678", window=WINDOW)
pytestmark = pytest.mark.usefixtures("empty_database")


def slots(events: list[Message]) -> dict[str, Any]:
    return {each["name"]: each["value"] for each in events if each["event"] == "slot"}


def responses(messages: list[Message]) -> list[str]:
    return [name for each in messages for name in (each["response"], *each["parts"])]


def agree() -> tuple[list[str], list[Message]]:
    """Say yes to what is drafted."""
    said, events = run(ActionHandoff(), tracker("ja", slots={"contact_consent": "yes"}))
    return responses(said), events


def test_a_request_is_stored_before_it_is_confirmed() -> None:
    handoffs().keep_draft(CLIENT, CALL, NOW)
    said, _ = agree()
    assert said == ["utter_passed_on", "utter_gets_word", "utter_next_phone"]
    request = handoffs().current(CLIENT)
    assert request is not None
    assert request.details == CALL


@pytest.mark.parametrize("late", ["2026-11-24T17:30", "2026-11-25T09:00"])
def test_a_moment_that_is_over_is_not_promised(
    monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    handoffs().keep_draft(CLIENT, CALL, NOW)
    monkeypatch.setenv("STEUNWIJZER_NOW", late)
    said, events = agree()
    assert said == ["utter_moment_is_over"]
    assert slots(events) == dict.fromkeys(
        ("contact_when", "contact_when_ok", "contact_consent")
    )
    assert events[-1]["name"] == "handoff_form"
    assert handoffs().current(CLIENT) is None


def test_a_yes_that_was_left_over_is_asked_for_anew() -> None:
    handoffs().keep_draft(CLIENT, CALL, NOW)
    given = dict.fromkeys(("contact_name", "contact_phone", "contact_when"), "given")
    held = given | {"contact_by": "phone", "contact_when_ok": "yes"}
    held |= {"contact_sector": "vv", "contact_about": "no", "contact_consent": "yes"}
    _, events = run(ValidateHandoffForm(), tracker("hallo", slots=held))
    assert slots(events)["contact_consent"] is None
    assert slots(events)["requested_slot"] == "contact_consent"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("waarom wilt u dat weten", ["utter_explain_contact_phone"]),
        ("wie gaat mij bellen", ["utter_who_gets_it"]),
        ("ik ben het zat", ["utter_sorry", "utter_or_call_us"]),
        ("06 123 45", ["utter_too_short"]),
    ],
)
def test_a_question_about_the_question_is_answered_and_it_is_asked_again(
    text: str, says: list[str]
) -> None:
    handoffs().keep_draft(CLIENT, Details("phone", "Jan"), NOW)
    held = {"contact_by": "phone", "contact_name": "given"}
    held |= {"requested_slot": "contact_phone"}
    heard = tracker(text, "nlu_fallback", slots=held, flow="handoff_form")
    said, events = run(ValidateHandoffForm(), heard)
    assert responses(said) == says
    assert slots(events)["requested_slot"] == "contact_phone"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bel me op 0612345678, ik ben jan@voorbeeld.nl", ("+31612345678", None)),
        ("mail me op jan@voorbeeld.nl, of 0612345678", (None, "jan@voorbeeld.nl")),
        ("kunt u langskomen? mijn nummer is 0612345678", (None, None)),
    ],
)
def test_only_what_goes_with_the_chosen_way_is_kept(
    text: str, kept: tuple[str | None, str | None]
) -> None:
    run(ActionBeginHandoff(), tracker(text))
    draft = handoffs().draft(CLIENT)
    assert (draft.phone, draft.email) == kept


@pytest.mark.parametrize(
    ("text", "drafted"),
    [
        ("bel mij morgenmiddag terug", {"contact_by": "phone", "window": "fits"}),
        ("mijn naam is Jan Smit, bel mij", {"contact_by": "phone", "name": "Jan Smit"}),
        ("bel mij zaterdag terug", {"contact_by": "phone", "window": None}),
        ("mijn moeder is slechthorend, kom langs", {"contact_by": "visit"}),
    ],
)
def test_what_is_told_at_once_is_not_asked(text: str, drafted: dict[str, Any]) -> None:
    hard_of_hearing = [entity("sector", "gz")]
    run(ActionBeginHandoff(), tracker(text, entities=hard_of_hearing))
    draft = handoffs().draft(CLIENT)
    window = draft.window and "fits"
    told = vars(replace(draft, window=None)) | {"window": window}
    assert {key: value for key, value in told.items() if value} == {
        key: value for key, value in drafted.items() if value
    }


def test_a_sector_that_was_asked_about_is_known() -> None:
    parsed = {
        "intent": {"name": "ask_who_provides"},
        "entities": [entity("sector", "ggz")],
    }
    asked = {"event": "user", "text": "wie helpt bij ggz", "parse_data": parsed}
    run(ActionBeginHandoff(), tracker("bel mij", events=[asked]))
    assert handoffs().draft(CLIENT).sector == "ggz"


@pytest.mark.parametrize("ask", [ActionAskContactWhenOk(), ActionAskContactConsent()])
def test_who_answers_after_the_draft_was_purged_begins_anew(ask: Action) -> None:
    said, events = run(ask, tracker("ja", flow="handoff_form"))
    assert responses(said) == ["utter_conversation_lost"]
    assert set(slots(events).values()) == {None}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("kunt u langskomen? Dorpsstraat 5 in Ede", "Dorpsstraat 5 in Ede"),
        ("kunt u langskomen op Dorpsstraat 5", None),
        ("bel mij, ik woon op Dorpsstraat 5 in Ede", None),
    ],
)
def test_where_to_come_is_kept_when_it_is_told_at_once(
    text: str, address: str | None
) -> None:
    run(ActionBeginHandoff(), tracker(text))
    assert handoffs().draft(CLIENT).address == address


@pytest.mark.parametrize("action", [ActionCareProblem(), ActionAskAgain()])
def test_who_waits_in_vain_hears_how_the_request_stands(action: Action) -> None:
    said, _ = run(action, tracker("er belt niemand"))
    assert said != []
    handoffs().keep_draft(CLIENT, CALL, NOW)
    handoffs().submit(CLIENT, "hulp@voorbeeld.nl", NOW + timedelta(hours=2), NOW)
    said, events = run(action, tracker("er belt niemand"))
    assert said == []
    assert [each["name"] for each in events] == ["action_request_status"]


def test_who_stops_a_request_that_waits_leaves_nothing_of_it() -> None:
    """After a cry for help its questions are left, and can be gone on with."""
    handoffs().keep_draft(CLIENT, CALL, NOW)
    waits = tracker("", "stop", slots={"contact_by": "phone"})
    said, _ = run(ActionStop(), waits)
    assert responses(said) == ["utter_stopped", "utter_nothing_was_passed_on"]
    assert handoffs().draft(CLIENT) == Details()


def test_who_stops_hears_of_the_request_that_stays() -> None:
    handoffs().keep_draft(CLIENT, CALL, NOW)
    handoffs().submit(CLIENT, "hulp@voorbeeld.nl", NOW + timedelta(hours=2), NOW)
    said, _ = run(ActionStop(), tracker("laat maar"))
    assert responses(said) == ["utter_stopped_but_request_waits"]
    handoffs().cancel(CLIENT, NOW)
    said, _ = run(ActionStop(), tracker("laat maar"))
    assert responses(said) == ["utter_stopped"]


@pytest.mark.parametrize("action", [ActionCancelRequest(), ActionRequestStatus()])
def test_without_the_database_nothing_is_said_to_have_changed(
    monkeypatch: pytest.MonkeyPatch, action: ActionCancelRequest
) -> None:
    handoffs().keep_draft(CLIENT, CALL, NOW)
    handoffs().submit(CLIENT, "hulp@voorbeeld.nl", NOW + timedelta(hours=2), NOW)
    monkeypatch.setenv("STEUNWIJZER_DATABASE", f"sqlite:///{__file__}/none.db")
    database.cache_clear()
    confirmed = tracker("", entities=[entity("confirmed", "yes")])
    said = responses(run(action, confirmed)[0])
    assert said[0] == "utter_nothing_changed"
    assert any(each.startswith("utter_reach") for each in said)
