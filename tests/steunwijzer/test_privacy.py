"""Nothing that tells who somebody is survives, and the question stays readable."""

import re
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.common_names import COMMON_NAMES
from steunwijzer.knowledge import installed
from steunwijzer.personal_names import ordinary_words
from steunwijzer.privacy import Mask

TRAINING_DATA = (Path(__file__).parents[2] / "data" / "nlu.yml").read_text("utf-8")
BY_INTENT = {
    intent: re.findall(r"^ {6}- (.+)$", examples, re.MULTILINE)
    for intent, examples in re.findall(
        r"^  - intent: (\w+)$(.*?)(?=^  - intent|\Z)", TRAINING_DATA, re.M | re.S
    )
}
EXAMPLES = [each for examples in BY_INTENT.values() for each in examples]
ORDINARY = ordinary_words(TRAINING_DATA)
MASK = Mask(installed(), ORDINARY)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("mail naar jan.de.vries@gmail.com graag", "mail naar [e-mail] graag"),
        ("mijn mail is truus @ ziggo.nl", "mijn mail is [e-mail]"),
        ("truus(at)ziggo.nl", "[e-mail]"),
        ("mail truus punt bakker at ziggo punt nl maar", "mail [e-mail] maar"),
        ("truus punt bakker apenstaartje kpn punt com", "[e-mail]"),
        ("t.bakker at ziggo.nl", "[e-mail]"),
        ("truus apestaartje gmail punt com", "[e-mail]"),
        ("truus at gmail dot com", "[e-mail]"),
        ("truus.bakker@", "[e-mail]"),
        ("truus[at]gmail.com", "[e-mail]"),
        ("mail truusbakker gmail.com maar", "mail [e-mail] maar"),
        ("ik ben truus @ ziggo . nl", "ik ben [e-mail]"),
        ("facebook.com/truus.bakker", "[link]"),
        ("zie www.facebook.com/truus of https://x.nl/a", "zie [link] of [link]"),
        ("NL91 ABNA 0417 1643 00", "[rekening]"),
        ("rekening nl91abna0417164300", "rekening [rekening]"),
        ("nl 91 abna 0417.1643.00", "[rekening]"),
        ("NL-91-ABNA-0417-1643-00", "[rekening]"),
        ("DE89 3704 0044 0532 0130 00", "[rekening]"),
        ("BSN: 111222333", "BSN: [bsn]"),
        ("mijn bsn is 123.456.782", "mijn bsn is [bsn]"),
        ("mijn bsn is 1234 56 782.", "mijn bsn is [bsn]."),
        ("bsn 12345678", "bsn [bsn]"),
        ("123,456,782 of 123*456*782", "[bsn] of [bsn]"),
        ("123\xa0456\n782, nl91\xa0abna 0417164300", "[bsn], [rekening]"),
        ("bel +31-612345678 of +351 912345678", "bel [telefoon] of [telefoon]"),
        ("polisnummer 1234567", "polisnummer [nummer]"),
        ("polisnr ab12345 klopt", "polisnr [nummer] klopt"),
        ("polisnummer 123ABC", "polisnummer [nummer]"),
        ("Polis nr.: AB 12-345.", "Polis nr.: [nummer]."),
        ("mijn polisnumer=ab12345", "mijn polisnumer=[nummer]"),
        ("polis is A-12345, dossier 12345", "polis is [nummer], dossier [nummer]"),
        ("kenmerk: abc-123-x", "kenmerk: [nummer]"),
        ("lidnummer 4455, patiëntnr 4455", "lidnummer [nummer], patiëntnr [nummer]"),
        ("paspoort nummer NX1234567", "paspoort nummer [nummer]"),
        ("bsn 12345 geloof ik", "bsn [bsn] geloof ik"),
        (
            "mijn klantnummer is 12 34 en 2 vragen",
            "mijn klantnummer is [nummer] en 2 vragen",
        ),
        ("bel 06-12345678", "bel [telefoon]"),
        ("bel 06 12 34 56 78 of 0612 345 678", "bel [telefoon] of [telefoon]"),
        ("bel +31 (0)6 - 1234 5678", "bel [telefoon]"),
        ("bel 0031612345678, (020) 123 45 67", "bel [telefoon], [telefoon]"),
        ("bel mij op 345 67 89", "bel mij op [nummer]"),
        (
            "tel.\uff10\uff16\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
            "tel.[telefoon]",
        ),
        ("tel 06\u200b123\u00ad45678", "tel [telefoon]"),
        ("nul zes een twee drie vier vijf zes zeven acht", "[telefoon]"),
        (
            "bel nul zes, twaalf vierendertig zesenvijftig achtenzeventig maar",
            "bel [telefoon] maar",
        ),
        ("06 twaalf 34 56 78", "[telefoon]"),
        ("bsn één één één twee twee twee drie drie drie", "bsn [nummer]"),
        ("call zero six one two three four five", "call [telefoon]"),
        ("ik woon op Dorpsstraat 12a", "ik woon op [adres]"),
        ("kerklaan nr 3 bis, 1234 AB", "[adres], [adres]"),
        ("ik woon Lange Nieuwstraat 14", "ik woon [adres]"),
        ("op Burg. van der Meer-Mohrstraat 14 b", "op [adres]"),
        ("de Prins Bernhardlaan 3", "de [adres]"),
        ("postcode 1234ab en 1234 AB 12-3", "postcode [adres] en [adres]"),
        ("1234 ab, 12", "[adres]"),
        ("3512 jk utrecht", "[adres] utrecht"),
        ("1012 wx amsterdam", "[adres] amsterdam"),
        ("1234ab12 en 3512-jk", "[adres] en [adres]"),
        ("3512 EN utrecht", "[adres] utrecht"),
        ("mijn postcode is 3512 en dan", "mijn postcode is [adres] en dan"),
        ("kerkstr 12 of kerk straat 12", "[adres] of [adres]"),
        ("nieuwe gracht 12a bis", "[adres]"),
        ("kerksraat 12, kerkstraat nummer twaalf", "[adres], [adres]"),
        ("ik woon aan de boulevard 12 hier", "ik woon aan de [adres] hier"),
        ("ze woont nog op het spui 22", "ze woont nog op [adres]"),
        ("oudezijds voorburgwal 12, postbus 123", "oudezijds [adres], [adres]"),
        ("zij is van 12-05-1938", "zij is van [datum]"),
        ("12 mei 1938, 1 mrt. '40", "[datum], [datum]"),
        ("1938-05-12 of 12 5 1938", "[datum] of [datum]"),
        ("mijn moeder is geboren in 1938", "mijn moeder is geboren in [datum]"),
        ("geboortedatum: 3 mei", "geboortedatum: [datum]"),
        ("ze is jarig op 12 mei", "ze is jarig op [datum]"),
        ("zij is geboren 12 05 38", "zij is geboren [datum]"),
        ("12-mei-1938, 12 mei, 1938", "[datum], [datum]"),
        ("geboren op 12 mei achtendertig", "geboren op [datum]"),
        ("twaalf mei negentienachtendertig", "[datum]"),
        ("twaalfde mei negentienhonderd achtendertig", "[datum]"),
        ("born on May 12, 1938 or 12 march 1938", "born on [datum] or [datum]"),
        ("am 12. März 1938, le 12 mai 1938", "am [datum], le [datum]"),
        ("12 may\u0131s 1938", "[datum]"),
        ("mijn moeder is van mei 1938", "mijn moeder is van [datum]"),
        ("mijn vader uit 1938", "mijn vader uit [datum]"),
    ],
)
def test_numbers_and_addresses_are_gone(text: str, masked: str) -> None:
    assert MASK.mask(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ik ben jan de vries en wat kost het", "ik ben [naam] en wat kost het"),
        ("fatima el amrani", "[naam]"),
        (
            "Ik ben mevrouw De Wit. Wat kost het?",
            "Ik ben mevrouw [naam]. Wat kost het?",
        ),
        ("u spreekt met jan van den berg, hallo", "u spreekt met [naam], hallo"),
        ("mijn naam is roos bakker", "mijn naam is [naam]"),
        ("mijn naam: Van 't Hof", "mijn naam: [naam]"),
        ("ik heet gijsbertus", "ik heet [naam]"),
        ("dhr. J. Bakker en mw. A.B. Jansen-de Boer", "dhr. [naam] en mw. [naam]"),
        ("mw. A. Slager wil dat", "mw. [naam] wil dat"),
        ("de heer Bos wil dat", "de heer [naam] wil dat"),
        ("de heer h. de groot wil dat", "de heer [naam] wil dat"),
        ("mw. a.b. bakker wil dat", "mw. [naam] wil dat"),
        ("meneer bos wil dat", "meneer [naam] wil dat"),
        ("mijn man piet-jan wil dat", "mijn man [naam] wil dat"),
        ("mijn zoon thijmentje woont thuis", "mijn zoon [naam] woont thuis"),
        ("mijn dochter Lisa's huis", "mijn dochter [naam]'s huis"),
        ("Truus wil weten wat het kost", "[naam] wil weten wat het kost"),
        ("truus wil weten wat het kost", "[naam] wil weten wat het kost"),
        ("Zegt Oosterdijkema dat ook?", "Zegt [naam] dat ook?"),
        ("IK BEN JAN DE VRIES", "IK BEN [naam]"),
        ("ÖZDEMIR, Ayşe", "[naam], [naam]"),
        ("wat kost het? Groetjes, Wortelboer", "wat kost het? Groetjes, [naam]"),
        ("Ik ben jan. Mijn moeder wil hulp.", "Ik ben [naam]. Mijn moeder wil hulp."),
        ("ik ben kim de wit", "ik ben [naam]"),
        ("mijn moeder erna is ziek", "mijn moeder [naam] is ziek"),
        ("mijn oma, gijsberta, is ziek", "mijn oma, [naam], is ziek"),
        ('mijn zoon "thijmentje" zegt', 'mijn zoon "[naam]" zegt'),
        ("mijn zoon (thijmentje) zegt", "mijn zoon ([naam]) zegt"),
        ("mijn echtgenoot wubbo wil", "mijn echtgenoot [naam] wil"),
        ("mijn echtgenote lotje wil", "mijn echtgenote [naam] wil"),
        ("cliënt gijsbertus wil dat", "cliënt [naam] wil dat"),
        ("onze bewoner lotje wil dat", "onze bewoner [naam] wil dat"),
        ("mijn begeleider sjoerdtje zegt", "mijn begeleider [naam] zegt"),
        ("mijn overbuurvrouw zeliha wil", "mijn overbuurvrouw [naam] wil"),
        ("stiefzoon ricardo woont thuis", "stiefzoon [naam] woont thuis"),
        ("mijn verloofde quincy wil", "mijn verloofde [naam] wil"),
        ("hier spreekt gijsbertus", "hier spreekt [naam]"),
        ("hallo met wortelboer", "hallo met [naam]"),
        ("mevrouw post wil hulp", "mevrouw [naam] wil hulp"),
        ("mevr van der poel wil hulp", "mevr [naam] wil hulp"),
        ("dokter van den broek wil dat", "dokter [naam] wil dat"),
        ("menneer tulp en mvr. post", "menneer [naam] en mvr. [naam]"),
        ("hoi ben lotje", "hoi ben [naam]"),
        ("meneer bakker wil hulp", "meneer [naam] wil hulp"),
        ("mijn achternaam is lotje", "mijn achternaam is [naam]"),
        ("achternaam: kloosterziel", "achternaam: [naam]"),
        ("mijn dochter iza wil dat", "mijn dochter [naam] wil dat"),
        ("my name is gijsbertus", "my name is [naam]"),
        ("ich heiße gijsbertus", "ich heiße [naam]"),
        ("mein name ist gijsbertus", "mein name ist [naam]"),
        ("me llamo gijsbertus", "me llamo [naam]"),
        ("benim ad\u0131m gijsbertus", "benim ad\u0131m [naam]"),
        ("nazywam się gijsbertus", "nazywam się [naam]"),
    ],
)
def test_names_are_gone_with_and_without_capitals(text: str, masked: str) -> None:
    assert MASK.mask(text) == masked


def test_a_common_name_with_a_capital_is_gone_wherever_it_stands() -> None:
    for name in COMMON_NAMES:
        assert name not in MASK.mask(f"{name.title()} wil hulp").lower()
        assert name not in MASK.mask(f"wat zegt {name.title()} nu").lower()


@pytest.mark.parametrize("person", ["ik ben", "mijn man", "mijn dochter"])
def test_a_common_name_without_a_capital_is_gone_after_who_it_is(person: str) -> None:
    readable = {
        name for name in COMMON_NAMES if name in MASK.mask(f"{person} {name} wil")
    }
    assert readable == set()


@pytest.mark.parametrize("name", ["kim", "mia", "adam", "ella", "said"])
def test_other_languages_make_no_ordinary_word_of_a_name(name: str) -> None:
    assert MASK.mask(f"dan wil {name} hulp") == "dan wil [naam] hulp"


@pytest.mark.parametrize(
    ("typed", "masked"),
    [
        ("mijn moeder [truus] wil dat", "mijn moeder ([naam]) wil dat"),
        ("mijn huisarts heet [jan]", "mijn huisarts heet ([naam])"),
        ("mijn huisarts heet [wubbo]", "mijn huisarts heet ([naam])"),
        ("\ue000truus\ue001 en \uff3btruus\uff3d", "[naam] en ([naam])"),
        ("[naam] en [bsn] en [0612345678]", "(naam) en (bsn) en ([telefoon])"),
    ],
)
def test_square_brackets_are_ours_so_what_is_typed_in_them_is_read(
    typed: str, masked: str
) -> None:
    assert MASK.mask(typed) == masked


@pytest.mark.parametrize(
    "text",
    [
        "bel 112, 113, 0800-0113, 0800-2000 of 0900 1234",
        "in 2015 en 2016 betaalde Menzis € 350 per 2 jaar, in 2014-2015 ook",
        "het kostte € 10.000,50 en dat is 80% van 1.000 euro",
        "Wat is een Wlz-indicatie? En een vpt, mpt of pgb van het CIZ?",
        "vergoedt Zilveren Kruis dat, of Univé, of menzies, of De Friesland?",
        "wat doet MEE Nederland voor mijn moeder van 84 jaar",
        "ik ben bang dat mijn man geen zorg krijgt",
        "mijn moeder wil naar huis en mijn vader heeft hulp nodig",
        "mevrouw van het zorgkantoor zei 3 keer nee",
        "de mevrouw heeft gebeld en meneer is boos op de heer of mevrouw",
        "een meneer die bij ons komt zegt dat mevrouw niet wil",
        "in 2015 en in 2016 om 2015 te noemen, 2015 is 1500 km en 3000 in totaal",
        "die meneer luisterde niet en mevrouw belooft van alles",
        "cliënt ondersteuning of client onderstuning, wat is het",
        "mijn man, mijn vader en ik, wij willen hulp",
        "hallo met mijn moeder gaat het niet goed",
        "de bewoner heeft een begeleider en de cliënt krijgt zorg",
        "een of twee keer, of drie of vier",
        "onderweg 2 uur, in het park 3 mensen",
        "ze woont op de afdeling met 12 mensen en thuis sinds 2015",
        "wat vergoedde cz in 2015 cz of 1200 pm",
        "polis 2015 of 3 sterren 2015, polis is 2 jaar oud",
        "12 maanden, 2 vragen over 2015, in mei 2015 en op 12 mei",
        "zegt A iets anders dan B, en wat doet vitamine B12 bij COPD",
        "ik ben Iza verzekerd, en betaalt Eno het ook",
        "ze is geboren en getogen, met naam en toenaam",
        "wat doet een meneer. hij at een appel punt uit",
        "waar staat mijn polisnummer en wat zijn 2 polissen",
        "IK BEN BOOS EN IK WIL EEN MENS SPREKEN",
        "clintondersteunig hoe werkt t",
        "ik wil niet om 10 uur maar om 14.30 uur",
        "kan Steunpunt Ouderen Voorbeeld mij helpen?",
        "👍",
        "",
    ],
)
def test_what_is_no_secret_stays_as_it_is(text: str) -> None:
    assert MASK.mask(text) == text


def known_names() -> list[str]:
    knowledge = installed()
    return [
        *(each.name for each in knowledge.reimbursements.insurers.values()),
        *(each.name for each in knowledge.organisations.values()),
        *(each.name for each in knowledge.terms.values()),
        knowledge.zorgkantoor.name,
    ]


@pytest.mark.parametrize("name", known_names())
def test_every_insurer_organisation_and_term_stays_readable(name: str) -> None:
    assert MASK.mask(f"mijn moeder vraagt naar {name}") == (
        f"mijn moeder vraagt naar {name}"
    )


def public_phones() -> list[str]:
    knowledge = installed()
    insurers = knowledge.reimbursements.insurers.values()
    return [
        knowledge.zorgkantoor.phone,
        *(phone.raw for each in insurers for phone in each.phones),
        *(phone.e164 for each in insurers for phone in each.phones),
    ]


@pytest.mark.parametrize("phone", sorted(set(public_phones())))
def test_every_phone_number_that_we_give_stays_readable(phone: str) -> None:
    assert phone.split()[-1] in MASK.mask(f"ik belde {phone} maar niemand nam op")


@pytest.mark.parametrize(("foreign", "most"), [(False, 0.005), (True, 0.04)])
def test_the_questions_of_the_training_data_stay_readable(
    foreign: bool, most: float
) -> None:
    """In another language more is taken for a name: those words are not known."""
    words = [
        word
        for intent, examples in BY_INTENT.items()
        if (intent in ("crisis", "other_language")) == foreign
        for each in examples[::10]
        for word in MASK.mask(each).split()
    ]
    masked = [word for word in words if "[" in word]
    assert 0 < len(masked) < most * len(words)


@pytest.mark.parametrize("style", ["INTERNATIONAL", "E164"])
def test_a_phone_number_of_any_country_is_gone(style: str) -> None:
    how = getattr(phonenumbers.PhoneNumberFormat, style)
    for region in phonenumbers.SUPPORTED_REGIONS:
        example = phonenumbers.example_number(region)
        assert example
        number = phonenumbers.format_number(example, how)
        assert MASK.mask(f"bel {number} graag") == "bel [telefoon] graag"


AROUND = st.one_of(st.text(max_size=30), st.sampled_from(EXAMPLES))
LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){8,}")


@given(
    AROUND,
    st.lists(st.integers(0, 9), min_size=9, max_size=9),
    st.lists(st.sampled_from(["", "", "", " ", ".", "-"]), min_size=8, max_size=8),
    AROUND,
)
def test_nine_digits_never_survive(
    before: str, digits: list[int], gaps: list[str], after: str
) -> None:
    pairs = zip(digits, [*gaps, ""], strict=True)
    number = "".join(f"{digit}{gap}" for digit, gap in pairs)
    masked = MASK.mask(f"{before} {number} {after}")
    assert "".join(map(str, digits)) not in re.sub("[ .-]", "", masked)


@given(st.text(alphabet="0123456789 .-/()+a", max_size=60))
def test_no_mix_of_digits_and_signs_hides_a_long_number(text: str) -> None:
    long_ones = LONG_NUMBER.findall(MASK.mask(text))
    assert [each for each in long_ones if not re.match("0[89]00", each)] == []


@given(AROUND, st.emails(), AROUND)
def test_an_e_mail_address_never_survives(before: str, email: str, after: str) -> None:
    masked = MASK.mask(f"{before} {email} {after}")
    assert email not in masked
    assert not re.search(r"\S@\S", masked)


@given(st.text(max_size=200))
def test_whatever_is_typed_the_result_is_one_line_to_print(text: str) -> None:
    masked = MASK.mask(text)
    assert len(masked.splitlines()) <= 1
    assert masked == masked.strip()
    assert all(char == " " or not char.isspace() for char in masked)


def test_more_names_can_be_pointed_out() -> None:
    def rare(text: str) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer("bertolf|menzis", text)]

    text = "tegen bertolf 0612345678 zei menzis nee"
    assert MASK.mask(text) == "tegen bertolf [telefoon] zei menzis nee"
    assert Mask(installed(), ORDINARY, rare).mask(text) == (
        "tegen [naam] [telefoon] zei menzis nee"
    )


def test_a_word_is_ordinary_when_it_is_mostly_written_without_a_capital() -> None:
    ordinary = ordinary_words(
        "  - intent: ask_costs\n    examples: |\n"
        "      - wat kost de hulp van truus aan de WIA\n"
        "      - hulp van Fenna, en fenna vraagt Fenna. Wat?\n"
        "      - zei hulp wat?\n"
    )
    assert {"wat", "kost", "hulp", "van", "wia"} <= ordinary
    assert not {"truus", "fenna", "examples", "intent"} & ordinary


def test_examples_in_other_languages_say_nothing_of_what_is_ordinary() -> None:
    example = "    examples: |\n      - wat {}\n"
    ordinary = ordinary_words(
        "  # a comment\n"
        f"  - intent: crisis\n{example.format('sangue')}"
        f"  - intent: other_language\n{example.format('help')}"
        f"  - intent: other_language_too\n{example.format('hulp')}"
    )
    assert ordinary == {"wat", "hulp"}


@pytest.mark.parametrize(
    "part", ["wat kost het ", "a", "1 ", "1-", "a@", "jan de ", "[naam] ", "(", "A.A."]
)
def test_a_very_long_message_is_masked_to_its_end(part: str) -> None:
    text = (part * 20_000)[:20_000]
    assert MASK.mask(f"{text}. Ik ben Truus").endswith("[naam]")
