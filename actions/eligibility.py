"""Who has a right to cliëntondersteuning: the guided questions and the outcome."""

from rasa_sdk import Tracker

from actions.common import Dispatcher, Events, Reply, say
from actions.flows import ELIGIBILITY, AskNext, finish, leave_flow
from actions.providers import providers_for
from steunwijzer.eligibility import UNKNOWN, decide


class ActionStartEligibility(Reply):
    """Says what it depends on, before the first question."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Start afresh, and leave another flow half-way."""
        say(dispatcher, "utter_start_eligibility")
        return leave_flow() + ELIGIBILITY.forget()


class ValidateEligibilityForm(AskNext):
    """Reads the answers of the eligibility questions."""

    flow = ELIGIBILITY


class ActionEligibility(Reply):
    """Says who helps this client."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say the outcome, with its reasons, and pick up what was left half-way."""
        situation = ELIGIBILITY.given(tracker)
        outcome = decide(situation)
        reasons = [f"utter_{reason}" for reason in outcome.reasons]
        if outcome.code == "right":
            _, asker = reasons
            say(dispatcher, "utter_right", asker)
            sector = situation.sector
            if sector == UNKNOWN:
                say(dispatcher, "utter_sector_unknown", choices=["/request_human"])
            else:
                providers_for(dispatcher, sector, choices=["/ask_how_to_apply"])
        else:
            say(dispatcher, f"utter_{outcome.code}", *reasons)
        return finish(ELIGIBILITY, tracker)
