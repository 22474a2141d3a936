import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.helpers import is_running, start
from tests.waiting import wait_until

# Stand-ins for the assistant and its action server: real programs that say their
# process id. The second starts a program of its own.
STAYS = "import os, signal; print('pid', os.getpid(), flush=True); signal.pause()"
STAYS_WITH_CHILD = (
    "import subprocess, sys; "
    f"subprocess.Popen([sys.executable, '-c', {STAYS!r}]); {STAYS}"
)
IGNORES_SIGTERM = f"import signal; signal.signal(15, signal.SIG_IGN); {STAYS}"
SAYS_GOODBYE = (
    "import os, signal; "
    "signal.signal(15, lambda *_: (print('goodbye', flush=True), os._exit(0))); "
    f"{STAYS}"
)
SAYS_GOODBYE_LATER = SAYS_GOODBYE.replace("(print", "(time.sleep(0.3), print")
ENDS_AFTER_A_WHILE = "import time; time.sleep(1); raise SystemExit(0)"
DIES = "print('the disk is full', flush=True); raise SystemExit(3)"

DRIVER = """
import sys
from tools.parts import Part
from tools.supervisor import NotWorking, supervise

def broken():
    raise NotWorking("no answer to hallo")

names = sys.argv[2:]
parts = [
    Part(name, [sys.executable, "-c", code], foreground=name == "shell")
    for name, code in zip(names[::2], names[1::2])
]
ready = {"never": lambda: False, "at once": lambda: True, "broken": broken}
sys.exit(
    supervise(
        parts,
        ready[sys.argv[1]],
        lambda: print("READY", flush=True),
        give_up_after=float(3 if sys.argv[1] == "never" else 60),
        grace=1,
    )
)
"""
# Sends itself a signal when it runs its nth line after it is ready.
DRIVER_HIT = f"""
import os, signal, sys
from tools.parts import Part
from tools.supervisor import supervise

left = int(sys.argv[1])

def hit(frame, event, argument):
    global left
    left -= event == "line"
    if left == 0:
        os.kill(os.getpid(), signal.SIGTERM)
    return hit

part = Part("rasa", [sys.executable, "-c", {STAYS!r}])
sys.exit(supervise([part], lambda: True, lambda: sys.settrace(hit), grace=1))
"""
LINES = range(1, 61)


class Run:
    """A supervisor at work on stand-in programs, as a process of its own."""

    def __init__(self, log: Path, ready: str, parts: dict[str, str]) -> None:
        arguments = [word for part in parts.items() for word in part]
        self.log = log
        self.process = start(DRIVER, log, args=(ready, *arguments))

    def pids(self) -> list[int]:
        return [int(pid) for pid in re.findall(r"pid (\d+)", self.log.read_text())]

    def lines(self) -> list[str]:
        return self.log.read_text().splitlines()

    def wait_for_pids(self, number: int) -> None:
        wait_until(lambda: len(self.pids()) == number, f"{number} programs started")
        assert all(is_running(pid) for pid in self.pids())

    def exit_code(self) -> int:
        return self.process.wait(timeout=20)

    def left_running(self) -> list[int]:
        return [pid for pid in self.pids() if is_running(pid)]


class Runs:
    """Starts supervisors in one folder and sees that nothing of them stays."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.all: list[Run] = []

    def __call__(self, ready: str = "at once", **parts: str) -> Run:
        run = Run(self.folder / f"{len(self.all)}.log", ready, parts)
        self.all.append(run)
        return run


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Runs]:
    runs = Runs(tmp_path)
    yield runs
    for one in runs.all:
        one.process.kill()
        one.process.wait()
        for pid in one.left_running():
            subprocess.run(["kill", "-9", str(pid)], check=False)


def test_when_one_part_dies_all_stop_and_the_reason_is_the_last_line(run: Runs) -> None:
    both = run("never", rasa=STAYS_WITH_CHILD, actions=f"import time; {DIES}")
    assert both.exit_code() == 1
    assert both.lines()[-1] == (
        "Stopped: actions ended with exit code 3; its last line: the disk is full"
    )
    assert both.left_running() == []


def test_a_part_that_is_killed_stops_all_others(run: Runs) -> None:
    both = run(rasa=STAYS, actions=STAYS)
    both.wait_for_pids(2)
    subprocess.run(["kill", "-9", str(both.pids()[0])], check=True)
    assert both.exit_code() == 1
    assert both.lines()[-1].startswith("Stopped: ")
    assert "ended with signal 9" in both.lines()[-1]
    assert both.left_running() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all_parts_and_what_they_started(
    run: Runs, number: signal.Signals
) -> None:
    both = run(rasa=STAYS, actions=STAYS_WITH_CHILD)
    both.wait_for_pids(3)
    both.process.send_signal(number)
    assert both.exit_code() == 0
    assert both.left_running() == []


def test_a_part_is_asked_to_stop_and_can_finish(run: Runs) -> None:
    one = run(rasa=SAYS_GOODBYE)
    one.wait_for_pids(1)
    one.process.send_signal(signal.SIGINT)
    assert one.exit_code() == 0
    assert "[rasa] goodbye" in one.lines()


def test_what_the_other_parts_need_ends_last(run: Runs) -> None:
    both = run(actions=SAYS_GOODBYE, rasa=f"import time; {SAYS_GOODBYE_LATER}")
    both.wait_for_pids(2)
    both.process.send_signal(signal.SIGTERM)
    assert both.exit_code() == 0
    said = [line for line in both.lines() if "goodbye" in line]
    assert said == ["[rasa] goodbye", "[actions] goodbye"]


def test_a_part_that_will_not_stop_is_killed(run: Runs) -> None:
    stubborn = run(rasa=IGNORES_SIGTERM)
    stubborn.wait_for_pids(1)
    stubborn.process.send_signal(signal.SIGINT)
    assert stubborn.exit_code() == 0
    assert stubborn.left_running() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the children")
def test_a_supervisor_that_is_killed_leaves_no_part_behind(run: Runs) -> None:
    both = run(rasa=IGNORES_SIGTERM, actions=STAYS)
    both.wait_for_pids(2)
    both.process.kill()
    both.process.wait()
    wait_until(lambda: both.left_running() == [], "the parts are gone")


def test_it_says_once_that_the_parts_are_ready(run: Runs) -> None:
    one = run(rasa=ENDS_AFTER_A_WHILE)
    assert one.exit_code() == 1
    assert one.lines().count("READY") == 1


def test_parts_that_run_but_do_not_work_are_stopped_with_the_reason(run: Runs) -> None:
    one = run("broken", rasa=STAYS)
    assert one.exit_code() == 1
    assert one.lines()[-1] == "Stopped: no answer to hallo"
    assert one.left_running() == []


def test_parts_that_never_get_ready_are_stopped_with_the_reason(run: Runs) -> None:
    one = run("never", rasa=STAYS)
    assert one.exit_code() == 1
    assert one.lines()[-1] == "Stopped: no answer within 3 s"
    assert one.left_running() == []


def test_the_end_of_the_shell_is_a_normal_end_of_all(run: Runs) -> None:
    chat = run(actions=STAYS, shell="print('bye', flush=True)")
    assert chat.exit_code() == 0
    assert not any(line.startswith("Stopped") for line in chat.lines())
    assert chat.left_running() == []


def test_a_shell_that_fails_is_named_as_the_reason(run: Runs) -> None:
    chat = run(actions=STAYS, shell="raise SystemExit(4)")
    assert chat.exit_code() == 1
    assert chat.lines()[-1] == "Stopped: shell ended with exit code 4"
    assert chat.left_running() == []


def test_output_is_shown_under_the_name_of_its_part(run: Runs) -> None:
    one = run(rasa=DIES)
    assert one.exit_code() == 1
    assert "[rasa] the disk is full" in one.lines()


def test_a_signal_ends_it_wherever_it_falls(tmp_path: Path) -> None:
    """Also in the middle of what the supervisor waits with, which may hold a lock."""
    runs = [start(DRIVER_HIT, tmp_path / f"{at}.log", args=(str(at),)) for at in LINES]
    assert [each.wait(timeout=60) for each in runs] == [0] * len(runs)
