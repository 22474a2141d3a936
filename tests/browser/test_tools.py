"""What can be done with a conversation, and what is refused before it is sent."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.visit import Visit
from tests.running import Assistant

QUESTION = "Wat kost cliëntondersteuning?"


@pytest.fixture
def asked(tab: OpenTab, example: str) -> Visit:
    """A visitor who asked something, and may use the clipboard."""
    permissions = ["clipboard-read", "clipboard-write"]
    visit = tab(permissions=permissions).go(example).open()
    visit.ask(QUESTION)
    return visit


def choose(visit: Visit, name: str) -> None:
    visit.button("Meer").click()
    visit.button(name).click()


def test_the_conversation_can_be_copied_with_its_sources(asked: Visit) -> None:
    choose(asked, "Kopieer gesprek")
    expect(asked.panel.get_by_text("Het gesprek is gekopieerd.")).to_be_visible()
    copied = asked.page.evaluate("() => navigator.clipboard.readText()")
    assert QUESTION in copied
    assert "Cliëntondersteuning is gratis." in copied
    assert "Bron: " in copied
    assert "088 000 00 00" in copied


def test_the_conversation_can_be_printed_from_a_page_of_its_own(asked: Visit) -> None:
    asked.page.context.add_init_script("window.print = () => { window.printed = true }")
    with asked.page.context.expect_page() as opened:
        choose(asked, "Print gesprek")
    page = opened.value
    text = page.locator("body").inner_text()
    assert "Zorgkantoor Voorbeeld" in text
    assert QUESTION in text
    assert "Cliëntondersteuning is gratis." in text


def test_the_conversation_can_be_mailed(asked: Visit) -> None:
    asked.page.evaluate(
        """() => {
          window.mailed = [];
          HTMLAnchorElement.prototype.click = function () {
            window.mailed.push(this.href);
          };
        }"""
    )
    choose(asked, "Mail gesprek")
    (link,) = asked.page.evaluate("() => window.mailed")
    assert link.startswith("mailto:?")
    assert "Cli%C3%ABntondersteuning" in link
    for _ in range(3):
        asked.ask("wat is het verschil tussen vpt, mpt, pgb en verblijf?")
    choose(asked, "Mail gesprek")
    expect(asked.panel.get_by_text("want het is lang")).to_be_visible()
    link = asked.page.evaluate("() => window.mailed")[1]
    assert len(link) <= 1800
    assert "verschil" in asked.page.evaluate("() => navigator.clipboard.readText()")


def test_letters_can_be_made_larger_and_stay_so(asked: Visit) -> None:
    def size() -> float:
        words = asked.answers.last.locator("p").first
        return float(
            words.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
        )

    normal = size()
    asked.button("Grotere letters").click()
    assert size() == pytest.approx(1.25 * normal)
    asked.button("Grotere letters").click()
    assert size() == pytest.approx(1.5 * normal)
    asked.page.reload()
    assert size() == pytest.approx(1.5 * normal)
    asked.button("Gewone letters").click()
    assert size() == normal


def test_a_wiped_conversation_is_gone_here_and_on_the_server(
    assistant: Assistant, asked: Visit
) -> None:
    wiped = asked.conversation
    choose(asked, "Wis gesprek")
    assert assistant.messages_of(wiped) == 1, "it is asked first"
    asked.button("Ja, wis het gesprek").click()
    expect(asked.panel.get_by_text("Het gesprek is gewist.")).to_be_visible()
    assert asked.answers.count() == 1
    assert assistant.left_of(wiped) == set()
    asked.page.reload()
    assert asked.answers.count() == 1
    asked.ask(QUESTION)
    assert asked.conversation != wiped


def test_who_has_all_data_removed_does_not_see_it_any_more(
    assistant: Assistant, asked: Visit
) -> None:
    asked.ask("verwijder mijn gegevens")
    asked.answers.last.get_by_role("button", name="Ja, wis alles").press("Enter")
    expect(asked.log.get_by_text("Ons gesprek is gewist.")).to_be_visible()
    assert asked.answers.count() == 2
    assert QUESTION not in asked.page.evaluate("() => sessionStorage.steunwijzer")
    assert asked.focused().startswith("Vraag het aan"), "focus is not lost"
    assert "gratis hulp" in asked.ask("Wat is cliëntondersteuning?")


@pytest.mark.parametrize("by_keyboard", [False, True])
def test_who_does_not_want_to_wipe_keeps_the_conversation(
    asked: Visit, by_keyboard: bool
) -> None:
    choose(asked, "Wis gesprek")
    if by_keyboard:
        asked.page.keyboard.press("Escape")
    else:
        asked.button("Nee, bewaar het").click()
    expect(asked.button("Nee, bewaar het")).to_be_hidden()
    expect(asked.panel).to_be_visible()
    assert asked.answers.count() == 2
    assert asked.focused() == "Meer"


def test_who_wipes_closes_what_was_printed_too(asked: Visit) -> None:
    asked.page.context.add_init_script("window.print = () => {}")
    with asked.page.context.expect_page() as opened:
        choose(asked, "Print gesprek")
    with opened.value.expect_event("close"):
        choose(asked, "Wis gesprek")
        asked.button("Ja, wis het gesprek").click()
    expect(asked.panel.get_by_text("Het gesprek is gewist.")).to_be_visible()


def test_a_conversation_that_cannot_be_wiped_on_the_server_is_wiped_there_later(
    assistant: Assistant, asked: Visit
) -> None:
    wiped = asked.conversation
    asked.page.route("**/erase", lambda route: route.abort())
    choose(asked, "Wis gesprek")
    asked.button("Ja, wis het gesprek").click()
    expect(asked.panel.get_by_text("na 30 dagen vanzelf weg")).to_be_visible()
    assert asked.answers.count() == 1
    asked.complaints.clear()
    asked.page.unroute("**/erase")
    asked.page.reload()
    asked.wait_until(lambda: assistant.left_of(wiped) == set())


@pytest.mark.parametrize(
    "typed",
    ["mijn bsn is 123456782", "1234.56.782", "NL91 ABNA 0417 1643 00", "123-456-782"],
)
def test_before_a_bsn_is_sent_there_is_a_warning(visit: Visit, typed: str) -> None:
    visit.open().field.fill(typed)
    visit.field.press("Enter")
    expect(visit.button("Haal het nummer weg")).to_be_visible()
    assert visit.answers.count() == 1
    expect(visit.field).to_have_attribute("aria-invalid", "true")
    visit.button("Haal het nummer weg").click()
    assert not re.search(r"\d{3}", visit.field.input_value())
    assert visit.focused() == "Uw vraag"


def test_who_sends_it_all_the_same_is_told_that_it_was_taken_out(
    assistant: Assistant, visit: Visit
) -> None:
    visit.open().field.fill("mijn bsn is 111222333, wat kost het?")
    visit.field.press("Enter")
    visit.button("Verstuur toch").click()
    assert "burgerservicenummer" in visit.answer_after(1)
    assert "111222333" not in assistant.everything_on_disk()
    said = visit.log.locator(".typed").inner_text()
    assert said == "mijn bsn is [nummer], wat kost het?"
    assert "111222333" not in visit.page.evaluate("() => sessionStorage.steunwijzer")


@pytest.mark.parametrize(
    "typed", ["0612345678", "bel 06 12 34 56 78", "in 2015 of 2016", "€ 350,00"]
)
def test_a_phone_number_or_an_amount_is_sent_without_a_word(
    visit: Visit, typed: str
) -> None:
    visit.open().ask(typed)
    assert visit.answers.count() == 2


def test_nothing_is_not_sent_and_the_field_says_why(visit: Visit) -> None:
    visit.open().send.click()
    problem = visit.panel.get_by_text("Typ eerst uw vraag.")
    expect(problem).to_be_visible()
    expect(visit.field).to_have_attribute("aria-invalid", "true")
    described = str(visit.field.get_attribute("aria-describedby")).split()
    assert problem.evaluate("each => each.closest('[id]').id") in described
    visit.field.type("Wat")
    expect(problem).to_be_hidden()
    expect(visit.field).not_to_have_attribute("aria-invalid", "true")


def test_what_is_wrong_is_said_each_time(visit: Visit) -> None:
    visit.open().send.click()
    problem = visit.panel.locator("#problem")
    expect(problem).to_have_text("Typ eerst uw vraag.")
    problem.evaluate(
        """problem => {
          window.said = 0;
          new MutationObserver(() => { window.said += problem.innerText ? 1 : 0 })
            .observe(problem, {childList: true, characterData: true, subtree: true});
        }"""
    )
    visit.send.click()
    visit.wait_until(lambda: bool(visit.page.evaluate("() => window.said")))


def test_too_much_is_not_cut_off_but_told(visit: Visit) -> None:
    visit.open().field.fill("a" * 1007)
    visit.field.press("Enter")
    expect(visit.panel.get_by_text("Haal 7 tekens weg")).to_be_visible()
    assert len(visit.field.input_value()) == 1007


def test_hours_phone_and_mail_are_one_step_away_also_when_the_server_is_gone(
    visit: Visit,
) -> None:
    visit.open()
    visit.page.context.set_offline(True)
    phone = visit.panel.get_by_role("link", name="088 000 00 00").first
    expect(phone).to_be_visible()
    visit.button("Openingstijden en e-mail").click()
    expect(visit.panel.get_by_text("maandag tot en met donderdag")).to_be_visible()
    expect(visit.panel.get_by_text("9.00 tot 17.00 uur")).to_be_visible()
    mail = visit.panel.get_by_role("link", name="hulp@zorgkantoor-voorbeeld.example")
    expect(mail).to_be_visible()
