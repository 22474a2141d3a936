"""What an insurer paid for a mantelzorgmakelaar; remembers what was spoken of."""

from typing import Any, Literal

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import (
    FALLBACK,
    Dispatcher,
    Events,
    Reply,
    entities_of,
    intent_of,
    named,
    named_ids,
    now,
    say,
    text_of,
)
from actions.contact import means_zorgkantoor
from actions.past import asked_last, previous_action
from actions.reimbursement_answer import answer
from steunwijzer.knowledge import installed
from steunwijzer.money import parse_cost
from steunwijzer.reimbursement import Question, decide

Aspect = Literal["amount", "permission", "highest"]
ASPECTS: dict[str, Aspect] = {
    "ask_permission": "permission",
    "ask_highest_reimbursement": "highest",
}
ANSWERING = ("inform", FALLBACK)
WITH_PACKAGES = (
    "package_answer",
    "package_shared_by_insurers",
    "permission_stated",
    "permission_unknown",
)


class ActionReimbursement(Reply):
    """Answers for the insurer and package named now, or spoken of before."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say the outcome; remember insurer and packages for the next question."""
        elsewhere = _answered_elsewhere(tracker)
        if elsewhere:
            return [FollowupAction(elsewhere)]
        if named(tracker, "service") == ["clientondersteuning"]:
            say(dispatcher, "utter_support_needs_no_insurer")
            return []
        unsure = _unsure_insurer(tracker)
        if unsure:
            name = installed().reimbursements.insurers[unsure].name
            say(dispatcher, "utter_propose_insurer", insurer=name)
            packages = named_ids(tracker, "package") or None
            return _remember(proposed_insurer=unsure, packages=packages)
        outcome = decide(_question(tracker), installed().reimbursements, now().date())
        answered = intent_of(tracker) in ANSWERING
        if (
            outcome.code == "ask_insurer"
            and answered
            and asked_last(tracker, "utter_ask_insurer")
        ):
            say(dispatcher, "utter_insurer_not_recognised")
        else:
            answer(dispatcher, outcome)
        insurer = outcome.values["insurer"]
        packages = [row.package for row in outcome.values["rows"]]
        return _remember(
            insurer=insurer.id if insurer else None,
            packages=packages if outcome.code in WITH_PACKAGES else None,
        )


def _answered_elsewhere(tracker: Tracker) -> str | None:
    """Return the action for a message that only looks like one on reimbursement.

    The phone number of "CZ zorgkantoor", or "en bij ouderen?" after who helps.
    """
    insurers = named(tracker, "insurer")
    if insurers and means_zorgkantoor(tracker):
        return "action_request_human"
    about_sector = named(tracker, "sector") and not insurers
    if about_sector and previous_action(tracker) == "action_who_provides":
        return "action_who_provides"
    return None


def _remember(**slots: Any) -> Events:
    """Events that set these slots, and wipe the others of this topic."""
    topic = ("insurer", "packages", "proposed_insurer")
    return [SlotSet(slot, slots.get(slot)) for slot in topic]


def _unsure_insurer(tracker: Tracker) -> str | None:
    """Return the only insurer named, if the spelling was too far off to be sure."""
    insurers = entities_of(tracker, "insurer")
    if len(insurers) == 1 and not insurers[0].get("sure", True):
        unsure: str = insurers[0]["value"]
        return unsure
    return None


def _question(tracker: Tracker) -> Question:
    """Return what is asked, with what was spoken of before where that is left out."""
    insurers = named_ids(tracker, "insurer")
    packages = named_ids(tracker, "package")
    also = [
        id for each in entities_of(tracker, "package") for id in each.get("also", ())
    ]
    if len(insurers) == 1 and also:  # four insurers have "VGZ aanvullend Best"
        insurers, packages = [], [*packages, *also]
    not_listed = named(tracker, "insurer_not_listed")
    cost = parse_cost(text_of(tracker))
    aspect: Aspect = ASPECTS.get(intent_of(tracker), "amount")
    if len(insurers) == 1:
        insurer = insurers[0]
        aspect = "amount" if aspect == "highest" else aspect
    elif insurers or not_listed or aspect == "highest":
        insurer = None
    else:
        insurer = _remembered_insurer(tracker, packages)
    return Question(
        text=text_of(tracker),
        insurer=insurer,
        insurers=tuple(insurers),
        not_listed=not_listed[0] if not_listed else None,
        packages=tuple(packages or _remembered_packages(tracker, aspect, cost)),
        cost=cost,
        aspect=aspect,
        package_asked=(
            intent_of(tracker) in ANSWERING and asked_last(tracker, "utter_ask_package")
        ),
    )


def _remembered_packages(
    tracker: Tracker, aspect: Aspect, cost: int | None
) -> list[str]:
    """Return the packages spoken of before, where the message can only mean those.

    In "en met Comfort?" it names another one that was not recognised: then asking
    is better than repeating the amount of the old one.
    """
    about_the_same = (
        named(tracker, "insurer")
        or cost
        or aspect == "permission"
        or not text_of(tracker)
    )
    return (tracker.get_slot("packages") or []) if about_the_same else []


def _remembered_insurer(tracker: Tracker, packages: list[str]) -> str | None:
    """Return the insurer spoken of before, unless another one's package is named."""
    remembered: str | None = tracker.get_slot("insurer")
    owners = installed().reimbursements.insurers_of(tuple(packages))
    return remembered if not packages or remembered in owners else None
