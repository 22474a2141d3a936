"""The words of a message, or of a part of it, in the form that is learnt from."""

from itertools import dropwhile

from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.clauses import Part
from nlu.openings import HELLOS

# "Goede morgen", "geachte heer": said after "hallo", or instead of it.
_GREETINGS = HELLOS | frozenset(
    """
    goede goeden middag morgen avond beste geachte heer mevrouw meneer dames heren
    mensen
    """.split()  # noqa: SIM905
)
ASKED_WITH = 3  # words: fewer after a greeting are part of it


def whole(message: Message) -> Part:
    """Return the whole text of a message as a part."""
    return 0, len(message.get(TEXT) or "")


def without_greeting(words: list[str]) -> list[str]:
    """Return the words after a greeting, unless hardly any are left."""
    said = list(dropwhile(_GREETINGS.__contains__, words))
    return said if len(said) >= ASKED_WITH else words


def normalised(message: Message, part: Part) -> str:
    """Return the tokenizer's words of a part, without a greeting before them."""
    start, end = part
    tokens = message.get(TOKENS_NAMES[TEXT])
    words = [each.lemma for each in tokens if start <= each.start < end]
    return " ".join(without_greeting(words))
