"""Names are found in the messages that their finding was mended with."""

from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from evaluation.measures import Reading, name_f1
from evaluation.questions import TUNING, namings
from nlu.knowledge_entities import KnowledgeEntities

KINDS = ("insurer", "insurer_not_listed", "package")


def test_hardly_a_name_is_missed_or_invented() -> None:
    component = KnowledgeEntities()
    pairs = []
    for naming in namings(TUNING):
        (message,) = component.process([Message({TEXT: naming.text})])
        found = tuple(message.get(ENTITIES))
        pairs.append((naming, Reading((), "", 1.0, (), 0.0, found)))
    wrong = [
        f"{naming.text}: {name_f1(KINDS, [(naming, reading)]):.2f}"
        for naming, reading in pairs
        if name_f1(KINDS, [(naming, reading)]) < 1
    ]
    assert name_f1(KINDS, pairs) >= 0.99, "\n".join(wrong)
