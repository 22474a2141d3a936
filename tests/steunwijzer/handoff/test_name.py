"""A name is read without what is said around it; a sentence is not taken for one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.handoff.details import read_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Jan", "Jan"),
        ("Jan.", "Jan"),
        ("ik ben Jan de Vries", "Jan de Vries"),
        ("ik ben jan", "Jan"),
        ("mijn naam is fatima el amrani", "Fatima el Amrani"),
        ("zeg maar Annie", "Annie"),
        ("noem mij maar Annie", "Annie"),
        ("Hallo, met Jan de Vries", "Jan de Vries"),
        ("hoi ik ben Annie, de dochter van Jan", "Annie"),
        ("goedemiddag, u spreekt met mevrouw de Wit", "mevrouw de Wit"),
        ("ja, Jan de Vries", "Jan de Vries"),
        ("Jan is mijn naam", "Jan"),
        ("Jan de Vries alstublieft", "Jan de Vries"),
        ("naam: Jan de Vries", "Jan de Vries"),
        ("mijn achternaam is Jansen", "Jansen"),
        ("met vriendelijke groet, Jan Jansen", "Jan Jansen"),
        ("dit is Piet", "Piet"),
        ("mijn naam is Jan en ik wil graag hulp", "Jan"),
        ("met mevrouw Pietersen spreekt u", "mevrouw Pietersen"),
        ("jansen hier", "Jansen"),
        ("ze heet Anja", "Anja"),
        ("Ik heb hulp nodig. Mijn naam is Jan.", "Jan"),
        ("Jan de Vries, 0612345678", "Jan de Vries"),
        ("Jan de Vries 06 12345678", "Jan de Vries"),
        ("Jan de Vries\nKerkstraat", "Jan de Vries"),
        ("Jan en Marie de Boer", "Jan en Marie de Boer"),
        # with a courtesy
        ("mevrouw Jansen", "mevrouw Jansen"),
        ("ik ben meneer Jansen", "meneer Jansen"),
        ("dhr. P.J. van den Berg-Smit", "dhr. P.J. van den Berg-Smit"),
        ("mw. A. Jansen-de Boer", "mw. A. Jansen-de Boer"),
        ("de heer Jansen", "de heer Jansen"),
        ("Jansen, P.J.", "Jansen, P.J."),
        # without capitals
        ("jan de vries", "Jan de Vries"),
        ("de vries", "De Vries"),
        ("mevrouw van den berg", "mevrouw Van den Berg"),
        ("p.j. jansen-de boer", "P.J. Jansen-de Boer"),
        ("ik heet anne-marie van der meer", "Anne-Marie van der Meer"),
        ("ijsbrand o'brien", "IJsbrand O'Brien"),
        ("wim 't hart", "Wim 't Hart"),
        ("'t hart", "'t Hart"),
        ("gijsberta", "Gijsberta"),
        # as typed
        ("JAN DE VRIES", "JAN DE VRIES"),
        ("Fatima El Amrani", "Fatima El Amrani"),
        ("Ahmed ben Salah", "Ahmed ben Salah"),
        ("Nguyễn Thị Mai", "Nguyễn Thị Mai"),
        ("李明", "李明"),
        ("Seán Ó'Súilleabháin", "Seán Ó'Súilleabháin"),
        ("Jan Goed", "Jan Goed"),
        ("xiu wong", "Xiu Wong"),
        ("  Jan \u200b Jansen ", "Jan Jansen"),
    ],
)
def test_a_name_is_read(typed: str, name: str) -> None:
    outcome = read_name(typed)
    assert (outcome.code, dict(outcome.values)) == ("name", {"name": name})


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ja",
        "nee",
        "stop",
        "terug",
        "dat zeg ik liever niet",
        "weet ik niet",
        "liever niet, privacy",
        "dat zeg ik niet, bemoeial",
        "mantelzorgmakelaar",
        "geen idee",
        "anoniem",
        "waarom wilt u dat weten",
        "waarom",
        "wat is uw naam?",
        "Jan?",
        "ik ben bang",
        "ik ben moe van alles",
        "Ik ben eenzaam",
        "ik ben de dochter van mevrouw Jansen",
        "ik ben 84",
        "ik wil bellen",
        "mijn naam is niet belangrijk",
        "dat gaat u niets aan",
        "het ligt gevoelig bij mij",
        "gevoelig onderwerp momenteel",
        "het is ingewikkeld",
        "mevrouw",
        "de",
        "van der",
        "0612345678",
        "J4n",
        "jan@ziggo.nl",
        "www.jansen.nl",
        "<b>Jan</b>",
        "[naam]",
        "J" + "a" * 80,
        "\U0001f600",
    ],
)
def test_what_is_no_name_is_asked_again(typed: str) -> None:
    assert read_name(typed).code == "no_name"


PIECES = st.sampled_from(
    (
        *("jan", "Jan", "de", "van", "'t", "'", "-", "."),
        *(",", "ik ben", "mevrouw", "P.J.", "\n", "en", "0612", "@"),
        *("<", "\x00", "é", "ij", "\u2019", " ", "naam is", "Berg-Smit"),
        "d'",
    )
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))
)
def test_any_text_is_read_and_a_name_is_safe_in_a_mail(typed: str) -> None:
    name = read_name(typed).values.get("name", "Jan")
    assert 0 < len(name) <= 60
    assert name == " ".join(name.split())
    assert not any(char.isdigit() or char in "<>@:/\\\x00" for char in name)


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=30))
def test_no_letter_of_a_name_is_lost_or_made_up(word: str) -> None:
    typed = f"Jan {word.capitalize()}"
    outcome = read_name(f"mijn naam is {typed}")
    if outcome.code == "name":
        assert outcome.values["name"].startswith("Jan")
        assert set(outcome.values["name"]) <= set(unicodedata.normalize("NFKC", typed))
