"""Reads when a client wants to be phoned or visited."""

from datetime import date

from actions.common import now
from actions.flows import options
from actions.handoff_heard import Heard, Said, chosen, is_another_question
from steunwijzer.handoff.consent import says_only
from steunwijzer.handoff.hours import fit
from steunwijzer.handoff.moments import read_moment
from steunwijzer.handoff.questions import GIVEN, asked_anew
from steunwijzer.handoff.request import Window
from steunwijzer.knowledge import installed


def hear_when(said: Said) -> Heard | None:
    """Read a moment in the client's words, or the button of a part of the day."""
    pressed = None if said.text else chosen(said, "contact_when")
    text = options("contact_when")[pressed].name if pressed else said.text
    outcome = read_moment(text, now(), _day_spoken_of(said))
    if outcome.code == "moment":
        return _fitted(outcome.values["window"])
    if not said.text or (outcome.code == "no_moment" and is_another_question(said)):
        return None
    return Heard(says=(f"utter_{outcome.code}",), clear=False)


def _day_spoken_of(said: Said) -> date | None:
    """Return the day that was proposed before: of "donderdag", "en dan na drie uur"."""
    window = said.draft.window
    one_day = window and window.start.date() == window.end.date()
    return window.start.date() if window and one_day else None


def names_a_moment(text: str) -> bool:
    """Say whether there is one moment in the text, and one that can be."""
    return read_moment(text, now()).code == "moment"


def without_moments(text: str) -> str:
    """Return the parts between commas that do not name a moment."""
    return ",".join(part for part in text.split(",") if not names_a_moment(part))


def moment_told(text: str) -> Window | None:
    """Return the moment in a text that was not asked for it, when somebody is there."""
    outcome = read_moment(text, now())
    if outcome.code != "moment":
        return None
    fitted = fit(outcome.values["window"], installed().zorgkantoor, now())
    return fitted.values["window"] if fitted.code == "fits" else None


def _fitted(window: Window) -> Heard:
    """The moment, or the next one that somebody is there; it is said back."""
    fitted = fit(window, installed().zorgkantoor, now())
    if fitted.code == "no_hours":
        return Heard(says=("utter_no_moment_possible",), clear=False)
    return Heard(
        details={"window": fitted.values["window"]},
        slots={"contact_when": GIVEN, "contact_when_ok": None},
        says=("utter_closed_then",) if fitted.code == "closed" else (),
    )


def hear_when_ok(said: Said) -> Heard | None:
    """Read a plain yes, no, or straight away another moment: "nee, liever vrijdag"."""
    answer = chosen(said, "contact_when_ok")
    plainly = not said.text or (
        answer is not None and says_only(said.text, options("contact_when_ok")[answer])
    )
    if not plainly and read_moment(said.text, now()).code != "no_moment":
        return hear_when(said)
    if answer == "yes" and plainly:
        return Heard(slots={"contact_when_ok": "yes"})
    return (
        Heard(slots=dict.fromkeys(asked_anew("contact_when")))
        if answer == "no"
        else None
    )
