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
    (entity,) = read("met het Vitaal Pakket").get(ENTITIES)
    assert entity["value"] == entity["ids"][0]
    assert len(entity["ids"]) > 1


def test_a_package_named_with_its_insurer_is_two_entities_at_one_place() -> None:
    insurer, package = read("met VGZ Aanvullend Best").get(ENTITIES)
    assert (insurer["value"], package["value"]) == ("vgz", "vgz_best")
    assert (insurer["start"], insurer["end"]) == (package["start"], package["end"])
    assert "nedasco_vgz_best" in package["also"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("en bij Menzis?", "Menzis"),
        ("Wat vergoedt Zorg en Zekerheid?", "Zorg en Zekerheid"),
        ("wat vergoedt zorg en zekerheid", "zorg en zekerheid"),
    ],
)
def test_an_entity_says_where_it_stands_and_who_found_it(text: str, name: str) -> None:
    message = read(text)
    (entity,), (span,) = message.get(ENTITIES), message.get(KNOWLEDGE_SPANS)
    assert text[entity["start"] : entity["end"]] == name
    assert (span["start"], span["end"]) == (entity["start"], entity["end"])
    assert entity["extractor"] == "KnowledgeEntities"
    assert entity["sure"] is True


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("ik zit bij nedasko", "insurer", "nedasco"),
        ("verzekerd bij vzg", "insurer", "vgz"),
        ("ben van de dws", "insurer_not_listed", "dsw"),
        ("aevitee heet het", "insurer_not_listed", "aevitae"),
        ("wij zitten bij ander zorg", "insurer_not_listed", "anderzorg"),
        ("zorgverzrgd heet het", "package", "menzis_zorgverzorgd"),
    ],
)
def test_a_doubtful_name_that_is_said_back_is_kept(
    text: str, kind: str, id: str
) -> None:
    (entity,) = read(text).get(ENTITIES)
    assert (entity["entity"], entity["value"]) == (kind, id)
    assert entity["sure"] is False


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("ik ben verzekerd bij energiek", "energiek"),
        ("mijn zorgverzekeraar is energiek", "energiek"),
        ("uc zegt mij niets", None),
        ("de polis van uc", "united_consumers"),
        ("zij is nog heel energiek", None),
        ("verzekerd via just, krijg ik wat", "just"),
        ("cz just verzekering", "just"),
        ("I just need help", None),
        ("betaalt zorg en zekerheid mee", "zorg_en_zekerheid"),
        ("bij zorg en zekerhyd zit ik", "zorg_en_zekerheid"),
        ("zorg en zekerheid voor mijn vader", None),
        ("wij hebben ziezo van het zilveren kruis", "ziezo"),
        ("ziezo, dat was het", None),
        ("CZ-direct hier", "czdirect"),
        ("kan ik cz direct bellen", "cz"),
    ],
)
def test_an_ordinary_word_is_an_insurer_only_where_insurance_is_meant(
    text: str, id: str | None
) -> None:
    insurers = [value for kind, value in found(text) if kind.startswith("insurer")]
    assert insurers == ([id] if id else [])


@pytest.mark.parametrize(
    "text",
    [
        *("wij komen uit Salland", "regio salland, wie helpt daar", "in de friesland"),
        *("vlak bij Amersfoort", "mijn kleinzoon Just belt", "mevrouw Iza Bakker"),
        *("de truien zijn zoek", "een promovendus", "ik wil extra zeker zijn"),
        *("verlenging van de indicatieduur", "de instellingen van mijn telefoon"),
        *(
            "is er een opname van ons gesprek",
            "ik voel me nogal down",
            "my house is down",
        ),
        *("ik vertrouw u blind op uw woord", "mijn dochter Linde", "thuis is het fijn"),
    ],
)
def test_a_place_a_person_or_an_ordinary_word_is_no_name(text: str) -> None:
    kinds = {"insurer", "insurer_not_listed", "package", "sector", "delivery_form"}
    assert not kinds.intersection(kind for kind, _ in found(text))


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("mijn zus kreeg een psychose", "ggz"),
        ("hij is manisch-depressief", "ggz"),
        ("onze schizofrene broer", "ggz"),
        ("zij is bipolair", "ggz"),
        ("een verstandelijk gehandicapte man", "gz"),
        ("mijn vrouw is blind geworden", "gz"),
        ("ik ben slechtziend", "gz"),
        ("oom is doof", "gz"),
        ("na zijn dwarslaesie", "gz"),
        ("een meisje met down", "gz"),
        ("Down", "gz"),
        ("pa heeft alsheimer", "vv"),
        ("moeder begint dimentie te krijgen", "vv"),
    ],
)
def test_what_someone_has_tells_the_sector(text: str, id: str) -> None:
    assert found(text) == [("sector", id)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("naar een tehuis", ["verblijf"]),
        ("in het bejaardentehuis", ["verblijf"]),
        ("een pgb'tje", ["pgb"]),
        ("zo'n pgbtje", ["pgb"]),
        ("het persoons gebonden budget", ["pgb"]),
        ("wat is een modulair pakket", ["mpt"]),
        ("een volledig pakket aan huis", ["vpt"]),
        ("vtp dus", ["vpt"]),
        ("mpt met een pgb", ["mpt_pgb"]),
        ("het verschil tussen pgb en mpt", ["pgb", "mpt"]),
    ],
)
def test_a_delivery_form_is_found_by_its_usual_words(text: str, ids: list[str]) -> None:
    assert [id for kind, id in found(text) if kind == "delivery_form"] == ids


def test_a_doubtful_name_of_another_kind_is_left_out() -> None:
    assert found("mijn zorgplam") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("wat betaalt Menzis", ["insurer"]),
        ("wat betaalt DSW", ["insurer"]),  # one insurer is as good as another
        ("wat betaalt VGZ Best", ["insurer", "package"]),
        ("wat betaalt Salland Plus", ["package"]),  # names the insurer as well
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
