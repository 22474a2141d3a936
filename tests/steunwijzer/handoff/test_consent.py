"""Nothing goes to anybody on a yes that is not a plain yes."""

import pytest

from steunwijzer.handoff.consent import begins_with_no, says_only
from steunwijzer.knowledge import installed

CONSENT = installed().questions["contact_consent"]


@pytest.mark.parametrize(
    "text",
    [
        *("ja", "Ja, geef door", "ja graag", "ja hoor", "Ja dat is goed", "prima"),
        *("oke", "doe maar", "geef maar door", "jazeker ja", "ja, dank u wel"),
        *("ja natuurlijk mag dat", "akkoord", "stuur maar", "ja alstublieft"),
    ],
)
def test_a_plain_yes_is_a_yes(text: str) -> None:
    assert says_only(text, CONSENT["yes"])


@pytest.mark.parametrize(
    "text",
    [
        *("wat gebeurt er als ik ja zeg", "ja maar wie krijgt dit dan", "klopt alles?"),
        *("is dat goed zo", "moet ik nu ja zeggen", "mag dat wel", "ja als het kan"),
        *("wat bedoelt u met doorgeven", "doorgeven aan wie", "goed om te weten"),
        *("ja als het gratis is", "ja, maar eerst mijn vrouw vragen", "niet doorgeven"),
        *("ik ga akkoord als mijn dochter het goed vindt", "ja graag maar dan vrijdag"),
        *("ja maar", "nee", "tuurlijk niet", "ik zeg geen ja", "dank u wel", "hoor"),
        "kan ik later nog nee zeggen",
    ],
)
def test_a_question_or_a_condition_is_not(text: str) -> None:
    assert not says_only(text, CONSENT["yes"])


@pytest.mark.parametrize("text", ["nee", "nee hoor", "doe maar niet", "nee, niet doen"])
def test_a_plain_no_is_a_no(text: str) -> None:
    assert says_only(text, CONSENT["no"])
    assert not says_only(text, CONSENT["yes"])


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("nee, die is van mijn zoon", True),
        ("Nou nee, ik bel zelf wel", True),
        ("ja, die is van mijzelf", False),
        ("die is niet van mij", False),
        ("neef Jan belt", False),
        ("", False),
    ],
)
def test_a_no_counts_whatever_follows(text: str, no: bool) -> None:
    assert begins_with_no(text) is no
