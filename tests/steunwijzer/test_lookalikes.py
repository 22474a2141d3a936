"""Words that are an insurer or something else come from the knowledge."""

import pytest

from steunwijzer.knowledge import load
from steunwijzer.vocabulary import name_index
from tests.steunwijzer.conftest import KnowledgeCopy

KEYS = ("people", "places", "adjectives", "illnesses")


def add(word: str, key: str, knowledge_copy: KnowledgeCopy) -> None:
    knowledge_copy.change("lookalikes.yml", f"{key}: [", f"{key}: [{word}, ")


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("people: [iza, eno, just]", "people: [menzis]", "mijn zus Menzis komt"),
        ("illnesses: [uc]", "illnesses: [menzis]", "ik heb Menzis, een darmziekte"),
        ("places: [friesland,", "places: [menzis,", "de Menzis-reis van mijn ouders"),
        ("places: [friesland,", "places: [menzis,", "wij wonen in Menzis"),
        ("adjectives: [", "adjectives: [menzis, ", "mijn Menzis huisarts"),
    ],
)
def test_a_word_that_is_added_there_is_no_insurer_where_it_is_something_else(
    knowledge_copy: KnowledgeCopy, before: str, after: str, text: str
) -> None:
    def insurers() -> list[str]:
        found = name_index(load(knowledge_copy.folder)).find(text)
        return [one.kind for one in found if one.kind == "insurer"]

    assert insurers() == ["insurer"]
    knowledge_copy.change("lookalikes.yml", before, after)
    assert insurers() == []


@pytest.mark.parametrize("word", ["Uc", "united consumers", "univé", "a.s.r."])
@pytest.mark.parametrize("key", KEYS)
def test_what_is_not_a_word_as_it_is_compared_stops_the_start(
    knowledge_copy: KnowledgeCopy, key: str, word: str
) -> None:
    add(word, key, knowledge_copy)
    (mistake,) = knowledge_copy.mistakes()
    assert mistake == (
        f"lookalikes.yml: {key}.0: expected one word in small letters, "
        f"without accents or signs, not {word}"
    )


@pytest.mark.parametrize(
    ("key", "word"),
    [
        *((key, "menzes") for key in KEYS),
        ("people", "friesland"),
        ("places", "united"),
        ("adjectives", "united"),
        ("illnesses", "consumers"),
    ],
)
def test_a_word_that_would_do_nothing_stops_the_start(
    knowledge_copy: KnowledgeCopy, key: str, word: str
) -> None:
    add(word, key, knowledge_copy)
    (mistake,) = knowledge_copy.mistakes()
    assert mistake.startswith(f"lookalikes.yml: {key}: {word} is no insurer; expected")


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("people", "unive"),
        ("people", "ditzo"),
        ("places", "consumers"),
        ("adjectives", "asr"),
        ("illnesses", "nn"),
    ],
)
def test_a_name_an_alias_and_an_exact_name_may_stand_there(
    knowledge_copy: KnowledgeCopy, key: str, word: str
) -> None:
    add(word, key, knowledge_copy)
    assert knowledge_copy.mistakes() == []
