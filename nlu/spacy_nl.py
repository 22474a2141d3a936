"""spaCy's Dutch: the statistical pipeline where it is installed, else the blank one."""

import functools
import logging

import spacy
from spacy.language import Language

logger = logging.getLogger(__name__)

PACKAGE = "nl_core_news_sm"
# Nothing here reads these, and they cost a third of the time of a message. The lemmas
# need tok2vec, the tagger and the morphologizer.
UNUSED = ("parser", "senter", "ner")


@functools.cache
def load_dutch() -> Language:
    """Return the Dutch pipeline; one per process.

    Without the package `nl_core_news_sm` that is spaCy's blank Dutch, which splits
    words and knows no lemmas, and the log says so.
    """
    if not spacy.util.is_package(PACKAGE):
        logger.warning(
            "%s is not installed: going on with spaCy's blank Dutch, "
            "which knows no lemmas.",
            PACKAGE,
        )
        return spacy.blank("nl")
    return spacy.load(PACKAGE, exclude=UNUSED)


def pipeline_name(nlp: Language) -> str:
    """Name and version of a pipeline, "blank nl" for spaCy's blank Dutch."""
    # spaCy calls a pipeline that was made in memory "pipeline".
    name, version = nlp.meta["name"], nlp.meta["version"]
    return f"blank {nlp.lang}" if name == "pipeline" else f"{nlp.lang}_{name} {version}"
