"""One turn is as few messages as possible, and each of them can be shown."""

import json
import re
from typing import Any

import httpx
import pytest
from pywa import WhatsApp as PyWa
from pywa.types import Button, Message, MessageStatus, Section, SectionList, SectionRow
from pywa.types.callback import CallbackButton, CallbackSelection

from channels.cloud.messages import Body, addressed, bodies, offered
from channels.replies import Reply, shown
from tests.answers_as_said import in_words, worded
from tests.channels.cloud.shapes import FATIMA, HIDDEN, JAN, MESSAGES
from tests.every_answer import EVERY
from tools.graph_api import NUMBER_ID, Accepted
from tools.graph_limits import refused
from tools.phone import choices_of, delivery, status, text_of

LABEL = "Kies een antwoord"
# Of the others it has another class, or none.
READ_BY_PYWA = sorted(
    set(MESSAGES)
    - {"button", "list", "flow", "template button", "put right", "of a later year"}
)
JOINER = "\N{WORD JOINER}"


def reply(*paragraphs: str, titles: str = "", **more: Any) -> Reply:  # noqa: ANN401
    """Return an answer with a button for each letter of `titles`."""
    buttons = [{"title": each, "payload": f"/{each}"} for each in titles]
    return shown([{"text": "\n".join(paragraphs), "buttons": buttons, **more}])


def sent(answer: Reply) -> list[Body]:
    return bodies(answer, offered(answer), LABEL)


def checked(body: Body) -> list[str]:
    return refused(addressed(body, "a token", "31612345678", None))


@pytest.mark.parametrize(("name", "say"), EVERY, ids=[name for name, _ in EVERY])
def test_every_answer_is_one_message_that_meta_takes(name: str, say: Any) -> None:  # noqa: ANN401
    (body,) = sent(shown(map(in_words, say())))
    assert checked(body) == []


def test_a_turn_of_several_answers_is_one_message_with_the_choices_of_all() -> None:
    answer = [*reply("Een.", titles="ab"), *reply("Twee.", titles="bcd")]
    (body,) = sent(answer)
    assert text_of(body) == "Een.\n\nTwee."
    assert list(choices_of(body)) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("titles", "kind"), [("a", "button"), ("abc", "button"), ("abcd", "list")]
)
def test_up_to_three_choices_are_buttons_and_more_are_a_list(
    titles: str, kind: str
) -> None:
    (body,) = sent(reply("Welke?", titles=titles))
    assert body["interactive"]["type"] == kind
    assert choices_of(body) == {each: f"/{each}" for each in titles}
    assert checked(body) == []


def test_titles_too_long_for_buttons_are_a_list() -> None:
    titles = ["Wat ik niet begrijp", "Waar mijn moeder woont"]
    buttons = [{"title": each, "payload": f"/{len(each)}"} for each in titles]
    (body,) = sent(shown([{"text": "Wat?", "buttons": buttons}]))
    assert body["interactive"]["type"] == "list"
    assert checked(body) == []


def test_a_text_too_long_for_buttons_is_one_message_with_a_list() -> None:
    (body,) = sent(reply("Woord. " * 200, titles="ab"))
    assert body["interactive"]["type"] == "list"
    assert checked(body) == []


def test_a_text_too_long_for_one_message_is_split_between_paragraphs() -> None:
    paragraphs = [f"{number}: " + "woord " * 200 for number in range(5)]
    first, last = sent(reply(*paragraphs, titles="ab"))
    assert first["type"] == "text"
    assert last["type"] == "interactive"
    assert checked(first) + checked(last) == []
    said = f"{text_of(first)}\n\n{text_of(last)}"
    assert said.split("\n\n") == [each.strip() for each in paragraphs]


def test_a_paragraph_too_long_for_one_message_is_split_between_words() -> None:
    parts = sent(reply("woord " * 2000))
    assert [checked(each) for each in parts] == [[], [], []]
    assert " ".join(map(text_of, parts)) == ("woord " * 2000).strip()


def test_of_too_many_choices_the_last_ones_are_shown() -> None:
    answer = [*reply("Een.", titles="abcdef"), *reply("Twee.", titles="ghijkl")]
    (body,) = sent(answer)
    assert "".join(choices_of(body)) == "cdefghijkl"
    assert checked(body) == []


def test_two_ways_to_say_the_same_are_one_choice() -> None:
    answer = [*reply("Een.", titles="ab"), *reply("Twee.", titles="bc")]
    answer[1]["buttons"].append({"title": "ook a", "payload": "/a"})
    (body,) = sent(answer)
    assert len(choices_of(body)) == 3
    assert checked(body) == []


def test_the_question_of_a_flow_stands_out() -> None:
    (body,) = sent(shown([worded("utter_ask_contact_when")]))
    assert text_of(body).startswith("*Wanneer komt het u uit?* U mag ook")
    (body,) = sent(shown([worded("utter_ask_contact_when_ok", window="morgen")]))
    assert text_of(body) == "Dus morgen. *Klopt dat?*"
    (body,) = sent(shown([worded("utter_costs")]))
    assert "*" not in text_of(body)


def test_what_is_passed_on_is_a_list_of_whatsapp() -> None:
    said = worded(
        "utter_this_is_passed_on",
        parts=["utter_passed_on_phone", "utter_passed_on_window"],
        name="Jan",
        phone="06 12345678",
        window="morgen",
    )
    (body,) = sent(shown([said]))
    assert text_of(body).split("\n\n", 1)[1] == (
        "- Graag bellen met Jan: 06 12345678.\n- Wanneer: morgen."
    )


def test_a_list_in_an_answer_is_one_of_whatsapp_too() -> None:
    (body,) = sent(reply("Welk pakket?", "- Een", "- Twee", "Of geen?"))
    assert text_of(body) == "Welk pakket?\n\n- Een\n- Twee\n\nOf geen?"


def test_where_it_stands_is_set_apart() -> None:
    (body,) = sent(shown([worded("utter_costs")]))
    assert re.fullmatch(r"_Bron: [^_]*_", text_of(body).split("\n\n")[-1])


def test_what_a_client_typed_is_no_markup() -> None:
    (body,) = sent(reply("*Jan* _de_ ~Vries~: jan_de_vries@x.nl, 3*4 `x`"))
    assert text_of(body).replace(JOINER, "") == (
        "*Jan* _de_ ~Vries~: jan_de_vries@x.nl, 3*4 `x`"
    )
    assert f"*{JOINER}Jan*" in text_of(body)
    assert "jan_de_vries@x.nl, 3*4" in text_of(body)


def test_links_and_numbers_are_as_whatsapp_knows_them() -> None:
    (body,) = sent(reply("Bel 088 000 00 00 of zie https://www.ciz.nl/a_b."))
    assert text_of(body) == "Bel 088 000 00 00 of zie https://www.ciz.nl/a_b."


def by_pywa(to: str, text: str, buttons: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what pywa, which knows nothing of us, asks of Meta for a message."""
    asked: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(json.loads(request.content))
        contact = {"input": "31612345678", "wa_id": "31612345678"}
        taken = {"contacts": [contact], "messages": [{"id": "wamid.1"}]}
        return httpx.Response(200, json={"messaging_product": "whatsapp", **taken})

    session = httpx.Client(transport=httpx.MockTransport(answer))
    client = PyWa(phone_id=NUMBER_ID, token="x", session=session)
    client.send_message(to, text, buttons=buttons, tracker="a token")
    return asked[0]


@pytest.mark.parametrize("to", [JAN, HIDDEN], ids=["number", "hidden"])
@pytest.mark.parametrize("titles", ["", "abc", "abcd"])
def test_another_program_would_send_the_same(to: Any, titles: str) -> None:  # noqa: ANN401
    (body,) = sent(reply("Welke?", titles=titles))
    ours = addressed(body, "a token", to.number, to.user_id)
    buttons: Any = [Button(each, callback_data=f"/{each}") for each in titles] or None
    if len(titles) > 3:
        rows = [SectionRow(each, callback_data=f"/{each}") for each in titles]
        buttons = SectionList(LABEL, sections=[Section("", rows)])
    theirs = by_pywa(to.person, "Welke?", buttons=buttons)
    for section in theirs.get("interactive", {}).get("action", {}).get("sections", []):
        assert section.pop("title") == ""
    assert ours == without_nothing(theirs)


def without_nothing(value: Any) -> Any:  # noqa: ANN401
    """Return it without what is None, which pywa leaves in rows."""
    if isinstance(value, dict):
        kept = {key: without_nothing(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each is not None}
    return [*map(without_nothing, value)] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def pywa() -> PyWa:
    """Another program, which reads what our phone sends."""
    return PyWa(phone_id=NUMBER_ID, token="x")


@pytest.mark.parametrize("shape", READ_BY_PYWA)
def test_another_program_reads_what_our_phone_sends(shape: str, pywa: PyWa) -> None:
    message, _, said = MESSAGES[shape]
    body = json.loads(delivery(FATIMA.value([message])))
    read = Message.from_update(pywa, body)
    assert read.id == message["id"]
    assert read.from_user.wa_id == FATIMA.number
    assert (read.text or read.caption or "") == said


def test_another_program_reads_who_hides_their_number(pywa: PyWa) -> None:
    body = delivery(HIDDEN.value([HIDDEN.text("hallo")]))
    read = Message.from_update(pywa, json.loads(body))
    assert (read.from_user.bsuid, read.from_user.wa_id) == (HIDDEN.user_id, None)


@pytest.mark.parametrize(
    ("titles", "kind"), [("abc", CallbackButton), ("abcd", CallbackSelection)]
)
def test_another_program_reads_a_tap(titles: str, kind: Any, pywa: PyWa) -> None:  # noqa: ANN401
    (body,) = sent(reply("Welke?", titles=titles))
    taken = Accepted("31687654321", body, "wamid.1", 0)
    tap = json.loads(delivery(FATIMA.value([FATIMA.tap(taken, "b")])))
    read = kind.from_update(pywa, tap)
    assert (read.data, read.title) == ("/b", "b")


def test_another_program_reads_what_became_of_an_answer(pywa: PyWa) -> None:
    answer = {"biz_opaque_callback_data": "a token"}
    taken = Accepted("31612345678", answer, "wamid.1", 0)
    told = json.loads(delivery(status(taken, "failed", 131026)))
    read = MessageStatus.from_update(pywa, told)
    assert read.tracker == "a token"
    assert read.error and read.error.code == 131026
