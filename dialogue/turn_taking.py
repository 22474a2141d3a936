"""The manners of a conversation, for every topic at once.

Rules that would otherwise be written out for each question in each guided flow:
a crisis comes first, no BSN is taken in, nobody is met with silence, only buttons
that were offered can be pressed, every question of a message is answered, and a flow
that was interrupted by a question goes on.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import FOLLOWUP_ACTION
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    BotUttered,
    ConversationResumed,
    Event,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from dialogue.crisis import CRISIS_STEPS, LISTEN, crisis_step, may_be_in_crisis
from nlu.clauses import MORE_QUESTIONS
from nlu.forbidden_numbers import NUMBERS_HIDDEN
from steunwijzer.answers import names_exactly
from steunwijzer.knowledge import installed

TECHNICAL_PROBLEM = "utter_technical_problem"
PLAIN_WORDS = "utter_plain_words"
NEXT_QUESTION = "action_next_question"
HIDE_NUMBERS = "action_hide_numbers"
LOST = "utter_conversation_lost"
SAYS_IT_ALL = (PLAIN_WORDS, HIDE_NUMBERS, LOST)
STARTS_FLOW = ("ask_eligibility", "ask_delivery_form")
# What says nothing without what went before it.
ANSWERS = ("affirm", "deny", "dont_know", "inform", "stop", "go_back", "nlu_fallback")
MAX_ACTIONS = 7  # Rasa stops without a word at 10


def next_action(tracker: DialogueStateTracker) -> str | None:
    """Name the action that good manners ask for now, or None to leave it to the rules.

    Reads only the tracker. A story test has no channel, and so nobody who could be
    met with silence.
    """
    last: str | None = tracker.latest_action_name
    flow: str | None = tracker.active_loop_name
    if may_be_in_crisis(tracker) and last in CRISIS_STEPS:
        return crisis_step(tracker)
    if last == LISTEN and not _may_be_said(tracker):
        return PLAIN_WORDS if _was_spoken_to(tracker) else LOST
    if last == LISTEN and _has_a_hidden_number(tracker):
        return HIDE_NUMBERS
    if last == LISTEN and _answers_what_was_lost(tracker):
        return LOST
    if last == LISTEN and flow and _names_what_was_asked(tracker):
        return flow
    if last == LISTEN:
        return NEXT_QUESTION if _begins_with_a_flow(tracker) else None
    if last == TECHNICAL_PROBLEM:
        return LISTEN
    if _failed_in_silence(tracker):
        return TECHNICAL_PROBLEM
    if _goes_round_in_circles(tracker):
        return LISTEN if _said_something(tracker) else TECHNICAL_PROBLEM
    if _waiting(tracker) and not _starts_flow(tracker):
        return NEXT_QUESTION
    if flow and last != flow:
        return flow
    return LISTEN if last in SAYS_IT_ALL or _was_handed_over(tracker) else None


def _may_be_said(tracker: DialogueStateTracker) -> bool:
    """Plain text always; a command ("/...") only when a button offered it."""
    text = (tracker.latest_message.text or "").strip()
    if not text.startswith("/") or tracker.get_latest_input_channel() is None:
        return True
    return any(
        button.get("payload") == text
        for event in tracker.events
        if isinstance(event, BotUttered)
        for button in event.data.get("buttons") or ()
    )


def _was_spoken_to(tracker: DialogueStateTracker) -> bool:
    """Somebody pressed a button, so there was a conversation: it may be gone."""
    return any(isinstance(event, BotUttered) for event in tracker.events)


def _answers_what_was_lost(tracker: DialogueStateTracker) -> bool:
    """An earlier turn could not be kept, and this message goes on from it."""
    before = takewhile(
        lambda event: not isinstance(event, (BotUttered, ActionExecuted)),
        reversed(tracker.applied_events()),
    )
    resumed = any(isinstance(event, ConversationResumed) for event in before)
    return resumed and tracker.latest_message.intent.get("name") in ANSWERS


def _has_a_hidden_number(tracker: DialogueStateTracker) -> bool:
    """A number was taken out of the message, and the client does not know it yet.

    Who was told has an action undone: the rest of the message is still to be answered.
    """
    told = isinstance(tracker.events[-1], ActionReverted)
    return not told and bool(tracker.latest_message.parse_data.get(NUMBERS_HIDDEN))


def _names_what_was_asked(tracker: DialogueStateTracker) -> bool:
    """The client typed an option word for word, whatever else it could mean."""
    options = installed().questions.get(tracker.get_slot("requested_slot") or "", {})
    return names_exactly(tracker.latest_message.text or "", options.values())


def _waiting(tracker: DialogueStateTracker) -> list[str]:
    """The intents of the questions in the client's message that wait for an answer."""
    questions = tracker.latest_message.parse_data.get(MORE_QUESTIONS, ())
    return [question["intent"]["name"] for question in questions]


def _begins_with_a_flow(tracker: DialogueStateTracker) -> bool:
    """The first question starts a flow, which asks in turn: the others go first."""
    others = [name for name in _waiting(tracker) if name not in STARTS_FLOW]
    return _starts_flow(tracker) and bool(others)


def _starts_flow(tracker: DialogueStateTracker) -> bool:
    return tracker.latest_message.intent.get("name") in STARTS_FLOW


def _failed_in_silence(tracker: DialogueStateTracker) -> bool:
    """The last action came back with nothing at all, and nothing was said before.

    Rasa logs the error of an action server that is down, and goes on without events.
    """
    if tracker.get_latest_input_channel() is None:
        return False
    came_back_empty = isinstance(tracker.events[-1], ActionExecuted)
    return came_back_empty and not _said_something(tracker)


def _this_turn(tracker: DialogueStateTracker) -> list[Event]:
    """The events since the client's last message, latest first.

    What was said of a hidden number is no answer: after it a turn begins anew.
    """
    return list(
        takewhile(
            lambda event: not isinstance(event, (UserUttered, ActionReverted)),
            reversed(tracker.events),
        )
    )


def _said_something(tracker: DialogueStateTracker) -> bool:
    return any(isinstance(event, BotUttered) for event in _this_turn(tracker))


def _actions(tracker: DialogueStateTracker) -> list[ActionExecuted]:
    """The actions of this turn, latest first."""
    return [each for each in _this_turn(tracker) if isinstance(each, ActionExecuted)]


def _goes_round_in_circles(tracker: DialogueStateTracker) -> bool:
    """Too many actions in one turn; Rasa's own limit would leave the client waiting."""
    return len(_actions(tracker)) >= MAX_ACTIONS


def _was_handed_over(tracker: DialogueStateTracker) -> bool:
    """The last action ran because another one asked for it, so no rule goes on."""
    actions = _actions(tracker)
    return bool(actions) and actions[0].policy == FOLLOWUP_ACTION


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class TurnTaking(Policy):
    """Predicts `next_action` with certainty, above all other policies."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings: a priority above RulePolicy's 6."""
        return {"priority": 10}

    def train(self, *args: Any, **kwargs: Any) -> Resource:
        """Learn nothing; Rasa trains every policy."""
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TurnTaking:
        """Return the policy; it has learnt nothing that could be loaded."""
        return cls(config, model_storage, resource, execution_context)

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Predict the action that good manners ask for, or nothing."""
        action = next_action(tracker)
        if action is None:
            return self._prediction(self._default_predictions(domain))
        probabilities = [0.0] * domain.num_actions
        probabilities[domain.index_for_action(action)] = 1.0
        return self._prediction(probabilities, is_no_user_prediction=True)
