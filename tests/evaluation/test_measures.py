"""The numbers of an evaluation, worked out by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.measures import (
    ASKED_AGAIN,
    Asked,
    Reading,
    accuracy,
    intent_f1,
    macro_f1,
    name_f1,
    share,
)
from evaluation.questions import Naming, Question
from tests.evaluation.helpers import asked

HELD = (
    "first_choice_right",
    "asked_again",
    "answered_right",
    "confidently_wrong",
    "refused",
    "alarmed",
)
INTENTS = ["ask_costs", "ask_duration", "out_of_scope", "crisis"]


def ranked(**confidences: float) -> list[dict[str, Any]]:
    return [{"name": name, "confidence": sure} for name, sure in confidences.items()]


def parsed(*intents: str, ranking: list[dict[str, Any]]) -> dict[str, Any]:
    first, *others = intents
    result = {"intent": {"name": first}, "intent_ranking": ranking, "entities": []}
    if others:
        result["more_questions"] = [{"intent": {"name": each}} for each in others]
    return result


class TestReading:
    def test_it_has_the_best_intent_with_its_confidence_and_the_three_offered(
        self,
    ) -> None:
        reading = Reading.of(parsed("a", ranking=ranked(a=0.7, b=0.2, c=0.06, d=0.04)))
        assert reading.answered == ("a",)
        assert (reading.best, reading.confidence) == ("a", 0.7)
        assert reading.offered == ("a", "b", "c")

    @pytest.mark.parametrize(
        ("shares", "crisis"),
        [
            ({"a": 0.9, "crisis": 0.1}, 0.1),
            ({"crisis": 0.4, "a": 0.3, "b": 0.3}, 1.0),
            ({"crisis": 0.3, "a": 0.7}, 0.3),  # heard, though less likely
            ({"a": 1.0}, 0.0),
        ],
    )
    def test_a_crisis_counts_fully_when_nothing_is_likelier(
        self, shares: dict[str, float], crisis: float
    ) -> None:
        assert Reading.of(parsed("a", ranking=ranked(**shares))).crisis == crisis

    def test_to_be_asked_again_is_an_answer_but_never_the_best_or_among_the_offered(
        self,
    ) -> None:
        ranking = ranked(nlu_fallback=0.6, a=0.4, b=0.3)
        reading = Reading.of(parsed(ASKED_AGAIN, ranking=ranking))
        assert reading.answered == (ASKED_AGAIN,)
        assert (reading.best, reading.confidence) == ("a", 0.4)
        assert reading.offered == ("a", "b")

    def test_every_question_of_a_message_is_answered_in_order(self) -> None:
        reading = Reading.of(parsed("b", "c", "a", ranking=ranked(b=0.8)))
        assert reading.answered == ("b", "c", "a")
        assert reading.best == "b"

    def test_it_keeps_the_entities(self) -> None:
        entity = {"entity": "insurer", "value": "menzis"}
        reading = Reading.of(
            {**parsed("a", ranking=ranked(a=1.0)), "entities": [entity]}
        )
        assert reading.entities == (entity,)


class TestAsked:
    @pytest.mark.parametrize(
        ("question", "holds"),
        [
            (
                asked("ask_costs", "ask_costs"),
                {"first_choice_right", "answered_right"},
            ),
            (
                asked("ask_costs", "ask_duration"),
                {"confidently_wrong"},
            ),
            (
                asked("ask_costs", ASKED_AGAIN, best="ask_costs"),
                {"first_choice_right", "asked_again"},
            ),
            (
                asked("ask_costs", ASKED_AGAIN, best="ask_duration"),
                {"asked_again"},
            ),
            # of two questions
            (
                asked("ask_costs + ask_duration", "ask_costs + ask_duration"),
                {"first_choice_right", "answered_right"},
            ),
            (
                asked("ask_costs + ask_duration", "ask_costs"),
                {"first_choice_right"},
            ),
            (asked("ask_costs + ask_duration", "ask_duration"), set()),
            (asked("ask_costs + ask_duration", "ask_duration + ask_costs"), set()),
            (
                asked("ask_costs", "ask_costs + ask_duration"),
                {"first_choice_right", "confidently_wrong"},
            ),
            # what is not for the assistant
            (
                asked("out_of_scope", "out_of_scope"),
                {"first_choice_right", "answered_right", "refused"},
            ),
            (
                asked("ask_medical", "out_of_scope"),
                {"confidently_wrong", "refused"},
            ),
            (
                asked("other_language", "other_language"),
                {"first_choice_right", "answered_right", "refused"},
            ),
            (
                asked("out_of_scope", ASKED_AGAIN, best="out_of_scope"),
                {"first_choice_right", "asked_again"},
            ),
            (
                asked("out_of_scope", "out_of_scope + ask_costs"),
                {"first_choice_right", "confidently_wrong"},
            ),
            # emergency numbers
            (
                asked("crisis", "crisis"),
                {"first_choice_right", "answered_right", "alarmed"},
            ),
            (
                asked("crisis", ASKED_AGAIN, best="crisis"),
                {"first_choice_right", "asked_again"},
            ),
            (
                asked("ask_costs", "ask_costs + crisis"),
                {"first_choice_right", "confidently_wrong", "alarmed"},
            ),
        ],
        ids=lambda value: (
            f"{' + '.join(value.question.intents)}: "
            f"{' + '.join(value.reading.answered)} ({value.reading.best})"
            if isinstance(value, Asked)
            else ""
        ),
    )
    def test_each_word_of_the_report_holds_where_it_should(
        self, question: Asked, holds: set[str]
    ) -> None:
        assert {name for name in HELD if getattr(question, name)} == holds

    @given(
        meant=st.lists(st.sampled_from(INTENTS), min_size=1, max_size=3),
        answered=st.lists(
            st.sampled_from([*INTENTS, ASKED_AGAIN]), min_size=1, max_size=3
        ),
        best=st.sampled_from(INTENTS),
    )
    def test_no_message_is_two_of_right_wrong_and_asked_again(
        self, meant: list[str], answered: list[str], best: str
    ) -> None:
        each = Asked(
            Question("", "short", tuple(meant)),
            Reading(tuple(answered), best, 0.5, (), 0.0, ()),
        )
        assert each.answered_right + each.confidently_wrong + each.asked_again <= 1


class TestShares:
    def test_a_share_is_the_part_for_which_it_holds(self) -> None:
        some = [asked("a", each) for each in ("a", "b", "a", "a")]
        assert share(some, lambda each: each.answered_right) == 0.75

    def test_a_share_of_nothing_is_nothing(self) -> None:
        assert share([], lambda each: True) == 0.0

    def test_accuracy_counts_the_first_choice_even_when_it_was_asked_again(
        self,
    ) -> None:
        some = [
            asked("a", "a"),
            asked("a", ASKED_AGAIN, best="a"),
            asked("a", ASKED_AGAIN, best="b"),
            asked("a + b", "a"),
        ]
        assert accuracy(some) == 0.75


class TestF1OfIntents:
    @pytest.mark.parametrize(
        ("meant", "best", "expected"),
        [
            ("a a b", "a a b", 1.0),
            ("a a b", "b b a", 0.0),
            # F1 of a is 2/3 and of b 2/3
            ("a a b", "a b b", 2 / 3),
            # 6/7 and 0: the intent that is rare weighs as much
            ("a a a b", "a a a a", 3 / 7),
            # what was never meant has no F1 of its own
            ("a a", "a c", 2 / 3),
        ],
    )
    def test_every_intent_that_was_meant_weighs_the_same(
        self, meant: str, best: str, expected: float
    ) -> None:
        pairs = zip(meant.split(), best.split(), strict=True)
        assert macro_f1([asked(*pair) for pair in pairs]) == pytest.approx(expected)

    @pytest.mark.parametrize(
        ("intent", "expected"),
        [
            ("a", 2 * 2 / (3 + 3)),  # found 2 of 3, and once wrongly
            ("b", 2 * 1 / (2 + 1)),
            ("c", 0.0),
            ("never seen", 0.0),
        ],
    )
    def test_of_one_intent_it_is_worked_out_by_hand(
        self, intent: str, expected: float
    ) -> None:
        pairs = zip("aaabb", "aacab", strict=True)
        some = [asked(*pair) for pair in pairs]
        assert intent_f1(some, intent) == pytest.approx(expected)


def naming(**ids: str) -> Naming:
    return Naming("", {kind: frozenset(each.split()) for kind, each in ids.items()})


def read(*found: dict[str, Any]) -> Reading:
    return Reading(("a",), "a", 1.0, ("a",), 0.0, found)


def entity(kind: str, *ids: str) -> dict[str, Any]:
    return {"entity": kind, "value": ids[0], "ids": list(ids)}


class TestF1OfNames:
    @pytest.mark.parametrize(
        ("meant", "found", "expected"),
        [
            (naming(insurer="cz"), read(entity("insurer", "cz")), 1.0),
            (naming(insurer="cz"), read(), 0.0),
            (naming(), read(entity("insurer", "cz")), 0.0),
            (naming(), read(), 1.0),
            # one of two, and none that is not there
            (naming(insurer="cz vgz"), read(entity("insurer", "cz")), 2 / 3),
            (naming(insurer="cz"), read(entity("insurer", "cz", "vgz")), 2 / 3),
            (
                naming(insurer="cz", package="best"),
                read(entity("insurer", "cz"), entity("package", "beter")),
                0.5,
            ),
            # found twice is found
            (
                naming(insurer="cz"),
                read(entity("insurer", "cz"), entity("insurer", "cz")),
                1.0,
            ),
            # the right id of another kind
            (naming(insurer="dsw"), read(entity("package", "dsw")), 0.0),
            # a kind that is not looked at
            (naming(sector="vv"), read(entity("sector", "gz")), 1.0),
            # an entity of Rasa's own has only a value
            (naming(insurer="cz"), read({"entity": "insurer", "value": "cz"}), 1.0),
        ],
    )
    def test_of_one_message_it_is_worked_out_by_hand(
        self, meant: Naming, found: Reading, expected: float
    ) -> None:
        pairs = [(meant, found)]
        assert name_f1(("insurer", "package"), pairs) == pytest.approx(expected)

    def test_it_is_over_all_messages_together(self) -> None:
        pairs = [
            (naming(insurer="cz vgz menzis"), read(entity("insurer", "cz", "vgz"))),
            (naming(insurer="unive"), read()),
            (naming(), read(entity("insurer", "unive"))),
        ]
        # 2 right, of 3 found and 4 there
        assert name_f1(iter(["insurer"]), pairs) == pytest.approx(4 / 7)

    @given(
        meant=st.lists(st.sets(st.sampled_from("abc")), min_size=3, max_size=3),
        found=st.lists(st.sets(st.sampled_from("abc")), min_size=3, max_size=3),
    )
    def test_it_is_one_only_when_all_is_found_and_nothing_else(
        self, meant: list[set[str]], found: list[set[str]]
    ) -> None:
        pairs = [
            (
                naming(insurer=" ".join(there)),
                read(*(entity("insurer", each) for each in seen)),
            )
            for there, seen in zip(meant, found, strict=True)
        ]
        reached = name_f1(["insurer"], pairs)
        assert 0 <= reached <= 1
        assert (reached == 1) == (meant == found)
