"""Which examples `make compare` trains with."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from evaluation.compare import EACH, sample
from evaluation.questions import Example


class TestSample:
    @given(
        sizes=st.dictionaries(
            st.sampled_from("abcd"), st.integers(1, 3 * EACH), min_size=1
        )
    )
    def test_it_has_the_same_number_of_each_intent_or_all_there_are(
        self, sizes: dict[str, int]
    ) -> None:
        there = [
            Example(f"{intent} {number}", intent)
            for intent, size in sizes.items()
            for number in range(size)
        ]
        some = sample(there)
        assert Counter(each.intent for each in some) == {
            intent: min(size, EACH) for intent, size in sizes.items()
        }
        assert len(set(some)) == len(some)
        assert set(some) <= set(there)

    def test_it_is_the_same_every_time_and_not_just_the_first(self) -> None:
        there = [Example(str(number), "a") for number in range(5 * EACH)]
        some = sample(there)
        assert some == sample(list(there))
        assert set(some) != set(there[:EACH])
