"""A real browser, and the pages that it visits."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.visit import Visit, hosts
from tests.browser.website import Website
from tests.running import Assistant
from tools.chromium import ARGUMENTS, MISSING, find_chromium
from tools.visitor import PATH

SECONDS = 15_000  # milliseconds
OpenTab = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a module: while Playwright runs, no test can use asyncio."""
    program = find_chromium()
    if program is None:
        # In CI there has to be one: .ci/run installs it.
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=program, args=list(ARGUMENTS)
        )
        yield running
        running.close()


@pytest.fixture
def example(assistant: Assistant) -> str:
    """The address of the example page."""
    return f"http://127.0.0.1:{assistant.port}{PATH}/"


@pytest.fixture
def website(assistant: Assistant) -> Iterator[Website]:
    """The website of a zorgkantoor."""
    running = Website(f"http://127.0.0.1:{assistant.port}")
    yield running
    running.close()


@pytest.fixture
def tab(browser: Browser, assistant: Assistant) -> Iterator[OpenTab]:
    """Open a tab with the settings of a visitor; what it may not do is watched.

    Nobody else is called, nothing is kept but in the tab, and the console stays empty.
    """
    opened: list[BrowserContext] = []
    called: list[str] = []
    complaints: list[str] = []

    def open_tab(**settings: Any) -> Visit:  # noqa: ANN401
        sizes: Any = {"viewport": {"width": 1100, "height": 800}}
        context = browser.new_context(**{"locale": "nl-NL", **sizes, **settings})
        context.set_default_timeout(SECONDS)
        opened.append(context)

        def watch(page: Page) -> None:
            page.on("request", lambda request: called.append(request.url))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text))

        context.on("page", watch)
        visit = Visit(context.new_page())
        visit.complaints = complaints
        return visit

    yield open_tab
    for context in opened:
        assert context.cookies() == []
        for page in context.pages:
            if page.url.startswith("http"):
                assert page.evaluate("() => localStorage.length") == 0
        context.close()
    assert {each.rpartition(":")[0] for each in hosts(called)} <= {"127.0.0.1"}
    assert complaints == []


@pytest.fixture
def visit(tab: OpenTab, example: str) -> Visit:
    """A visitor of the example page, on a wide screen."""
    return tab().go(example)
