"""The widget and the page that it stands on leave each other alone."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenTab
from tests.browser.visit import Visit
from tests.browser.website import HOSTILE, Website

QUESTION = "Wat kost cliëntondersteuning?"


def looks(visit: Visit) -> dict[str, list[str]]:
    """How parts of the widget look, as far as a page could change it."""
    names = (
        "color fontFamily fontSize letterSpacing lineHeight textTransform display float"
    )
    return {
        each: visit.page.evaluate(
            """([selector, names]) => {
              const root = document.querySelector("steunwijzer-chat").shadowRoot;
              const style = getComputedStyle(root.querySelector(selector));
              return names.split(" ").map(name => style[name]);
            }""",
            [each, names],
        )
        for each in (
            ".root",
            "h2",
            ".answer p",
            "textarea",
            ".choices button",
            "dialog",
        )
    }


def test_it_works_on_another_website_under_a_strict_policy(
    tab: OpenTab, website: Website
) -> None:
    visit = tab().go(website.page()).open()
    assert "gratis" in visit.ask(QUESTION)  # and the console stays empty


def test_one_script_tag_is_enough(tab: OpenTab, website: Website) -> None:
    visit = tab().go(website.page(content="")).open()
    assert "gratis" in visit.ask(QUESTION)


def test_the_page_changes_nothing_in_the_widget(tab: OpenTab, website: Website) -> None:
    plain = looks(tab().go(website.page()).open())
    assert looks(tab().go(website.page(styles=HOSTILE)).open()) == plain


def test_the_widget_changes_nothing_on_the_page(tab: OpenTab, website: Website) -> None:
    """But for its own element, and the names by which Lit knows itself."""

    def state(visit: Visit) -> dict[str, object]:
        return dict(
            visit.page.evaluate(
                """() => ({
                  names: Object.keys(window)
                    .filter(each => !/^(lit|reactiveElement)[A-Z]/.test(each))
                    .sort().join(),
                  html: document.documentElement.outerHTML,
                  sheets: document.styleSheets.length,
                  adopted: document.adoptedStyleSheets.length,
                  text: getComputedStyle(document.querySelector("#text")).cssText,
                })"""
            )
        )

    address = website.page()
    without = tab()
    without.page.route("**/steunwijzer.js", lambda route: route.fulfill(body=""))
    before = state(without.go(address))
    visit = tab().go(address).open()
    visit.ask(QUESTION)
    assert state(visit) == before


def test_the_page_may_say_what_the_button_says_and_where_it_is(
    tab: OpenTab, website: Website
) -> None:
    attributes = 'label="Hulp nodig?" position="left"'
    visit = tab().go(website.page(attributes=attributes))
    box = visit.page.get_by_role("button", name="Hulp nodig?").bounding_box()
    assert box
    assert box["x"] < 100
    script = 'data-label="Vraag het ons" data-position="left"'
    visit = tab().go(website.page(content="", script=script))
    expect(visit.page.get_by_role("button", name="Vraag het ons")).to_be_visible()


def colours(visit: Visit) -> dict[str, str]:
    return dict(
        visit.page.evaluate(
            """() => {
              const root = document.querySelector("steunwijzer-chat").shadowRoot;
              const of = selector => getComputedStyle(root.querySelector(selector));
              return {
                button: of(".launcher, .primary").backgroundColor,
                words: of(".launcher, .primary").color,
                letters: of(".launcher, .primary").fontFamily,
              };
            }"""
        )
    )


def house_style(background: str, text: str) -> str:
    return f""":root {{
      --utrecht-document-font-family: Georgia, serif;
      --utrecht-button-primary-action-background-color: {background};
      --utrecht-button-primary-action-color: {text};
    }}"""


def test_the_house_style_of_the_page_is_taken_over(
    tab: OpenTab, website: Website
) -> None:
    styles = house_style("rgb(122, 0, 60)", "rgb(255, 255, 255)")
    visit = tab().go(website.page(styles=styles))
    assert colours(visit) == {
        "button": "rgb(122, 0, 60)",
        "words": "rgb(255, 255, 255)",
        "letters": "Georgia, serif",
    }
    assert visit.open().mistakes() == []


def test_a_house_style_that_cannot_be_read_is_not(
    tab: OpenTab, website: Website
) -> None:
    pale = house_style("rgb(250, 240, 0)", "rgb(255, 255, 255)")
    ours = colours(tab().go(website.page()))
    theirs = colours(tab().go(website.page(styles=pale)))
    assert (theirs["button"], theirs["words"]) == (ours["button"], ours["words"])


def test_without_javascript_the_page_says_how_to_reach_a_human(
    tab: OpenTab, example: str
) -> None:
    visit = tab(java_script_enabled=False).go(example)
    page = visit.page
    content = page.locator("steunwijzer-chat")
    expect(content.get_by_role("link", name="088 000 00 00")).to_be_visible()
    expect(content.get_by_text("maandag tot en met donderdag")).to_be_visible()
    assert page.get_by_role("button").count() == 0
    visit.keep_picture("no-javascript")


def test_when_the_script_does_not_load_the_page_says_it_too(
    tab: OpenTab, website: Website
) -> None:
    visit = tab()
    visit.page.route("**/steunwijzer.js", lambda route: route.abort())
    visit.go(website.page())
    expect(visit.page.get_by_role("link", name="088 000 00 00")).to_be_visible()
    visit.complaints.clear()


def test_in_a_browser_too_old_for_it_the_page_says_it_too(
    tab: OpenTab, website: Website
) -> None:
    visit = tab()
    visit.page.add_init_script("delete Document.prototype.adoptedStyleSheets")
    visit.go(website.page())
    expect(visit.page.get_by_role("link", name="088 000 00 00")).to_be_visible()
    expect(visit.launcher).to_be_hidden()


def test_with_javascript_the_content_of_the_element_is_not_shown_twice(
    tab: OpenTab, website: Website
) -> None:
    visit = tab().go(website.page())
    expect(visit.launcher).to_be_visible()
    expect(visit.page.locator("#contact")).to_be_hidden()


@pytest.mark.parametrize("name", ["www.zorgkantoor-voorbeeld.example", "evil.example"])
def test_a_website_that_is_not_of_the_zorgkantoor_gets_no_answer(
    browser: Browser, website: Website, name: str
) -> None:
    """Without TLS even the name of the zorgkantoor is not its website."""
    website.page()
    page = browser.new_page()
    page.goto(f"http://{name}:{website.port}/")
    visit = Visit(page).open()
    page.clock.install()
    visit.field.fill(QUESTION)
    visit.field.press("Enter")
    visit.wait_in_vain(visit.panel.locator(".notice"))
    expect(visit.panel.locator(".notice")).to_contain_text("088 000 00 00")
    page.close()
