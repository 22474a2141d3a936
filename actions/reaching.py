"""Says how the zorgkantoor can be reached: by phone, by e-mail or at the desk."""

from rasa_sdk import Tracker

from actions.common import Dispatcher, now, say, text_of
from actions.flows import active_flow
from actions.formats import clock, day_ahead
from actions.past import asked_last
from steunwijzer.answers import mentions, read_answer
from steunwijzer.contact import hours_on_weekday, reachable
from steunwijzer.knowledge import installed

OFFER = "utter_offer_contact"


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


def offer_a_human(dispatcher: Dispatcher, tracker: Tracker, *first: str) -> None:
    """Say how to reach us, and offer that somebody gets in touch.

    Not in the middle of a flow: its next question follows, and takes the answer.
    """
    say_how_to_reach(dispatcher, *first)
    if not active_flow(tracker):
        say(dispatcher, OFFER)


def takes_the_offer(tracker: Tracker) -> bool:
    """Say whether the client tells how: "bellen" to what was offered just now."""
    return asked_last(tracker, OFFER) and contact_by_in(text_of(tracker)) is not None


def contact_by_in(text: str) -> str | None:
    """Return how the client wants contact, as far as the text tells: phone, ..."""
    return read_answer(text, "inform", installed().questions["contact_by"])


def is_dissatisfied(text: str) -> bool:
    """Say whether the client is not served: "hier heb ik niets aan"."""
    return mentions(text, installed().dissatisfied)


def say_hours_on(dispatcher: Dispatcher, weekday: int) -> None:
    """Say when the zorgkantoor can be phoned on that day, 0 for Monday."""
    outcome = hours_on_weekday(installed().zorgkantoor, weekday, now())
    if outcome.code == "no_hours":
        return
    on_day = day_ahead(outcome.values["day"], outcome.values["days_ahead"])
    hours = outcome.values["hours"]
    if hours:
        opens, closes = clock(hours.opens), clock(hours.closes)
        say(dispatcher, "utter_open_on", on_day=on_day, opens=opens, closes=closes)
    else:
        once = outcome.values["once"]
        say(
            dispatcher,
            "utter_closed_once" if once else "utter_closed_on",
            on_day=on_day,
        )
