"""Where spaCy's package is installed, the people that it sees are masked too."""

from pathlib import Path

import spacy

from dialogue.masking import person_finder
from tests.nlu.conftest import installed
from tests.nlu.dutch_package import VERSION, write_dutch_package


def test_without_the_dutch_package_no_names_are_looked_up(tmp_path: Path) -> None:
    with installed("blank", tmp_path):
        assert person_finder() is None


def test_a_package_that_knows_no_names_is_not_used(tmp_path: Path) -> None:
    write_dutch_package(tmp_path)
    with installed("package", tmp_path):
        assert person_finder() is None


def test_with_the_package_the_people_that_spacy_sees_are_found(tmp_path: Path) -> None:
    write_dutch_package(tmp_path)
    pipeline = tmp_path / "nl_core_news_sm" / f"nl_core_news_sm-{VERSION}"
    nlp = spacy.load(pipeline)
    people = nlp.add_pipe("entity_ruler", name="ner")
    people.add_patterns(
        [
            {"label": "PERSON", "pattern": "bertolf wiersema"},
            {"label": "GPE", "pattern": "urk"},
        ]
    )
    nlp.to_disk(pipeline)
    with installed("package", tmp_path):
        find = person_finder()
        assert find is not None
        assert list(find("zegt bertolf wiersema uit urk")) == [(5, 21)]
