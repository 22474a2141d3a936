"""What the website's channel promises, from the outside: as a browser calls it."""

import gzip
import json
import uuid
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
import requests

from tests.conversations.requesting import request_a_call
from tests.running import Assistant, Chat
from tests.waiting import wait_until
from tools.visitor import PATH, Visitor, text_of

QUESTION = "wat kost cliëntondersteuning?"


class Browser:
    """Calls the assistant with whatever a page, or somebody else, could send."""

    def __init__(self, assistant: Assistant) -> None:
        self.home = f"http://127.0.0.1:{assistant.port}"

    def post(
        self, path: str, body: object, **headers: str
    ) -> tuple[requests.Response, str]:
        """Send it; returns the response, and what its messages say."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        response = self.call("POST", path, headers, data)
        sent = response.json() if response.content else {}
        return response, "\n".join(map(text_of, sent.get("messages", ())))

    def call(
        self, method: str, path: str, headers: Mapping[str, str], data: bytes = b""
    ) -> requests.Response:
        usual = {"Origin": self.home, "Content-Type": "application/json"}
        return requests.request(
            method,
            f"{self.home}{PATH}/{path}",
            data=data,
            headers={**usual, **headers},
            timeout=30,
        )


@pytest.fixture
def browser(assistant: Assistant) -> Browser:
    return Browser(assistant)


def message(chat: Chat, **values: str) -> dict[str, str]:
    return {"token": chat.visitor.token, "id": str(uuid.uuid4()), **values}


def test_a_message_that_is_sent_again_gets_the_same_answer_and_counts_once(
    assistant: Assistant, chat: Chat
) -> None:
    again = str(uuid.uuid4())
    first = chat.visitor.send(again, text=QUESTION)
    chat.say("wie geeft dat?")
    assert chat.visitor.send(again, text=QUESTION) == first
    assert assistant.messages_of(chat.sender) == 2


def test_the_same_message_twice_at_the_same_time_counts_once(
    assistant: Assistant, chat: Chat
) -> None:
    same = str(uuid.uuid4())
    with ThreadPoolExecutor(4) as together:
        sent = [
            together.submit(chat.visitor.send, same, text=QUESTION) for _ in range(4)
        ]
    answers = [each.result() for each in sent]
    assert answers == [answers[0]] * 4
    assert assistant.messages_of(chat.sender) == 1


def test_after_a_crash_the_same_message_gets_the_same_answer_and_the_flow_goes_on(
    own_assistant: Callable[[], Assistant],
) -> None:
    running = own_assistant()
    chat = running.chat()
    chat.say("heb ik recht op cliëntondersteuning?")
    again = str(uuid.uuid4())
    first = chat.visitor.send(again, payload=chat.last.buttons["Ja"])
    running.kill_rasa()
    running.start_rasa()
    assert chat.visitor.send(again, payload=chat.last.buttons["Ja"]) == first
    assert running.messages_of(chat.sender) == 2
    chat.say("ouderenzorg")
    assert "Zorgbelang" in chat.press("Voor mijzelf").text


def test_a_request_is_confirmed_once_more_word_for_word_after_a_crash(
    own_assistant: Callable[[], Assistant],
) -> None:
    running = own_assistant()
    chat = running.chat()
    for step in ("bel mij terug", "Jan Bakker", "0612345678", "morgenmiddag", "ja"):
        chat.say(step)
    chat.press("Ouderenzorg")
    chat.press("Nee, niets erbij")
    consent, again = chat.last.buttons["Ja, geef door"], str(uuid.uuid4())
    confirmed = chat.visitor.send(again, payload=consent)
    assert "SW-" in text_of(confirmed[0])
    running.kill_rasa()
    running.start_rasa()
    assert chat.visitor.send(again, payload=consent) == confirmed
    assert running.requests(chat.sender) == 1


def test_a_false_token_gets_no_conversation_but_a_sentence(browser: Browser) -> None:
    sent = {"token": "website-x.y.z", "id": str(uuid.uuid4()), "text": QUESTION}
    response, told = browser.post("messages", sent)
    assert response.status_code == 401
    assert response.json()["error"] == "session"
    assert "nieuw gesprek" in told


def test_nobody_gets_into_the_conversation_of_somebody_else(
    assistant: Assistant, browser: Browser
) -> None:
    one, other = assistant.chat(), assistant.chat()
    stolen = other.visitor.token.replace(other.sender, one.sender)
    sent = {"token": stolen, "id": str(uuid.uuid4()), "text": QUESTION}
    assert browser.post("messages", sent)[0].status_code == 401
    same = str(uuid.uuid4())
    one.visitor.send(same, text="bel mij terug")
    told = other.visitor.send(same, text=QUESTION)
    assert "gratis" in text_of(told[0])


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
@pytest.mark.parametrize("path", ["conversations", "messages", "erase"])
def test_the_page_of_another_website_gets_nothing(
    browser: Browser, chat: Chat, origin: str, path: str
) -> None:
    response, told = browser.post(path, message(chat, text="hallo"), Origin=origin)
    assert response.status_code == 403
    assert not told
    assert "access-control-allow-origin" not in response.headers
    asked = browser.call("OPTIONS", path, {"Origin": origin})
    assert "access-control-allow-origin" not in asked.headers


def test_the_website_of_the_zorgkantoor_may_call(browser: Browser, chat: Chat) -> None:
    website = "https://www.zorgkantoor-voorbeeld.example"
    preflight = browser.call(
        "OPTIONS",
        "messages",
        {"Origin": website, "Access-Control-Request-Method": "POST"},
    )
    for each in (
        preflight,
        browser.post("messages", message(chat, text=QUESTION), Origin=website)[0],
        browser.post("messages", b"nonsense", Origin=website)[0],
    ):
        assert each.headers["access-control-allow-origin"] == website
        assert "access-control-allow-credentials" not in each.headers
        assert "set-cookie" not in each.headers
    assert preflight.headers["access-control-allow-headers"] == "content-type"


@pytest.mark.parametrize("body", [b"", b"nonsense", b"{}", b"[]", b"\xff"])
def test_what_no_widget_sends_is_refused_with_the_number_to_call(
    browser: Browser, body: bytes
) -> None:
    response, told = browser.post("messages", body)
    assert response.status_code == 400
    assert "088 000 00 00" in told


def test_what_is_too_long_is_refused_with_how_long_it_may_be(
    browser: Browser, chat: Chat
) -> None:
    response, told = browser.post("messages", message(chat, text="a" * 1001))
    assert response.status_code == 422
    assert "1000 tekens" in told
    response, told = browser.post("messages", message(chat, text="a" * 20_000))
    assert response.status_code == 413
    assert "1000 tekens" in told
    assert "gratis" in chat.say(QUESTION).text


def test_who_goes_too_fast_is_told_how_long_to_wait(
    browser: Browser, chat: Chat
) -> None:
    same = message(chat, text=QUESTION)
    answers = [browser.post("messages", same) for _ in range(61)]
    response, told = answers[-1]
    assert response.status_code == 429
    assert 2 <= int(response.headers["retry-after"]) <= 60
    assert f"Wacht {response.headers['retry-after']} seconden" in told
    assert "088 000 00 00" in told


def test_what_is_wiped_is_gone_from_the_server_but_not_a_request(
    assistant: Assistant, browser: Browser, chat: Chat
) -> None:
    request_a_call(chat)
    chat.say("bel mij terug")  # a change is begun
    response, _ = browser.post("erase", {"token": chat.visitor.token})
    assert response.status_code == 204
    assert assistant.messages_of(chat.sender) == 0
    assert assistant.left_of(chat.sender) == {"requests"}


def test_who_wipes_and_leaves_at_once_is_wiped_all_the_same(
    own_assistant: Callable[[], Assistant],
) -> None:
    running = own_assistant()
    browser, chat = Browser(running), running.chat()
    chat.say(QUESTION)
    running.freeze_action_server()
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(browser.post, "messages", message(chat, text=QUESTION))
        assert wait([asked], timeout=1).not_done, "an answer is on its way"
        url = f"{browser.home}{PATH}/erase"
        headers, body = {"Origin": browser.home}, {"token": chat.visitor.token}
        with pytest.raises(requests.Timeout):
            requests.post(url, headers=headers, json=body, timeout=1)
    wait_until(lambda: running.left_of(chat.sender) == set(), "it is wiped", 30)


def test_who_calls_too_often_is_told_to_wait_whatever_is_sent(
    browser: Browser,
) -> None:
    from_outside = {"X-Forwarded-For": "192.0.2.99"}
    for _ in range(300):
        response, _ = browser.post("messages", b"nonsense", **from_outside)
        assert response.status_code == 400
    response, told = browser.post("messages", b"nonsense", **from_outside)
    assert response.status_code == 429
    assert "Wacht" in told


def test_who_was_wiped_and_goes_on_begins_anew(chat: Chat) -> None:
    chat.say("heb ik recht op cliëntondersteuning?")
    chat.visitor.leave()
    assert "kwijt waar we waren" in chat.press("Ja").text


def test_the_script_comes_compressed_and_once(browser: Browser) -> None:
    first = browser.call("GET", "steunwijzer.js", {"Accept-Encoding": "identity"})
    assert first.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "Zorgkantoor Voorbeeld" in first.text
    packed = requests.get(
        f"{browser.home}{PATH}/steunwijzer.js",
        headers={"Accept-Encoding": "gzip"},
        stream=True,
        timeout=30,
    ).raw.read()
    assert gzip.decompress(packed).decode() == first.text
    had = {"If-None-Match": first.headers["etag"]}
    assert browser.call("GET", "steunwijzer.js", had).status_code == 304


def test_the_example_page_is_for_this_machine_only(browser: Browser) -> None:
    page = browser.call("GET", "", {})
    assert "Zorgkantoor Voorbeeld" in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]
    elsewhere = browser.call("GET", "", {"Host": "assistent.voorbeeld.example"})
    assert elsewhere.status_code == 404


def test_rasas_own_doors_are_closed(browser: Browser) -> None:
    for path in ("rest/webhook", "callback/webhook", "socketio"):
        url = f"{browser.home}/webhooks/{path}"
        assert requests.post(url, json={}, timeout=30).status_code == 404
    for path in ("/model", "/conversations/x/tracker", "/domain"):
        assert requests.get(browser.home + path, timeout=30).status_code == 404


def test_two_conversations_go_on_beside_each_other(assistant: Assistant) -> None:
    one, other = Visitor(assistant.port), Visitor(assistant.port)
    one.say("heb ik recht op cliëntondersteuning?")
    other.say(QUESTION)
    assert "indicatie" in text_of(one.say("ja")[-1])
    assert "indicatie" not in text_of(other.say("ja")[-1])
