import logging

import pytest

from nlu.spacy_nl import load_dutch, pipeline_name
from tests.nlu.conftest import Use
from tests.nlu.dutch_package import VERSION


def test_the_installed_package_is_loaded_by_name_and_version(use: Use) -> None:
    use("package")
    assert pipeline_name(load_dutch()) == f"nl_core_news_sm {VERSION}"


def test_parts_that_nothing_reads_are_left_out(use: Use) -> None:
    use("package")
    assert load_dutch().pipe_names == []


def test_without_the_package_it_is_the_blank_pipeline(use: Use) -> None:
    use("blank")
    assert pipeline_name(load_dutch()) == "blank nl"


def test_without_the_package_it_says_so_once_in_plain_words(
    use: Use, caplog: pytest.LogCaptureFixture
) -> None:
    use("blank")
    with caplog.at_level(logging.WARNING):
        assert load_dutch() is load_dutch()
    assert [record.getMessage() for record in caplog.records] == [
        "nl_core_news_sm is not installed: going on with spaCy's blank Dutch, "
        "which does not find names of people."
    ]


def test_with_the_package_nothing_is_said(
    use: Use, caplog: pytest.LogCaptureFixture
) -> None:
    use("package")
    with caplog.at_level(logging.WARNING):
        load_dutch()
    assert caplog.records == []
