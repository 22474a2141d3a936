"""What was measured, as docs/bench.md shows it, and whether it is fast enough."""

from dataclasses import dataclass
from statistics import median, quantiles

from bench.widget import TIMES, Times

HEAD = f"""# How fast it is

`make bench` writes this page. Times are in milliseconds, of one run on one machine:
what counts is how they compare. Each is measured {TIMES} times, in Chromium, on the
example page.

"""


@dataclass(frozen=True)
class Goal:
    """What has to hold: a time in milliseconds, and the most that it may be."""

    name: str
    found: float
    most: float

    @property
    def met(self) -> bool:
        """Whether it holds."""
        return self.found <= self.most


def goals(found: Times) -> list[Goal]:
    """Return the goals, with what was found."""
    return [
        Goal("script received to button usable, median", median(found.button), 100),
        Goal("what the widget adds to showing an answer, median", found.added, 20),
    ]


def report(found: Times) -> str:
    """Return the whole page, in Markdown."""
    rows = {
        "script received to button usable": found.button,
        "the same, with an empty script: the page alone": found.page,
        "answer received to answer drawn, by the widget": found.answer,
        "the same, by a bare page that shows the text": found.bare,
    }
    lines = ["| | median | 95 % |", "|---|---|---|"]
    lines += [f"| {name} | {_row(times)} |" for name, times in rows.items()]
    times_page = median(found.button) / median(found.page)
    times_bare = median(found.answer) / median(found.bare)
    lines += [
        "",
        f"With the widget the page takes {times_page:.1f} times as long as alone;",
        f"an answer takes {times_bare:.1f} times as long as on the bare page.",
        "",
    ]
    lines += ["| Goal | Found | At most | |", "|---|---|---|---|"]
    for goal in goals(found):
        verdict = "met" if goal.met else "NOT MET"
        lines.append(
            f"| {goal.name} | {goal.found:.1f} | {goal.most:.0f} | {verdict} |"
        )
    return HEAD + "\n".join(lines) + "\n"


def _row(times: list[float]) -> str:
    return f"{median(times):.1f} | {quantiles(times, n=20)[-1]:.1f}"
