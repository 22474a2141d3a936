"""How soon the button of the widget can be used, and an answer can be read.

Everything is measured in the page, in milliseconds. What a page without the widget
needs, in the same run, is what no widget can be faster than.
"""

from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tools.chromium import ARGUMENTS

TIMES = 20
SETTLED = 500  # milliseconds: a browser is busy with itself when it has opened a tab
# In the page before anything else: `painted()` is when what is there now was drawn.
PRELUDE = """
window.painted = () => new Promise(done => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(0);
}));
window.got = name => performance.getEntriesByType("resource")
  .filter(each => each.name.endsWith(name)).at(-1).responseEnd;
"""
BUTTON = """
(async () => {
  const root = () => document.querySelector("steunwijzer-chat")?.shadowRoot;
  while (!root()?.querySelector("button"))
    await new Promise(requestAnimationFrame);
  window.usable = await painted() - got("steunwijzer.js");
})()
"""
PAGE = """
addEventListener("DOMContentLoaded", async () => {
  window.usable = await painted() - got("steunwijzer.js");
});
"""
ANSWER = """
async () => {
  const root = document.querySelector("steunwijzer-chat").shadowRoot;
  const log = root.querySelector("[role=log]");
  const before = log.querySelectorAll(".answer").length;
  const shown = new Promise(done => {
    const watch = new MutationObserver(() => {
      if (log.querySelectorAll(".answer").length === before) return;
      watch.disconnect();
      done();
    });
    watch.observe(log, { childList: true });
  });
  root.querySelector("textarea").value = "Wat kost cliëntondersteuning?";
  root.querySelector("form").requestSubmit();
  await shown;
  return await painted() - got("messages");
}
"""
BARE = """
async () => {
  const post = async (path, body) => (await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  })).json();
  const { token } = window.begun ??= await post("conversations", {});
  const text = "Wat kost cliëntondersteuning?", id = crypto.randomUUID();
  const { messages } = await post("messages", { token, id, text });
  const shown = document.body.appendChild(document.createElement("p"));
  shown.textContent = messages.flatMap(each => each.paragraphs)
    .flat().map(each => each.text).join(" ");
  return await painted() - got("messages");
}
"""


@dataclass(frozen=True)
class Times:
    """What was measured, each as often as TIMES, in milliseconds."""

    button: list[float]
    page: list[float]
    answer: list[float]
    bare: list[float]

    @property
    def added(self) -> float:
        """What the widget adds to showing an answer, in the middle."""
        return median(self.answer) - median(self.bare)


def measure(program: str, example: str) -> Times:
    """Visit the example page with this browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=list(ARGUMENTS)
        )
        try:
            drawn = [
                [_drawn(browser, example, what) for what in (BUTTON, PAGE)]
                for _ in range(TIMES)
            ]
            button, page = map(list, zip(*drawn, strict=True))
            answer, bare = (_answers(browser, example, ask) for ask in (ANSWER, BARE))
            return Times(button, page, answer, bare)
        finally:
            browser.close()


def _drawn(browser: Browser, example: str, what: str) -> float:
    """From the last byte of the script until that is drawn, as for a new visitor."""
    page = browser.new_page()
    if what == PAGE:
        page.route("**/steunwijzer.js", lambda route: route.fulfill(body=""))
    page.add_init_script(PRELUDE + what)
    page.wait_for_timeout(SETTLED)
    page.goto(example)
    page.wait_for_function("() => window.usable")
    usable = float(page.evaluate("() => window.usable"))
    page.close()
    return usable


def _answers(browser: Browser, example: str, ask: str) -> list[float]:
    """From the last byte of an answer until it is drawn: without the server's time."""
    page = browser.new_page()
    page.add_init_script(PRELUDE)
    page.goto(example)
    page.get_by_role("button", name="Stel uw vraag").click()
    times = [float(page.evaluate(ask)) for _ in range(TIMES)]
    page.close()
    return times
