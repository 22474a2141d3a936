"""How to reach a human: by phone, by e-mail or at the desk."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import Dispatcher, Events, Reply, named, say, text_of
from actions.formats import WEEKDAYS
from actions.past import asked_last, previous_action
from actions.reaching import offer_a_human, say_hours_on, takes_the_offer
from actions.reimbursement_values import call, phone_parts
from actions.topics import REIMBURSEMENT
from steunwijzer.handoff.asked_for import asks_for_contact
from steunwijzer.knowledge import installed
from steunwijzer.reimbursement_rows import insurer_facts

INSURER_WORDS = re.compile(r"verzeker|polis", re.IGNORECASE)
ZORGKANTOOR_WORDS = re.compile(r"zorgkanto", re.IGNORECASE)
NUMBER_WORDS = re.compile(r"nummer|telefoon|bellen", re.IGNORECASE)
OPEN_WORDS = re.compile(r"\b(open|dicht|gesloten|bereikbaar|bellen)\b", re.IGNORECASE)
BEGIN_HANDOFF = "action_begin_handoff"
OTHERS_WITH_A_NUMBER = ("insurer_not_listed", "organisation", "service", "term")


def means_zorgkantoor(tracker: Tracker) -> bool:
    """Say whether the client writes of a zorgkantoor, and not of an insurer."""
    text = text_of(tracker)
    return bool(ZORGKANTOOR_WORDS.search(text) and not INSURER_WORDS.search(text))


def _say_phone_of(dispatcher: Dispatcher, insurer_id: str) -> None:
    """Say which number an insurer had, as far as that is known."""
    insurer = insurer_facts(installed().reimbursements, insurer_id)
    parts = ["utter_insurer_phone", *phone_parts(insurer)]
    if not insurer.phones:
        parts = ["utter_insurer_phone_unknown"]
    say(dispatcher, *parts, insurer=insurer.name, **call(insurer))


def ask_which_meant(dispatcher: Dispatcher, insurer_id: str) -> Events:
    """Ask whether the insurer or the zorgkantoor of that name is meant."""
    name = installed().reimbursements.insurers[insurer_id].name
    say(dispatcher, "utter_which_meant", insurer=name)
    return [SlotSet("insurer", insurer_id)]


def shares_name_with_zorgkantoor(insurer_id: str) -> bool:
    """Say whether there is a zorgkantoor with the name of this insurer, too."""
    return installed().reimbursements.insurers[insurer_id].also_zorgkantoor


class ActionRequestHuman(Reply):
    """Answers "ik wil een mens spreken"."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Say how to reach us, and an insurer that may be meant, as far as we know."""
        text = text_of(tracker)
        if (
            asks_for_contact(text)
            or named(tracker, "contact_by")
            or named(tracker, "go_on")
            or takes_the_offer(tracker)
        ):
            return [FollowupAction(BEGIN_HANDOFF)]
        insurers = named(tracker, "insurer")
        if insurers and INSURER_WORDS.search(text):
            return [FollowupAction(REIMBURSEMENT)]
        if asked_last(tracker, "utter_which_meant"):
            insurers = [tracker.get_slot("insurer")]
        elif insurers and not means_zorgkantoor(tracker):
            if shares_name_with_zorgkantoor(insurers[0]):
                return ask_which_meant(dispatcher, insurers[0])
            insurers = []
        first = [] if all(map(_is_ours, insurers)) else ["utter_other_zorgkantoor"]
        if not insurers and (insurer_id := _number_asked_of(tracker)):
            _say_phone_of(dispatcher, insurer_id)
        for weekday in _weekdays_asked_about(text):
            say_hours_on(dispatcher, weekday)
        offer_a_human(dispatcher, tracker, *first)
        return []


def _number_asked_of(tracker: Tracker) -> str | None:
    """Return the insurer that is named with "nummer", or was spoken of just now."""
    text = text_of(tracker)
    if not NUMBER_WORDS.search(text) or ZORGKANTOOR_WORDS.search(text):
        return None
    insurers = named(tracker, "insurer")
    if insurers or any(named(tracker, kind) for kind in OTHERS_WITH_A_NUMBER):
        return insurers[0] if len(insurers) == 1 else None
    spoken_of = previous_action(tracker) == REIMBURSEMENT
    return tracker.get_slot("insurer") if spoken_of else None


def _weekdays_asked_about(text: str) -> list[int]:
    """Return the days of "bent u vrijdag open?", 0 for Monday."""
    if not OPEN_WORDS.search(text):
        return []
    return [at for at, day in enumerate(WEEKDAYS) if day in text.casefold()]


def _is_ours(insurer_id: str) -> bool:
    """Say whether our zorgkantoor carries the name of this insurer."""
    knowledge = installed()
    name = knowledge.reimbursements.insurers[insurer_id].name
    return name.casefold() in knowledge.zorgkantoor.name.casefold()
