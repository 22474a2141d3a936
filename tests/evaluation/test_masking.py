"""What counts as hidden, and what as left readable."""

from pathlib import Path

import pytest

from evaluation.masking import Secrets, hidden, is_hidden, masking_table, secrets
from evaluation.questions import HELD_OUT

SET = HELD_OUT / "masking.yml"


@pytest.mark.parametrize(
    ("secret", "masked", "expected"),
    [
        ("Kim de Wit", "ik ben [naam]", True),
        ("Kim de Wit", "ik ben [naam] de Wit", False),
        ("Anna van der Meer", "ik ben [naam] van der meer", False),
        ("Anna van der Meer", "ik ben [naam] van der [naam]", True),
        ("0612345678", "bel 0612345678", False),
        ("06 12345678", "bel 06 12345678", False),
    ],
)
def test_a_secret_is_hidden_when_no_word_of_it_is_left(
    secret: str, masked: str, expected: bool
) -> None:
    assert is_hidden(secret, masked) is expected


def test_what_is_hidden_and_what_is_left_as_it_was_are_counted_apart() -> None:
    asked = [
        Secrets("ik ben Truus", ("Truus",)),
        Secrets("ik ben Wubbo", ("Wubbo",)),
        Secrets("wat kost dat", ()),
    ]
    assert hidden(asked, lambda text: text.replace("Truus", "[naam]")) == (0.5, 1.0)
    assert hidden(asked, lambda text: "[naam]") == (1.0, 0.0)


def test_every_secret_stands_in_its_message() -> None:
    strange = [
        part for each in secrets(SET) for part in each.hide if part not in each.text
    ]
    assert not strange


def test_rules_alone_hide_nine_of_ten_secrets() -> None:
    rules = masking_table(secrets(SET)).splitlines()[2]
    assert float(rules.split("|")[2]) >= 0.9


def test_a_message_without_a_secret_is_one_with_nothing_to_hide(tmp_path: Path) -> None:
    file = tmp_path / "masking.yml"
    file.write_text("- {text: wat kost dat, hide: []}", encoding="utf-8")
    assert secrets(file) == [Secrets("wat kost dat", ())]
