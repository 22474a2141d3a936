"""Nothing is lost, and nothing happens twice, whatever becomes of the connection."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenTab
from tests.browser.visit import Visit
from tests.running import Assistant
from tools.visitor import PATH

QUESTION = "Wat kost cliëntondersteuning?"


def test_an_answer_that_is_lost_on_its_way_comes_after_all_and_counts_once(
    assistant: Assistant, visit: Visit
) -> None:
    def lose(route: Route) -> None:
        route.fetch()  # the server answers, and the visitor does not hear it
        route.abort()

    visit.page.route("**/messages", lose, times=2)
    assert "gratis" in visit.open().ask(QUESTION)
    assert assistant.messages_of(visit.conversation) == 1
    assert visit.log.get_by_text(QUESTION).count() == 1
    visit.complaints.clear()


def test_a_reload_in_the_middle_of_an_answer_loses_nothing(
    assistant: Assistant, visit: Visit
) -> None:
    answered: list[Route] = []

    def never(route: Route) -> None:
        route.fetch()
        answered.append(route)

    visit.page.route("**/messages", never, times=1)
    visit.open().field.fill(QUESTION)
    visit.field.press("Enter")
    expect(visit.panel.get_by_text("zoekt het op")).to_be_visible()
    visit.wait_until(lambda: bool(answered))
    visit.page.reload()
    assert "gratis" in visit.answer_after(1)
    assert assistant.messages_of(visit.conversation) == 1
    visit.complaints.clear()


def test_who_has_no_connection_hears_so_and_can_call_and_try_again(
    visit: Visit,
) -> None:
    visit.open()
    visit.page.clock.install()
    visit.page.context.set_offline(True)
    visit.field.fill(QUESTION)
    visit.field.press("Enter")
    expect(visit.panel.locator(".progress")).to_be_visible()
    notice = visit.panel.locator(".notice")
    visit.wait_in_vain(notice)
    expect(notice).to_contain_text("Bel Zorgkantoor Voorbeeld")
    phone = notice.get_by_role("link", name="088 000 00 00")
    assert phone.get_attribute("href") == "tel:+31880000000"
    visit.page.context.set_offline(False)
    assert "gratis" in visit.answer_after(1), "it is tried again by itself"
    visit.complaints.clear()


def test_when_the_connection_is_back_focus_is_not_lost(visit: Visit) -> None:
    visit.open()
    visit.page.clock.install()
    visit.page.context.set_offline(True)
    visit.field.fill(QUESTION)
    visit.field.press("Enter")
    retry = visit.button("Probeer opnieuw")
    visit.wait_in_vain(retry)
    retry.focus()
    visit.page.context.set_offline(False)
    visit.answer_after(1)
    assert visit.focused() == f"U: {QUESTION}"
    visit.complaints.clear()


def test_a_question_that_waited_too_long_goes_back_to_the_field(visit: Visit) -> None:
    visit.open().ask_in_vain(QUESTION)
    visit.page.clock.fast_forward("01:01:00")
    visit.button("Probeer opnieuw").press("Enter")
    expect(visit.field).to_have_value(QUESTION)
    expect(visit.panel.get_by_text("nog niet verstuurd")).to_be_visible()
    assert visit.focused().startswith("Vraag het aan"), "focus is not lost"
    assert visit.complaints == []


def test_a_question_while_another_has_no_answer_yet_stays_in_the_field(
    visit: Visit,
) -> None:
    visit.open().ask_in_vain(QUESTION)
    visit.page.unroute("**/messages")
    visit.field.fill("Wie helpt mij?")
    visit.field.press("Enter")
    assert "gratis" in visit.answer_after(1)
    expect(visit.field).to_have_value("Wie helpt mij?")
    expect(visit.panel.get_by_text("nog niet verstuurd")).to_be_visible()
    assert "U kiest zelf wie u helpt" in visit.ask("Wie helpt mij?")


def test_a_double_click_sends_once(assistant: Assistant, visit: Visit) -> None:
    visit.open().field.fill(QUESTION)
    visit.send.dblclick()
    visit.answer_after(1)
    visit.answers.last.get_by_role("button").first.dblclick()
    visit.answer_after(2)
    assert assistant.messages_of(visit.conversation) == 2
    assert visit.log.locator(".visitor").count() == 2


@pytest.mark.parametrize("pause", [80, 350, 600])  # milliseconds
def test_a_second_tap_does_not_press_what_has_just_come_under_the_finger(
    tab: OpenTab, example: str, pause: int
) -> None:
    visit = tab(viewport={"width": 360, "height": 740}).go(example).open()
    visit.ask("heb ik recht op cliëntondersteuning?")
    visit.answers.last.get_by_role("button", name="Ja", exact=True).click()
    choices = visit.answers.nth(2).locator(".choices")
    choices.evaluate(
        """(choices, pause) => {
          const [settling] = choices.getAnimations();
          settling.pause();
          settling.currentTime = pause;
        }""",
        pause,
    )
    for choice in choices.get_by_role("button").all():
        box = choice.bounding_box()
        assert box
        visit.page.mouse.click(box["x"] + 9, box["y"] + 9)
    assert visit.log.locator(".visitor").count() == 2
    choices.evaluate("choices => choices.getAnimations()[0].finish()")
    assert "Voor wie" in visit.press("Ouderenzorg"), "and a moment later it does"


def test_a_restart_of_the_server_in_the_middle_loses_nothing(
    own_assistant: Callable[[], Assistant], tab: OpenTab
) -> None:
    running = own_assistant()
    visit = tab().go(f"http://127.0.0.1:{running.port}{PATH}/").open()
    visit.ask("heb ik recht op cliëntondersteuning?")
    visit.page.clock.install()
    running.kill_rasa()
    visit.answers.last.get_by_role("button", name="Ja", exact=True).click()
    notice = visit.panel.locator(".notice")
    visit.wait_in_vain(notice)
    expect(notice.get_by_role("link", name="088 000 00 00")).to_be_visible()
    running.start_rasa()
    visit.button("Probeer opnieuw").click()
    assert "Voor welke zorg" in visit.answer_after(2)
    assert running.messages_of(visit.conversation) == 2
    visit.complaints.clear()


def test_a_conversation_of_which_the_server_knows_nothing_begins_anew(
    visit: Visit,
) -> None:
    visit.open().ask(QUESTION)
    visit.page.evaluate(
        """() => {
          const state = JSON.parse(sessionStorage.getItem("steunwijzer"));
          state.token = "website-x.y.z";
          sessionStorage.setItem("steunwijzer", JSON.stringify(state));
        }"""
    )
    visit.page.reload()
    assert "gratis hulp" in visit.ask("Wat is cliëntondersteuning?")
    expect(visit.panel.get_by_text("nieuw gesprek")).to_be_visible()
    visit.complaints.clear()


def test_who_goes_too_fast_is_told_to_wait_and_can_go_on(visit: Visit) -> None:
    told = '{"error": "too_fast", "messages": [{"paragraphs": [[{"text": "Wacht 3 seconden."}]], "source": null, "buttons": []}]}'  # noqa: E501

    visit.page.route(
        "**/messages",
        lambda route: route.fulfill(
            status=429, body=told, content_type="application/json"
        ),
        times=1,
    )
    visit.open().field.fill(QUESTION)
    visit.field.press("Enter")
    expect(visit.panel.get_by_text("Wacht 3 seconden.")).to_be_visible()
    visit.button("Probeer opnieuw").click()
    assert "gratis" in visit.answer_after(1)
    visit.complaints.clear()
