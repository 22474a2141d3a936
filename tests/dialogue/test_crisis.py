"""A cry for help comes first; in doubt nothing is lost."""

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SlotSet,
)

from dialogue.crisis import CERTAIN
from dialogue.misunderstood import HANDOFF
from evaluation.pipeline import threshold
from tests.dialogue.conversation import (
    IN_FLOW,
    LISTEN,
    after,
    asks,
    bot,
    client,
    ran,
)


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ([], "utter_crisis"),
        (ran("utter_crisis", bot("Bel.")), "action_listen"),
    ],
)
def test_a_crisis_comes_first(done: list[Event], expected: str) -> None:
    assert after(LISTEN, client("ik wil dood", "crisis"), done) == expected


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ([], "action_deactivate_loop"),
        (ran("action_deactivate_loop", ActiveLoop(None)), "utter_crisis"),
        (
            [
                *ran("action_deactivate_loop", ActiveLoop(None)),
                *ran("utter_crisis", bot("Bel.")),
            ],
            "action_listen",
        ),
    ],
)
def test_a_crisis_ends_a_flow_and_nothing_is_asked_after_it(
    done: list[Event], expected: str
) -> None:
    assert after(LISTEN, *IN_FLOW, client("ik wil dood", "crisis"), done) == expected


SURE, DOUBTFUL = CERTAIN, CERTAIN - 0.01


@pytest.mark.parametrize(
    ("confidence", "done", "expected"),
    [
        (DOUBTFUL, [], "utter_crisis"),
        (DOUBTFUL, ran("utter_crisis", bot("Bel.")), "action_something_else"),
        (SURE, ran("utter_crisis", bot("Bel.")), "action_listen"),
        (DOUBTFUL, ran("action_something_else", bot("Iets anders?")), "action_listen"),
        (DOUBTFUL, ran("action_something_else"), "action_listen"),
    ],
)
def test_in_doubt_the_emergency_numbers_come_with_what_else_could_be_meant(
    confidence: float, done: list[Event], expected: str
) -> None:
    said = client("hij slaat", "crisis", confidence=confidence)
    assert after(LISTEN, said, done) == expected


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ([], "utter_crisis"),
        (ran("utter_crisis", bot("Bel.")), "action_something_else"),
        (ran("action_something_else", bot("Iets anders?")), "action_listen"),
    ],
)
def test_in_doubt_a_flow_is_not_left_but_its_question_is_not_put_again(
    done: list[Event], expected: str
) -> None:
    said = client("mijn moeder is 88", "crisis", confidence=DOUBTFUL)
    assert after(LISTEN, *IN_FLOW, said, done) == expected


def test_a_word_that_says_it_all_ends_a_flow_whatever_the_classifier_thinks() -> None:
    said = client("mijn man slaat mij", "crisis", confidence=0.01)
    left = ran("action_deactivate_loop", ActiveLoop(None))
    told = [*left, *ran("utter_crisis", bot("Bel."))]
    assert after(LISTEN, *IN_FLOW, said) == "action_deactivate_loop"
    assert after(LISTEN, *IN_FLOW, said, told) == "action_something_else"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        *(("ja", "affirm"), ("nee", "deny"), ("laat maar", "stop")),
        *(("ze is 80", "inform"), ("weet niet", "dont_know"), ("tja", "nlu_fallback")),
    ],
)
def test_what_is_unclear_after_a_cry_for_help_does_not_take_it_back(
    text: str, intent: str
) -> None:
    cried = [LISTEN, client("ik wil dood", "crisis"), *ran("utter_crisis", bot("Bel."))]
    assert after(cried, LISTEN, client(text, intent)) == "utter_crisis"


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("nee, geen gevaar, wie helpt mij", "nlu_fallback", "action_something_else"),
        ("nee ik ben gezond hoor", "deny", "action_something_else"),
        ("ja", "affirm", "action_listen"),  # to: is there danger now?
    ],
)
def test_after_a_cry_for_help_who_is_in_no_danger_finds_a_way_out(
    text: str, intent: str, expected: str
) -> None:
    cried = [LISTEN, client("ik wil dood", "crisis"), *ran("utter_crisis", bot("Bel."))]
    told = ran("utter_crisis", bot("Bel."))
    assert after(cried, LISTEN, client(text, intent), told) == expected


@pytest.mark.parametrize(
    ("confidence", "intent"), [(SURE, "ask_costs"), (DOUBTFUL, "inform")]
)
def test_a_question_after_it_is_answered_and_a_doubtful_cry_is_let_go(
    confidence: float, intent: str
) -> None:
    cried = client("hij slaat", "crisis", confidence=confidence)
    told = [LISTEN, cried, *ran("utter_crisis", bot("Bel."))]
    assert after(told, LISTEN, client("wat kost het", intent)) is None


def test_the_doubt_about_a_crisis_is_that_about_all_else() -> None:
    assert threshold() == CERTAIN


def test_a_crisis_that_is_typed_as_a_command_is_still_heard() -> None:
    assert after(LISTEN, client("/crisis", "crisis")) == "utter_crisis"


def test_after_a_cry_for_help_nothing_else_is_answered() -> None:
    said = asks("crisis", "ask_costs")
    assert after(LISTEN, said) == "utter_crisis"
    assert after(LISTEN, said, ran("utter_crisis", bot())) == "action_listen"


def test_in_doubt_a_request_for_a_human_goes_on_after_the_numbers() -> None:
    """A name can sound like a cry, and nobody can give another one."""
    asked = [ActionExecuted(HANDOFF), ActiveLoop(HANDOFF), LISTEN]
    said = client("Sjaak", "crisis", confidence=DOUBTFUL)
    told = ran("utter_crisis", bot("Bel."))
    assert after(LISTEN, *asked, said) == "utter_crisis"
    assert after(LISTEN, *asked, said, told) == HANDOFF
    assert after(LISTEN, *asked, said, told, ran(HANDOFF, bot("Nummer?"))) is None


def test_a_sure_cry_leaves_a_request_for_a_human_and_says_that_it_waits() -> None:
    told = SlotSet("contact_by", "phone")
    asked = [told, ActionExecuted(HANDOFF), ActiveLoop(HANDOFF), LISTEN]
    said = client("ik wil dood", "crisis")
    left = ran("action_deactivate_loop", ActiveLoop(None))
    numbers = [*left, *ran("utter_crisis", bot("Bel."))]
    assert after(LISTEN, *asked, said) == "action_deactivate_loop"
    assert after(LISTEN, *asked, said, numbers) == "utter_request_waits"


def test_a_button_after_a_cry_is_what_it_says() -> None:
    waits = {"buttons": [{"title": "Nee, laat maar", "payload": "/stop"}]}
    told = ran("utter_request_waits", BotUttered("Verder?", data=waits))
    cried = [LISTEN, client("ik wil dood", "crisis"), *told]
    assert after(cried, LISTEN, client("/stop", "stop")) is None
