"""A word that is written by ear sounds as the one that was meant."""

import pytest

from steunwijzer.sound import heard


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ekstra", "extra"),
        ("kompleet", "compleet"),
        ("klassik", "classic"),
        ("verzorcht", "verzorgd"),
        ("mensies", "menzis"),
        ("fitt", "fit"),
        ("pakkett", "paket"),
        ("gezijn", "gezin"),
    ],
)
def test_what_sounds_the_same_is_the_same(written: str, meant: str) -> None:
    assert heard(written) == heard(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("is", "izz"),
        ("is", "iz"),  # three letters say too little
        ("zeker", "zekur"),
        ("secuur", "zekur"),
        ("mensen", "menzis"),
        ("verzekerd", "verzorgd"),
    ],
)
def test_other_words_sound_otherwise(one: str, other: str) -> None:
    assert heard(one) != heard(other)
