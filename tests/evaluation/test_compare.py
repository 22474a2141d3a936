"""What `make compare` works out itself."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from evaluation.compare import EACH, answered, mistyped, sample
from evaluation.questions import Example, Question
from evaluation.variants import Reader, Splitter, _compound
from nlu.knowledge_entities import KnowledgeEntities
from nlu.normalised import normalised, whole
from nlu.tokenizer import DutchTokenizer

KNOWN = frozenset(
    """
    zorg kantoor zorgkantoor mantel mantelzorg makelaar verzekering polis recht bank
    gemeente huis verpleeg pgb
    """.split()  # noqa: SIM905 - one a line is a page
)


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


class TestCompounds:
    @pytest.mark.parametrize(
        ("word", "parts"),
        [
            ("zorgkantoor", ["zorg", "kantoor"]),
            ("mantelzorgmakelaar", ["mantelzorg", "makelaar"]),
            ("verpleeghuis", ["verpleeg", "huis"]),
            # not both are known
            ("zorgboerderij", []),
            ("mantelmeeuw", []),
            # a word of three letters is not looked for
            ("pgbkantoor", []),
            ("zorgpgb", []),
            # no compound
            ("zorg", []),
            ("kantoor", []),
            ("", []),
            pytest.param(
                "verzekeringspolis",
                ["verzekering", "polis"],
            ),
        ],
    )
    def test_a_compound_is_the_two_usual_words_it_is_made_of(
        self, word: str, parts: list[str]
    ) -> None:
        assert _compound(word, KNOWN) == parts

    @given(
        first=st.sampled_from(sorted(KNOWN)),
        joint=st.sampled_from(["", "s"]),
        second=st.sampled_from(sorted(KNOWN)),
    )
    def test_the_parts_of_a_word_make_up_that_word(
        self, first: str, joint: str, second: str
    ) -> None:
        word = first + joint + second
        parts = _compound(word, KNOWN)
        if len(first) > 3 < len(second):
            assert parts
        assert not parts or word in ("".join(parts), "s".join(parts))


class TestReader:
    def test_it_reads_a_message_as_what_is_shipped_does(self, tmp_path: Path) -> None:
        texts = [f"wat kost een ondersteuner {number}" for number in range(9)]
        names = KnowledgeEntities()
        storage, resource = LocalModelStorage(tmp_path), Resource("tokenizer")
        given = (storage, resource, ExecutionContext(GraphSchema({}), "model"))
        config = DutchTokenizer.get_default_config()
        learnt = names.process([Message.build(each, "ask_costs") for each in texts])
        DutchTokenizer.create(config, *given).train(TrainingData(learnt))
        tokenizer = DutchTokenizer.load(config, *given)

        def shipped(text: str) -> str:
            (message,) = names.process([Message.build(text)])
            tokens = tokenizer.tokenize(message, TEXT)
            message.set(TOKENS_NAMES[TEXT], tokens)
            return normalised(message, whole(message))

        read = Reader(Splitter()).learn(texts)
        asked = ["Goedemiddag, wat kost een ondersteunr?", "vergoed vgz beter dat 2x"]
        assert [read(each) for each in asked] == [shipped(each) for each in asked]
        assert read(asked[0]) == "wat kost een ondersteuner"
        assert "__insurer__" in read(asked[1])
