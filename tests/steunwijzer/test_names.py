"""Names are found as people type them, and ordinary Dutch is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.names import ORDINARY, Entry, NameIndex
from steunwijzer.reading import read
from steunwijzer.reimbursement_table import Table
from steunwijzer.words import words

FILE = Path(__file__).parents[2] / "knowledge" / "reimbursements" / "2015.yml"
TABLE = read(FILE, Table)
ENTRIES = [
    *(Entry.of("insurer", id, one) for id, one in TABLE.insurers.items()),
    *(Entry.of("insurer_not_listed", id, one) for id, one in TABLE.not_listed.items()),
    *(
        Entry.of("package", package.id, package)
        for one in TABLE.insurers.values()
        for package in one.packages
    ),
    Entry("organisation", "mee", ("MEE Nederland",), exact=("MEE",)),
    Entry("service", "mantelzorgmakelaar", ("mantelzorgmakelaar",)),
    Entry("sector", "vv", ("V&V", "verpleging en verzorging")),
]
INDEX = NameIndex(ENTRIES)
FREE = [
    (one, name)
    for one in ENTRIES
    for name in one.names
    if name.casefold() not in {exact.casefold() for exact in one.exact}
]
EXACT = [(one, name) for one in ENTRIES for name in one.exact]
AROUND = st.lists(
    st.sampled_from(["wat", "vergoeden", "jullie", "dan", "aan", "mijn", "moeder"]),
    max_size=4,
).map(" ".join)


def found(text: str) -> dict[str, tuple[str, ...]]:
    return {match.kind: match.ids for match in INDEX.find(text)}


@pytest.mark.parametrize(
    ("text", "id", "sure"),
    [
        ("menzies", "menzis", True),
        ("unive", "unive", True),
        ("UNIVÉ", "unive", True),
        ("hollandzrog", "hollandzorg", True),
        ("nedasko", "nedasco", False),
        ("zekuur", "zekur", True),
        ("amersfoorste", "amersfoortse", True),
        ("zilveren kruiz", "zilveren_kruis", True),
        ("Zilveren-Kruis", "zilveren_kruis", True),
        ("zilverenkruis", "zilveren_kruis", True),
        ("united consumers", "united_consumers", True),
        ("unive zekur", "zekur", True),
        ("turien en co", "turien", True),
        ("bij cz?", "cz", True),
    ],
)
def test_insurers_are_found_as_people_type_them(text: str, id: str, sure: bool) -> None:
    (match,) = INDEX.find(text)
    assert (match.kind, match.ids, match.sure) == ("insurer", (id,), sure)


@pytest.mark.parametrize(
    "text", ["VGZ aanv. Best", "vgz aanvullend best", "VGZ Aanv Best"]
)
def test_a_name_of_several_gives_them_all(text: str) -> None:
    (match,) = INDEX.find(f"ik heb {text} dacht ik")
    assert match.kind == "package"
    assert set(match.ids) == {
        "vgz_best",
        "nedasco_vgz_best",
        "turien_vgz_best",
        "united_consumers_vgz_best",
    }


def test_a_shared_house_name_gives_all_its_labels() -> None:
    assert set(found("eno")["insurer"]) == {"energiek", "hollandzorg", "salland"}
    assert set(found("iza")["insurer"]) == {"iza_cura", "iza_gezondsamen"}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("extra compleet", "iak_extra_compleet"),
        ("extra compleet comfort", "iak_extra_compleet_comfort"),
        ("extra compleet comfrt", "iak_extra_compleet_comfort"),
        ("izz zorg voor de zorg", "izz_zorg_voor_de_zorg"),
        ("IZZ Zorg voor de zorg - Extra 2", "izz_zorg_voor_de_zorg_extra_2"),
        ("extra verzorgd", "menzis_extra_verzorgd"),
        ("extraverzorgd", "menzis_extra_verzorgd"),
        ("pma extra verzorgd", "menzis_pma_extraverzorgd"),
        ("fnv zorg", "menzis_fnv_zorg"),
        ("fnv zorg tand", "menzis_fnv_zorg_en_tand"),
        ("zorgplus3", "menzis_zorgplus"),
    ],
)
def test_the_longest_name_wins(text: str, id: str) -> None:
    assert found(text)["package"] == (id,)


@pytest.mark.parametrize(
    "text",
    [
        "mee",
        "wie gaat er mee naar het gesprek",
        "WIE GAAT ER MEE",
        "plus",
        "dat is goed",
        "wat is het best voor mij",
        "top, bedankt",
        "wat kost energie",
        "ik heb geen energie meer",
        "zij is niet meer zo energiek",
        "een energiek mens",
        "ik woon in holland",
        "de stad is ver",
        "de mens is belangrijk",
        "ik geef mantelzorg",
        "het zorgplan klopt niet",
        "weet ik niet zeker",
        "ik wil andere zorg",
        "dit zo laten",
        "dit is ziezo geregeld",
        "ik wil zorg en zekerheid",
        "bent u extra verzekerd",
        "zij heeft extra zorg nodig",
        "zij krijgt extra verzorging",
        "ik ben zorgverzekerd",
        "kan ik verzekeringen vergelijken",
        "ik ben me er bewust van",
        "wie bestuurt dat",
        "hij zit vrij veel thuis",
        "gezond samen leven",
        "kan ik de zorg direct regelen",
        "een uitgebreide aanvullende verzekering",
        "ik heb drie sterren",
        "mag ik iets vragen",
        "kunt u dat sturen",
        "ik heb de tuin gezien",
        "een gezin met twee kinderen",
        "zij is nog vitaal",
        "vgs",
        "izza",
        "just do it",
        "",
        "?!",
        "😀😀",
    ],
)
def test_ordinary_dutch_holds_no_name(text: str) -> None:
    assert INDEX.find(text) == ()


def test_an_exact_name_with_capitals_counts_only_with_these() -> None:
    assert found("wat doet MEE")["organisation"] == ("mee",)
    assert found("wat doet mee nederland")["organisation"] == ("mee",)
    assert found("Energiek")["insurer"] == ("energiek",)
    assert found("energeik") == found("Enrgiek") == {}


@pytest.mark.parametrize("text", ["besured", "Besured", "BESURED", "bij BeSured"])
def test_an_exact_name_without_capitals_counts_with_any(text: str) -> None:
    assert found(text) == {"insurer_not_listed": ("besured",)}


def test_an_exact_name_counts_only_with_its_own_signs() -> None:
    assert found("cz-direct") == {"insurer_not_listed": ("czdirect",)}
    assert found("cz, direct") == {"insurer": ("cz",)}


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("vzg", "insurer", "vgz"),
        ("vgzz", "insurer", "vgz"),
        ("ccz", "insurer", "cz"),
        ("zeukr", "insurer", "zekur"),
        ("onnvz", "insurer_not_listed", "onvz"),
        ("dws", "insurer_not_listed", "dsw"),
        ("ftbo", "insurer_not_listed", "fbto"),
        ("orha", "insurer_not_listed", "ohra"),
        ("besurd", "insurer_not_listed", "besured"),
        ("zorgverzrgd", "package", "menzis_zorgverzorgd"),
    ],
)
def test_a_slip_that_makes_no_other_word_is_a_doubtful_match(
    text: str, kind: str, id: str
) -> None:
    (match,) = INDEX.find(f"ik zit bij {text} dacht ik")
    assert (match.kind, match.ids, match.sure) == (kind, (id,), False)


@pytest.mark.parametrize(
    "text",
    [
        *("neo", "ika", "zia", "izza", "enno"),  # a name of two vowels reads as a word
        *("zorgverzekerd", "besure", "bestuurd", "gezamen"),
        *("reispakket", "totaalpakket", "postpakket", "zorgpolis", "zorgpas"),
        *("autoverzekeringen", "zorgverzekeringen", "reisverzekeringen"),
    ],
)
def test_a_word_that_only_looks_like_a_name_is_none(text: str) -> None:
    assert INDEX.find(text) == ()


def test_an_ordinary_phrase_hides_the_name_in_it() -> None:
    index = NameIndex(
        [
            Entry("insurer", "salland", ("Salland",)),
            Entry(ORDINARY, ORDINARY, (), exact=("in salland", "sallands")),
        ]
    )
    assert index.find("ik woon in Salland") == index.find("Sallands bier") == ()
    assert [match.ids for match in index.find("Salland, in of uit?")] == [("salland",)]


def test_dots_and_signs_do_not_hide_a_name() -> None:
    assert found("bij a.s.r.?")["insurer_not_listed"] == ("asr",)
    assert found("V&V")["sector"] == found("vv")["sector"] == ("vv",)
    assert found("Univé's")["insurer"] == ("unive",)
    assert found("Unive\u0301")["insurer"] == ("unive",)


@pytest.mark.parametrize("text", ["unive", "UNIVÉ", "Unive\u0301", "univè"])
def test_capitals_and_accents_are_no_typing_errors(text: str) -> None:
    (match,) = INDEX.find(text)
    assert match.score == 100


def test_a_name_written_as_two_words_has_to_be_confirmed() -> None:
    (match,) = INDEX.find("wat doet een mantelzorg makelaar")
    assert match.ids == ("mantelzorgmakelaar",)
    assert not match.sure


def test_places_are_those_in_the_original_text() -> None:
    text = "\u0133s  Unive\u0301... of a.s.r."
    assert [text[one.start : one.end] for one in INDEX.find(text)] == [
        "Unive\u0301",
        "a.s.r",
    ]
    text = "Is het bij «Zilveren / Kruis» zo?"
    (match,) = INDEX.find(text)
    assert text[match.start : match.end] == "Zilveren / Kruis"


def test_one_name_for_things_of_two_kinds_gives_both() -> None:
    index = NameIndex(
        [Entry("a", "1", ("Zorgbelang",)), Entry("b", "2", ("zorgbelang",))]
    )
    assert [(one.kind, one.ids) for one in index.find("Zorgbelang")] == [
        ("a", ("1",)),
        ("b", ("2",)),
    ]


@given(st.sampled_from([*FREE, *EXACT]), AROUND, AROUND)
def test_any_name_is_found_inside_any_sentence(
    named: tuple[Entry, str], before: str, after: str
) -> None:
    entry, name = named
    matches = INDEX.find(f"{before} {name}, {after}")
    assert any(entry.id in one.ids and one.sure for one in matches)


@st.composite
def names_with_one_slip(draw: st.DrawFn) -> tuple[Entry, str, str]:
    """Give an insurer's name of 7 letters or more and the same with one slip.

    Words of three letters or fewer stay: they count only when written right.
    """
    entry, name = draw(
        st.sampled_from(
            [
                (entry, name)
                for entry, name in FREE
                if entry.kind.startswith("insurer")
                and sum(char.isalpha() for char in name) >= 7
            ]
        )
    )
    word = draw(st.sampled_from([w for w in words(name) if len(w.folded) > 3]))
    at = draw(st.integers(word.start, word.end - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slips = [
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
    ]
    if at + 1 < word.end:
        slips.append(name[:at] + name[at + 1] + name[at] + name[at + 2 :])
    return entry, name, draw(st.sampled_from(slips))


@given(names_with_one_slip(), AROUND)
def test_one_slip_in_a_long_name_never_makes_it_another_insurer(
    slip: tuple[Entry, str, str], before: str
) -> None:
    entry, _, typed = slip
    matches = INDEX.find(f"{before} {typed}")
    insurers = [one for one in matches if one.kind.startswith("insurer")]
    assert any(entry.id in one.ids for one in insurers)
    assert all(entry.id in one.ids for one in insurers if one.sure)


@given(st.text(max_size=400))
def test_any_text_gives_matches_within_it(text: str) -> None:
    end = 0
    for match in INDEX.find(text):
        assert end <= match.start < match.end <= len(text)
        assert 80 <= match.score <= 100
        end = match.end


SENTENCE = "Ik zit bij Menzis, wat krijg ik voor een mantelzorgmakelaar met ZorgPlus 3?"


@pytest.mark.parametrize("part", [SENTENCE, "zorgplu ", "a ", "a.a.", "zilverenkruis"])
def test_a_very_long_message_is_read_to_its_end(part: str) -> None:
    text = (part * 20_000)[:20_000]
    *_, last = INDEX.find(f"{text}. Ik zit bij Salland")
    assert last.ids == ("salland",)


def test_without_slips_only_a_name_as_it_is_written_is_found() -> None:
    def found(text: str) -> list[tuple[str, ...]]:
        return [each.ids for each in INDEX.find(text, slips=False)]

    assert found("Salland of Zilveren kruis") == [("salland",), ("zilveren_kruis",)]
    assert found("Sallant of silvere kruis") == []
