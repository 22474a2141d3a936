"""The readings that `make compare` sets side by side."""

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
