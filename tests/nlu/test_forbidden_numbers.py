"""What reads a message after this never sees a BSN, and hears that there was one."""

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.forbidden_numbers import NUMBERS_HIDDEN, ForbiddenNumbers

COMPONENT = ForbiddenNumbers()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("mijn bsn is 123456782, wat kost het?", "wat kost het?"),
        ("ja, mijn bsn is 123\xa0456\xa0782", "ja"),
        ("123456782", "[bsn]"),
        ("mijn iban is NL91ABNA0417164300", "mijn iban is [rekening]"),
    ],
)
def test_only_the_rest_is_read_and_handed_over(typed: str, read: str) -> None:
    message = Message({TEXT: typed})
    COMPONENT.process([message])
    assert message.as_dict(only_output_properties=True) == {
        TEXT: read,
        NUMBERS_HIDDEN: True,
    }


@pytest.mark.parametrize("typed", ["wat kost het?", "bel +31-612345678", "", "[bsn]"])
def test_a_message_without_such_a_number_is_left_alone(typed: str) -> None:
    message = Message({TEXT: typed})
    COMPONENT.process([message])
    assert message.data == {TEXT: typed}


def test_the_examples_of_the_training_data_stay_as_they_are() -> None:
    data = TrainingData([Message({TEXT: "mijn bsn is 123456782"})])
    COMPONENT.process_training_data(data)
    assert [each.get(TEXT) for each in data.training_examples] == [
        "mijn bsn is 123456782"
    ]
