import pytest

from channels.replies import Reply, shown
from tests.answers_as_said import in_words, worded
from tests.every_answer import EVERY


def text_of(reply: Reply) -> list[str]:
    return [
        "".join(span["text"] for span in spans)
        for message in reply
        for spans in [*message["paragraphs"], message["source"] or []]
        if spans
    ]


def test_a_message_is_paragraphs_then_its_source_then_its_buttons() -> None:
    said = {
        "text": "Het is gratis.\n\nBel 088 000 00 00.\nBron: De wet (2015).",
        "source": "Bron: De wet (2015).",
        "buttons": [{"title": "Ja", "payload": "/affirm", "type": "postback"}],
    }
    phone = {"text": "088 000 00 00", "href": "tel:+31880000000"}
    assert shown([said]) == [
        {
            "paragraphs": [
                [{"text": "Het is gratis."}],
                [{"text": "Bel "}, phone, {"text": "."}],
            ],
            "items": [],
            "asks": False,
            "source": [{"text": "Bron: De wet (2015)."}],
            "erases": False,
            "buttons": [{"title": "Ja", "payload": "/affirm"}],
        }
    ]


def test_a_message_may_have_neither_source_nor_buttons() -> None:
    (message,) = shown([{"text": "Goed."}])
    assert message["source"] is None
    assert message["buttons"] == []


def test_what_is_passed_on_is_a_list() -> None:
    parts = ["utter_passed_on_phone", "utter_passed_on_window"]
    values = {"name": "Jan", "phone": "06 12345678", "window": "morgen"}
    said = worded("utter_this_is_passed_on", parts=parts, **values)
    (message,) = shown([said])
    assert message["items"] == [1, 2]


def test_a_question_of_a_flow_is_known() -> None:
    (question,) = shown([worded("utter_ask_contact_by")])
    (answer,) = shown([worded("utter_costs")])
    assert question["asks"]
    assert not answer["asks"]


def test_a_paragraph_that_is_not_dutch_says_so() -> None:
    (reply,) = shown([worded("utter_crisis")])
    paragraphs = [
        "".join(each["text"] for each in line) for line in reply["paragraphs"]
    ]
    english = [all(each.get("lang") for each in line) for line in reply["paragraphs"]]
    assert [said for said, is_so in zip(paragraphs, english, strict=True) if is_so] == [
        "Is somebody in danger? Call 112."
    ]
    assert not any("lang" in each for each in reply["paragraphs"][0])


def test_what_a_client_told_is_said_back_without_links() -> None:
    said = {"text": "Ik heb genoteerd: 0612345678, jan@voorbeeld.example."}
    (message,) = shown([said | {"private": True}])
    assert message["paragraphs"] == [[{"text": said["text"]}]]
    (message,) = shown([said])
    assert len(message["paragraphs"][0]) > 1


@pytest.mark.parametrize(
    ("response", "erases"), [("utter_erased", True), ("utter_confirm_erasure", False)]
)
def test_only_who_hears_that_all_is_erased_sees_nothing_of_it_any_more(
    response: str, erases: bool
) -> None:
    (message,) = shown([worded(response)])
    assert message["erases"] is erases


def test_in_a_crisis_every_number_can_be_tapped() -> None:
    (reply,) = shown([worded("utter_crisis")])
    spans = [span for line in reply["paragraphs"] for span in line]
    tapped = {span["text"]: span["href"] for span in spans if "href" in span}
    assert tapped == {
        "112": "tel:112",
        "113": "tel:113",
        "0800-0113": "tel:08000113",
        "0800-2000": "tel:08002000",
    }


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_no_word_of_an_answer_is_lost(name: str) -> None:
    (say,) = [say for each, say in EVERY if each == name][:1]
    messages = [in_words(each) for each in say()]
    lines = [
        line.strip()
        for each in messages
        for line in str(each.get("text", "")).split("\n")
        if line.strip()
    ]
    assert text_of(shown(messages)) == lines
