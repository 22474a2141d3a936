import time

import pytest

from channels.sessions import Sessions, WeakSecret

SECRET = "a secret that is long enough to sign with"


def test_a_token_leads_back_to_its_conversation() -> None:
    sessions = Sessions(SECRET)
    token = sessions.new()
    conversation = sessions.conversation(token)
    assert conversation
    assert conversation.startswith("website-")
    assert Sessions(SECRET).conversation(token) == conversation  # after a restart


def test_no_two_conversations_are_the_same() -> None:
    sessions = Sessions(SECRET)
    assert len({sessions.conversation(sessions.new()) for _ in range(1000)}) == 1000


def test_a_token_cannot_be_made_to_lead_to_another_conversation() -> None:
    sessions = Sessions(SECRET)
    one, other = sessions.new(), sessions.new()
    signed = one.split(".")[1:]
    theirs = other.split(".")[0]
    assert sessions.conversation(".".join([theirs, *signed])) is None
    assert sessions.conversation(theirs) is None
    assert Sessions(SECRET[::-1]).conversation(one) is None


@pytest.mark.parametrize("token", ["", ".", "..", "a.b.c", "website-x", "\0", "é.é.é"])
def test_nonsense_is_no_token(token: str) -> None:
    assert Sessions(SECRET).conversation(token) is None


def test_a_token_ends_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(SECRET)
    token = sessions.new()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 23 * 3600)
    assert sessions.conversation(token)
    monkeypatch.setattr(time, "time", lambda: now + 24 * 3600 + 2)
    assert sessions.conversation(token) is None
    assert sessions.conversation(token, hours=None), "to have it erased"


@pytest.mark.parametrize("secret", ["", "short", "x" * 31])
def test_a_secret_that_can_be_guessed_is_refused(secret: str) -> None:
    with pytest.raises(WeakSecret):
        Sessions(secret)
