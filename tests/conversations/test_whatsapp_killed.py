"""An assistant that is killed loses no message, and hardly ever repeats an answer."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from tests.phones import PhoneChat
from tests.running import Assistant
from tests.waiting import wait_until
from tools.graph_api import GraphApi
from tools.phone import Meta, delivery, settings, text_of

USERS, EACH = 8, 5
# That Meta takes to say that it took a message: time enough to be killed in.
SECONDS_AFTER = 0.15
QUESTION = "wat kost cliëntondersteuning"


@dataclass
class Round:
    """Clients who write while the assistant is killed again and again."""

    assistant: Assistant
    api: GraphApi
    chats: list[PhoneChat]
    ended_at: list[float] = field(default_factory=list)

    def write(self) -> None:
        """Have everybody write; what is not acknowledged is delivered again."""
        with ThreadPoolExecutor(len(self.chats)) as threads:
            list(threads.map(self._write, self.chats))

    def _write(self, chat: PhoneChat) -> None:
        for _ in range(EACH):
            body = delivery(chat.phone.value([chat.phone.text(QUESTION)]))
            while not self._delivered(body):
                time.sleep(0.5)

    def _delivered(self, body: bytes) -> bool:
        try:
            return Meta(self.assistant.port).deliver(body) == 200
        except OSError:
            return False

    def end_after(self, answers: int, end: Callable[[], None]) -> None:
        """End the assistant once so many answers more have been taken; start it."""
        before = len(self.api.accepted)
        wait_until(
            lambda: len(self.api.accepted) >= before + answers, "answers are taken", 120
        )
        end()
        self.ended_at.append(time.monotonic())
        self.assistant.start_rasa()

    def finish(self) -> None:
        """Return when all is answered and sent."""
        for chat in self.chats:
            wait_until(
                lambda chat=chat: len(chat.received()) >= EACH,  # type: ignore[misc]
                "everybody has their answers",
                180,
            )
            chat.settle()

    def repeats(self) -> list[str]:
        """Return the tokens of answers that were taken more than once."""
        whose = {chat.phone.person for chat in self.chats}
        taken = Counter(each.token for each in self.api.accepted if each.to in whose)
        return [token for token, times in taken.items() if times > 1]

    def play(self, times: int, end: Callable[[], None]) -> None:
        """Have everybody write, end it so many times, and see all answered."""
        with ThreadPoolExecutor(1) as thread:
            writing = thread.submit(self.write)
            for _ in range(times):
                self.end_after(4, end)
            writing.result()
        self.finish()
        repeats = self.repeats()
        print(
            f"\n{len(self.chats) * EACH} messages, {times} times {end.__name__}: "
            f"{sum(len(chat.received()) for chat in self.chats)} answers taken, "
            f"of which {len(repeats)} repeated"
        )


@pytest.fixture(scope="module")
def api() -> Iterator[GraphApi]:
    """A Graph API that is slow to say that it took a message."""
    running = GraphApi(seconds_after=SECONDS_AFTER)
    yield running
    running.close()


@pytest.fixture(scope="module")
def assistant(own_assistant: Callable[..., Assistant], api: GraphApi) -> Assistant:
    """An assistant to kill."""
    return own_assistant(settings(api.url))


@pytest.fixture
def playing(assistant: Assistant, api: GraphApi) -> Round:
    chats = [PhoneChat(assistant, api) for _ in range(USERS)]
    return Round(assistant, api, chats)


def expect_all_answered(playing: Round) -> None:
    for chat in playing.chats:
        answers = {each.token: each for each in chat.received()}
        assert len(answers) == EACH
        assert all("gratis" in text_of(each.message) for each in answers.values())
        assert playing.assistant.messages_of(chat.sender) == EACH, "no turn twice"


def test_every_message_is_answered_and_repeated_only_when_killed_at_that_moment(
    playing: Round,
) -> None:
    playing.api.tell = None  # Meta says nothing of what it took
    playing.play(3, playing.assistant.kill_rasa)
    expect_all_answered(playing)
    for token in playing.repeats():
        first, *_ = [each.at for each in playing.api.accepted if each.token == token]
        assert any(0 <= at - first < SECONDS_AFTER + 0.5 for at in playing.ended_at)


def test_nothing_is_repeated_when_it_is_stopped_for_a_new_version(
    playing: Round,
) -> None:
    playing.api.tell = None
    playing.play(1, playing.assistant.stop_rasa)
    expect_all_answered(playing)
    assert playing.repeats() == []


def test_nothing_is_repeated_when_meta_says_what_it_took(playing: Round) -> None:
    playing.api.tell = Meta(playing.assistant.port).tell
    playing.play(2, playing.assistant.kill_rasa)
    expect_all_answered(playing)
    assert playing.repeats() == []
