from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.spacy_nl import load_dutch
from nlu.spelling import USUAL, dutch_words
from nlu.tokenizer import KNOWLEDGE_SPANS, NOTHING_SAID, DutchTokenizer
from tests.nlu.conftest import Use


def tokens(text: str, spans: list[dict[str, Any]] | None = None) -> list[Token]:
    message = Message(data={TEXT: text, KNOWLEDGE_SPANS: spans or []})
    tokenizer = DutchTokenizer(DutchTokenizer.get_default_config())
    return tokenizer.tokenize(message, TEXT)


def words(text: str, spans: list[dict[str, Any]] | None = None) -> list[str]:
    return [token.text for token in tokens(text, spans)]


def lemmas(text: str, spans: list[dict[str, Any]] | None = None) -> list[str]:
    return [token.lemma for token in tokens(text, spans)]


def span(text: str, name: str, kind: str) -> dict[str, Any]:
    start = text.index(name)
    return {"start": start, "end": start + len(name), "kind": kind}


@pytest.mark.usefixtures("blank")
class TestWithBlankDutch:
    def test_a_lemma_is_the_word_in_lower_case_without_accents(self) -> None:
        assert lemmas("Eén Cliëntondersteuner") == ["een", "clientondersteuner"]

    def test_an_accent_typed_as_a_separate_character_makes_no_difference(self) -> None:
        assert lemmas("clie\u0308nt") == lemmas("cliënt") == ["client"]

    def test_punctuation_and_white_space_are_no_words(self) -> None:
        assert words("  Mag dat, \n (echt)?! ... ") == ["Mag", "dat", "echt"]

    def test_a_thumb_is_a_word(self) -> None:
        assert words("👍 !") == ["👍"]

    @pytest.mark.parametrize("text", ["", " ", "\t\n", "?!", "\x00\u200b", "—"])
    def test_a_message_that_says_nothing_is_one_token_for_that(self, text: str) -> None:
        assert words(text) == [text]
        assert lemmas(text) == [NOTHING_SAID]

    def test_a_message_without_text_says_nothing(self) -> None:
        tokenizer = DutchTokenizer(DutchTokenizer.get_default_config())
        found = tokenizer.tokenize(Message(data={}), TEXT)
        assert [token.lemma for token in found] == [NOTHING_SAID]

    @pytest.mark.parametrize(
        ("text", "lemma"),
        [
            ("400", "__number__"),
            ("1.250,50", "__number__"),
            ("0800-2000", "__number__"),
            ("24-12-2015", "__number__"),
            ("https://www.voorbeeld.nl/a?b=1", "__url__"),
            ("www.voorbeeld.nl", "__url__"),
            ("a.b@voorbeeld.nl", "__email__"),
            ("2de", "2de"),
        ],
    )
    def test_numbers_and_addresses_share_one_lemma(self, text: str, lemma: str) -> None:
        assert lemmas(text) == [lemma]

    @pytest.mark.parametrize("number", ["112", "113"])
    def test_an_emergency_number_says_more_than_another_number(
        self, number: str
    ) -> None:
        assert lemmas(f"bel {number}!") == ["bel", number]

    def test_five_thousand_characters_are_fine(self) -> None:
        assert len(words("zorg " * 1000)) == 1000
        assert len(words("a" * 5000)) == 1

    def test_so_are_twenty_thousand_names(self) -> None:
        # Slow when each word is looked for among all of them.
        ends = range(2, 60_000, 3)
        spans = [{"start": end - 2, "end": end, "kind": "insurer"} for end in ends]
        assert set(lemmas("cz " * len(ends), spans)) == {"__insurer__"}

    def test_a_known_name_is_one_token_with_its_kind_as_lemma(self) -> None:
        text = "Vergoedt Zilveren Kruis het?"
        spans = [span(text, "Zilveren Kruis", "insurer")]
        assert words(text, spans) == ["Vergoedt", "Zilveren Kruis", "het"]
        assert lemmas(text, spans) == ["vergoedt", "__insurer__", "het"]

    def test_two_names_of_one_kind_side_by_side_stay_two(self) -> None:
        text = "CZ VGZ"
        spans = [span(text, "CZ", "insurer"), span(text, "VGZ", "insurer")]
        assert lemmas(text, spans) == ["__insurer__", "__insurer__"]

    def test_punctuation_inside_a_name_stays_inside(self) -> None:
        text = "VGZ aanv. (Best) graag"
        spans = [span(text, "VGZ aanv. (Best", "package")]
        assert words(text, spans) == ["VGZ aanv. (Best", "graag"]

    def test_a_word_that_a_name_is_part_of_goes_with_the_name(self) -> None:
        text = "mijn vgz-polis"
        assert lemmas(text, [span(text, "vgz", "insurer")]) == ["mijn", "__insurer__"]

    def test_of_two_names_that_overlap_the_first_has_the_word(self) -> None:
        text = "VGZ Best"
        spans = [span(text, "Best", "level"), span(text, "VGZ Best", "package")]
        assert lemmas(text, spans) == ["__package__"]

    def test_names_are_only_looked_for_in_what_the_user_typed(self) -> None:
        spans = [{"start": 0, "end": 3, "kind": "insurer"}]
        message = Message(data={"response": "VGZ", KNOWLEDGE_SPANS: spans})
        tokenizer = DutchTokenizer(DutchTokenizer.get_default_config())
        assert [t.lemma for t in tokenizer.tokenize(message, "response")] == ["vgz"]

    @settings(max_examples=200, deadline=None)
    @given(text=st.text(max_size=60), ends=st.lists(st.integers(0, 60), max_size=6))
    def test_whatever_is_typed_every_token_is_a_piece_of_it_in_order(
        self, text: str, ends: list[int]
    ) -> None:
        spans = [
            {"start": min(pair), "end": max(pair), "kind": "insurer"}
            for pair in zip(ends[::2], ends[1::2], strict=False)
        ]
        position = 0
        found = tokens(text, spans)
        assert found
        for token in found:
            if token.lemma == NOTHING_SAID:
                assert [token] == found
                continue
            assert position <= token.start < token.end <= len(text)
            assert token.text == text[token.start : token.end]
            assert token.text.strip() != ""
            assert token.lemma != ""
            position = token.end


@pytest.mark.parametrize("which", ["blank", "package"])
def test_words_are_learnt_as_they_are_typed_without_capitals_and_accents(
    use: Use, which: str
) -> None:
    use(which)
    found = lemmas("Welke zorgkantoren helpt Eén")
    assert found == ["welke", "zorgkantoren", "helpt", "een"]


class Trained:
    """A tokenizer in a model folder."""

    def __init__(self, folder: Path) -> None:
        self.storage = LocalModelStorage(folder)
        self.resource = Resource("DutchTokenizer")
        self.context = ExecutionContext(GraphSchema({}), "model")
        self.config = DutchTokenizer.get_default_config()

    def train(self, texts: list[str]) -> None:
        component = DutchTokenizer.create(
            self.config, self.storage, self.resource, self.context
        )
        examples = [Message(data={TEXT: text}) for text in texts]
        component.train(TrainingData(examples))

    def load(self) -> DutchTokenizer:
        return DutchTokenizer.load(
            self.config, self.storage, self.resource, self.context
        )


@pytest.mark.parametrize(
    ("trained", "here"), [("package", "blank"), ("blank", "package")]
)
def test_a_model_knows_what_it_learnt_with_and_without_the_package(
    use: Use, tmp_path: Path, trained: str, here: str
) -> None:
    use(trained)
    model = Trained(tmp_path)
    model.train(["betalen " * USUAL])
    use(here)
    found = model.load().tokenize(Message(data={TEXT: "wat btalen"}), TEXT)
    assert [token.lemma for token in found] == ["wat", "betalen"]


def test_a_model_is_loaded_with_its_dictionary_for_which_no_client_waits(
    tmp_path: Path,
) -> None:
    model = Trained(tmp_path)
    model.train([])
    dutch_words.cache_clear()
    model.load()
    assert dutch_words.cache_info().currsize == 1


def test_a_model_is_loaded_with_its_usual_words_met_before_a_client_types_them(
    use: Use, tmp_path: Path
) -> None:
    use("blank")
    model = Trained(tmp_path)
    model.train(["betalen " * USUAL])
    use("blank")  # another process, which did not see the training
    assert "betalen" not in load_dutch().vocab
    model.load()
    assert "betalen" in load_dutch().vocab
