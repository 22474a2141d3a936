"""Every question has its answer: right, with the year, and with where it stands."""

import pytest

from tests.running import Chat

# question, what the answer must say, what it must never say
QUESTIONS = [
    ("Wat is cliëntondersteuning?", ["gratis hulp", "Wlz-indicatie", "Bron: "], []),
    ("wie geeft clientondersteuning", ["zorgkantoor", "onafhankelijke"], []),
    ("wat kost clientondersteuning", ["gratis", "Bron: "], ["€"]),
    ("wat kost een mantelzorgmakelaar", ["betaalt u zelf", "verzekeraar"], ["€"]),
    ("welke leveringsvorm past bij mij", ["Waar wilt u wonen?"], []),
    (
        "vergoedt mijn verzekeraar een mantelzorgmakelaar",
        ["Bij welke zorgverzekeraar bent u verzekerd?"],
        ["€"],
    ),
    (
        "wie helpt mensen met een verstandelijke beperking",
        ["In 2015 hielp MEE", "Steunpunt Handicap Voorbeeld", "088 000 00 02"],
        ["Zorgbelang", "PVP"],
    ),
    ("wie helpt bij ouderenzorg", ["In 2015 hielp Zorgbelang"], ["MEE"]),
    (
        "welke organisatie helpt bij psychiatrie",
        ["PVP of Platform GGZ", "hoort u van Zorgkantoor Voorbeeld"],
        ["MEE"],
    ),
    ("wat doet MEE", ["MEE hielp in 2015", "gehandicaptenzorg"], []),
    (
        "mag MEE het werk uitbesteden",
        ["Nee, in 2015 mocht MEE", "langer wachten", "geen hulp"],
        [],
    ),
    ("wat is het CIZ", ["beslist of iemand langdurige zorg"], []),
    ("hoe vraag ik een Wlz-indicatie aan", ["bij het CIZ", "gratis"], []),
    ("is een verpleeghuis gratis", ["Wat de zorg zelf kost, weet ik niet"], []),
    ("is de wlz gratis", ["Wat de zorg zelf kost, weet ik niet"], []),
    ("eigen bijdrage", ["de zorg zelf", "weet ik niet"], []),
    ("wat kost zo'n makelaar per uur", ["mantelzorgmakelaar betaalt u zelf"], ["€"]),
    ("hoe kom ik aan een mantelzorgmakelaar", ["vindt, weet ik niet"], []),
    ("wanneer zijn jullie open op vrijdag", ["Op vrijdag", "9.00 tot 16.00 uur"], []),
    ("kunt u mij terug bellen", ["geef het door aan een mens", "uw naam"], []),
    ("wat is een vpt", ["volledig pakket thuis", "Eén organisatie"], ["pgb"]),
    (
        "wat is het verschil tussen vpt en mpt",
        ["volledig pakket thuis", "modulair pakket thuis"],
        [],
    ),
    ("mag ik mpt en pgb combineren", ["mpt en een pgb mogen samen"], []),
    (
        "kan een cliëntondersteuner helpen met schulden",
        ["gemeente", "schulden", "de weg wijzen"],
        [],
    ),
    ("helpt een cliëntondersteuner met mijn zorgplan", ["Ja", "zorgplan"], []),
    ("binnen hoeveel weken moet het zorgplan klaar zijn", ["6 weken", "2 keer"], []),
    ("is een cliëntondersteuner onafhankelijk", ["Ja", "niet onafhankelijk"], []),
    ("hoe lang moet ik wachten", ["weet ik niet", "In 2015"], []),
    ("hoe lang duurt cliëntondersteuning", ["duurt meestal kort"], []),
    ("mag mijn dochter bij het gesprek zijn", ["Ja", "familie"], []),
    ("hoe vraag ik cliëntondersteuning aan", ["088 000 00 00", "CIZ"], []),
    (
        "mag ik cliëntondersteuning aanvragen voor mijn moeder",
        ["wettelijk vertegenwoordiger", "mantelzorger mag"],
        [],
    ),
    ("moet het zorgkantoor mij informeren", ["Ja", "zorgaanbieder moet u"], []),
    (
        "ik ben niet tevreden over de zorg in het verpleeghuis",
        ["bemiddelen", "088-120 50 20"],
        [],
    ),
    ("wat is een mantelzorgmakelaar", ["andere hulp", "betaalt die zelf"], []),
    ("bent u een mens?", ["computer, geen mens"], []),
    ("wat gebeurt er met mijn gegevens", ["burgerservicenummer"], []),
    ("wis mijn gegevens", ["hele gesprek", "Wilt u dat?"], []),
    ("wat kunt u allemaal", ["cliëntondersteuning", "mens spreken"], []),
    ("hoeveel paracetamol mag mijn moeder", ["huisarts", "112"], ["mg"]),
    ("wat wordt het weer morgen", ["hulp bij langdurige zorg"], []),
    (
        "Can you help me in English?",
        ["alleen Nederlands", "I only understand Dutch"],
        [],
    ),
]


@pytest.mark.parametrize(
    ("question", "says", "never"), QUESTIONS, ids=[each[0] for each in QUESTIONS]
)
def test_a_question_gets_its_own_answer(
    chat: Chat, question: str, says: list[str], never: list[str]
) -> None:
    answer = chat.say(question).text
    assert [each for each in says if each not in answer] == [], answer
    assert [each for each in never if each in answer] == [], answer


def test_where_does_that_stand_gives_document_place_year_and_date(chat: Chat) -> None:
    chat.say("wat kost cliëntondersteuning")
    answer = chat.say("waar staat dat?").text
    assert "Cliëntondersteuning (Wlz), uitleg voor verzekerden" in answer
    assert "laatste zin" in answer
    assert "2015" in answer
    assert "21-11-2026" in answer


def test_after_back_the_source_is_that_of_the_repeated_answer(chat: Chat) -> None:
    chat.say("wat kost cliëntondersteuning")
    chat.say("binnen hoeveel weken moet het zorgplan klaar zijn")
    chat.say("terug")
    assert "laatste zin" in chat.say("waar staat dat?").text


def test_a_fact_of_2015_is_cited_as_history(chat: Chat) -> None:
    chat.say("mag MEE het werk uitbesteden")
    assert "Het gold in 2015" in chat.say("waar staat dat?").text


def test_without_a_fact_said_no_source_is_made_up(chat: Chat) -> None:
    chat.say("hallo")
    answer = chat.say("waar staat dat?").text
    assert "hoort geen bron" in answer
    assert "http" not in answer


def test_a_human_can_be_reached_by_phone_email_and_visit(chat: Chat) -> None:
    answer = chat.say("ik wil een mens spreken").text
    assert "088 000 00 00" in answer
    assert "tot 17.00 uur" in answer
    assert "hulp@zorgkantoor-voorbeeld.example" in answer
    assert "Voorbeeldstraat 1" in answer


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("hoe kom ik aan zo iemand", "Waar u een mantelzorgmakelaar vindt"),
        ("en waar vind ik er een", "Waar u een mantelzorgmakelaar vindt, weet ik niet"),
        ("wat kost zo iemand", "Een mantelzorgmakelaar betaalt u zelf"),
        ("wie geeft cliëntondersteuning", "U kiest zelf wie u helpt"),
    ],
)
def test_after_a_mantelzorgmakelaar_zo_iemand_is_one(
    chat: Chat, message: str, says: str
) -> None:
    chat.say("wat doet een mantelzorgmakelaar")
    assert says in chat.say(message).text


@pytest.mark.parametrize("name", ["VGZ", "CZ", "Menzis", "Zilveren Kruis"])
def test_a_name_that_is_also_a_zorgkantoor_is_asked_about(
    chat: Chat, name: str
) -> None:
    answer = chat.say(name)
    assert f"{name} als zorgverzekeraar of als zorgkantoor?" in answer.text
    assert "€" not in answer.text
    ours = chat.press("Zorgkantoor").text
    assert "088 000 00 00" in ours
    assert "Van andere zorgkantoren ken ik het nummer niet" in ours


def test_an_insurer_meant_as_insurer_is_not_asked_about_again(chat: Chat) -> None:
    answer = chat.say("vergoedt VGZ een mantelzorgmakelaar").text
    assert "zorgkantoor?" not in answer
    assert "VGZ" in answer
