"""Whole conversations, as a visitor has them."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

CORE = [
    ("Wat is cliëntondersteuning?", "gratis hulp bij het regelen van uw zorg"),
    ("Wie geeft cliëntondersteuning bij ouderenzorg?", "Steunpunt Ouderen Voorbeeld"),
    ("Wat kost cliëntondersteuning?", "Cliëntondersteuning is gratis"),
    ("Vergoedt Menzis een mantelzorgmakelaar?", "Menzis"),
    ("Welke zorg past bij mij?", "Waar wilt u wonen?"),
]


def test_the_five_core_questions_are_answered_one_after_the_other(visit: Visit) -> None:
    visit.open()
    for question, answer in CORE:
        assert answer in visit.ask(question)
    assert visit.answers.count() == 1 + len(CORE)


def test_the_first_message_says_who_speaks_what_it_does_and_what_not_to_type(
    visit: Visit,
) -> None:
    welcome = visit.open().answers.first.inner_text()
    assert "computer" in welcome
    assert "Zorgkantoor Voorbeeld" in welcome
    assert "gratis hulp" in welcome
    assert "burgerservicenummer" in welcome


def test_every_question_that_the_first_message_offers_is_answered(
    visit: Visit,
) -> None:
    offered = visit.open().choices
    assert len(offered) == 3
    for title in offered:
        answer = visit.press(title)
        assert "weet niet zeker" not in answer
        assert "code" not in answer
        visit.button("Meer").click()
        visit.button("Wis gesprek").click()
        visit.button("Ja, wis het gesprek").click()


def test_the_choice_helper_is_walked_to_its_end_by_buttons(visit: Visit) -> None:
    answer = visit.open().ask("Welke zorg past bij mij?")
    for _ in range(12):
        if "Dit past misschien bij u" in answer:
            break
        answer = visit.press(visit.choices[0])
    assert "Dit past misschien bij u" in answer


def test_a_request_for_a_human_is_made_to_the_end(visit: Visit) -> None:
    visit.open().ask("bel mij terug")
    for typed in ("Jan Bakker", "0612345678", "morgenmiddag", "ja"):
        visit.ask(typed)
    visit.press("Ouderenzorg")
    shown = visit.press("Nee, niets erbij")
    assert "Jan Bakker" in shown
    assert "SW-" in visit.press("Ja, geef door")


def test_source_and_year_stand_under_an_answer(visit: Visit) -> None:
    visit.open().ask("Wat kost cliëntondersteuning?")
    source = visit.answers.last.locator(".source")
    assert source.inner_text().startswith("Bron: ")
    assert "(2015)" in source.inner_text()


def test_numbers_and_addresses_can_be_tapped(visit: Visit) -> None:
    visit.open().ask("ik wil een mens spreken")
    answer = visit.answers.last
    phone = answer.get_by_role("link", name="088 000 00 00").first
    assert phone.get_attribute("href") == "tel:+31880000000"
    mail = answer.get_by_role("link", name="hulp@zorgkantoor-voorbeeld.example").first
    assert mail.get_attribute("href") == "mailto:hulp@zorgkantoor-voorbeeld.example"


def test_in_a_crisis_the_emergency_number_can_be_tapped(visit: Visit) -> None:
    visit.open().ask("ik wil dood")
    for number, href in (("112", "tel:112"), ("113", "tel:113")):
        link = visit.answers.last.get_by_role("link", name=number, exact=True).first
        assert link.get_attribute("href") == href


def test_what_is_not_dutch_is_read_in_its_own_language(visit: Visit) -> None:
    visit.open().ask("ik wil dood")
    english = visit.answers.last.locator("p[lang=en]")
    expect(english).to_have_text("Is somebody in danger? Call 112.")


def test_a_web_address_opens_beside_the_conversation(visit: Visit) -> None:
    visit.open().ask("Wat kost cliëntondersteuning?")
    visit.ask("Waar staat dat?")
    link = visit.log.locator("a[href^='https:']").first
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener")
    assert "nieuw tabblad" in str(link.text_content())


def test_buttons_of_an_older_answer_are_gone(visit: Visit) -> None:
    visit.open().press(visit.choices[0])
    assert visit.answers.first.get_by_role("button").count() == 0
    assert visit.choices


@pytest.mark.parametrize("typed", ["/restart", "/", "<b>vet</b>", "&amp; {{x}}"])
def test_what_is_typed_is_shown_as_it_was_typed(visit: Visit, typed: str) -> None:
    visit.open().ask(typed)
    assert typed in visit.log.locator(".visitor").last.inner_text()
    assert visit.log.locator("b").count() == 0


def test_an_answer_that_is_long_is_read_from_its_start(visit: Visit) -> None:
    visit.open().ask("wat is het verschil tussen vpt, mpt, pgb en verblijf?")
    first = visit.answers.last.locator("p").first
    expect(first).to_be_in_viewport()
