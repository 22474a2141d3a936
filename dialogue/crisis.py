"""What is done when a client may be in a crisis."""

from typing import Any

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from dialogue.misunderstood import HANDOFF
from nlu.crisis import CRISIS, DOUBT, FALLBACK

LISTEN = "action_listen"
EMERGENCY_NUMBERS = "utter_crisis"
SOMETHING_ELSE = "action_something_else"
LEAVE_FLOW = "action_deactivate_loop"
# Said when somebody was making a request for a human; the slot says so.
REQUEST_WAITS = "utter_request_waits"
OF_A_REQUEST = "contact_by"
CRISIS_STEPS = (
    *(LISTEN, LEAVE_FLOW, EMERGENCY_NUMBERS),
    *(SOMETHING_ELSE, REQUEST_WAITS),
)
CERTAIN = 0.8  # below it a crisis is doubtful, as all else is by config.yml
YES = "affirm"  # to what was asked with the emergency numbers: is there danger now?
# What does not take back a cry for help: "laat maar", "ze is 80".
UNCLEAR = (FALLBACK, "inform", YES, "stop", "deny", "dont_know")


def may_be_in_crisis(tracker: DialogueStateTracker) -> bool:
    """Whether the client says so, or said so for certain and now something unclear."""
    said = [each for each in tracker.events if isinstance(each, UserUttered)][-2:]
    if not said:
        return False
    before, now = said[0].intent, said[-1].intent
    pressed = (said[-1].text or "").startswith("/")
    return now.get("name") == CRISIS or (
        before.get("name") == CRISIS
        and _certain(before)
        and now.get("name") in UNCLEAR
        and not pressed
    )


def crisis_step(tracker: DialogueStateTracker) -> str:
    """Name what comes next: the emergency numbers; in doubt, what else could be meant.

    What is unclear after a cry ("nee, geen gevaar, maar") is doubtful too.
    A flow ends, but in doubt it waits for the next message; a request for a human goes
    on at once, because a name can sound like a cry. Not when a word said it all and
    the classifier heard nothing: then less than DOUBT is left.
    """
    last, flow = tracker.latest_action_name, tracker.active_loop_name
    intent = tracker.latest_message.intent
    doubt = intent["name"] not in (CRISIS, YES) or not _certain(intent)
    if flow and not (doubt and intent["confidence"] >= DOUBT):
        return LEAVE_FLOW
    if last == EMERGENCY_NUMBERS and flow == HANDOFF:
        return HANDOFF
    if last == EMERGENCY_NUMBERS and tracker.get_slot(OF_A_REQUEST):
        return REQUEST_WAITS
    if last == EMERGENCY_NUMBERS and doubt:
        return SOMETHING_ELSE
    told = last in (EMERGENCY_NUMBERS, SOMETHING_ELSE, REQUEST_WAITS)
    return LISTEN if told else EMERGENCY_NUMBERS


def _certain(intent: dict[str, Any]) -> bool:
    return bool(intent.get("confidence", 1) >= CERTAIN)
