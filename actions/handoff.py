"""A human takes over: what is asked, said back, and passed on with consent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import Dispatcher, Events, named, now, say, text_of
from actions.flows import HANDOFF, active_flow, finish, leave_flow
from actions.handoff_answers import TRIED, hear
from actions.handoff_heard import TYPED, Heard, volunteered
from actions.handoff_moments import moment_told
from actions.handoff_reaching import (
    address_told,
    kinds_of_others,
    name_told,
    way_given,
)
from actions.handoff_shown import promise
from actions.handoff_store import HandoffReply, handoffs
from actions.reaching import contact_by_in
from steunwijzer.handoff.details import has_place
from steunwijzer.handoff.hours import fit, overdue_at
from steunwijzer.handoff.questions import GIVEN, WHEN
from steunwijzer.handoff.recipient import recipient_for
from steunwijzer.handoff.request import CURRENT, Details, Window
from steunwijzer.knowledge import installed

ABOUT_A_SECTOR = ("ask_who_provides", "ask_eligibility")
TRIES = 2  # after so many the question is explained, and a number given


class ActionBeginHandoff(HandoffReply):
    """Starts the questions of a request, with what the client told already."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Ask, or say what can be done with a request that waits: there is one."""
        goes_on = bool(named(tracker, "go_on"))
        making = goes_on or active_flow(tracker) is HANDOFF
        current = handoffs().current(tracker.sender_id)
        if current and current.state in CURRENT and not making:
            say(dispatcher, "utter_already_requested", reference=current.reference)
            return []
        before = handoffs().draft(tracker.sender_id) if making else Details()
        text, pressed = text_of(tracker), named(tracker, "contact_by")
        way = pressed[0] if pressed else contact_by_in(text) or way_given(text)
        told: dict[str, Any] = {
            "contact_by": way,
            "window": None if way == "email" else moment_told(text),
            "sector": _sector_spoken_of(tracker),
            "name": name_told(text),
            "address": address_told(text) if way == "visit" else None,
            **volunteered(text),
        }
        if way:
            told |= dict.fromkeys(kinds_of_others(way))
        details = replace(before, **{key: each for key, each in told.items() if each})
        handoffs().keep_draft(tracker.sender_id, details, now())
        if not making:
            say(dispatcher, "utter_start_handoff")
        return ask_for(known(details))


def ask_for(answers: Mapping[str, str | None]) -> Events:
    """Events that begin the questions with these answers, and leave another flow."""
    return [
        *leave_flow(),
        *HANDOFF.forget(),
        *(SlotSet(slot, value) for slot, value in answers.items()),
        FollowupAction(HANDOFF.form),
    ]


def known(details: Details) -> dict[str, str]:
    """Return the questions that these details answer, with what the slots hold."""
    slots = {
        "contact_by": details.contact_by,
        "contact_name": details.name and GIVEN,
        "contact_phone": details.phone and GIVEN,
        "contact_email": details.email and GIVEN,
        "contact_address": GIVEN if has_place(details.address or "") else None,
        "contact_when": details.window and GIVEN,
        "contact_sector": details.sector,
    }
    return {slot: value for slot, value in slots.items() if value}


def _sector_spoken_of(tracker: Tracker) -> str | None:
    """Return the sector that was last chosen or named in this conversation, or None."""
    spoken_of = [
        sector
        for event in tracker.events
        for sector in _sectors_in(event)
        if sector in installed().sectors
    ]
    return spoken_of[-1] if spoken_of else None


def _sectors_in(event: Mapping[str, Any]) -> list[str]:
    """The sector that was chosen, or asked about; "ze is slechthorend" is neither."""
    if event["event"] == "slot" and event["name"] == "sector":
        return [event["value"]]
    parsed = event.get("parse_data") or {}
    if (parsed.get("intent") or {}).get("name") not in ABOUT_A_SECTOR:
        return []
    entities = parsed.get("entities") or ()
    found = [each["value"] for each in entities if each["entity"] == "sector"]
    return found if len(found) == 1 else []


class ValidateHandoffForm(HandoffReply):
    """Reads the answer and says which question comes next; Rasa's form asks it."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Keep what was answered in the draft, and in slots that it was answered."""
        asked = tracker.get_slot("requested_slot")
        draft = handoffs().draft(tracker.sender_id)
        heard = (hear(asked, tracker, draft) if asked else None) or Heard()
        if heard.details:
            draft = replace(draft, **heard.details)
            handoffs().keep_draft(tracker.sender_id, draft, now())
        if not heard.clear:
            return [*_unclear(dispatcher, tracker, asked, heard)]
        for response in heard.says:
            say(dispatcher, response, **heard.values)
        if asked is None and tracker.get_slot("contact_consent") in ("yes", "no"):
            # left over when the request could not be stored: it is asked anew
            heard = replace(heard, slots={**heard.slots, "contact_consent": None})
        answers = {slot: heard.slots[slot] for slot in heard.slots if slot != TRIED}
        given = HANDOFF.given(tracker, **answers)
        missing = (each for each in HANDOFF.questions(given) if not vars(given)[each])
        answered = {**heard.slots, TRIED: None} if heard.slots else {}
        return [
            *(SlotSet(slot, value) for slot, value in answered.items()),
            SlotSet("requested_slot", next(missing, None)),
        ]


def _unclear(
    dispatcher: Dispatcher, tracker: Tracker, asked: str, heard: Heard
) -> Events:
    """Say what was wrong; the second time what is meant, and which number to phone."""
    tries = (tracker.get_slot(TRIED) or 0) + 1
    parts: list[str] = []
    if tries == TRIES:
        # At the other questions only a moment can be unclear.
        about = asked if asked in TYPED else "contact_when"
        parts = [f"utter_explain_{about}", "utter_or_call_us"]
    say(dispatcher, *heard.says, *parts, **heard.values)
    return [
        SlotSet(TRIED, tries % TRIES),
        SlotSet("requested_slot", asked),
    ]


def _is_over(window: Window) -> bool:
    """Say whether nobody can phone or come any more in what was agreed on."""
    return fit(window, installed().zorgkantoor, now()).code != "fits"


class ActionHandoff(HandoffReply):
    """Passes the request on, or not, as the client decided."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Confirm only what was stored; raise Unavailable when it could not be."""
        consent = tracker.get_slot("contact_consent")
        if consent is None:  # the questions ended because nothing could be kept
            return finish(HANDOFF, tracker)
        is_change = handoffs().is_change(tracker.sender_id)
        if consent == "no":
            handoffs().drop_draft(tracker.sender_id)
            stays = "utter_request_stays" if is_change else "utter_not_passed_on"
            say(dispatcher, stays)
            return finish(HANDOFF, tracker)
        draft = handoffs().draft(tracker.sender_id)
        if draft.window and _is_over(draft.window):
            say(dispatcher, "utter_moment_is_over")
            again = dict.fromkeys((*WHEN, "contact_consent"))
            return [
                *(SlotSet(slot, value) for slot, value in again.items()),
                FollowupAction(HANDOFF.form),
            ]
        to = recipient_for(installed().zorgkantoor, draft.sector)
        due = overdue_at(installed().zorgkantoor, draft.window, now())
        request = handoffs().submit(tracker.sender_id, to.email, due, now())
        first = "utter_changed" if is_change else "utter_passed_on"
        say(
            dispatcher,
            first,
            "utter_gets_word",
            f"utter_next_{request.details.contact_by}",
            **promise(request),
        )
        return finish(HANDOFF, tracker)
