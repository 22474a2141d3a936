"""Every answer that the assistant can give: what is said, not yet in words."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pytest
from rasa_sdk import Action, Tracker

from actions.contact import ActionRequestHuman
from actions.delivery_form import (
    ActionDeliveryFormAdvice,
    ActionExplainDeliveryForm,
    ActionStartChoiceHelper,
)
from actions.eligibility import ActionEligibility, ActionStartEligibility
from actions.providers import (
    ActionHowToApply,
    ActionOutsourcing,
    ActionWhoProvides,
)
from actions.reimbursement import ActionReimbursement
from actions.short_answers import ActionDontKnow, ActionExplainTerm
from actions.source import ActionSource
from actions.support import ActionCosts, ActionWhatSupportCovers
from actions.topics import REIMBURSEMENT
from actions.understanding import ActionAskAgain
from dialogue.wording import LABELS, variables
from steunwijzer import delivery_form, eligibility
from steunwijzer.knowledge import installed
from tests.answers_as_said import (
    Message,
    domain,
    entity,
    placeholders,
    run,
    tracker,
)
from tests.every_handoff import EVERY_HANDOFF
from tests.paths.enumerate import paths
from tests.steunwijzer.handoff.mails import WAYS, plain, written

Answer = tuple[str, Callable[[], list[Message]]]  # see in_words
KNOWLEDGE = installed()
MONDAY, SUNDAY, CHRISTMAS = "2026-11-23T10:00", "2026-11-22T10:00", "2026-12-25T10:00"
INSURERS = KNOWLEDGE.reimbursements.insurers


def _answer(name: str, action: Action, heard: Tracker) -> Answer:
    return f"{action.name()} {name}".strip(), partial(_messages, action, heard)


def _messages(action: Action, heard: Tracker, at: str = MONDAY) -> list[Message]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STEUNWIJZER_NOW", at)
        return run(action, heard)[0]


def _named(action: Action, **kinds: Iterable[str]) -> Iterator[Answer]:
    """The answer without a name, and with each name of these kinds."""
    yield _answer("", action, tracker("wat is het"))
    for kind, things in kinds.items():
        for each in things:
            heard = tracker(f"wat is {each}", entities=[entity(kind, each)])
            yield _answer(each, action, heard)


def plain_answers() -> Iterator[Answer]:
    """The responses that need no values of an action."""
    known = variables(KNOWLEDGE).keys() | {"year"}
    for name, (response, *_) in domain().responses.items():
        if name != LABELS and placeholders(response["text"]) <= known:
            yield name, partial(list, [{"response": name}])


def topics() -> Iterator[Answer]:
    """Answers for each name that the knowledge has."""
    yield from _named(
        ActionWhoProvides(),
        sector=KNOWLEDGE.sectors,
        organisation=KNOWLEDGE.organisations,
    )
    yield from _named(ActionOutsourcing(), organisation=KNOWLEDGE.organisations)
    yield from _named(ActionCosts(), service=KNOWLEDGE.services)
    yield from _named(
        ActionWhatSupportCovers(),
        support_form=KNOWLEDGE.support_forms,
        life_area=KNOWLEDGE.life_areas,
    )
    for term in KNOWLEDGE.terms:
        yield _answer(
            term, ActionExplainTerm(), tracker(entities=[entity("term", term)])
        )
    forms = KNOWLEDGE.delivery_forms
    yield from _named(ActionExplainDeliveryForm(), delivery_form=forms)
    for at in (MONDAY, SUNDAY, CHRISTMAS):
        human = partial(_messages, ActionRequestHuman(), tracker("een mens"), at)
        yield f"action_request_human {at}", human
    for day in ("vrijdag", "zaterdag"):
        yield _answer(day, ActionRequestHuman(), tracker(f"bent u {day} open"))
    yield _answer("", ActionHowToApply(), tracker("hoe vraag ik het"))
    zorgkantoor = tracker("zorgkantoor CZ", entities=[entity("insurer", "cz")])
    yield _answer("another zorgkantoor", ActionRequestHuman(), zorgkantoor)
    either = tracker("nummer van CZ", entities=[entity("insurer", "cz")])
    yield _answer("insurer or zorgkantoor", ActionRequestHuman(), either)
    for fact in KNOWLEDGE.facts:
        about = {"event": "bot", "metadata": {"facts": [fact]}}
        yield _answer(fact, ActionSource(), tracker(events=[about]))
    again = [{"event": "action", "name": "action_ask_again"}]
    likely = ["ask_costs", "ask_privacy", "ask_duration"]
    yield _answer("", ActionAskAgain(), tracker("blub", ranking=likely))
    yield _answer("twice", ActionAskAgain(), tracker("blub", events=again))
    asked = tracker("blub", flow="eligibility_form")
    yield _answer("in a flow", ActionAskAgain(), asked)
    asked_twice = tracker("blub", flow="eligibility_form", events=again)
    yield _answer("in a flow, twice", ActionAskAgain(), asked_twice)
    yield _answer("", ActionDontKnow(), tracker("weet niet"))


def flows() -> Iterator[Answer]:
    """The begin and every end of the guided flows."""
    yield _answer("", ActionStartEligibility(), tracker())
    yield _answer("", ActionStartChoiceHelper(), tracker())
    for situation, _ in paths(eligibility.Situation(), eligibility.questions):
        heard = tracker(slots=vars(situation))
        yield _answer(str(situation), ActionEligibility(), heard)
    for wishes, _ in paths(delivery_form.Wishes(), delivery_form.questions):
        heard = tracker(slots=vars(wishes))
        yield _answer(str(wishes), ActionDeliveryFormAdvice(), heard)


def reimbursements() -> Iterator[Answer]:
    """What every insurer and every package paid, and whom to phone first."""
    action = ActionReimbursement()
    yield _answer("", action, tracker("wat krijg ik terug"))
    yield _answer("highest", action, tracker("", "ask_highest_reimbursement"))
    for each in KNOWLEDGE.reimbursements.not_listed:
        heard = tracker(entities=[entity("insurer_not_listed", each)])
        yield _answer(each, action, heard)
    for insurer, known in INSURERS.items():
        named = entity("insurer", insurer)
        doubtful = entity("insurer", insurer, sure=False)
        yield _answer(insurer, action, tracker(insurer, entities=[named]))
        yield _answer(f"{insurer}?", action, tracker(insurer, entities=[doubtful]))
        phone = tracker("eerst bellen", "ask_permission", entities=[named])
        yield _answer(f"{insurer}, permission", action, phone)
        spoken = [{"event": "action", "name": REIMBURSEMENT}]
        number = tracker("welk nummer", slots={"insurer": insurer}, events=spoken)
        yield _answer(f"number of {insurer}", ActionRequestHuman(), number)
        for package in known.packages:
            both = [named, entity("package", package.id)]
            yield _answer(package.id, action, tracker(package.name, entities=both))
            cost = f"{package.name} en het kost 400 euro"
            paid = tracker(cost, entities=both)
            yield _answer(f"{package.id}, with a cost", action, paid)


def _paragraphs(way: str, revision: int) -> list[Message]:
    mail = written("confirmation", WAYS[way], revision=revision)
    return [{"text": each.strip()} for each in plain(mail).split("\n\n")]


def mails() -> Iterator[Answer]:
    """The mails that the client reads."""
    for way in WAYS:
        for revision in (1, 2):
            yield f"mail {way} {revision}", partial(_paragraphs, way, revision)


EVERY = [
    *plain_answers(),
    *topics(),
    *flows(),
    *reimbursements(),
    *mails(),
    *EVERY_HANDOFF,
]
