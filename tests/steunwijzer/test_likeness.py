"""Names are found as they sound and however they are divided; words are not."""

import pytest

from steunwijzer.likeness import Name, spellings
from tests.steunwijzer.named import INDEX, insurers


@pytest.mark.parametrize(
    ("text", "insurer"),
    [
        ("Mensiz", "menzis"),
        ("mensies", "menzis"),
        ("Zecur", "zekur"),
        ("ditso", "ditzo"),
        ("nedazko", "nedasco"),
    ],
)
def test_a_name_by_ear_has_to_be_confirmed(text: str, insurer: str) -> None:
    (match,) = INDEX.find(f"ik zit bij {text} dacht ik")
    assert (match.ids, match.sure) == ((insurer,), False)


@pytest.mark.parametrize(
    ("text", "insurer"),
    [("uni-ve", "unive"), ("fb-to", "fbto"), ("Hol-landzorg", "hollandzorg")],
)
def test_a_hyphen_does_not_hide_a_name(text: str, insurer: str) -> None:
    assert insurers(f"ik zit bij {text}") == {insurer}


@pytest.mark.parametrize(
    "text",
    [
        *("zeker", "secuur", "mensen", "bewust", "gezien"),
        *("uni ve", "fb to", "oh, ra", "oh.ra"),  # more than a hyphen divides words
    ],
)
def test_another_word_does_not_sound_like_a_name(text: str) -> None:
    assert insurers(f"dat is {text} dan") == set()


def test_a_short_or_long_name_has_no_other_spellings() -> None:
    for alias in ("izza", "zilverenkruis"):
        assert spellings(Name(alias, (alias,), alias)) == set()
    assert spellings(Name("bewuzt", ("bewuzt",), "bewuzt", exact="bewuzt")) == set()
    assert spellings(Name("zekur", ("zekur",), "zekur")) == {"zecur", "sekur", "secur"}


@pytest.mark.parametrize(
    "text", ["zorg&zekerheid", "Zorg&Zekerheid", "zorg & zekerheid", "Zorg &zekerheid"]
)
def test_no_space_is_needed_around_an_ampersand(text: str) -> None:
    assert insurers(f"wat doet {text}") == {"zorg_en_zekerheid"}


def test_an_end_that_says_what_it_is_hides_no_other_word() -> None:
    assert insurers("beterpolis") == insurers("anderszorgd") == set()
    assert insurers("intrepolis") == insurers("interpollis") == {"interpolis"}


@pytest.mark.parametrize(
    "text",
    [
        "Holland zorgt slecht voor zijn oude mensen",
        "als ik voor een ander zorg, heb ik dan zelf ook recht op hulp",
        "een ander zorgt nu voor hem",
    ],
)
def test_to_care_is_not_a_name(text: str) -> None:
    assert insurers(text) == set()
