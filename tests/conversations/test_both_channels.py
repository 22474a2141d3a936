"""Whole conversations say the same on the website and in WhatsApp."""

import pytest

from tests.conversations.requesting import REFERENCE, walk
from tests.conversations.test_questions import QUESTIONS
from tests.phones import NUMBERS, PhoneChat
from tests.running import Assistant, Chat
from tools.graph_api import GraphApi
from tools.phone import Phone

CONVERSATIONS = {
    "the core questions": (
        *("wat is cliëntondersteuning", "Wie helpt mij?", "Ouderenzorg"),
        *("wat kost het", "waar staat dat?", "welke leveringsvorm past bij mij"),
        *("Thuis", "Ja", "Een organisatie", "weet ik niet"),
    ),
    "an insurer": (
        *("vergoedt mijn verzekeraar een mantelzorgmakelaar", "menzis"),
        *("waar staat dat?", "en bij VGZ", "hoeveel krijg ik als het 400 euro kost"),
    ),
    "several questions": (
        "wat kost het, wie helpt mij, en is die hulp onafhankelijk?",
        "terug",
        "stop",
    ),
    "in need": ("ik wil dood", "hallo", "ik trek het niet meer"),
    "not understood": (
        *("blauw met stippen en ruiten", "rood met streepjes en bolletjes"),
        *("Mail mij", "Jan", "jan@voorbeeld.nl", "ggz", "Nee, niets erbij"),
        *("Ja, geef door", "is mijn verzoek al gezien", "Trek verzoek in"),
        *("Ja, trek in", "dank u wel"),
    ),
    "a visit": (
        *("kunt u bij mij langskomen", "mevrouw Smit", "Dorpsstraat 5", "Ede"),
        *("zaterdag om 11 uur", "Ander moment", "donderdag na drie", "Ja, dat klopt"),
        *("Ouderenzorg", "Nee, niets erbij", "Nee, niet doen"),
    ),
    "a call, with a number that is hidden": (
        *("bel mij terug", "Jan", "06 12", "0612345678", "morgenmiddag", "ja"),
        *("wat kost het", "Ouderenzorg", "Laat het weg", "Ja, geef door"),
        *("verwijder mijn gegevens", "Ja, wis alles"),
    ),
}


@pytest.fixture
def hidden_phone(assistant: Assistant, api: GraphApi) -> PhoneChat:
    """A phone of which the number is hidden; the introduction was said."""
    chat = PhoneChat(assistant, api, Phone(None, f"NL.{next(NUMBERS)}"))
    chat.say("hallo")
    return chat


def said(chat: Chat | PhoneChat, step: str) -> list[str]:
    """Return the lines of the answer, without the marks of a list."""
    lines = REFERENCE.sub("SW-...", walk(chat, step)).split("\n")
    return [line.removeprefix("- ") for line in lines]


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_whole_conversation_says_the_same(
    chat: Chat, hidden_phone: PhoneChat, name: str
) -> None:
    chat.say("hallo")
    for step in CONVERSATIONS[name]:
        assert said(hidden_phone, step) == said(chat, step), step
        assert set(chat.last.buttons) <= set(hidden_phone.last.buttons), step
        assert len(hidden_phone.last.messages) == 1


@pytest.mark.parametrize(("question", "says", "never"), QUESTIONS)
def test_a_question_gets_its_own_answer_in_whatsapp(
    hidden_phone: PhoneChat, question: str, says: list[str], never: list[str]
) -> None:
    answer = hidden_phone.say(question).text
    assert [each for each in says if each not in answer] == [], answer
    assert [each for each in never if each in answer] == [], answer


def test_the_number_that_shows_is_phoned_after_a_yes(
    assistant: Assistant, api: GraphApi
) -> None:
    chat = PhoneChat(assistant, api)
    offered = walk(chat, "bel mij terug", "Jan")
    assert "Zullen we u op dit nummer bellen?" in offered
    number = str(chat.phone.number)
    assert number[-8:] not in offered
    noted = walk(chat, "Ja, dit nummer")
    assert f"06 {number[-8:]}" in noted
    shown = walk(chat, "morgenmiddag", "ja", "Ouderenzorg", "Nee, niets erbij")
    assert f"06 {number[-8:]}" in shown
    assert REFERENCE.search(walk(chat, "Ja, geef door"))
    assert assistant.requests(chat.sender) == 1
    assert number[-8:] not in assistant.stored_conversations()


def test_another_number_is_typed_instead(assistant: Assistant, api: GraphApi) -> None:
    chat = PhoneChat(assistant, api)
    assert "Op welk nummer" in walk(chat, "bel mij terug", "Jan", "Nee, ander nummer")
    assert "Op welk nummer" in walk(chat, "06 12")
    assert "06 87654321" in walk(chat, "0687654321")


def test_what_can_be_changed_is_a_list(assistant: Assistant, api: GraphApi) -> None:
    chat = PhoneChat(assistant, api)
    walk(chat, "mail mij", "Jan", "jan@voorbeeld.nl", "ggz", "Nee, niets erbij")
    walk(chat, "Wijzigen")
    (shown,) = chat.last.messages
    assert shown.message["interactive"]["type"] == "list"
    assert "Wat is uw naam?" in walk(chat, "Mijn naam")
    assert "Piet" in walk(chat, "Piet")
