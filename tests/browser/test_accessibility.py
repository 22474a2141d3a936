"""axe finds nothing, in no state and however it is looked at."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.visit import Visit

LOOKS: dict[str, dict[str, object]] = {
    "wide": {},
    "dark": {"color_scheme": "dark"},
    "320": {"viewport": {"width": 320, "height": 640}},
    "400-percent": {"viewport": {"width": 320, "height": 256}},
    "forced-colours": {"forced_colors": "active"},
    "still": {"reduced_motion": "reduce"},
    "contrast": {"contrast": "more"},
}


def closed(visit: Visit) -> None:
    pass


def opened(visit: Visit) -> None:
    visit.open()


def answered(visit: Visit) -> None:
    visit.open().ask("Wat kost cliëntondersteuning?")


def in_the_helper(visit: Visit) -> None:
    visit.open().ask("Welke zorg past bij mij?")
    visit.press(visit.choices[0])


def with_contact(visit: Visit) -> None:
    visit.open().button("Openingstijden en e-mail").click()


def with_menu(visit: Visit) -> None:
    visit.open().button("Meer").click()


def asked_to_erase(visit: Visit) -> None:
    with_menu(visit)
    visit.button("Wis gesprek").click()


def with_nothing_typed(visit: Visit) -> None:
    visit.open().send.click()
    expect(visit.panel.get_by_text("Typ eerst uw vraag.")).to_be_visible()


def warned_of_a_bsn(visit: Visit) -> None:
    visit.open().field.fill("mijn bsn is 123456782")
    visit.send.click()
    expect(visit.button("Haal het nummer weg")).to_be_visible()


def enlarged(visit: Visit) -> None:
    answered(visit)
    for _ in range(2):
        visit.button("Grotere letters").click()


def waiting(visit: Visit) -> None:
    visit.page.route("**/messages", lambda route: None)
    visit.open().field.fill("Wat kost het?")
    visit.field.press("Enter")
    expect(visit.panel.get_by_text("zoekt het op")).to_be_visible()


def cut_off(visit: Visit) -> None:
    visit.open().ask_in_vain("Wat kost het?")


STATES: list[Callable[[Visit], None]] = [
    *(closed, opened, answered, in_the_helper, with_contact, with_menu),
    *(asked_to_erase, with_nothing_typed, warned_of_a_bsn, enlarged, waiting, cut_off),
]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", STATES, ids=lambda each: each.__name__)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    tab: OpenTab, example: str, state: Callable[[Visit], None], look: str
) -> None:
    visit = tab(**LOOKS[look]).go(example)
    state(visit)
    visit.keep_picture(f"{state.__name__.replace('_', '-')}-{look}")
    assert visit.mistakes() == []
    assert visit.too_wide() == []


@pytest.fixture(params=["320", "400-percent"])
def small(tab: OpenTab, example: str, request: pytest.FixtureRequest) -> Visit:
    """The panel in a small window."""
    return tab(**LOOKS[request.param]).go(example).open()


def test_in_a_small_window_all_can_be_read_and_typed(small: Visit) -> None:
    small.ask("Wat kost cliëntondersteuning?")
    expect(small.answers.last.locator("p").first).to_be_in_viewport()
    small.press("Mijn verzekeraar")
    small.ask("Menzis")
    small.field.scroll_into_view_if_needed()
    expect(small.field).to_be_in_viewport()
    small.button("Sluit").click()
    expect(small.launcher).to_be_in_viewport()


def test_on_a_phone_a_question_comes_with_the_field_to_answer_it_in(
    tab: OpenTab, example: str
) -> None:
    visit = tab(**LOOKS["320"]).go(example).open()
    visit.ask("wat is het verschil tussen vpt, mpt, pgb en verblijf?")
    visit.ask("bel mij terug")
    expect(visit.answers.last.locator("p").last).to_be_in_viewport()
    expect(visit.field).to_be_in_viewport(ratio=1)


def test_in_a_small_window_it_is_seen_that_there_is_no_connection(small: Visit) -> None:
    small.ask("Wat kost het?")
    small.ask_in_vain("Wat kost cliëntondersteuning?")
    expect(small.button("Probeer opnieuw")).to_be_in_viewport(ratio=1)


def test_in_a_small_window_what_was_done_with_the_conversation_is_seen(
    small: Visit,
) -> None:
    small.ask("Wat kost het?")
    small.button("Meer").click()
    small.button("Wis gesprek").click()
    small.button("Ja, wis het gesprek").click()
    expect(small.panel.get_by_text("Het gesprek is gewist.")).to_be_in_viewport()


def test_text_may_be_spaced_out_without_loss(tab: OpenTab, example: str) -> None:
    visit = tab().go(example)
    answered(visit)
    visit.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`* {
            line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important
          }
          p { margin-bottom: 2em !important }`);
          const root = document.querySelector("steunwijzer-chat").shadowRoot;
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        }"""
    )
    assert visit.too_wide() == []
    expect(visit.send).to_be_in_viewport()


def test_nothing_moves_for_who_does_not_want_that(tab: OpenTab, example: str) -> None:
    def moving(visit: Visit) -> int:
        waiting(visit)
        return int(
            visit.page.evaluate(
                """() => {
                  const { shadowRoot } = document.querySelector("steunwijzer-chat");
                  const unseen = "settle";  // of a tap that comes too soon
                  return shadowRoot.getAnimations()
                    .filter(each => each.animationName !== unseen).length;
                }"""
            )
        )

    assert moving(tab().go(example)) > 0
    assert moving(tab(reduced_motion="reduce").go(example)) == 0
