"""Every answer about a request for a human, from a database of its own."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path

import pytest
from rasa_sdk import Action, Tracker

from actions.forbidden_numbers import ActionHideNumbers
from actions.handoff import ActionBeginHandoff, ActionHandoff, ValidateHandoffForm
from actions.handoff_number import OFFER, WHATSAPP
from actions.handoff_shown import (
    ActionAskContactAbout,
    ActionAskContactConsent,
    ActionAskContactPhone,
    ActionAskContactWhenOk,
)
from actions.handoff_store import database, handoffs
from actions.requests import (
    ActionCancelRequest,
    ActionChangeRequest,
    ActionDeleteMyData,
    ActionRequestStatus,
)
from steunwijzer.handoff.database import migrate, open_database
from steunwijzer.handoff.request import Details, Window
from steunwijzer.whatsapp.inbox import Inbox
from steunwijzer.whatsapp.inbox import Message as Received
from tests.answers_as_said import Message, entity, run, tracker

Answer = tuple[str, Callable[[], list[Message]]]  # see in_words
NOW = datetime(2026, 11, 23, 10)
CLIENT = "client"
WINDOW = Window(datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 17))
ABOUT = "wie mij helpt met de brief van het CIZ"
CALL = Details(
    *("phone", "Fatima el Amrani", "+31612345678", None, None, WINDOW, "vv", ABOUT)
)
MAIL = Details("email", "Jan de Vries", email="jan@voorbeeld.nl")
VISIT = Details(
    "visit", "mevrouw Smit", address="Dorpsstraat 3, Ede", window=WINDOW, sector="ggz"
)
WAYS = {"phone": CALL, "email": MAIL, "visit": VISIT}
ASKED = [{"event": "user", "parse_data": {"intent": {"name": "ask_costs"}}}]
ASKED_FOR_A_YES = {"event": "bot", "metadata": {"utter_action": OFFER}}
UNREADABLE = {
    "contact_when_ok": ("gisteren",),
    "contact_name": ("dat zeg ik liever niet",),
    "contact_phone": (
        "blauw",
        "06 123 45",
        "06123456789012",
        "0900 1234",
        "0612345678 of 0687654321",
        "+999 123 45 67 89",
        "088 000 00 00",
    ),
    "contact_email": ("dat heb ik niet", "jan@gmailcom"),
    "contact_address": ("bij mij", "Dorpsstraat", "Dorpsstraat 5"),
    "contact_when": (
        "blauw",
        "gisteren",
        "31 februari",
        "dinsdag of woensdag",
        "over een jaar",
    ),
}


@cache
def _template() -> Path:
    """A database with its tables, to copy."""
    file = Path(tempfile.mkdtemp()) / "steunwijzer.db"
    engine = open_database(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    return file


def _draft(details: Details) -> None:
    handoffs().keep_draft(CLIENT, details, NOW)


def writes(phone: str | None = "31612345678") -> None:
    """Somebody writes in WhatsApp, from this number if it shows."""
    said = ("text", "bel mij")
    message = Received(CLIENT, "key", "wamid.1", phone, "NL.1", *said, NOW)
    Inbox(database()).receive([message], NOW)


def _request(details: Details) -> None:
    _draft(details)
    due = NOW + timedelta(hours=2)
    handoffs().submit(CLIENT, "hulp@voorbeeld.nl", due, NOW)


def _move(step: str) -> None:
    request = handoffs().current(CLIENT)
    assert request is not None
    getattr(handoffs(), step)(request.reference, NOW)


def said(
    action: Action, heard: Tracker, *before: Callable[[], object]
) -> list[Message]:
    """What the action says after these steps, in a new database."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        shutil.copy(_template(), folder)
        patch.setenv("STEUNWIJZER_DATABASE", f"sqlite:///{folder}/steunwijzer.db")
        patch.setenv("STEUNWIJZER_NOW", NOW.isoformat())
        database.cache_clear()
        for step in before:
            step()
        messages, _ = run(action, heard)
        database.cache_clear()
        return messages


def without_database(action: Action, heard: Tracker) -> list[Message]:
    """What the action says when there is no database to be had."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STEUNWIJZER_DATABASE", f"sqlite:///{__file__}/none.db")
        patch.setenv("STEUNWIJZER_NOW", NOW.isoformat())
        database.cache_clear()
        messages, _ = run(action, heard)
        database.cache_clear()
        return messages


def _answer(
    name: str, action: Action, heard: Tracker, *before: Callable[[], object]
) -> Answer:
    named = f"{action.name()} {name}".strip()
    return named, partial(said, action, heard, *before)


def questions() -> Iterator[Answer]:
    """What is asked, said back, and said of an answer that cannot be read."""
    yield _answer("", ActionBeginHandoff(), tracker("bel mij terug"))
    asked_twice = ActionBeginHandoff()
    yield _answer("again", asked_twice, tracker("bel mij"), partial(_request, CALL))
    yield _answer("", ActionHideNumbers(), tracker("[bsn]"))
    for slot, texts in UNREADABLE.items():
        for text in texts:
            for tries in (0, 1):
                slots = {"requested_slot": slot, "contact_tries": tries}
                heard = tracker(text, "nlu_fallback", slots=slots, flow="handoff_form")
                yield _answer(f"{slot} {text} {tries}", ValidateHandoffForm(), heard)
    for slot, text in (
        ("contact_phone", "0612345678"),
        ("contact_email", "jan@voorbeeld.nl"),
        ("contact_address", "Dorpsstraat 3, Ede"),
        ("contact_when", "zaterdag"),
    ):
        heard = tracker(text, slots={"requested_slot": slot}, flow="handoff_form")
        yield _answer(f"{slot} {text}", ValidateHandoffForm(), heard)
    yield from this_number()
    drafted = partial(_draft, CALL)
    yield _answer("", ActionAskContactWhenOk(), tracker("donderdag"), drafted)
    yield _answer("nothing", ActionAskContactAbout(), tracker("ggz"))
    yield _answer("something", ActionAskContactAbout(), tracker("ggz", events=ASKED))
    own = tracker("", entities=[entity("contact_about", "own")])
    yield _answer("own words", ActionAskContactAbout(), own)
    for way, details in WAYS.items():
        drafted = partial(_draft, details)
        yield _answer(way, ActionAskContactConsent(), tracker("ja"), drafted)


def this_number() -> Iterator[Answer]:
    """What is said of the number that somebody writes from in WhatsApp."""
    yield _answer("number", ActionAskContactPhone(), tracker("Jan"))
    heard = tracker("Jan", channel=WHATSAPP)
    yield _answer("this number", ActionAskContactPhone(), heard, writes)
    yield _answer(
        "hidden number", ActionAskContactPhone(), heard, partial(writes, None)
    )
    for text in ("ja", "waarom", "06 123 45"):
        heard = tracker(
            text,
            slots={"requested_slot": "contact_phone"},
            flow="handoff_form",
            events=[ASKED_FOR_A_YES],
            channel=WHATSAPP,
        )
        yield _answer(f"this number {text}", ValidateHandoffForm(), heard, writes)


def outcomes() -> Iterator[Answer]:
    """What is said of a request, in every state that it can be in."""
    yes = tracker("ja", slots={"contact_consent": "yes"})
    no = tracker("nee", slots={"contact_consent": "no"})
    status = tracker("is mijn verzoek al gezien")
    for way, details in WAYS.items():
        made = partial(_request, details)
        yield _answer(way, ActionHandoff(), yes, partial(_draft, details))
        again = partial(_draft, replace(details, name="Piet"))
        yield _answer(f"{way}, changed", ActionHandoff(), yes, made, again)
        yield _answer(way, ActionRequestStatus(), status, made)
        picked_up = partial(_move, "pick_up")
        yield _answer(f"{way}, seen", ActionRequestStatus(), status, made, picked_up)
    yield _answer("no", ActionHandoff(), no, partial(_draft, CALL))
    made = partial(_request, CALL)
    done = partial(_move, "done")
    yield _answer("done", ActionRequestStatus(), status, made, done)
    cancelled = lambda: handoffs().cancel(CLIENT, NOW)  # noqa: E731
    yield _answer("cancelled", ActionRequestStatus(), status, made, cancelled)
    yield _answer("none", ActionRequestStatus(), status)
    asking = tracker("is het al gezien", flow="handoff_form")
    yield _answer("not yet", ActionRequestStatus(), asking)
    confirmed = tracker("", entities=[entity("confirmed", "yes")])
    for action in (ActionChangeRequest(), ActionCancelRequest(), ActionDeleteMyData()):
        yield _answer("", action, tracker("doe dat"), made)
        yield _answer("none", action, tracker("doe dat"))
        yield _answer("sure", action, confirmed, made)
        yield _answer("sure, none", action, confirmed)


def unavailable() -> Iterator[Answer]:
    """What is said at once when a request cannot be kept."""
    for action in (ActionBeginHandoff(), ActionRequestStatus(), ActionDeleteMyData()):
        yield (
            f"{action.name()} without a database",
            partial(without_database, action, tracker("bel mij")),
        )


EVERY_HANDOFF = [*questions(), *outcomes(), *unavailable()]
