"""What happened in a conversation so far, as Rasa keeps it."""

from rasa.shared.core.constants import FOLLOWUP_ACTION
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from dialogue.turn_taking import next_action

LISTEN = ActionExecuted("action_listen")
FORM = "eligibility_form"
IN_FLOW: list[Event] = [ActionExecuted(FORM), ActiveLoop(FORM), LISTEN]
OFFER = BotUttered("Kies.", data={"buttons": [{"title": "Ja", "payload": "/affirm"}]})
HANDED_OVER = ActionExecuted("action_costs", policy=FOLLOWUP_ACTION)


def client(
    text: str,
    intent: str = "ask_costs",
    channel: str | None = "rest",
    confidence: float = 1.0,
) -> Event:
    read = {"name": intent, "confidence": confidence}
    return UserUttered(text, intent=read, input_channel=channel)


def bot(text: str = "Dat is gratis.") -> Event:
    return BotUttered(text)


def ran(name: str, *events: Event) -> list[Event]:
    """An action that came back with these events."""
    return [ActionExecuted(name), *events]


def asks(*intents: str) -> Event:
    """A message with these questions in it, as the classifier leaves it."""
    first, *others = intents
    waiting = [{"text": name, "intent": {"name": name}} for name in others]
    return UserUttered(
        "wat en hoe",
        intent={"name": first},
        parse_data={"intent": {"name": first}, "more_questions": waiting},
        input_channel="rest",
    )


def after(*events: Event | list[Event]) -> str | None:
    flat = [
        event
        for each in events
        for event in (each if isinstance(each, list) else [each])
    ]
    return next_action(DialogueStateTracker.from_events("client", flat))
