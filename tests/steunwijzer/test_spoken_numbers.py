"""Digits are heard as they are said, and a number in words does not stay in a text."""

import pytest

from steunwijzer.spoken_numbers import dialled, without_spoken_numbers


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("nul zes twaalf", ["0612"]),
        ("nulzes twaalf", ["0612"]),
        ("nul6 twaalf34", ["061234"]),
        ("vierendertig", ["34"]),
        ("vier en dertig", ["34"]),
        ("vier, dertig", ["430"]),
        ("drieëntwintig tweeentachtig", ["2382"]),
        ("zestien zeventien achttien achtien", ["16171818"]),
        ("dubbel zes, dubbele twaalf, double five", ["66121255"]),
        ("twee keer een acht", ["88"]),
        ("twee keer een", ["11"]),
        ("drie keer nul", ["000"]),
        ("2x 8", ["88"]),
        ("drie nullen en twee drieën", ["00033"]),
        ("plus eenendertig zes", ["+316"]),
        ("een nul zes", ["06"]),
        ("oh nul zes", ["06"]),
        ("nul nul eenendertig", ["0031"]),
        ("een twee", ["12"]),
        ("een twee drie, vier vijf zes, zeven dubbel acht", ["123456788"]),
        ("06 12 +31 6", ["0612", "+316"]),
        ("na drie uur of 4", ["3", "4"]),
        ("eenzaam, zesjes, achteraf, vierkant", []),
        ("12a en 3e", ["12", "3"]),
        ("\u0661\u0662", ["12"]),
    ],
)
def test_digits_are_heard_as_they_are_said(said: str, heard: list[str]) -> None:
    assert [each.digits for each in dialled(said)] == heard


def test_a_series_ends_at_a_pause_when_that_is_asked() -> None:
    said = "06 12, 34 / 56 en 78 - 90"
    heard = [each.digits for each in dialled(said, over_pauses=False)]
    assert heard == ["0612", "34", "56", "78", "90"]


def test_the_place_of_a_series_is_told() -> None:
    (found,) = dialled("bel nul zes 12, graag")
    assert (found.start, found.end) == (4, 14)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bel nul zes dubbel een 34 56 78 maar", "bel T maar"),
        ("nul zes twee keer een acht 34 56 78", "T"),
        ("bel nulzestwaalfvierendertigzesenvijftig 78 maar", "bel T maar"),
        ("plus eenendertig zes 12345678", "T"),
        ("eenzestwaalf vierendertig 56", "N"),
        ("0612345678", "0612345678"),
        ("in 2015 en 2016 twee keer, in 2017 een", None),
        ("een of twee keer drie of vier", None),
    ],
)
def test_a_long_number_in_words_does_not_stay(text: str, left: str | None) -> None:
    assert without_spoken_numbers(text, "T", "N") == (left or text)
