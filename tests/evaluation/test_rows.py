"""What a row of the tables of `make compare` is worked out from."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.questions import Question
from evaluation.rows import HEAD, Row, answered, mistyped


def test_a_row_has_a_value_for_every_column() -> None:
    assert len(Row._fields) == len(HEAD)


class TestAnswered:
    @pytest.mark.parametrize(
        ("right", "expected"),
        [
            # right (+) or wrong (-), the surest first
            ("+" * 10, 1.0),
            ("-" * 10, 0.0),
            ("+" * 100, 1.0),
            # two in a hundred may be wrong, wherever they are
            ("+" * 98 + "--", 1.0),
            ("--" + "+" * 98, 1.0),
            # and of three the last is too many, with all that is less sure
            ("+" * 97 + "---", 0.99),
            ("---" + "+" * 97, 0.02),
            ("-" + "+" * 49 + "-" + "+" * 39 + "-" + "+" * 9, 0.9),
            # where one is already more than that
            ("++++-+++++", 0.4),
            ("-+++++++++", 0.0),
        ],
    )
    def test_the_surest_are_answered_until_too_many_are_wrong(
        self, right: str, expected: float
    ) -> None:
        signs = [sign == "+" for sign in right]
        surer_first = [1 - place / len(right) for place in range(len(right))]
        assert answered(signs, surer_first) == pytest.approx(expected)

    @given(
        right=st.lists(st.booleans(), min_size=1, max_size=120),
        seed=st.integers(0, 2**32),
    )
    def test_it_makes_no_difference_in_what_order_they_were_asked(
        self, right: list[bool], seed: int
    ) -> None:
        pairs = [(each, float(place)) for place, each in enumerate(right)]
        shuffled = random.Random(seed).sample(pairs, len(pairs))
        assert answered(*zip(*shuffled, strict=True)) == answered(
            *zip(*pairs, strict=True)
        )

    @given(
        right=st.lists(st.booleans(), min_size=1, max_size=120), margin=st.floats(0, 9)
    )
    def test_what_is_answered_wrongly_is_never_more_than_may_be(
        self, right: list[bool], margin: float
    ) -> None:
        confidence = [margin - place for place in range(len(right))]
        count = round(answered(right, confidence) * len(right))
        assert right[:count].count(False) <= 0.02 * len(right)
        one_more = right[: count + 1].count(False) > 0.02 * len(right)
        assert one_more or count == len(right)


class TestMistyped:
    def test_every_question_has_an_error_of_its_own_and_the_same_every_time(
        self,
    ) -> None:
        asked = [Question("wat kost dat", "short", ("ask_costs",))] * 20
        slips = mistyped(asked)
        assert slips == mistyped(asked)
        assert len(slips) == len(asked)
        assert "wat kost dat" not in slips
        assert len(set(slips)) > 10
