"""A label whose last word is an ordinary one counts only where that is no adverb."""

import pytest

from tests.steunwijzer.named import INDEX, insurers


@pytest.mark.parametrize(
    "text",
    [
        *("cz direct bellen?", "kan ik CZ direct even bellen", "ik bel cz direct"),
        *("mail cz direct maar", "bel ik cz direct of niet", "ik heb cz direct gebeld"),
        *(
            "moet ik cz direct om toestemming vragen",
            "als ik CZ direct vraag of het mag",
        ),
        *("kan ik cz direct een brief sturen", "moet ik cz direct inlichten"),
    ],
)
def test_who_is_reached_directly_is_the_insurer_itself(text: str) -> None:
    assert insurers(text) == {"cz"}


@pytest.mark.parametrize(
    "text",
    [
        *("ik heb CZ direct", "verzekerd bij cz direct", "cz direct vergoedt dat?"),
        *("ik zit bij cz direct, moet ik bellen?", "ik heb cz direct en wil bellen"),
        *("cz direct, wie moet ik mailen", "cz direct wie moet ik mailen"),
        *("kan ik bij cz direct gewoon bellen", "een vraag: cz direct, betaalt die"),
        *("CZdirect bellen?", "kan ik cz-direct bellen"),
    ],
)
def test_elsewhere_it_is_the_label(text: str) -> None:
    assert insurers(text) == {"czdirect"}


def test_the_adverb_is_no_part_of_the_name() -> None:
    text = "kan ik CZ direct bellen"
    (match,) = INDEX.find(text)
    assert text[match.start : match.end] == "CZ"
