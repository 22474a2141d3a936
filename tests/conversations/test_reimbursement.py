"""What an insurer paid, asked the way people ask it, over several turns."""

import pytest

from tests.running import Chat
from tools.visitor import text_of

# what the client types one after the other, and what the last answer must say
DIALOGUES = {
    "a typing error in the insurer": (
        ["vergoedt menzies een mantelzorgmakelaar"],
        ["Menzis", "€ 350 per 2 kalenderjaren", "Welk aanvullend pakket heeft u?"],
    ),
    "an insurer without accents": (
        ["vergoedt unive een mantelzorgmakelaar"],
        ["Univé", "€ 250 tot € 750", "Welk aanvullend pakket heeft u?"],
    ),
    "insurer and package in one message": (
        ["hoeveel vergoedt hollandzrog plus voor een mantelzorgmakelaar"],
        ["HollandZorg Plus", "80%", "€ 250", "€ 312,50"],
    ),
    "the package in a second message": (
        ["vergoedt VGZ een mantelzorgmakelaar", "Best"],
        ["VGZ aanvullend Best", "€ 750 per kalenderjaar", "088 131 1611"],
    ),
    "another insurer": (
        ["vergoedt VGZ een mantelzorgmakelaar", "en bij Menzis?"],
        ["Menzis", "€ 350 per 2 kalenderjaren"],
    ),
    "another package": (
        ["wat vergoedt VGZ aanvullend Best bij VGZ", "en met Goed?"],
        ["VGZ aanvullend Goed", "€ 250 per kalenderjaar"],
    ),
    "whom to phone first": (
        ["vergoedt CZ een mantelzorgmakelaar", "moet ik eerst bellen?"],
        ["Bel dus eerst", "Zorg in brede zin", "013 594 9110"],
    ),
    "the number, when an insurer was spoken of": (
        ["wat vergoedt VGZ aanvullend Best bij VGZ", "en het telefoonnummer?"],
        ["VGZ", "Het nummer was in 2015: 088 131 1611", "088 000 00 00"],
    ),
    "the number for who works in care": (
        ["ik werk bij de thuiszorg, vergoedt Turien een mantelzorgmakelaar"],
        ["072 518 1181", "Zorgverleners belden: 072 518 1998"],
    ),
    "no permission line is unknown, not unneeded": (
        ["vergoedt Zekur een mantelzorgmakelaar", "moet ik eerst bellen?"],
        ["staat niet in de lijst", "Vraag het uw verzekeraar"],
    ),
    "an insurer without an amount": (
        ["wat vergoedt CZ voor een mantelzorgmakelaar"],
        ["weet ik niet", "geen bedrag"],
    ),
    "a package that several insurers have": (
        ["VGZ aanv. Best"],
        ["€ 750", "Nedasco", "United Consumers", "Bij welke bent u verzekerd?"],
    ),
    "a package that several insurers have, then the insurer": (
        ["VGZ aanv. Best", "Nedasco"],
        ["Nedasco", "VGZ aanvullend Best", "€ 750", "088 131 1611"],
    ),
    "a cost": (
        ["mijn mantelzorgmakelaar kost 400 euro, Salland Plus"],
        ["Bij een rekening van € 400", "€ 250", "Zelf betaalt u dan € 150"],
    ),
    "a level that is not listed": (
        ["vergoedt menzis zorgplus 1 een mantelzorgmakelaar"],
        ["staat niet in de lijst van 2015", "weet ik dus niet"],
    ),
    "an insurer that is not listed": (
        ["vergoedt DSW een mantelzorgmakelaar"],
        ["DSW staat niet in mijn lijst van 2015", "weet ik dus niet"],
    ),
    "hours instead of euros": (
        ["vergoedt IZA Cura een mantelzorgmakelaar"],
        ["6 uur", "per persoon per kalenderjaar"],
    ),
    "a total budget": (
        ["wat vergoedt het Fit Vrij Pakket van Univé voor een mantelzorgmakelaar"],
        ["€ 1.000", "alle extra zorg samen", "weet ik niet"],
    ),
    "a shared budget": (
        ["vergoedt ZEKUR een mantelzorgmakelaar"],
        ["€ 250", "Ronald McDonald of logeerhuizen"],
    ),
    "once for as long as one is insured": (
        ["vergoedt Zilveren Kruis een mantelzorgmakelaar"],
        ["€ 250", "één keer", "leden van een groep: Unie KBO"],
    ),
    "who pays most, honestly": (
        ["welke verzekeraar vergoedt het meest voor een mantelzorgmakelaar"],
        ["€ 750", "Niet alles is te vergelijken", "alle extra zorg samen"],
    ),
    "the literal question of a client in a hurry": (
        ["mantelzorgmakelaar kost 400 euro, Salland Plus"],
        ["Bij een rekening van € 400", "€ 250", "€ 150"],
    ),
    "insurer and makelaar only": (
        ["mantelzorgmakelaar vgz"],
        ["VGZ", "€ 250 tot € 750"],
    ),
    "only the basic insurance": (
        ["vergoedt VGZ een mantelzorgmakelaar", "ik heb alleen de basisverzekering"],
        ["staat niet in de lijst van 2015"],
    ),
    "a package one does not know": (
        ["vergoedt VGZ een mantelzorgmakelaar", "weet ik niet"],
        ["staat op uw polis"],
    ),
}


@pytest.mark.parametrize("name", DIALOGUES)
def test_reimbursement_dialogue(chat: Chat, name: str) -> None:
    messages, says = DIALOGUES[name]
    for message in messages:
        chat.say(message)
    answer = chat.last.text
    assert [each for each in says if each not in answer] == [], answer


@pytest.mark.parametrize("name", [each for each in DIALOGUES if "package" in each])
def test_every_amount_names_its_year(chat: Chat, name: str) -> None:
    for message in DIALOGUES[name][0]:
        for sent in chat.say(message).messages:
            text = text_of(sent)
            assert "€" not in text or "2015" in text, text


def test_the_highest_amount_is_never_a_total_budget(chat: Chat) -> None:
    assert "1.000" not in chat.say("welke verzekeraar vergoedt het meest").text


def test_a_doubtful_insurer_is_said_back_before_an_amount(chat: Chat) -> None:
    doubtful = chat.say("vergoedt menzus een mantelzorgmakelaar, zorgplus 2").text
    assert "Bedoelt u Menzis?" in doubtful
    assert "€" not in doubtful
    assert "Menzis" in chat.say("ja").text


def test_no_to_a_doubtful_insurer_forgets_it(chat: Chat) -> None:
    chat.say("vergoedt menzus een mantelzorgmakelaar, zorgplus 2")
    answer = chat.say("nee").text
    assert "€" not in answer
    assert "Bij welke zorgverzekeraar bent u verzekerd?" in answer


def test_an_unknown_package_never_repeats_the_amount_of_another(chat: Chat) -> None:
    chat.say("extra compleet van IAK, vergoeding mantelzorgmakelaar")
    answer = chat.say("en met comfort?").text
    assert "Extra Compleet hoogstens € 250" not in answer


def test_a_total_budget_is_never_computed_as_if_it_were_for_this(chat: Chat) -> None:
    chat.say("wat vergoedt VGZ Fit Vrij Pakket voor een mantelzorgmakelaar")
    assert "Zelf betaalt u" not in chat.say("en als de rekening 400 euro is?").text


def test_support_is_free_also_when_an_insurer_is_named(chat: Chat) -> None:
    answer = chat.say("krijg ik de cliëntondersteuner vergoed van Menzis?").text
    assert "gratis" in answer
    assert "€" not in answer


def test_a_package_without_context_is_no_package(chat: Chat) -> None:
    assert "€" not in chat.say("goed, dank u wel").text
