"""All of it without a mouse, and what a screen reader is told."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenTab
from tests.browser.visit import Visit


def tab_to(visit: Visit, name: str, most: int = 40) -> None:
    """Press Tab until what says `name` has focus."""
    for _ in range(most):
        if visit.focused() == name:
            return
        visit.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {name}; it is at {visit.focused()}")


def test_a_whole_conversation_by_keyboard_alone(visit: Visit) -> None:
    keyboard = visit.page.keyboard
    tab_to(visit, "Stel uw vraag")
    keyboard.press("Enter")
    expect(visit.panel).to_be_visible()
    assert visit.focused() == "Uw vraag"
    keyboard.type("heb ik recht op cliëntondersteuning?")
    keyboard.press("Enter")
    visit.answer_after(1)
    assert visit.focused() == "Uw vraag", "who types goes on typing"
    for choice, next_question in (
        ("Ja", "Voor welke zorg is de indicatie?"),
        ("Ouderenzorg", "Voor wie"),
        ("Voor mijzelf", "recht"),
    ):
        before = visit.answers.count()
        while visit.focused() != choice:
            keyboard.press("Shift+Tab")
            assert visit.focused() != "Stel uw vraag", f"no way to {choice}"
        keyboard.press("Space")
        assert next_question in visit.answer_after(before)
        assert choice in visit.focused(), "focus stays where the visitor was"
    keyboard.press("Escape")
    expect(visit.panel).to_be_hidden()
    assert visit.focused() == "Stel uw vraag"


def test_from_the_pressed_choice_tab_goes_on_to_the_answer(visit: Visit) -> None:
    visit.open().ask("heb ik recht op cliëntondersteuning?")
    visit.answers.last.get_by_role("button", name="Ja", exact=True).focus()
    visit.page.keyboard.press("Enter")
    visit.answer_after(2)
    visit.page.keyboard.press("Tab")
    assert visit.focused() == visit.choices[0]


def test_everything_in_the_panel_is_reached_in_the_order_in_which_it_is_read(
    visit: Visit,
) -> None:
    visit.open()
    visit.button("Meer").click()
    seen: list[str] = []
    visit.panel.get_by_role("link", name="088 000 00 00").focus()
    for _ in range(30):
        seen.append(visit.focused())
        visit.page.keyboard.press("Tab")
    names = [
        *("088 000 00 00", "Sluit", "Grotere letters", "Openingstijden en e-mail"),
        *("Meer", "Kopieer gesprek", "Print gesprek", "Mail gesprek", "Wis gesprek"),
        *("Gesprek", "Wat is deze hulp?", "Wie helpt mij?", "Wat kost het?"),
        *("Uw vraag", "Verstuur"),
    ]
    assert seen[: len(names)] == names


def test_opening_and_closing_does_not_lose_the_place_on_the_page(visit: Visit) -> None:
    visit.launcher.focus()
    visit.page.keyboard.press("Space")
    expect(visit.panel).to_be_visible()
    visit.button("Sluit").press("Enter")
    expect(visit.panel).to_be_hidden()
    assert visit.focused() == "Stel uw vraag"
    expect(visit.launcher).to_have_attribute("aria-expanded", "false")


def test_escape_on_the_page_closes_the_panel_and_leaves_focus_alone(
    visit: Visit,
) -> None:
    visit.open()
    link = visit.page.get_by_role("link", name="Contact")
    link.focus()
    visit.page.keyboard.press("Escape")
    expect(visit.panel).to_be_hidden()
    assert visit.focused() == "Contact"


def test_escape_that_is_for_a_window_of_the_page_leaves_the_panel_open(
    visit: Visit,
) -> None:
    visit.open()
    visit.page.evaluate(
        """() => {
          const ours = document.createElement("dialog");
          ours.append(document.createElement("button"));
          document.body.append(ours);
          ours.showModal();
        }"""
    )
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("body > dialog")).to_be_hidden()
    expect(visit.panel).to_be_visible()


def test_in_a_small_window_focus_cannot_go_behind_the_panel(
    tab: OpenTab, example: str
) -> None:
    visit = tab(viewport={"width": 320, "height": 640}).go(example).open()
    for _ in range(40):
        visit.page.keyboard.press("Tab")
        inside = visit.page.evaluate(
            "() => document.activeElement.matches('steunwijzer-chat, body')"
        )
        assert inside, visit.focused()
    visit.page.keyboard.press("Escape")
    assert visit.focused() == "Stel uw vraag"


@pytest.mark.parametrize("larger", [0, 1, 2])
def test_in_a_small_window_what_gets_focus_comes_out_from_behind_the_title(
    tab: OpenTab, example: str, larger: int
) -> None:
    visit = tab(viewport={"width": 320, "height": 640}).go(example).open()
    for _ in range(larger):
        visit.button("Grotere letters").click()
    visit.ask("ik wil een mens spreken")
    first, second = visit.answers.nth(1).get_by_role("link").all()[:2]
    visit.ask("wat is het verschil tussen vpt, mpt, pgb en verblijf?")
    second.focus()
    title = visit.panel.locator(".title")
    visit.panel.evaluate(
        "(panel, down) => { panel.scrollTop += down }", top(first) - top(title)
    )
    visit.page.keyboard.press("Shift+Tab")
    assert visit.focused() == first.inner_text()
    box = title.bounding_box()
    assert box
    assert top(first) >= max(0, box["y"] + box["height"])


def top(element: Locator) -> float:
    """Where it begins in the window."""
    box = element.bounding_box()
    assert box
    return box["y"]


def test_an_answer_is_announced_once_and_whole(visit: Visit) -> None:
    visit.open()
    visit.log.evaluate(
        """log => {
          window.changes = [];
          new MutationObserver(all => {
            for (const each of all) {
              if (each.type === "characterData") window.changes.push("text");
              for (const node of each.addedNodes)
                if (node.nodeType === 1) window.changes.push(node.className);
            }
          }).observe(log, {childList: true, characterData: true, subtree: true});
        }"""
    )
    visit.ask("Wat kost cliëntondersteuning?")
    visit.press(visit.choices[0])
    changes = visit.page.evaluate("() => window.changes")
    turns = ["turn visitor", "turn answer"]
    assert changes == [*turns, *turns]


def test_the_log_is_a_polite_live_region_and_what_is_typed_meanwhile_stays(
    visit: Visit,
) -> None:
    visit.open()
    expect(visit.log).to_have_attribute("aria-live", "polite")
    visit.field.fill("Wat kost het?")
    visit.field.press("Enter")
    visit.field.type("En nog")
    visit.answer_after(1)
    expect(visit.field).to_have_value("En nog")


def test_focus_can_be_seen_on_everything(visit: Visit) -> None:
    visit.open()
    visit.button("Meer").press("Enter")
    visit.panel.get_by_role("link", name="088 000 00 00").focus()
    visit.page.keyboard.press("Shift+Tab")
    seen = set()
    for _ in range(15):
        visit.page.keyboard.press("Tab")
        name = visit.focused()
        seen.add(name)
        width = visit.page.evaluate(
            """() => {
              const root = document.querySelector("steunwijzer-chat").shadowRoot;
              const style = getComputedStyle(root.activeElement);
              return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
            }"""
        )
        assert width >= 2, name
    assert {"088 000 00 00", "Wis gesprek", "Wat kost het?", "Verstuur"} <= seen


def test_no_target_is_smaller_than_a_finger_needs(visit: Visit) -> None:
    visit.open()
    visit.button("Openingstijden en e-mail").click()
    visit.ask("ik wil een mens spreken")
    links = visit.panel.get_by_role("link").all()
    assert len(links) >= 4
    for target in [*visit.panel.get_by_role("button").all(), *links]:
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24, target.inner_text()
