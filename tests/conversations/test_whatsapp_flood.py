"""However much comes in at once, and in whatever order: all is answered once."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.phones import PhoneChat
from tests.running import Assistant
from tests.waiting import wait_until
from tools.graph_api import GraphApi
from tools.phone import delivery, text_of

USERS, EACH = 50, 10
# What is asked in turn, and what only its answer says.
QUESTIONS = [
    ("wat kost cliëntondersteuning", "is gratis"),
    ("wanneer zijn jullie open op vrijdag", "9.00 tot 16.00 uur"),
    ("wat is het CIZ", "beslist of iemand langdurige zorg"),
    ("bent u een mens?", "computer, geen mens"),
    ("wat is een mantelzorgmakelaar", "betaalt die zelf"),
    ("hoe lang duurt cliëntondersteuning", "duurt meestal kort"),
    ("mag mijn dochter bij het gesprek zijn", "familie"),
    ("wat is een vpt", "volledig pakket thuis"),
    ("wat gebeurt er met mijn gegevens", "burgerservicenummer"),
    ("wat wordt het weer morgen", "hulp bij langdurige zorg"),
]
assert len(QUESTIONS) == EACH


def written(chat: PhoneChat) -> list[dict[str, Any]]:
    """Return all questions of somebody, each a second after the one before."""
    began = int(time.time()) - EACH
    return [
        {**chat.phone.text(question), "timestamp": str(began + number)}
        for number, (question, _) in enumerate(QUESTIONS)
    ]


def deliveries(chats: list[PhoneChat]) -> list[list[bytes]]:
    """Return what Meta delivers, of each person in order.

    Of every other person all comes in one batch, in any order, and twice. Of the others
    every message comes alone, and every third one again later.
    """
    chance = random.Random(22)
    made = []
    for number, chat in enumerate(chats):
        messages = written(chat)
        if number % 2:
            shuffled = chance.sample(messages, EACH)
            made.append([delivery(chat.phone.value(shuffled))] * 2)
        else:
            alone = [delivery(chat.phone.value([each])) for each in messages]
            made.append([*alone, *alone[::3]])
    return made


def test_500_messages_of_50_people_are_each_answered_once_and_in_order(
    assistant: Assistant, api: GraphApi
) -> None:
    chats = [PhoneChat(assistant, api) for _ in range(USERS)]
    slowest: list[float] = []

    def deliver(bodies: list[bytes]) -> None:
        for body in bodies:
            began = time.monotonic()
            assert chats[0].meta.deliver(body) == 200
            slowest.append(time.monotonic() - began)

    began = time.monotonic()
    with ThreadPoolExecutor(USERS) as threads:
        list(threads.map(deliver, deliveries(chats)))
    for chat in chats:
        wait_until(
            lambda chat=chat: len(chat.received()) >= EACH,  # type: ignore[misc]
            "everybody has their answers",
            240,
        )
        chat.settle()
    seconds = time.monotonic() - began
    counts = Counter(len(chat.received()) for chat in chats)
    print(
        f"\n{sum(len(chat.received()) for chat in chats)} answers to "
        f"{USERS * EACH} messages of {USERS} people in {seconds:.0f} s; "
        f"{len(slowest)} deliveries, acknowledged after "
        f"{sorted(slowest)[len(slowest) // 2] * 1000:.0f} ms (median), "
        f"{max(slowest) * 1000:.0f} ms (most)"
    )
    assert counts == {EACH: USERS}
    for chat in chats:
        texts = [text_of(each.message) for each in chat.received()]
        missing = [
            phrase
            for text, (_, phrase) in zip(texts, QUESTIONS, strict=True)
            if phrase not in text
        ]
        assert missing == []
        assert assistant.messages_of(chat.sender) == EACH
    assert api.violations == []
