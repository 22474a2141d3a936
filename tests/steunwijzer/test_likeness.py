"""Names are found as they sound and however they are divided; words are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from steunwijzer.likeness import Name, alike, least, lengths
from steunwijzer.words import words
from tests.steunwijzer.named import INDEX, insurers, packages


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


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ("ekstra kompleet", "iak_extra_compleet"),
        ("ekstrakompleet", "iak_extra_compleet"),
        ("klassik komfort", "iza_gezondsamen_classic_comfort"),
        ("extra verzorcht 3", "menzis_extra_verzorgd"),
        ("garrant verzorchd 2", "menzis_garantverzorgd"),
        ("ekstra vezorgd 3", "menzis_extra_verzorgd"),  # by ear and with a slip
        ("i.z.z. zorg voor de zorg ekstra 2", "izz_zorg_voor_de_zorg_extra_2"),
        ("univé fitt vrij", "unive_fit_vrij"),
        ("univé fti vrij", "unive_fit_vrij"),
        ("fvn zorg en tand", "menzis_fnv_zorg_en_tand"),
    ],
)
def test_a_package_is_found_though_its_words_are_written_by_ear(
    text: str, package: str
) -> None:
    assert packages(text) == {package}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "is zorg voor de zorg er nog",
            "zij is extra verzwakt",
            "zij is fitter, vrij laat",
        ),
        *("iets extra's compleet met hulp", "een garantie op verzorging"),
    ],
)
def test_a_sound_in_common_is_no_name(text: str) -> None:
    assert packages(text) == set()


def test_short_words_with_a_slip_count_only_beside_a_long_one() -> None:
    assert insurers("ika verzekeringen") == {"iak"}
    assert insurers("ik verzekeringen") == set()
    assert [match.kind for match in INDEX.find("pgb en mtp")] == ["delivery_form"] * 2


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


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """The words of a name, and what they became by a slip or two and other spaces."""
    word = st.text("abe", min_size=1, max_size=9)
    mine = draw(st.lists(word, min_size=1, max_size=3))
    text = " ".join(mine)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        before, after = text[:at], text[at:]
        letter = draw(st.sampled_from("abe"))
        dropped, swapped = after[1:], after[:2][::-1] + after[2:]
        slips = letter + after, letter + dropped, dropped, swapped
        text = before + draw(st.sampled_from(slips))
    at = draw(st.integers(0, len(text)))
    split, in_one = f"{text[:at]} {text[at:]}", text.replace(" ", "")
    return mine, draw(st.sampled_from([text, split, in_one])).split()


@settings(max_examples=500)
@given(mistyped())
def test_no_name_is_left_out_for_its_length(
    slipped: tuple[list[str], list[str]],
) -> None:
    mine, theirs = slipped
    name, gram = Name.of(mine), words(" ".join(theirs))
    joined = "".join(theirs)
    ratio = fuzz.ratio(name.joined, joined, score_cutoff=least(name))
    if ratio and alike(name, gram, joined):
        assert len(joined) in lengths(name, len(gram))


@pytest.mark.parametrize("letters", [4, 5, 6, 12, 25])
def test_a_name_is_looked_at_as_long_as_the_letters_in_common_are_enough(
    letters: int,
) -> None:
    name = Name.of(["a" * letters])
    enough = [
        length
        for length in range(1, 60)
        if fuzz.ratio(name.joined, "a" * length) >= least(name)
    ]
    assert list(lengths(name, 1)) == enough
