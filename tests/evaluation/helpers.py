"""Questions and readings made by hand."""

from evaluation.measures import Asked, Reading
from evaluation.questions import SEVERAL, Question


def asked(
    meant: str,
    answered: str,
    *,
    best: str | None = None,
    confidence: float = 0.9,
    text: str = "wat kost dat",
    group: str = "short",
    offered: tuple[str, ...] = (),
    crisis: float = 0.0,
) -> Asked:
    """A question and its reading; of several intents as "a + b".

    `best` is the first that was answered, unless it is given.
    """
    read = tuple(answered.split(SEVERAL))
    return Asked(
        Question(text, group, tuple(meant.split(SEVERAL))),
        Reading(read, best or read[0], confidence, offered, crisis, ()),
    )
