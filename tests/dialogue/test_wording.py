"""The wording fills responses with the knowledge, and joins them into one answer."""

import re
from typing import Any

import pytest
from structlog.testing import capture_logs

from dialogue.wording import variables
from steunwijzer.knowledge import installed
from tests.answers_as_said import domain, placeholders, worded, wording

RESPONSES: dict[str, list[dict[str, Any]]] = domain().responses
SOURCE = re.compile(r"\nBron: .+\.$")


@pytest.mark.parametrize("name", RESPONSES)
def test_no_placeholder_is_left_when_its_values_are_given(name: str) -> None:
    given = {each: "X" for each in placeholders(RESPONSES[name][0]["text"])}
    message = worded(name, **given)
    assert "{" not in message["text"]
    assert message["text"].count("None") == 0


@pytest.mark.parametrize("name", RESPONSES)
def test_buttons_come_through_as_they_are_braces_and_all(name: str) -> None:
    given = {each: "X" for each in placeholders(RESPONSES[name][0]["text"])}
    message = worded(name, **given)
    assert message.get("buttons", []) == RESPONSES[name][0].get("buttons", [])


def test_the_braces_of_a_button_are_not_taken_for_a_value_that_is_missing() -> None:
    with capture_logs() as logged:
        worded("utter_ask_living")
        assert logged == []
        worded("utter_reason_living_home", parts=["utter_could_fit"])  # no {forms}
    assert [each["placeholder_key"] for each in logged] == ["forms"]


def test_a_response_can_be_said_twice() -> None:
    assert worded("utter_ask_sector") == worded("utter_ask_sector")


def test_the_zorgkantoor_and_single_valued_facts_can_be_named_anywhere() -> None:
    known = variables(installed())
    zorgkantoor = installed().zorgkantoor
    assert known["zorgkantoor_phone"] == zorgkantoor.phone
    assert known["care_plan_within_weeks"] == 6
    assert known["suicide_line"] == "113"
    assert "support_offers" not in known  # a list is no text


def test_what_the_action_passes_on_goes_before_what_is_known() -> None:
    told = worded("utter_reach_no_hours", zorgkantoor_phone="088 999 99 99")
    assert "088 999 99 99" in told["text"]


def test_parts_follow_in_the_same_message_and_their_buttons_come_along() -> None:
    joined = worded("utter_answer_unclear", parts=["utter_all_right", "utter_greet"])
    lines = joined["text"].split("\n")
    assert lines[0] == worded("utter_answer_unclear")["text"]
    assert lines[1] == worded("utter_all_right")["text"]
    assert joined["buttons"] == worded("utter_greet")["buttons"]


def test_the_answer_ends_with_each_source_once() -> None:
    told = worded("utter_costs", parts=["utter_what_is_mantelzorgmakelaar"])
    (source,) = SOURCE.findall(told["text"])
    documents = source.removeprefix("\nBron: ").removesuffix(".").split("; ")
    assert len(set(documents)) == len(documents) == 2


@pytest.mark.parametrize("name", ["utter_greet", "utter_crisis", "utter_thank"])
def test_an_answer_without_a_source_to_show_has_no_source_line(name: str) -> None:
    assert not SOURCE.search(worded(name)["text"])


def test_in_a_crisis_the_facts_are_remembered_though_not_cited() -> None:
    assert worded("utter_crisis")["facts"] == [
        "emergency_line",
        "suicide_line",
        "suicide_line_free",
        "violence_line",
    ]


def test_cite_says_whose_sources_to_show_here() -> None:
    nothing = worded("utter_costs", cite=[])
    assert not SOURCE.search(nothing["text"])
    assert nothing["facts"][0] == "support_is_free"
    other = worded("utter_greet", cite=["utter_costs"])
    assert SOURCE.search(other["text"])


def test_the_year_is_that_of_the_first_fact() -> None:
    told = worded("utter_provider_in_year", organisations="MEE", sector="x")
    assert told["text"].startswith("In 2015 hielp MEE")


def test_choices_become_the_buttons_of_the_labels() -> None:
    told = worded("utter_ask_again", choices=["/ask_costs", "/request_human"])
    labels = RESPONSES["utter_choices"][0]["buttons"]
    assert told["buttons"] == [
        each for each in labels if each["payload"] in ("/ask_costs", "/request_human")
    ]


def test_a_choice_without_a_label_is_an_error() -> None:
    with pytest.raises(KeyError, match="/nergens"):
        worded("utter_ask_again", choices=["/nergens"])


@pytest.mark.parametrize("parts", [[], ["utter_nergens"]])
def test_a_response_that_does_not_exist_is_an_error(parts: list[str]) -> None:
    name = "utter_greet" if parts else "utter_nergens"
    with pytest.raises(KeyError, match="utter_nergens"):
        worded(name, parts=parts)


def test_saying_something_leaves_the_responses_as_they_were() -> None:
    before = repr(wording().responses)
    worded("utter_ask_sector", parts=["utter_costs"], cite=["utter_costs"])
    assert repr(wording().responses) == before
