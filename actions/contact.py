"""How to reach a human: by phone, by e-mail or at the desk."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.common import Dispatcher, Events, Reply, named, now, say, text_of
from actions.formats import clock, day_ahead
from actions.past import asked_last
from steunwijzer.contact import reachable
from steunwijzer.knowledge import installed

INSURER_WORDS = re.compile(r"verzeker|polis", re.IGNORECASE)
ZORGKANTOOR_WORDS = re.compile(r"zorgkanto", re.IGNORECASE)


def means_zorgkantoor(tracker: Tracker) -> bool:
    """Say whether the client writes of a zorgkantoor, and not of an insurer."""
    text = text_of(tracker)
    return bool(ZORGKANTOOR_WORDS.search(text) and not INSURER_WORDS.search(text))


def say_how_to_reach(dispatcher: Dispatcher, *first: str) -> None:
    """Say phone (open now, or when it opens), e-mail and visiting address."""
    outcome = reachable(installed().zorgkantoor, now())
    values: dict[str, str] = {}
    if "closes" in outcome.values:
        values["closes"] = clock(outcome.values["closes"])
    if "opens" in outcome.values:
        opens = outcome.values["opens"]
        values["opens"] = clock(opens.time())
        values["opens_day"] = day_ahead(opens, outcome.values["days_ahead"])
    parts = [*first, f"utter_reach_{outcome.code}", "utter_reach_otherwise"]
    say(dispatcher, *parts, **values)


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
        """Say how to reach us, unless the number of an insurer may be meant."""
        text = text_of(tracker)
        insurers = named(tracker, "insurer")
        if insurers and INSURER_WORDS.search(text):
            return [FollowupAction("action_reimbursement")]
        if asked_last(tracker, "utter_which_meant"):
            insurers = [tracker.get_slot("insurer")]
        elif insurers and not means_zorgkantoor(tracker):
            if shares_name_with_zorgkantoor(insurers[0]):
                return ask_which_meant(dispatcher, insurers[0])
            insurers = []
        first = [] if all(map(_is_ours, insurers)) else ["utter_other_zorgkantoor"]
        say_how_to_reach(dispatcher, *first)
        return []


def _is_ours(insurer_id: str) -> bool:
    """Say whether our zorgkantoor carries the name of this insurer."""
    knowledge = installed()
    name = knowledge.reimbursements.insurers[insurer_id].name
    return name.casefold() in knowledge.zorgkantoor.name.casefold()
