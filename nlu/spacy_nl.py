"""spaCy's Dutch: the statistical pipeline where it is installed, else the blank one."""

import functools
import logging

import spacy
from spacy.language import Language

logger = logging.getLogger(__name__)

PACKAGE = "nl_core_news_sm"
# For understanding only the words are read: lemmas cost more time than all the rest
# together, and a little accuracy (docs/pipelines.md).
UNUSED = (
    *("tok2vec", "morphologizer", "tagger", "attribute_ruler", "lemmatizer"),
    *("parser", "senter", "ner"),
)


@functools.cache
def load_dutch() -> Language:
    """Return the Dutch pipeline that splits words; one per process.

    Without the package `nl_core_news_sm` that is spaCy's blank Dutch, and the log says
    what is missed: dialogue/masking.py finds names of people with the package.
    """
    if not spacy.util.is_package(PACKAGE):
        logger.warning(
            "%s is not installed: going on with spaCy's blank Dutch, "
            "which does not find names of people.",
            PACKAGE,
        )
        return spacy.blank("nl")
    return spacy.load(PACKAGE, exclude=UNUSED)


def pipeline_name(nlp: Language) -> str:
    """Name and version of a pipeline, "blank nl" for spaCy's blank Dutch."""
    # spaCy calls a pipeline that was made in memory "pipeline".
    name, version = nlp.meta["name"], nlp.meta["version"]
    return f"blank {nlp.lang}" if name == "pipeline" else f"{nlp.lang}_{name} {version}"
