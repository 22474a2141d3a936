"""Guided flows: one question at a time, from what was already said to an outcome."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

from actions.common import (
    FALLBACK,
    Dispatcher,
    Events,
    Reply,
    intent_of,
    named,
    text_of,
)
from steunwijzer import delivery_form, eligibility
from steunwijzer.answers import (
    is_question,
    is_surely_question,
    plain,
    read_answer,
    read_mention,
    read_under_18,
)
from steunwijzer.handoff import questions as handoff
from steunwijzer.knowledge import installed
from steunwijzer.schema import Named
from steunwijzer.yes_no import NEGATION

ANSWERING = ("inform", "affirm", "deny", "dont_know", FALLBACK)
CONTROL = ("crisis", "stop", "start_over", "go_back", "request_human", "ask_medical")
SHORT_ANSWER_WORDS = 4
# "dat lukt", "mijn dochter" and "een organisatie" are about what was asked
NEVER_IN_PASSING = ("budget_keeping", "one_provider")


@dataclass(frozen=True)
class Flow:
    """A Rasa form and the decision that says which questions matter."""

    form: str
    situation: type[Any]
    questions: Callable[[Any], tuple[str, ...]]

    @property
    def slots(self) -> tuple[str, ...]:
        """Every question of the flow; each is a slot."""
        return tuple(self.situation.__dataclass_fields__)

    def given(self, tracker: Tracker, **more: str | None) -> Any:
        """The answers so far, with `more`, as the decision wants them."""
        known = {slot: tracker.get_slot(slot) for slot in self.slots}
        return self.situation(**{**known, **more})

    def answered(self, tracker: Tracker) -> list[str]:
        """The questions that matter and have an answer, in the order of asking."""
        given = self.given(tracker)
        return [slot for slot in self.questions(given) if getattr(given, slot)]

    def forget(self) -> Events:
        """Events that wipe the answers."""
        return [SlotSet(slot, None) for slot in self.slots]


ELIGIBILITY = Flow("eligibility_form", eligibility.Situation, eligibility.questions)
CHOICE_HELPER = Flow(
    "delivery_form_helper", delivery_form.Wishes, delivery_form.questions
)
HANDOFF = Flow("handoff_form", handoff.Answers, handoff.questions)
FLOWS = (ELIGIBILITY, CHOICE_HELPER, HANDOFF)


def active_flow(tracker: Tracker) -> Flow | None:
    """The flow that the client is in, or None."""
    form = tracker.active_loop.get("name")
    return next((flow for flow in FLOWS if flow.form == form), None)


def leave_flow() -> Events:
    """Events that end any flow, and keep its answers."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)]


def finish(flow: Flow, tracker: Tracker) -> Events:
    """Events after an outcome: forget the answers, and pick up a flow left half-way."""
    return flow.forget() + pick_up(tracker, flow)


def pick_up(tracker: Tracker, but_not: Flow | None = None) -> Events:
    """Events that go on with a flow that was left half-way, if there is one."""
    paused = (each for each in FLOWS if each != but_not and each.answered(tracker))
    return [FollowupAction(each.form) for each in paused][:1]


def options(slot: str) -> Mapping[str, Named]:
    """What can be answered; a sector need not be known, as nothing need be."""
    questions = installed().questions
    if slot not in ("sector", "contact_sector"):
        return questions[slot]
    unknown = questions["indication"][eligibility.UNKNOWN]
    return {**installed().sectors, eligibility.UNKNOWN: unknown}


def new_answers(flow: Flow, tracker: Tracker) -> dict[str, str]:
    """What this message answers: by button, by what was asked, or in passing."""
    text, intent = text_of(tracker), intent_of(tracker)
    if not text and intent != "inform":
        return {}  # a button with a question of its own
    if not text:
        return {
            slot: value
            for slot in flow.slots
            for value in named(tracker, slot)
            if value in options(slot)
        }
    mentioned = _mentioned(flow, tracker)
    asked = tracker.get_slot("requested_slot")
    if asked not in flow.slots:
        return mentioned
    if not may_be_answer(text, intent):
        return {}
    read = read_under_18 if asked == "under_18" else read_answer
    answer = read(text, intent, options(asked)) or only_name(tracker, asked)
    return {**mentioned, asked: answer} if answer else {}


def only_name(tracker: Tracker, slot: str) -> str | None:
    """The one thing of this kind that is named, and not denied: "geen ouderenzorg"."""
    names = named(tracker, slot)
    denied = NEGATION.search(plain(text_of(tracker)))
    return names[0] if len(names) == 1 and not denied else None


def _mentioned(flow: Flow, tracker: Tracker) -> dict[str, str]:
    """Answers that the client gives in passing.

    What was answered before stays: "dat doet mijn zoon" is about what was asked now.
    """
    text = text_of(tracker)
    read = {
        slot: named(tracker, slot)[0]
        if len(named(tracker, slot)) == 1
        else read_mention(text, options(slot))
        for slot in flow.slots
        if slot not in NEVER_IN_PASSING and not tracker.get_slot(slot)
    }
    return {slot: answer for slot, answer in read.items() if answer}


def may_be_answer(text: str, intent: str) -> bool:
    """An answer, or a few words that are no question of their own."""
    if is_surely_question(text):
        return False
    if intent in ANSWERING:
        return True
    short = len(text.split()) <= SHORT_ANSWER_WORDS
    return intent not in CONTROL and short and not is_question(text)


class AskNext(Reply):
    """Reads the answer and says which question comes next; Rasa's form asks it."""

    flow: Flow

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Return slots for the answers; without a next question the form ends."""
        answers = new_answers(self.flow, tracker)
        given = self.flow.given(tracker, **answers)
        missing = (
            slot for slot in self.flow.questions(given) if not getattr(given, slot)
        )
        return [
            *(SlotSet(slot, answer) for slot, answer in answers.items()),
            SlotSet("requested_slot", next(missing, None)),
        ]
