"""What works anywhere: "stop", "opnieuw" and "terug"."""

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import Dispatcher, Events, Reply, say
from actions.flows import FLOWS, HANDOFF, active_flow, leave_flow
from actions.handoff_store import drop_draft, reference_that_waits
from actions.past import previous_answer
from actions.short_answers import may_be_declined

ABOUT_INSURERS = ("insurer", "packages", "proposed_insurer")


class ActionStop(Reply):
    """Ends what was going on."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Leave the flow and forget its answers.

        A request that was passed on before stays: nobody withdraws it by accident.
        """
        if active_flow(tracker) is HANDOFF or HANDOFF.answered(tracker):
            say(dispatcher, "utter_stopped", drop_draft(tracker))
        elif reference := reference_that_waits(tracker):
            say(dispatcher, "utter_stopped_but_request_waits", reference=reference)
        else:
            say(dispatcher, "utter_stopped")
        return leave_flow() + [event for flow in FLOWS for event in flow.forget()]


class ActionStartOver(Reply):
    """Begins the flow again, or the conversation."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Forget the answers; in a flow the first question follows."""
        say(dispatcher, "utter_started_over")
        flow = active_flow(tracker)
        if flow:
            return flow.forget()
        say(dispatcher, "utter_what_do_you_want_to_know")
        return [SlotSet(slot, None) for slot in ABOUT_INSURERS]


class ActionGoBack(Reply):
    """Goes back one question, or repeats the previous answer."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Forget the last answer of the flow; outside one, repeat what was said."""
        flow = active_flow(tracker)
        if not flow and may_be_declined(tracker):  # "nee, toch niet"
            return [FollowupAction("action_deny")]
        answered = flow.answered(tracker) if flow else []
        if answered:
            say(dispatcher, "utter_went_back")
            return [SlotSet(answered[-1], None)]
        before = previous_answer(tracker)
        if flow or not before:
            say(dispatcher, "utter_nothing_before")
            return []
        say(dispatcher, "utter_said_before")
        for message in before:
            dispatcher.utter_message(
                text=message["text"],
                buttons=message["data"].get("buttons"),
                facts=message["metadata"].get("facts", []),
            )
        return []
