"""Run several programs as one: they start together and stop together."""

import signal
import threading
import time
from collections.abc import Callable, Sequence
from types import FrameType

from tools.parts import Part, Running

GRACE = 10.0  # seconds between asking a part to stop and killing it
SHOW_EVERY = 5.0
PAUSE = 0.1  # seconds
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class NotWorking(Exception):
    """The parts run, but together they do not work; the message says what is wrong."""


def supervise(
    parts: Sequence[Part],
    is_ready: Callable[[], bool],
    on_ready: Callable[[], None],
    *,
    give_up_after: float = 300,
    grace: float = GRACE,
) -> int:
    """Run `parts` until a signal, the end of the foreground part, or a failure.

    The first part is what the others need: it is asked to stop when they have ended.
    `is_ready` is asked, in a thread of its own, until it says True or raises
    NotWorking; then `on_ready` is called once. Returns 0 when the user ended it, else 1
    with the reason as the last line printed.
    """
    # No event: to set it takes the lock that waiting for it may hold at that moment.
    signals: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        signals.append(number)

    before = {number: signal.signal(number, note) for number in STOP_SIGNALS}
    running: list[Running] = []
    readiness = _Readiness(is_ready)
    try:
        try:
            # All are started before the first thread: a fork beside threads can hang.
            for part in parts:
                running.append(Running(part))
        except OSError as error:
            reason: str | None = f"{part.name} could not be started: {error}"
        else:
            for one in running:
                one.show_output()
            readiness.thread.start()
            reason = _watch(running, readiness, on_ready, signals, give_up_after)
    finally:
        readiness.stop.set()
        _stop(running, grace)
        for number, handler in before.items():
            signal.signal(number, handler)
    if reason is None:
        return 0
    print(f"Stopped: {reason}", flush=True)
    return 1


class _Readiness:
    """Asks in the background whether the parts work."""

    def __init__(self, is_ready: Callable[[], bool]) -> None:
        self.is_ready = is_ready
        self.reached = threading.Event()
        self.stop = threading.Event()
        self.problem: str | None = None
        self.thread = threading.Thread(target=self._ask, daemon=True)

    def _ask(self) -> None:
        try:
            while not self.stop.wait(0.2):
                if self.is_ready():
                    self.reached.set()
                    return
        except NotWorking as problem:
            self.problem = str(problem)


def _watch(
    running: list[Running],
    readiness: _Readiness,
    on_ready: Callable[[], None],
    signals: list[int],
    give_up_after: float,
) -> str | None:
    """Wait until it is over; returns what went wrong, or None when nothing did."""
    started = shown = time.monotonic()
    ready = False
    while not signals:
        for one in running:
            code = one.exit_code()
            if code == 0 and one.part.foreground:
                return None
            if code is not None:
                # A Ctrl-C that ended the part is on its way to here too.
                time.sleep(PAUSE)
                return None if signals else one.how_it_ended()
        if readiness.problem:
            return readiness.problem
        now = time.monotonic()
        if not ready:
            if readiness.reached.is_set():
                ready = True
                on_ready()
            elif now - started > give_up_after:
                return f"no answer within {give_up_after:.0f} s"
            elif now - shown >= SHOW_EVERY:
                shown = now
                print(f"Starting ... {now - started:.0f} s", flush=True)
        time.sleep(PAUSE)
    return None


def _stop(running: list[Running], grace: float) -> None:
    """End every part and what it started; kill what is there after `grace` seconds.

    The first part ends last: the others finish what they have in hand with it.
    """
    deadline = time.monotonic() + grace
    others_by = deadline - grace / 5
    for those, until in ((running[1:], others_by), (running[:1], deadline)):
        for one in those:
            one.ask_to_stop()
        for one in those:
            one.stop_by(until)
