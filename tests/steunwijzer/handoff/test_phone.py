"""A phone number is read as people type and say it, and never made up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.handoff.details import find_phone, read_phone

MOBILE = "+31612345678"
AMSTERDAM = "+31201234567"


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0612345678", MOBILE),
        ("06 12345678", MOBILE),
        ("06-12345678", MOBILE),
        ("06 12 34 56 78", MOBILE),
        ("06-12-34-56-78", MOBILE),
        ("06.12.34.56.78", MOBILE),
        ("06/12345678", MOBILE),
        ("06, 12 34 56 78.", MOBILE),
        ("06 - 1234 5678", MOBILE),
        ("(06) 12345678", MOBILE),
        ("06\u00a012\u200b345678", MOBILE),
        ("\uff10\uff16 12345678", MOBILE),
        ("\u0660\u0666 12345678", MOBILE),
        ("o6 12345678", MOBILE),
        ("O6-12345678", MOBILE),
        ("+31612345678", MOBILE),
        ("+31 6 12345678", MOBILE),
        ("+ 31 6 12 34 56 78", MOBILE),
        ("+31 (0)6 - 1234 5678", MOBILE),
        ("+310612345678", MOBILE),
        ("0031612345678", MOBILE),
        ("00 31 6 12345678", MOBILE),
        ("0031 06 12345678", MOBILE),
        ("31612345678", MOBILE),
        ("31 6 12 34 56 78", MOBILE),
        ("020-1234567", AMSTERDAM),
        ("020 123 45 67", AMSTERDAM),
        ("(020) 1234567", AMSTERDAM),
        ("0348 123 456", "+31348123456"),
        ("088 123 45 67", "+31881234567"),
        ("085-1234567", "+31851234567"),
        ("097012345678", "+3197012345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0032 470 12 34 56", "+32470123456"),
        ("+49 151 12345678", "+4915112345678"),
        ("+90 532 123 45 67", "+905321234567"),
        ("+39 06 12345678", "+390612345678"),
        ("+44 20 7946 0018", "+442079460018"),
        ("mijn nummer is 0612345678", MOBILE),
        ("het is 06-12345678 hoor", MOBILE),
        ("bel maar op 020-1234567 na 3 uur", AMSTERDAM),
        ("tel.0612345678", MOBILE),
        ("tel: 06 12345678 (na 18.00 uur)", MOBILE),
        ("0612345678, 3 uur", MOBILE),
        ("0612345678 drie uur komt goed uit", MOBILE),
        ("06 12345678. 2 keer laten overgaan", MOBILE),
        ("ik ben 84 jaar en mijn nummer is 0612345678", MOBILE),
        ("een 06-nummer: 0612345678", MOBILE),
        ("een 06 12345678", MOBILE),
        ("0612345678, dus 06-12345678", MOBILE),
        ("bel niet op 0687654321 maar op 0612345678", MOBILE),
        ("niet 112 maar 0612345678", MOBILE),
        ("ik weet het niet zeker, 0612345678", MOBILE),
        ("020 1234567 toestel 12", AMSTERDAM),
        ("06 12 34\n56 78", MOBILE),
    ],
)
def test_a_number_in_digits_is_read(typed: str, phone: str) -> None:
    outcome = read_phone(typed)
    assert (outcome.code, dict(outcome.values)) == ("phone", {"phone": phone})


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("nul zes 12 34 56 78", MOBILE),
        ("nul zes een twee drie vier vijf zes zeven acht", MOBILE),
        ("Nul zes twaalf vierendertig zesenvijftig achtenzeventig", MOBILE),
        ("nul zes, eh, twaalf, vierendertig, zesenvijftig en achtenzeventig", MOBILE),
        ("nulzes twaalf vier en dertig zes-en-vijftig 78", MOBILE),
        ("nulzestwaalfvierendertigzesenvijftigachtenzeventig", MOBILE),
        ("06-twaalf 34 56 78", MOBILE),
        ("06 twaalf vierendertig 5678", MOBILE),
        ("het is nul zes 12 vierendertig dan 56 en dan 78", MOBILE),
        ("mijn nummer is een nul zes 12345678", MOBILE),
        ("oh nul zes 12345678", MOBILE),
        ("plus eenendertig zes twaalf 34 56 78", MOBILE),
        ("plus een en dertig zes twaalf 34 56 78", MOBILE),
        ("nul nul eenendertig zes 12 34 56 78", MOBILE),
        ("zero six one two three four five six seven eight", MOBILE),
        ("nul zes dubbel een 34 56 78", "+31611345678"),
        ("nul zes twee keer een acht 34 56 78", "+31688345678"),
        ("nul zes twee keer acht 34 56 78", "+31688345678"),
        ("nul zes 2x 8 34 56 78", "+31688345678"),
        ("nul zes twee achten 34 56 78", "+31688345678"),
        ("nul zes dubbel twaalf 34 56", "+31612123456"),
        ("nul zes één nul drie nullen twee drie vier", "+31610000234"),
        ("nul zes drie drieën drie keer vijf 12", "+31633355512"),
        ("nul zes achttien achtien 34 56", "+31618183456"),
        ("nul twintig 123 45 67", AMSTERDAM),
        ("nul zes drieëntwintig 34 56 78", "+31623345678"),
    ],
)
def test_a_number_in_words_is_read(typed: str, phone: str) -> None:
    outcome = read_phone(typed)
    assert (outcome.code, dict(outcome.values)) == ("phone", {"phone": phone})


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("06123456", "too_short", "06123456"),
        ("06 12 34 56 7", "too_short", "061234567"),
        ("nul zes twaalf 34", "too_short", "061234"),
        ("1234567", "too_short", "1234567"),
        ("612345678", "too_short", "612345678"),
        ("06-123456xx", "too_short", "06123456"),
        ("+31 6 1234567", "too_short", "+3161234567"),
        ("+32 470 12", "too_short", "+3247012"),
        ("061234567890", "too_long", "061234567890"),
        ("06 12 34 56 78 9", "too_long", "06123456789"),
        ("0612345678 020123456", "too_long", "0612345678020123456"),
        ("+31 6 123456789", "too_long", "+316123456789"),
        ("+32 470 12 34 56 78 90", "too_long", "+324701234567890"),
        ("112", "paid_line", "112"),
        ("bel 112 maar", "paid_line", "112"),
        ("14020", "paid_line", "14020"),
        ("14 030", "paid_line", "14030"),
        ("0900 1234", "paid_line", "09001234"),
        ("0906-1234567", "paid_line", "09061234567"),
        ("0800 2000", "paid_line", "08002000"),
        ("066 1234567", "paid_line", "0661234567"),
        ("0676123456", "no_such_phone", "0676123456"),
        ("0212345678", "no_such_phone", "0212345678"),
        ("+999 1234567", "no_such_phone", "+9991234567"),
        ("32470123456", "no_such_phone", "32470123456"),
        ("1234 5678 9012 3456", "no_such_phone", "1234567890123456"),
    ],
)
def test_what_cannot_be_called_is_told_apart(typed: str, code: str, said: str) -> None:
    outcome = read_phone(typed)
    assert (outcome.code, dict(outcome.values)) == (code, {"said": said})


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "weet ik niet",
        "ik heb geen telefoon",
        "ik heb 2 kinderen van 3 en 5",
        "in 2015",
        "om half drie",
        "na 15.30 uur",
        "een of twee keer",
        "eenzaam achteraf",
        "[bsn]",
        "+",
        "+31",
        "plus",
        "bel niet op 0612345678",
        "niet meer mijn oude nummer 0612345678",
        "\U0001f600",
    ],
)
def test_what_is_no_number_is_not_read_as_one(typed: str) -> None:
    assert read_phone(typed).code == "no_phone"


@pytest.mark.parametrize(
    "typed",
    [
        "06-12345678 of 020-1234567",
        "0612345678, 0201234567",
        "0612345678/0201234567",
        "0612345678 - 0201234567",
        "0612345678\n0201234567",
        "0612345678 nee sorry 020 1234567",
        "nul zes 12345678 of anders nul twintig 1234567",
    ],
)
def test_of_two_numbers_none_is_chosen(typed: str) -> None:
    outcome = read_phone(typed)
    assert outcome.code == "several_phones"
    assert outcome.values["phones"] == (MOBILE, AMSTERDAM)


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("bel mij terug op 0612345678", MOBILE),
        ("kunt u mij bellen? 06 - 12 34 56 78", MOBILE),
        ("ik wil gebeld worden op 020-1234567 graag", AMSTERDAM),
        ("graag teruggebeld op +31 6 12345678", MOBILE),
        ("mijn dochter: +32 470 12 34 56", "+32470123456"),
        ("bel mij terug op nul zes 12 34 56 78", None),
        ("bel 0612345678 of 0201234567", None),
        ("bel me niet op 0612345678", None),
        ("ik heb gebeld naar 0201234567 maar niemand nam op", None),
        ("wie belde mij met 0201234567", None),
        ("bel 112 of 0900 1234", None),
        ("mijn polis is 31612345678", None),
        ("bel mij terug", None),
        ("in 2015 en op 01-12-2026", None),
    ],
)
def test_only_a_clear_number_is_found_when_nobody_asked(
    typed: str, phone: str | None
) -> None:
    assert find_phone(typed) == phone


UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
TEENS = (
    *("tien", "elf", "twaalf", "dertien", "veertien"),
    *("vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
TENS = (
    *("twintig", "dertig", "veertig", "vijftig"),
    *("zestig", "zeventig", "tachtig", "negentig"),
)


def in_words(number: str) -> str:
    """Give one or two digits as they are said; "05" is said as two."""
    if len(number) == 1:
        return UNITS[int(number)]
    ten, unit = map(int, number)
    if ten == 0:
        return f"{UNITS[0]} {UNITS[unit]}"
    if ten == 1:
        return TEENS[unit]
    and_ = "ën" if unit in (2, 3) else "en"
    return f"{UNITS[unit]}{and_}{TENS[ten - 2]}" if unit else TENS[ten - 2]


MOBILES = st.from_regex(r"6[1-58][0-9]{7}", fullmatch=True)
HOW = st.lists(
    st.tuples(
        st.sampled_from((1, 2)),
        st.sampled_from((" ", "-", ", ", ". ", " en dan ", " eh ")),
        st.booleans(),
    ),
    min_size=11,
    max_size=11,
)


@given(st.sampled_from(("0", "+31", "0031")), MOBILES, HOW)
def test_a_mobile_reads_back_however_it_is_written(
    country: str, mobile: str, how: list[tuple[int, str, bool]]
) -> None:
    written = country
    rest = mobile
    for size, between, said in how:
        part, rest = rest[:size], rest[size:]
        if part:
            written += between + (in_words(part) if said else part)
    assert dict(read_phone(written).values) == {"phone": f"+31{mobile}"}


@given(MOBILES, st.sampled_from(("0", "+31", "0031", "31")), st.data())
def test_a_digit_that_is_left_out_is_never_made_up(
    mobile: str, country: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(mobile) - 1))
    assert read_phone(country + mobile[:at] + mobile[at + 1 :]).code != "phone"


PIECES = st.sampled_from(
    (
        *(*UNITS, *TENS, "dubbel", "twee keer", "een", "plus", "+", "0"),
        *("06", "31", "112", "niet", "op", "uur", " ", "-"),
        *(",", "/", "en", "\n", "achten", "o", "é", "("),
    )
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))
)
def test_any_text_is_read_and_what_is_read_can_be_dialled(typed: str) -> None:
    phone = read_phone(typed).values.get("phone", MOBILE)
    assert re.fullmatch(r"\+[1-9]\d{6,14}", phone)
    assert re.fullmatch(r"\+[1-9]\d{6,14}", find_phone(typed) or MOBILE)
