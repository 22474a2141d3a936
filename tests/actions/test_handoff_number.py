"""In WhatsApp the number that shows is offered, and used only after a yes to that."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import pytest

from actions.handoff import ActionBeginHandoff
from actions.handoff_answers import hear
from actions.handoff_number import OFFER, TYPE_IT, ActionAskContactPhone
from actions.handoff_store import handoffs, people
from steunwijzer.handoff.database import migrate, open_database
from steunwijzer.handoff.questions import GIVEN
from steunwijzer.handoff.request import Details
from steunwijzer.whatsapp.inbox import Inbox, Message
from tests.answers_as_said import entity, run, tracker

NOW = datetime(2026, 11, 24, 10)
CLIENT = "client"
DRAFT = Details("phone", "Jan")
NUMBER = "31612345678"
OFFERED = {"event": "bot", "metadata": {"utter_action": OFFER}}
ASKED_TO_TYPE = {"event": "bot", "metadata": {"utter_action": TYPE_IT}}


@pytest.fixture(autouse=True)
def _database(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    url = f"sqlite:///{tmp_path_factory.mktemp('number')}/steunwijzer.db"
    monkeypatch.setenv("STEUNWIJZER_DATABASE", url)
    monkeypatch.setenv("STEUNWIJZER_NOW", NOW.isoformat())
    migrate(open_database())
    for opened in (handoffs, people):
        opened.cache_clear()
    yield
    for opened in (handoffs, people):
        opened.cache_clear()


def writes(number: str | None = NUMBER) -> None:
    """Have the client write in WhatsApp from a number, or without one to see."""
    sent = Message(CLIENT, "a", "wamid.a", number, "NL.1", "text", "bel mij", NOW)
    Inbox(open_database()).receive([sent], NOW)


def asked(
    draft: Details = DRAFT,
    text: str = "Jan",
    events: Iterable[Mapping[str, Any]] = (),
    pressed: str | None = None,
    channel: str = "whatsapp",
) -> str:
    """Return which question about the number is asked."""
    handoffs().keep_draft(CLIENT, draft, NOW)
    entities = [entity("contact_this_phone", pressed)] if pressed else []
    heard = tracker(
        "" if pressed else text, entities=entities, events=events, channel=channel
    )
    (message,), _ = run(ActionAskContactPhone(), heard)
    return str(message["response"])


def answered(
    text: str = "", pressed: str | None = None, before: Mapping[str, Any] = OFFERED
) -> Any:  # noqa: ANN401
    """Return what is heard in an answer to the offer."""
    entities = [entity("contact_this_phone", pressed)] if pressed else []
    # in a turn of its own, as in a conversation
    events = [{"event": "user", "parse_data": {}}, before]
    heard = tracker(text, entities=entities, events=events, channel="whatsapp")
    return hear("contact_phone", heard, DRAFT)


def test_who_writes_from_a_number_is_asked_whether_to_phone_it() -> None:
    writes()
    assert asked() == OFFER


def test_who_hides_the_number_is_asked_to_type_one() -> None:
    writes(None)
    assert asked() == TYPE_IT


def test_a_number_that_nobody_can_phone_back_is_not_offered() -> None:
    writes("319001234")
    assert asked() == TYPE_IT


def test_on_the_website_nothing_is_offered() -> None:
    writes()
    assert asked(channel="website") == TYPE_IT


def test_who_told_a_number_is_not_offered_another() -> None:
    writes()
    told = Details("phone", "Jan", phone="+31687654321")
    assert asked(told, text="mijn nummer klopt niet") == TYPE_IT


@pytest.mark.parametrize(
    "declines", [{"pressed": "no"}, {"text": "nee"}, {"text": "een ander nummer"}]
)
def test_who_says_no_is_asked_to_type_one_and_not_asked_again(
    declines: dict[str, str],
) -> None:
    writes()
    assert asked(events=[OFFERED], **declines) == TYPE_IT  # type: ignore[arg-type]
    assert asked(text="06 12", events=[OFFERED, ASKED_TO_TYPE]) == TYPE_IT


@pytest.mark.parametrize("yes", ["ja", "Ja, dit nummer", "ja graag", "op dit nummer"])
def test_after_a_yes_the_number_is_used_and_said_back(yes: str) -> None:
    writes()
    for heard in (answered(yes), answered(pressed="yes")):
        assert heard.clear
        assert heard.details == {"phone": "+31612345678"}
        assert heard.slots["contact_phone"] == GIVEN
        assert heard.says == ("utter_phone_noted",)
        assert heard.values == {"phone": "06 12345678"}


@pytest.mark.parametrize("no", ["nee", "Nee, ander nummer", "liever niet"])
def test_after_a_no_it_is_not(no: str) -> None:
    writes()
    for heard in (answered(no), answered(pressed="no")):
        assert "phone" not in heard.details
        assert heard.slots["contact_phone"] is None


def test_another_number_may_be_typed_straight_away() -> None:
    writes()
    assert answered("liever op 0687654321").details == {"phone": "+31687654321"}


def test_a_yes_to_another_question_uses_no_number() -> None:
    writes()
    heard = answered("ja", before=ASKED_TO_TYPE)
    assert heard is None or "phone" not in heard.details


def test_after_24_hours_a_yes_asks_for_the_number() -> None:
    heard = answered(pressed="yes")
    assert "phone" not in heard.details
    assert heard.slots["contact_phone"] is None


def test_who_asks_to_be_phoned_did_not_say_yes_to_that_number() -> None:
    writes()
    run(ActionBeginHandoff(), tracker("bel mij terug", channel="whatsapp"))
    assert handoffs().draft(CLIENT).phone is None
