"""Delivery forms: what they are, and the helper that finds what could fit."""

from rasa_sdk import Tracker

from actions.common import Dispatcher, Events, Reply, named, say
from actions.flows import CHOICE_HELPER, AskNext, active_flow, finish, leave_flow
from actions.formats import either
from steunwijzer.delivery_form import decide
from steunwijzer.knowledge import installed


class ActionExplainDeliveryForm(Reply):
    """Explains the delivery forms that the question names, or all in short."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Explain each form in a message of its own, then offer the helper."""
        forms = named(tracker, "delivery_form")
        if not forms:
            say(dispatcher, "utter_delivery_forms")
            return []
        for form in forms:
            say(dispatcher, f"utter_explain_{form}")
        if not active_flow(tracker):
            say(dispatcher, "utter_offer_choice_helper")
        return []


class ActionStartChoiceHelper(Reply):
    """Says what the helper does, before the first question."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Start afresh, and leave another flow half-way."""
        say(dispatcher, "utter_start_choice_helper")
        return leave_flow() + CHOICE_HELPER.forget()


class ValidateDeliveryFormHelper(AskNext):
    """Reads the answers of the choice helper."""

    flow = CHOICE_HELPER


class ActionDeliveryFormAdvice(Reply):
    """Says which delivery forms could fit, why, and what they ask."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say the outcome, and pick up what was left half-way."""
        outcome = decide(CHOICE_HELPER.given(tracker))
        forms = outcome.values["forms"]
        names = [installed().delivery_forms[form].name for form in forms]
        reasons = (f"utter_reason_{reason}" for reason in outcome.reasons)
        say(dispatcher, "utter_could_fit", *reasons, forms=either(names))
        for form in forms:
            say(dispatcher, f"utter_form_asks_{form}")
        say(dispatcher, "utter_still_to_judge")
        return finish(CHOICE_HELPER, tracker)
