"""Words that are an insurer or something else come from the knowledge."""

import pytest

from steunwijzer.knowledge import load
from steunwijzer.vocabulary import name_index
from tests.steunwijzer.conftest import KnowledgeCopy


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("people: [iza, eno, just]", "people: [menzis]", "mijn zus Menzis komt"),
        ("illnesses: [uc]", "illnesses: [menzis]", "ik heb Menzis, een darmziekte"),
        ("places: [friesland,", "places: [menzis,", "de Menzis-reis van mijn ouders"),
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
