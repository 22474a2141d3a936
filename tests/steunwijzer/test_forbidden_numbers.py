"""A BSN or an account number is out of a message before anything keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.forbidden_numbers import rest_of_message, without_forbidden_numbers

DIGITS = st.text("0123456789", min_size=9, max_size=9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mijn bsn is 123456782", "mijn bsn is [bsn]"),
        ("123456782", "[bsn]"),
        ("123 456 782", "[bsn]"),
        ("1234.56.782", "[bsn]"),
        ("1 2 3 4 5 6 7 8 2", "[bsn]"),
        ("bsn 12345678", "bsn [bsn]"),
        ("burgerservicenummer: 1234 5678 2", "burgerservicenummer: [bsn]"),
        ("612345678", "[bsn]"),
        ("bsn123456782", "bsn[bsn]"),
        ("zaak 12 123456782", "zaak 12 [bsn]"),
        ("123456782 0612345678", "[bsn] 0612345678"),
        ("NL91ABNA0417164300", "[rekening]"),
        ("nl91 abna 0417 1643 00", "[rekening]"),
        ("iban NL91 ABNA 0417164300, graag", "iban [rekening], graag"),
        ("bsn een twee drie vier vijf zes zeven acht twee", "bsn [bsn]"),
        ("een twee drie vier vijf zes zeven acht twee", "[bsn]"),
        ("BE68 5390 0754 7034", "[rekening]"),
    ],
)
def test_a_bsn_and_an_account_are_taken_out(text: str, expected: str) -> None:
    assert without_forbidden_numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "0612345678",
        "06 12 34 56 78",
        "06-12345678",
        "+31612345678",
        "+31 612345678",
        "+31 6 12345678",
        "0031 612345678",
        "(033) 464 2881",
        "+32 470 12 34 56",
        "bel 088 000 00 00",
        "van 2015 tot 2017",
        "1234 AB 12",
        "het kost 1.250,00 euro",
        "12345678",
        "donderdag 26-11-2026 om 15.30",
        "klantnummer 1234567890",
        "jan123456782@gmail.com",
        "nul zes twaalf vierendertig zesenvijftig achtenzeventig",
        "nul zes 12 34 56 78",
        "een of twee keer in drie weken",
    ],
)
def test_a_phone_number_a_date_and_an_amount_stay(text: str) -> None:
    assert without_forbidden_numbers(text) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("mijn bsn is 123456782, wat kost het?", "wat kost het?"),
        ("wat kost het? mijn bsn is 123456782", "wat kost het?"),
        ("123456782", ""),
        ("mijn burgerservicenummer is: 123456782.", ""),
        ("mijn rekening is NL91ABNA0417164300", ""),
        ("ik ben Jan en mijn bsn is 123456782", "ik ben Jan"),
        ("wat is een bsn", "wat is een bsn"),
    ],
)
def test_the_rest_of_the_message_is_still_answered(text: str, rest: str) -> None:
    assert rest_of_message(without_forbidden_numbers(text)) == rest


@given(digits=DIGITS, before=st.sampled_from(["", "mijn nummer is ", "bsn: ", "("]))
def test_no_nine_digits_in_a_row_are_left(digits: str, before: str) -> None:
    assert digits not in without_forbidden_numbers(f"{before}{digits} dank u")


@given(st.text())
def test_any_text_can_be_read_and_reading_it_again_changes_nothing(text: str) -> None:
    once = without_forbidden_numbers(text)
    assert without_forbidden_numbers(once) == once
