"""The model computes by itself what scikit-learn learnt, and nothing else."""

import joblib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

from nlu import intent_model
from nlu.intent_model import IntentModel
from tests.nlu.few_examples import FEW_EXAMPLES

TEXTS = [each.text.lower() for each in FEW_EXAMPLES]
INTENTS = [each.intent for each in FEW_EXAMPLES]
UNKNOWN = ["", " ", "ξ", "ξψω ωψξ", "👍"]


@pytest.fixture(scope="module")
def model() -> IntentModel:
    return IntentModel(TEXTS, INTENTS)


@pytest.fixture(scope="module")
def reference() -> Pipeline:
    words = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 3), sublinear_tf=True)
    pieces = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True
    )
    machine = LinearSVC(C=2.0, random_state=0)
    return make_pipeline(make_union(words, pieces), machine).fit(TEXTS, INTENTS)


# In single precision, so not to the last digit.
def same(one: object, other: object) -> bool:
    return np.allclose(one, other, rtol=0, atol=1e-5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS[::10],
        "wat kost het en wat kost het dan",  # a word more than once
        "__insurer__ __number__ kost __insurer__",
        "wachttijden en wachtlijsten",  # known in pieces only
        "Wat KOST het?",
        "wat ξψω kost",
        *UNKNOWN,
    ],
)
def test_margins_are_those_of_scikit_learn(
    model: IntentModel, reference: Pipeline, text: str
) -> None:
    (expected,) = reference.decision_function([text])
    assert same(model.margins(text), expected)


@settings(max_examples=200, deadline=None)
@given(
    text=st.one_of(
        st.text(),
        st.lists(st.sampled_from(" ".join(TEXTS).split())).map(" ".join),
        st.text("watkosthe _\n"),
    )
)
def test_so_they_are_for_any_text(
    model: IntentModel, reference: Pipeline, text: str
) -> None:
    (expected,) = reference.decision_function([text])
    assert same(model.margins(text), expected)


def test_the_margins_stand_in_the_order_of_the_intents(
    model: IntentModel, reference: Pipeline
) -> None:
    assert model.intents == list(reference.classes_)
    assert {type(each) for each in model.intents} == {str}
    best = [model.intents[model.margins(text).argmax()] for text in TEXTS]
    assert best == list(reference.predict(TEXTS))


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_text_of_which_nothing_is_known_gives_the_bias(
    model: IntentModel, reference: Pipeline, text: str
) -> None:
    bias = reference.named_steps["linearsvc"].intercept_
    assert np.array_equal(model.margins(text), bias)


def test_trained_twice_it_is_the_same_model(model: IntentModel) -> None:
    again = IntentModel(TEXTS, INTENTS)
    assert again.intents == model.intents
    for text in TEXTS:
        assert np.array_equal(again.margins(text), model.margins(text))


def test_a_model_that_was_kept_is_the_same_model(
    model: IntentModel, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("model") / "intents.joblib"
    joblib.dump(model, path)
    kept = joblib.load(path)
    for text in [*TEXTS, *UNKNOWN]:
        assert np.array_equal(kept.margins(text), model.margins(text))


def test_asking_changes_nothing(model: IntentModel) -> None:
    before = model.margins("wat kost het")
    model.margins("hoe lang moet ik wachten")
    assert np.array_equal(model.margins("wat kost het"), before)


def test_the_pieces_of_a_long_word_are_not_kept(model: IntentModel) -> None:
    model.margins("wat kost een cliëntondersteuner")
    kept = intent_model._cut_up_once.cache_info().currsize
    model.margins(" ".join(letter * 1000 for letter in "abcdefgh"))
    assert intent_model._cut_up_once.cache_info().currsize == kept
