"""Names from the knowledge become entities, and say their kind to the classifier."""

import pytest
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.knowledge_entities import INTERCHANGEABLE, KnowledgeEntities
from nlu.tokenizer import KNOWLEDGE_SPANS
from tests.answers_as_said import domain

COMPONENT = KnowledgeEntities()


def read(text: str) -> Message:
    (message,) = COMPONENT.process([Message({TEXT: text})])
    return message


def found(text: str) -> list[tuple[str, str]]:
    return [(each["entity"], each["value"]) for each in read(text).get(ENTITIES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wat vergoedt menzies", [("insurer", "menzis")]),
        ("en unive dan?", [("insurer", "unive")]),
        ("ben bij DSW", [("insurer_not_listed", "dsw")]),
        ("mag MEE uitbesteden", [("organisation", "mee")]),
        ("mag ik mee naar binnen", []),
        ("verstandelijke beperking", [("sector", "gz")]),
        ("wat is een vpt", [("delivery_form", "vpt")]),
        ("mpt en pgb", [("delivery_form", "mpt_pgb")]),
        ("hulp bij schulden", [("life_area", "debts")]),
        ("hulp bij een keuze", [("support_form", "choosing")]),
        ("mijn zorgplan", [("support_form", "care_plan"), ("term", "zorgplan")]),
        ("wat doet het CIZ", [("term", "ciz")]),
        ("mantelzorg makelaar", [("service", "mantelzorgmakelaar")]),
        ("wat is het weer vandaag", []),
        ("", []),
    ],
)
def test_a_name_becomes_its_kind_and_id(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


def test_every_kind_is_an_entity_of_the_domain() -> None:
    text = "DSW, Menzis ZorgPlus 2, MEE ouderenzorg, vpt, schulden, zorgplan, oco"
    kinds = {kind for kind, _ in found(text)}
    assert len(kinds) == 10
    assert kinds <= set(domain().entities)


def test_a_name_that_several_share_gives_them_all() -> None:
    (entity,) = read("met VGZ Aanvullend Best").get(ENTITIES)
    assert entity["value"] == entity["ids"][0]
    assert len(entity["ids"]) > 1


def test_an_entity_says_where_it_stands_and_who_found_it() -> None:
    (entity,) = read("en bij Menzis?").get(ENTITIES)
    assert (entity["start"], entity["end"]) == (7, 13)
    assert entity["extractor"] == "KnowledgeEntities"
    assert entity["sure"] is True


def test_a_doubtful_insurer_is_kept_to_ask_back() -> None:
    (entity,) = read("ik zit bij nedasko").get(ENTITIES)
    assert (entity["value"], entity["sure"]) == ("nedasco", False)


def test_a_doubtful_name_of_another_kind_is_left_out() -> None:
    assert found("mijn zorgplam") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("wat betaalt Menzis", ["insurer"]),
        ("wat betaalt DSW", ["insurer"]),  # one insurer is as good as another
        ("ik heb een klacht", []),  # says what the question is about
        ("wat kost het", []),
    ],
)
def test_names_that_are_as_good_as_one_another_are_marked_by_kind(
    text: str, kinds: list[str]
) -> None:
    spans = read(text).get(KNOWLEDGE_SPANS) or []
    assert [span["kind"] for span in spans] == kinds
    assert set(kinds) <= set(INTERCHANGEABLE.values())


def test_training_marks_examples_as_a_message_is_marked() -> None:
    example = Message({TEXT: "wat betaalt Menzis", "intent": "ask_costs"})
    silent = Message({"action_name": "utter_greet"})
    COMPONENT.process_training_data(TrainingData([example, silent]))
    assert example.get(KNOWLEDGE_SPANS) == read("wat betaalt Menzis").get(
        KNOWLEDGE_SPANS
    )
    assert silent.get(KNOWLEDGE_SPANS) is None
