"""A BSN or an account number is out of a message before anything keeps it."""

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from steunwijzer.forbidden_numbers import rest_of_message, without_forbidden_numbers

DIGITS = st.text("0123456789", min_size=9, max_size=9)
HERE = "NL"
FORMATS = (
    *(PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL),
    PhoneNumberFormat.RFC3966,
)


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
        ("bsn: een twee drie, vier vijf zes, zeven acht twee", "bsn: [bsn]"),
        ("een, twee, drie, vier, vijf, zes, zeven, acht, twee", "[bsn]"),
        ("dubbel een twee drie vier vijf zes zeven acht", "[bsn]"),
        ("een twee drie vier vijf zes zeven dubbel acht", "[bsn]"),
        ("nul een twee drie vier vijf zes zeven acht", "[bsn]"),
        ("twaalf vierendertig zesenvijftig achtenzeventig twee", "[bsn]"),
        ("123 vier vijf zes 782", "[bsn]"),
        (
            "bsn een twee drie vier vijf zes zeven acht twee en een vraag",
            "bsn [bsn] en een vraag",
        ),
        (
            "een twee drie, vier vijf zes, zeven acht twee, een vraag",
            "[bsn], een vraag",
        ),
        ("BE68 5390 0754 7034", "[rekening]"),
        ("123\xa0456\xa0782", "[bsn]"),
        ("123\u200b456\u200b782", "[bsn]"),
        ("123\u2011456\u2011782", "[bsn]"),
        ("\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12", "[bsn]"),
        ("123\n456\n782", "[bsn]"),
        ("bsn\n12345678", "bsn\n[bsn]"),
        ("NL91\xa0ABNA\xa00417\xa01643\xa000", "[rekening]"),
        ("NL91 ABNA\n0417 1643 00", "[rekening]"),
        ("123,456,782", "[bsn]"),
        ("123, 456, 782", "[bsn]"),
        ("1, 2, 3, 4, 5, 6, 7, 8, 2", "[bsn]"),
        ("123*456*782", "[bsn]"),
        ("012345678", "[bsn]"),
        ("0612345678 123 456 782", "0612345678 [bsn]"),
        ("123 456 782 0612345678", "[bsn] 0612345678"),
        ("+31 6 12345678 123 456 782", "+31 6 12345678 [bsn]"),
        ("123 456 782 € 50", "[bsn] € 50"),
        ("26-11-2026 123456782", "26-11-2026 [bsn]"),
        ("mail@ is kapot, bsn 123456782", "mail@ is kapot, bsn [bsn]"),
        ("123456782,jan@gmail.com", "[bsn],jan@gmail.com"),
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
        "nul zes, twaalf, vierendertig zesenvijftig, achtenzeventig",
        "nul zes een, twee drie vier, vijf zes zeven, acht en een vraag",
        "+31 zes twaalf vierendertig zesenvijftig achtenzeventig",
        "plus eenendertig zes een twee drie vier vijf zes zeven acht",
        "nul nul eenendertig zes twaalf vierendertig zesenvijftig achtenzeventig",
        "een of twee keer in drie weken",
        "drie kinderen van een, twee en vier jaar en zeven kleinkinderen",
        "zestig, tweeënzestig, vijfenzestig, zeventig en een dochter",
        "kleinkinderen van 2, 5, 8, 12, 14, 16 jaar",
        "+31-612345678",
        "0031-612345678",
        "(+31) 612345678",
        "(0031) 612345678",
        "+31.612345678",
        "+31 (0)6 12345678",
        "+32-470123456",
        "+212 612345678",
        "+351 912345678",
        "+353 871234567",
        "00212 612345678",
        "bel 0800-2000 1 keer",
        "€ 1.234.567,89",
        "1.234.567,89",
        "300, 400, 500 euro",
        "tussen 10000 en 2000 euro",
        "12,50, 13,50 of 5",
        "26-11-2026 9 uur",
        "26 11 2026 9 uur",
        "26-11-26 930 euro",
        "2026-11-26 9 uur",
        "van 2015-2017 3 keer",
        "in 2015 en 2016, twee keer",
        "Postbus 12345\n3512 XX Utrecht",
        "Postbus 12345 3512 xx Utrecht",
        "\u2460 hallo\xa0daar\u200b,\n\n½  euro",
    ],
)
def test_a_phone_number_a_date_and_an_amount_stay_as_they_came(text: str) -> None:
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
        ("bsn 123456782", ""),
        ("(bsn 123456782)", ""),
        ("hij heeft een 123456782", ""),
        ("hij heeft bsn 123456782", ""),
        ("ik heb het hier: 123456782", ""),
        ("hij heeft een bsn 123456782, en hij wil hulp", "hij wil hulp"),
        ("het bsn van mijn moeder is 123456782", ""),
        ("het bsn van Annie is 123456782, wat kost het", "wat kost het"),
        ("123456782 is mijn bsn", ""),
        ("123456782 van mijn moeder", ""),
        ("mijn bsn is 123456782 en mijn iban NL91ABNA0417164300", ""),
        (
            "dit is mijn burgerservicenummer: 123456782, en mijn moeder heet Annie",
            "mijn moeder heet Annie",
        ),
        ("mijn moeder Annie heeft bsn 123456782", "mijn moeder Annie"),
        ("mijn naam is Jan van den Berg 123456782", "mijn naam is Jan van den Berg"),
        ("ja, mijn bsn is 123456782", "ja"),
        ("123456782 en nee", "nee"),
        ("Jan Bos, 123456782, 0612345678", "Jan Bos, 0612345678"),
        ("Jan Bos\n123456782\n0612345678", "Jan Bos\n0612345678"),
        ("ik ben Jan, bsn 123456782. Wat kost het?", "ik ben Jan. Wat kost het?"),
        (
            "mijn bsn is 123456782 en mijn nummer is 0612345678",
            "mijn nummer is 0612345678",
        ),
    ],
)
def test_the_rest_of_the_message_is_still_answered(text: str, rest: str) -> None:
    assert rest_of_message(without_forbidden_numbers(text)) == rest
    assert rest_of_message(rest) == rest


@given(digits=DIGITS, before=st.sampled_from(["", "mijn nummer is ", "bsn: ", "("]))
def test_no_nine_digits_in_a_row_are_left(digits: str, before: str) -> None:
    assert digits not in without_forbidden_numbers(f"{before}{digits} dank u")


@given(st.text())
def test_any_text_can_be_read_and_reading_it_again_changes_nothing(text: str) -> None:
    once = without_forbidden_numbers(text)
    assert without_forbidden_numbers(once) == once


@given(
    digits=DIGITS.filter(lambda digits: not re.search("^0[089]|19|20", digits)),
    sign=st.sampled_from([" ", ".", "-", "\xa0", "\u200b", "\n", "*", "/", " - "]),
    gaps=st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_nine_digits_are_hidden_however_they_are_parted(
    digits: str, sign: str, gaps: list[bool]
) -> None:
    """Not when they begin as a phone number abroad does, or have a year in them."""
    pairs = zip(digits, [*gaps, False], strict=True)
    number = "".join(digit + sign * gap for digit, gap in pairs)
    assert without_forbidden_numbers(f"nummer: {number}") == "nummer: [bsn]"


def examples(region: str, *types: int) -> list[phonenumbers.PhoneNumber]:
    found = (phonenumbers.example_number_for_type(region, each) for each in types)
    return [number for number in found if number]


@given(
    region=st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS)),
    style=st.sampled_from(FORMATS),
    gap=st.sampled_from([None, "", " ", "-", ".", " - ", "\xa0"]),
    plus=st.sampled_from(["+", "00", "(+"]),
)
def test_a_phone_number_with_the_code_of_its_country_stays(
    region: str, style: int, gap: str | None, plus: str
) -> None:
    kinds = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
    for number in examples(region, *kinds):
        written = phonenumbers.format_number(number, style).removeprefix("tel:")
        if gap is not None:
            written = re.sub(r"[ -]", gap, written)
        if len(re.sub(r"\D", "", written)) == 7 and plus == "00":
            continue  # nine digits in all, as a BSN has
        if plus == "(+":
            code = f"+{number.country_code}"
            written = f"({code}) {written.removeprefix(code).strip(' -.')}"
        else:
            written = plus + written.removeprefix("+")
        text = f"bel {written} graag"
        assert without_forbidden_numbers(text) == text


@pytest.mark.parametrize("kind", PhoneNumberType.values())
@pytest.mark.parametrize("gap", [None, "", " ", "-", ".", " - ", "\xa0"])
def test_a_dutch_phone_number_stays(kind: int, gap: str | None) -> None:
    for number in examples(HERE, kind):
        for style in (*FORMATS, PhoneNumberFormat.NATIONAL):
            written = phonenumbers.format_number(number, style)
            if gap is not None:
                written = re.sub(r"[ -]", gap, written)
            assert without_forbidden_numbers(f"bel {written}") == f"bel {written}"


@pytest.mark.parametrize(
    "part", ["1 ", "1-", "een, ", "a@", "[bsn] ", "van mijn ", "("]
)
def test_a_very_long_message_is_read_to_its_end(part: str) -> None:
    text = without_forbidden_numbers((part * 20_000)[:20_000] + ". bsn 123456782")
    assert text.endswith("bsn [bsn]")
    assert "[bsn]" not in rest_of_message(text)
