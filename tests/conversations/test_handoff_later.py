"""A request that was passed on: asked after, changed, withdrawn."""

from functools import partial

from tests.conversations.requesting import request_a_call, walk
from tests.running import Assistant, Chat


def test_a_double_click_makes_one_request(assistant: Assistant, chat: Chat) -> None:
    reference = request_a_call(chat)
    consent = '/inform{"contact_consent": "yes"}'
    for again in (partial(chat.say, "ja"), partial(chat.send, consent)):
        told = again().text
        assert reference in told
        assert "doorgegeven op" in told
    assert assistant.requests(chat.sender) == 1
    assert assistant.mails(reference) == 1


def test_a_request_can_be_asked_after_changed_and_withdrawn_later(chat: Chat) -> None:
    reference = request_a_call(chat)
    chat.say("wat kost cliëntondersteuning?")
    status = chat.say("is mijn verzoek al gezien?").text
    assert reference in status
    assert "Het is nog niet opgepakt" in status
    walk(chat, "ik heb een verkeerd nummer doorgegeven", "0687654321")
    changed = walk(chat, "Ja, geef door")
    assert reference in changed
    assert "gewijzigd" in changed
    assert "Wilt u verzoek" in chat.say("trek mijn verzoek in").text
    assert "is ingetrokken" in walk(chat, "Ja, trek in")
    assert "ingetrokken op" in chat.say("is mijn verzoek al gezien?").text


def test_who_has_a_request_is_not_asked_everything_again(chat: Chat) -> None:
    reference = request_a_call(chat)
    again = chat.say("bel mij terug")
    assert reference in again.text
    assert "Verzoek wijzigen" in again.buttons


def test_who_stops_changing_is_told_that_the_request_stays(chat: Chat) -> None:
    request_a_call(chat)
    walk(chat, "ik heb een verkeerd nummer doorgegeven", "0687654321")
    assert "blijft zoals het was" in walk(chat, "Nee, niet doen")
    assert "06 12345678" in chat.say("is mijn verzoek al gezien?").text


def test_who_withdraws_while_changing_withdraws(chat: Chat) -> None:
    request_a_call(chat)
    chat.say("ik heb een verkeerd nummer doorgegeven")
    assert "intrekken?" in chat.say("trek mijn verzoek in").text
    assert "is ingetrokken" in chat.say("ja").text


def test_who_stops_after_a_request_hears_that_it_stays(chat: Chat) -> None:
    reference = request_a_call(chat)
    answer = chat.say("annuleren").text
    assert reference in answer
    assert "Wilt u" in answer
    chat.press("Ja, trek in")
    assert "ingetrokken" in chat.press("Ja, trek in").text


def test_who_does_not_withdraw_after_all_hears_that_all_is_well(chat: Chat) -> None:
    reference = request_a_call(chat)
    chat.say("trek mijn verzoek in")
    assert "Goed" in chat.say("nee toch niet").text
    assert reference in chat.say("is mijn verzoek al gezien").text


def test_a_button_of_a_conversation_that_is_gone_is_no_code(chat: Chat) -> None:
    lost = chat.send('/inform{"contact_consent": "yes"}').text
    assert "kwijt waar we waren" in lost
    assert "088 000 00 00" in lost
