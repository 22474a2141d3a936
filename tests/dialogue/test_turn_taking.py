"""The manners of a conversation: who speaks now, read from what happened so far."""

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    ConversationResumed,
    Event,
    SlotSet,
)

from dialogue.misunderstood import HANDOFF
from dialogue.turn_taking import MAX_ACTIONS
from tests.dialogue.conversation import (
    FORM,
    HANDED_OVER,
    IN_FLOW,
    LISTEN,
    OFFER,
    after,
    asks,
    bot,
    client,
    ran,
)


def test_an_ordinary_question_is_left_to_the_rules() -> None:
    assert after(LISTEN, client("wat kost het")) is None


def test_before_the_first_message_nothing_is_due() -> None:
    assert after(ActionExecuted("action_session_start", policy="rules")) is None


def test_after_an_answer_the_rules_go_on() -> None:
    assert after(LISTEN, client("wat kost het"), ran("action_costs", bot())) is None


@pytest.mark.parametrize("flow", [[], IN_FLOW], ids=["outside a flow", "in a flow"])
def test_an_action_server_that_is_down_is_never_met_with_silence(
    flow: list[Event],
) -> None:
    question = [LISTEN, *flow, client("wat kost het")]
    failed = after(*question, ran("action_costs"))
    assert failed == "utter_technical_problem"
    told = ran("utter_technical_problem", bot("Er ging iets mis."))
    assert after(*question, ran("action_costs"), told) == "action_listen"


def test_an_action_that_only_remembers_did_not_fail() -> None:
    only_slots = ran("action_inform", SlotSet("insurer", "cz"))
    assert after(LISTEN, client("CZ"), only_slots) is None


def test_what_was_said_before_is_not_taken_for_an_answer_now() -> None:
    earlier = [LISTEN, client("hallo"), *ran("utter_greet", bot("Hallo.")), LISTEN]
    now = [client("wat kost het"), *ran("action_costs")]
    assert after(earlier, now) == "utter_technical_problem"


def test_a_story_test_has_nobody_who_could_be_met_with_silence() -> None:
    question = client("wat kost het", channel=None)
    assert after(LISTEN, question, ran("action_costs")) is None


@pytest.mark.parametrize(
    ("text", "channel", "expected"),
    [
        ("/affirm", "rest", None),
        ("/stop", "rest", "utter_plain_words"),
        ('/inform{"indication": "yes"}', "rest", "utter_plain_words"),
        (" /restart ", "rest", "utter_plain_words"),
        ("/stop", None, None),  # in a story test
        ("stop", "rest", None),
    ],
)
def test_only_a_button_that_was_offered_can_be_pressed(
    text: str, channel: str | None, expected: str | None
) -> None:
    offered = [LISTEN, client("hallo"), *ran("utter_greet", OFFER), LISTEN]
    assert after(offered, client(text, "stop", channel)) == expected


def test_after_asking_for_plain_words_it_is_the_clients_turn() -> None:
    typed = [LISTEN, client("/stop", "stop")]
    told = ran("utter_plain_words", bot("Zeg het in gewone woorden."))
    assert after(typed, told) == "action_listen"


def test_a_flow_that_was_interrupted_is_taken_up_again() -> None:
    asked = [LISTEN, *IN_FLOW, client("wat kost het"), *ran("action_costs", bot())]
    assert after(asked) == FORM


def test_a_flow_that_just_asked_leaves_the_turn_to_the_rules() -> None:
    asked = [LISTEN, *IN_FLOW, client("ja", "affirm"), *ran(FORM, bot("Welke zorg?"))]
    assert after(asked) is None


def test_after_a_handed_over_action_it_is_the_clients_turn() -> None:
    handed = [*ran("action_inform", SlotSet("insurer", None)), HANDED_OVER, bot()]
    assert after(LISTEN, client("pgb", "inform"), handed) == "action_listen"


@pytest.mark.parametrize(
    ("said", "expected"),
    [([], "utter_technical_problem"), ([bot()], "action_listen")],
    ids=["said nothing", "said something"],
)
def test_going_round_in_circles_ends_with_words(
    said: list[Event], expected: str
) -> None:
    circle = [SlotSet("insurer", None), *said]
    circles = [event for _ in range(MAX_ACTIONS) for event in ran("action_x", *circle)]
    assert after(LISTEN, client("wat"), circles) == expected
    fewer = circles[len(circle) + 1 :]
    assert after(LISTEN, client("wat"), fewer) is None


def test_the_next_question_of_a_message_follows_the_first_answer() -> None:
    said = asks("ask_costs", "ask_duration")
    assert after(LISTEN, said) is None
    answered = ran("action_costs", bot())
    assert after(LISTEN, said, answered) == "action_next_question"
    last = asks("ask_duration")
    assert after(LISTEN, said, answered, LISTEN, last) is None


def test_every_question_is_answered_before_a_flow_goes_on() -> None:
    said = asks("ask_costs", "ask_duration")
    answered = ran("action_costs", bot())
    assert after(IN_FLOW, said, answered) == "action_next_question"


def test_a_question_that_starts_a_flow_lets_the_others_go_first() -> None:
    said = asks("ask_eligibility", "ask_costs")
    assert after(LISTEN, said) == "action_next_question"
    assert after(LISTEN, asks("ask_costs", "ask_eligibility")) is None


def test_of_two_questions_that_start_a_flow_the_first_does() -> None:
    said = asks("ask_eligibility", "ask_delivery_form")
    assert after(LISTEN, said) is None
    started = ran("action_start_eligibility", bot())
    assert after(LISTEN, said, started) is None


def test_an_answer_that_never_came_is_not_passed_over() -> None:
    said = asks("ask_costs", "ask_duration")
    assert after(LISTEN, said, ran("action_costs")) == "utter_technical_problem"


@pytest.mark.parametrize(
    ("intent", "expected"),
    [
        ("affirm", "utter_conversation_lost"),
        ("inform", "utter_conversation_lost"),
        ("nlu_fallback", "utter_conversation_lost"),
        ("ask_costs", None),
        ("request_human", None),
        ("crisis", "utter_crisis"),
    ],
)
def test_an_answer_to_what_was_lost_is_asked_for_again(
    intent: str, expected: str | None
) -> None:
    """After a turn that was not kept: dialogue/conversations.py."""
    lost = [LISTEN, ActiveLoop(None), ConversationResumed()]
    asked = BotUttered("Mag ik dit doorgeven?")
    assert after(asked, lost, client("ja", intent)) == expected


def test_who_was_told_that_it_was_lost_is_answered_again() -> None:
    lost = [LISTEN, ConversationResumed(), client("ja", "affirm")]
    told = ran("utter_conversation_lost", bot("Ik ben kwijt waar we waren."))
    assert after(lost, told) == "action_listen"
    assert after(lost, told, LISTEN, client("ja", "affirm")) is None


@pytest.mark.parametrize(
    ("asked", "text", "intent", "expected"),
    [
        ("contact_consent", "wijzigen", "go_back", HANDOFF),
        ("contact_change", "Laat maar", "stop", HANDOFF),
        ("contact_consent", "laat maar", "stop", None),
        ("contact_name", "stop", "stop", None),
        (None, "wijzigen", "go_back", None),
    ],
)
def test_an_option_word_for_word_is_the_answer_to_what_was_asked(
    asked: str | None, text: str, intent: str, expected: str | None
) -> None:
    form = [ActionExecuted(HANDOFF), ActiveLoop(HANDOFF)]
    put = [SlotSet("requested_slot", asked), LISTEN]
    assert after(LISTEN, *form, *put, client(text, intent)) == expected
