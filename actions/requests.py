"""What becomes of a request that was passed on: how it stands, change, withdraw."""

from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import Dispatcher, Events, Reply, named, now, say, text_of
from actions.flows import HANDOFF, active_flow, finish, leave_flow
from actions.handoff import ask_for, known
from actions.handoff_answers import message
from actions.handoff_changes import hear_change
from actions.handoff_heard import Heard
from actions.handoff_shown import promise, summary
from actions.handoff_store import HandoffReply, handoffs, waits_in_vain
from actions.past import asked_last
from steunwijzer.formats import clock, day
from steunwijzer.handoff.questions import UNKNOWN
from steunwijzer.handoff.request import CURRENT, Request
from steunwijzer.yes_no import NEGATION

CONFIRM_WITHDRAWAL = "utter_confirm_withdrawal"
CONFIRM_ERASURE = "utter_confirm_erasure"


def confirmed(tracker: Tracker, question: str) -> bool:
    """Say whether the client agreed to this question: by button, yes, or once more."""
    if named(tracker, "confirmed"):
        return True
    return asked_last(tracker, question) and not NEGATION.search(
        text_of(tracker).lower()
    )


class RequestReply(HandoffReply):
    """An action about a request that may be there: nothing changes when it fails."""

    unavailable = "utter_nothing_changed"


class ActionRequestStatus(RequestReply):
    """Answers "is mijn verzoek al gezien"."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say what happened to the latest request, and what happens next."""
        request = handoffs().current(tracker.sender_id)
        waits = request is not None and request.state in CURRENT
        if active_flow(tracker) is HANDOFF and not waits:
            say(dispatcher, "utter_not_passed_on_yet")
            return []
        if request is None:
            say(dispatcher, "utter_no_request")
            return []
        way, parts = request.details.contact_by, []
        if request.state in CURRENT:
            parts = [
                "utter_request_is_with",
                f"utter_passed_on_{way}",
                f"utter_next_{way}",
            ]
        _, values = summary(request.details)
        say(
            dispatcher,
            f"utter_request_{request.state}",
            *parts,
            **values | promise(request) | _moments(request),
        )
        return []


def _moments(request: Request) -> dict[str, str]:
    """The days and times of what happened, as far as it did."""
    made, picked_up, closed = (
        request.created_at,
        request.picked_up_at,
        request.closed_at,
    )
    return {
        "made_on": day(made),
        "made_at": clock(made.time()),
        "picked_up_on": day(picked_up) if picked_up else "",
        "picked_up_at": clock(picked_up.time()) if picked_up else "",
        "closed_on": day(closed) if closed else "",
    }


class ActionCareProblem(Reply):
    """Answers a complaint about care; who waits for us hears of the request."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say where to go with it."""
        if waits_in_vain(tracker):
            return [FollowupAction("action_request_status")]
        say(dispatcher, "utter_care_problem")
        return []


class ActionChangeRequest(RequestReply):
    """Answers "mijn nummer klopt niet": asks anew what has to change."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Take the request, or the one being made, up again."""
        making = active_flow(tracker) is HANDOFF
        if not making and not handoffs().change(tracker.sender_id, now()):
            say(dispatcher, "utter_no_request_to_change")
            return []
        draft = handoffs().draft(tracker.sender_id)
        heard = hear_change(message(tracker, draft))
        if heard is None or not heard.clear:
            heard = Heard(slots={"contact_consent": "change"})
        if heard.details:
            draft = replace(draft, **heard.details)
            handoffs().keep_draft(tracker.sender_id, draft, now())
        say(dispatcher, "utter_change_it", *heard.says)
        if making:
            return [SlotSet(slot, value) for slot, value in heard.slots.items()]
        agreed = {"contact_sector": UNKNOWN, "contact_about": "yes"}
        if draft.window:
            agreed["contact_when_ok"] = "yes"
        return ask_for({**agreed, **known(draft), **heard.slots})


class ActionCancelRequest(RequestReply):
    """Answers "trek mijn verzoek in", once it is sure."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Ask first: who is not phoned any more may wait for it in vain.

        A flow waits meanwhile, so that "ja" is the answer to this.
        """
        request = handoffs().current(tracker.sender_id)
        if request is None or request.state not in CURRENT:
            if active_flow(tracker) is HANDOFF:
                return [FollowupAction("action_stop")]
            say(dispatcher, "utter_no_request_to_withdraw")
            return []
        if not confirmed(tracker, CONFIRM_WITHDRAWAL):
            say(dispatcher, CONFIRM_WITHDRAWAL, reference=request.reference)
            return leave_flow()
        handoffs().cancel(tracker.sender_id, now())
        handoffs().drop_draft(tracker.sender_id)
        say(dispatcher, "utter_withdrawn", reference=request.reference)
        return finish(HANDOFF, tracker)


class ActionDeleteMyData(RequestReply):
    """Answers "verwijder mijn gegevens", once it is sure."""

    def handle(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Remove the requests and the conversation.

        The slot `erased` keeps dialogue/conversations.py from storing this turn.
        """
        if not confirmed(tracker, CONFIRM_ERASURE):
            request = handoffs().current(tracker.sender_id)
            waits = request is not None and request.state in CURRENT
            also = ["utter_erases_request"] if waits else []
            say(dispatcher, CONFIRM_ERASURE, *also)
            return leave_flow()
        erased = handoffs().erase(tracker.sender_id, now())
        also = ["utter_erased_request"] if erased.requests else []
        say(dispatcher, "utter_erased", *also)
        return [SlotSet("erased", True)]
