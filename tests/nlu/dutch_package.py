"""A tiny stand-in for the pipeline package nl_core_news_sm, made by the tests."""

from pathlib import Path

import spacy

VERSION = "9.9.9"
LEMMAS = {"zorgkantoren": "zorgkantoor", "helpt": "helpen", "één": "één"}
INIT = """
from spacy.util import load_model_from_init_py

def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def write_dutch_package(folder: Path) -> None:
    """Write the package into `folder`, as pip would have installed it there."""
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("attribute_ruler")
    for word, lemma in LEMMAS.items():
        ruler.add([[{"LOWER": word}]], {"LEMMA": lemma})
    nlp.add_pipe("sentencizer", name="parser")
    nlp.meta["name"] = "core_news_sm"
    nlp.meta["version"] = VERSION
    package = folder / "nl_core_news_sm"
    package.mkdir()
    nlp.to_disk(package / f"nl_core_news_sm-{VERSION}")
    (package / "__init__.py").write_text(INIT)
    (package / "meta.json").write_text(
        (package / f"nl_core_news_sm-{VERSION}" / "meta.json").read_text()
    )
    info = folder / f"nl_core_news_sm-{VERSION}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: nl-core-news-sm\nVersion: {VERSION}\n"
    )
