"""A tab keeps its conversation, over pages and reloads, and no longer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenTab
from tests.browser.visit import Visit
from tests.browser.website import Website
from tests.running import Assistant
from tools.chromium import ARGUMENTS, find_chromium

QUESTION = "Wat kost cliëntondersteuning?"


def test_after_a_reload_the_conversation_is_there_and_goes_on(visit: Visit) -> None:
    visit.open().ask("heb ik recht op cliëntondersteuning?")
    visit.press("Ja")
    before = visit.log.inner_text()
    visit.page.reload()
    expect(visit.panel).to_be_visible()
    assert visit.log.inner_text() == before
    assert visit.focused() != "Uw vraag", "a page that loads takes no focus"
    visit.press("Ouderenzorg")
    assert "recht" in visit.press("Voor mijzelf")


def test_on_the_next_page_the_conversation_goes_on(
    tab: OpenTab, website: Website
) -> None:
    first, second = website.page("een"), website.page("twee")
    visit = tab().go(first).open()
    visit.ask("heb ik recht op cliëntondersteuning?")
    visit.go(second)
    assert "Voor welke zorg" in visit.press("Ja")


@pytest.fixture
def keeps_pages(browser: Browser) -> Iterator[Visit]:
    """A tab in which "back" shows a page as it was left; Playwright's own loads it."""
    running = browser.browser_type.launch(
        executable_path=find_chromium(),
        args=list(ARGUMENTS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield Visit(running.new_page())
    running.close()


def go_back(visit: Visit) -> None:
    """Go back to a page that had `isAsItWas`."""
    visit.page.go_back(wait_until="commit")
    assert visit.page.evaluate("() => window.isAsItWas")
    expect(visit.launcher).to_be_visible()


def test_going_back_to_a_page_brings_back_nothing_that_was_wiped(
    keeps_pages: Visit, website: Website
) -> None:
    first, second = website.page("een"), website.page("twee")
    visit = keeps_pages.go(first).open()
    visit.ask(QUESTION)
    visit.page.evaluate("() => { window.isAsItWas = true }")
    visit.go(second)
    visit.button("Meer").click()
    visit.button("Wis gesprek").click()
    visit.button("Ja, wis het gesprek").click()
    expect(visit.panel.get_by_text("Het gesprek is gewist.")).to_be_visible()
    visit.button("Sluit").click()
    go_back(visit)
    assert visit.open().answers.count() == 1
    assert QUESTION not in visit.log.inner_text()


def test_a_question_that_waited_too_long_is_in_the_field_of_the_page_one_goes_back_to(
    keeps_pages: Visit, website: Website
) -> None:
    first, second = website.page("een"), website.page("twee")
    visit = keeps_pages.go(first)
    visit.page.evaluate("() => { window.isAsItWas = true }")
    visit.go(second).open().ask_in_vain(QUESTION)
    visit.button("Sluit").click()
    visit.page.evaluate(
        """() => {
          const state = JSON.parse(sessionStorage.steunwijzer);
          state.pending.at = 0;
          sessionStorage.steunwijzer = JSON.stringify(state);
        }"""
    )
    go_back(visit)
    visit.open()
    expect(visit.field).to_have_value(QUESTION)


def test_two_tabs_are_two_conversations(tab: OpenTab, example: str) -> None:
    one, other = tab().go(example).open(), tab().go(example).open()
    one.ask("heb ik recht op cliëntondersteuning?")
    other.ask(QUESTION)
    assert "Voor welke zorg" in one.press("Ja")
    assert one.conversation != other.conversation


def test_a_second_tab_of_the_same_visitor_begins_anew(visit: Visit) -> None:
    visit.open().ask(QUESTION)
    second = Visit(visit.page.context.new_page()).go(visit.page.url)
    expect(second.launcher).to_be_visible()
    assert second.open().answers.count() == 1


def test_a_tab_that_was_doubled_goes_on_with_the_same_conversation(
    assistant: Assistant, visit: Visit
) -> None:
    visit.open().ask("heb ik recht op cliëntondersteuning?")
    with visit.page.context.expect_page() as opened:
        visit.page.evaluate("() => { window.open(location.href) }")  # copies the state
    second = Visit(opened.value)
    assert "Voor welke zorg" in second.press("Ja")
    assert second.conversation == visit.conversation
    assert "Voor welke zorg" in visit.press("Ja"), "an old tab is asked again"
    assert assistant.messages_of(visit.conversation) == 3


@pytest.mark.parametrize("stored", ["", "nonsense", "{}", '{"entries": [1]}'])
def test_what_is_broken_in_the_tab_is_dropped(visit: Visit, stored: str) -> None:
    visit.page.evaluate("it => sessionStorage.setItem('steunwijzer', it)", stored)
    visit.page.reload()
    assert "gratis" in visit.open().ask(QUESTION)


def test_it_works_where_nothing_may_be_stored(tab: OpenTab, example: str) -> None:
    visit = tab()
    visit.page.add_init_script(
        """Object.defineProperty(window, "sessionStorage", {
          get() { throw new DOMException("no", "SecurityError") }
        })"""
    )
    assert "gratis" in visit.go(example).open().ask(QUESTION)
