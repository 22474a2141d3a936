import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.links import links_in, phone_href


def found(text: str, short: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(text[link.start : link.end], link.href) for link in links_in(text, short)]


@pytest.mark.parametrize(
    ("text", "tapped", "href"),
    [
        ("Bel 088 000 00 00.", "088 000 00 00", "tel:+31880000000"),
        ("Bel (0317) 123 456.", "(0317) 123 456", "tel:+31317123456"),
        ("of gratis 0800-0113, dag en nacht", "0800-0113", "tel:08000113"),
        ("0900 1234 kost geld", "0900 1234", "tel:09001234"),
        ("uit België +32 470 12 34 56", "+32 470 12 34 56", "tel:+32470123456"),
        (
            "Mail hulp@zorgkantoor-voorbeeld.example.",
            "hulp@zorgkantoor-voorbeeld.example",
            "mailto:hulp@zorgkantoor-voorbeeld.example",
        ),
        (
            "U vindt het op https://wetten.overheid.nl/BWBR0035917.",
            "https://wetten.overheid.nl/BWBR0035917",
            "https://wetten.overheid.nl/BWBR0035917",
        ),
    ],
)
def test_what_can_be_reached_can_be_tapped(text: str, tapped: str, href: str) -> None:
    assert found(text) == [(tapped, href)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 betaalde Menzis hoogstens € 350 per 2 kalenderjaren.",
        "Donderdag 26 november 2026, tussen 13.00 en 17.00 uur.",
        "Uw verzoek SW-4KT7HC van 21-11-2026.",
        "Voorbeeldstraat 1, 1234 AB Voorbeeldstad",
        "http://onveilig.example/ en javascript:alert(1)",
        "Artikel 4.2.1 lid 1 van de Wlz",
    ],
)
def test_what_cannot_be_reached_is_no_link(text: str) -> None:
    assert found(text) == []


def test_112_is_tapped_only_where_it_is_meant() -> None:
    text = "Bel 112. Dat kost geen € 112, en het staat niet op 1112 of 112-a."
    assert found(text) == []
    assert found(text, ("112",)) == [("112", "tel:112")]


def test_two_numbers_in_one_sentence_are_two_links() -> None:
    text = "Bel 113 of gratis 0800-0113."
    assert found(text, ("113",)) == [("113", "tel:113"), ("0800-0113", "tel:08000113")]


@given(st.text(alphabet="0123456789 +-()@.abc:/ehtps€", max_size=60))
def test_links_stand_in_order_and_never_in_each_other(text: str) -> None:
    at = 0
    for link in links_in(text, ("112",)):
        assert at <= link.start < link.end <= len(text)
        assert link.href.startswith(("tel:", "mailto:", "https://"))
        at = link.end


def test_the_number_of_the_zorgkantoor_can_be_phoned() -> None:
    assert phone_href("088 000 00 00") == "tel:+31880000000"
