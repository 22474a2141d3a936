"""A visitor of a page with the widget on it: what can be seen, pressed and typed."""

import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tools.processes import ROOT

AXE = ROOT / "widget" / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = Path(__file__).parent / "screenshots"
PATIENCE = 15  # seconds
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Visit:
    """One tab, with the panel of the widget."""

    def __init__(self, page: Page) -> None:
        """Take the tab."""
        self.page = page
        self.complaints: list[str] = []  # what the console says
        self.launcher = page.get_by_role("button", name="Stel uw vraag")
        self.panel = page.get_by_role("dialog", name="Vraag het aan Steunwijzer")
        self.log = self.panel.get_by_role("log")
        self.field = self.panel.get_by_label("Uw vraag")
        self.send = self.panel.get_by_role("button", name="Verstuur", exact=True)
        self.answers = self.log.locator(".answer")

    def go(self, url: str) -> "Visit":
        """Load a page."""
        self.page.goto(url)
        return self

    def open(self) -> "Visit":
        """Open the panel."""
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        """Find a button of the panel by what it says."""
        return self.panel.get_by_role("button", name=name, exact=True)

    def ask(self, text: str) -> str:
        """Type a question and send it; returns the answer."""
        self.field.wait_for()  # a page that still loads has no answers to count
        before = self.answers.count()
        self.field.fill(text)
        self.field.press("Enter")
        return self.answer_after(before)

    def press(self, title: str) -> str:
        """Press a button of the last answer; returns the next answer."""
        choice = self.answers.last.get_by_role("button", name=title, exact=True)
        choice.wait_for()  # a page that still loads has no answers to count
        before = self.answers.count()
        choice.click()
        return self.answer_after(before)

    def answer_after(self, before: int) -> str:
        """Wait for one answer more than there were; returns it."""
        expect(self.answers).to_have_count(before + 1)
        return self.answers.last.inner_text()

    @property
    def conversation(self) -> str:
        """The id of the conversation that the tab has."""
        state = "JSON.parse(sessionStorage.getItem('steunwijzer')).token"
        token: str = self.page.evaluate(f"() => {state}")
        return token.partition(".")[0]

    @property
    def choices(self) -> list[str]:
        """What the buttons of the last answer say."""
        return self.answers.last.get_by_role("button").all_inner_texts()

    def wait_in_vain(self, until: Locator) -> None:
        """Let time pass for the page (whose clock is installed) until that is there."""
        for _ in range(100):
            self.page.clock.run_for(2_000)
            if until.is_visible():
                return
            self.page.wait_for_timeout(50)  # for what is no timer: the network
        raise AssertionError("it never came")

    def ask_in_vain(self, text: str) -> None:
        """Send a question that gets no answer, until that is said. Opened before."""
        self.page.route("**/messages", lambda route: route.abort())
        self.page.clock.install()
        self.field.fill(text)
        self.field.press("Enter")
        self.wait_in_vain(self.button("Probeer opnieuw"))
        self.complaints.clear()  # the browser tells of what it could not load

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Let the page and its network go on until that holds."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, "it never came"
            self.page.wait_for_timeout(20)

    def focused(self) -> str:
        """Return what has focus: what it says, or its label."""
        return str(
            self.page.evaluate(
                """() => {
                  let at = document.activeElement;
                  while (at.shadowRoot?.activeElement)
                    at = at.shadowRoot.activeElement;
                  const label = at.labels?.[0] ?? at;
                  const named = at.getAttribute("aria-label") || label.innerText;
                  return named.trim().replace(/\\s+/g, " ");
                }"""
            )
        )

    def mistakes(self) -> list[str]:
        """Return what axe finds wrong on the page."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = self.page.evaluate(
            "tags => axe.run({runOnly: tags, resultTypes: ['violations']})", WCAG
        )
        return [
            f"{rule['id']}: {node['target']} {node['html'][:100]}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    def keep_picture(self, name: str) -> None:
        """Keep what it looks like now, to be looked at."""
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    def too_wide(self) -> list[str]:
        """Return what is wider than it may be, so that one has to scroll sideways."""
        return list(
            self.page.evaluate(
                """() => {
                  const root = document.querySelector("steunwijzer-chat").shadowRoot;
                  const all = [document.documentElement, ...root.querySelectorAll("*")];
                  return all.filter(each => {
                    const { width, right } = each.getBoundingClientRect();
                    const cuts = getComputedStyle(each).overflowX !== "visible";
                    const isRoot = each === document.documentElement;
                    return width > 1 && (right > innerWidth + 1 ||
                      (cuts || isRoot) && each.scrollWidth > each.clientWidth + 1);
                  }).map(each => each.outerHTML.slice(0, 80));
                }"""
            )
        )


def hosts(urls: Iterable[str]) -> set[str]:
    """Return who was called."""
    return {found[1] for url in urls if (found := re.match(r"\w+://([^/]+)", url))}
