"""What was said before, read from the events of the conversation."""

from typing import Any

from rasa_sdk import Tracker

from actions.flows import FLOWS

BOOKKEEPING = ("action_listen", "action_session_start", "action_extract_slots")
# asked instead of the question that a slot is named after
OTHERWISE_ASKED = ("utter_ask_contact_this_number", "utter_ask_contact_about_nothing")
FLOW_QUESTIONS = {
    *(f"utter_ask_{slot}" for flow in FLOWS for slot in flow.slots),
    *OTHERWISE_ASKED,
}
STEERING = ("action_stop", "action_start_over", "action_go_back")
NO_ANSWER = (*STEERING, "action_ask_again")


def turns(tracker: Tracker) -> list[list[dict[str, Any]]]:
    """Return the events in turns, each from one message of the client to the next.

    The last turn is the one being answered now.
    """
    parts: list[list[dict[str, Any]]] = [[]]
    for event in tracker.events:
        if event["event"] == "user":
            parts.append([])
        parts[-1].append(event)
    return parts


def previous_action(tracker: Tracker) -> str | None:
    """Return the last action before the client's message, or None."""
    names = [
        event["name"]
        for turn in turns(tracker)[:-1]
        for event in turn
        if event["event"] == "action" and event["name"] not in BOOKKEEPING
    ]
    return names[-1] if names else None


def times_in_a_row(tracker: Tracker, action: str) -> int:
    """Return in how many turns up to now, without a break, the bot did this action."""
    count = 0
    for turn in reversed(turns(tracker)[:-1]):
        if not any(event.get("name") == action for event in turn):
            break
        count += 1
    return count


def previous_answer(tracker: Tracker) -> list[dict[str, Any]]:
    """Return the bot's messages of the answer before the last one, or none.

    Turns in which the client only steered ("stop", "terug"), or was not understood, are
    no answers.
    """
    answers = [
        [event for event in turn if event["event"] == "bot" and _answers(event)]
        for turn in turns(tracker)[:-1]
        if not any(event.get("name") in NO_ANSWER for event in turn)
    ]
    answers = [messages for messages in answers if messages]
    steered = previous_action(tracker) in STEERING
    back = 1 if steered else 2
    return answers[-back] if len(answers) >= back else []


def facts_said_last(tracker: Tracker) -> list[str]:
    """Return the ids of the facts in the last turn that had any."""
    for turn in reversed(turns(tracker)[:-1]):
        facts = [
            fact
            for event in turn
            if event["event"] == "bot"
            for fact in event["metadata"].get("facts", ())
        ]
        if facts:
            return list(dict.fromkeys(facts))
    return []


def asked_last(tracker: Tracker, response: str) -> bool:
    """Say whether the bot's last turn had this response as a message of its own."""
    before = turns(tracker)[:-1]
    return any(
        event["event"] == "bot" and event["metadata"].get("utter_action") == response
        for event in (before[-1] if before else ())
    )


def said_last(tracker: Tracker, *responses: str) -> str | None:
    """Return which of these responses the bot said last, however long ago, or None."""
    said = (
        event["metadata"].get("utter_action")
        for event in reversed(tracker.events)
        if event["event"] == "bot"
    )
    return next((each for each in said if each in responses), None)


def _answers(event: dict[str, Any]) -> bool:
    """Say whether this can be said again.

    Not a question of a flow, which may be over by now, nor what is not kept.
    """
    said = event["metadata"]
    return said.get("utter_action") not in FLOW_QUESTIONS and not said.get("private")
