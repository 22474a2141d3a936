"""What gives no one moment is asked again. It is Tuesday 24 November 2026, ten."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steunwijzer.handoff.moments import FARTHEST, LONGEST, read_moment
from tests.steunwijzer.handoff.test_moments import MEANT

NOW = datetime(2026, 11, 24, 10)
CODES = {"moment", "past", "no_such_moment", "several", "no_moment", "too_far"}

REFUSED = {
    "past": [
        *("gisteren", "eergisteren", "gistermiddag", "afgelopen maandag"),
        *(
            "vorige week",
            "3 dagen geleden",
            "sinds maandag",
            "vandaag om 9 uur",
            "1 oktober",
        ),
        *("24 november om 9 uur", "deze week maandag", "23-11-2026", "2 jan 2026"),
        *("dinsdag de 24e om 9 uur", "vandaag tussen 8 en 9"),
    ],
    "too_far": [
        *("1 maart", "25-1-2027", "over drie maanden", "over een jaar"),
        *("over 9999 weken", "over 9999 dagen", "25 december 2030"),
    ],
    "no_such_moment": [
        *(
            "31 februari",
            "31 november",
            "32 december",
            "0 november",
            "29 februari",
            "de 32e",
        ),
        *("25 uur", "morgen 25 uur", "om 26 uur", "10:75", "31-11", "12-13-2026"),
        *("maandag 25 november", "maandag de 25e", "morgen vrijdag", "vr 26 nov"),
        *("maandag 25-11", "maandag 25/11", "vrijdag de 25e om 14u"),
        *("volgende week 26 november", "volgende week morgen", "zondag 30-11-2026"),
        *(
            "vrijdagmiddag om 10 uur",
            "15:00 's ochtends",
            "vrijdag morgen om 3 uur",
            "'s avonds om 3 uur",
        ),
        *("tussen 15 en 14 uur", "'s middags om 11 uur"),
    ],
    "several": [
        *("ma of di", "dinsdag of woensdag", "maandag en woensdag", "maandag/dinsdag"),
        *("maandag t/m woensdag", "morgen of overmorgen", "25 of 26 november"),
        *("25 en 26 november", "morgenochtend of morgenmiddag", "ochtend of middag"),
        *(
            "3 of 4 uur",
            "morgen om 3 of half 4",
            "om 3 uur, om 4 uur",
            "10 uur 11 uur",
            "12:00/13:00",
        ),
        *("bel morgen maar, of anders overmorgen", "voor 12 uur of na 3"),
        *("donderdag 3", "10-12", "tussen 7 en 9", "over een paar dagen"),
        *(
            "over een uur of 2",
            "volgende donderdag",
            "volgende maand",
            "over een maand",
        ),
        *("ergens in december", "eind november", "volgende week in de ochtend"),
        *("voor vrijdag", "uiterlijk vrijdag", "vanaf donderdag", "na woensdag"),
        *(
            "voor donderdag 14 uur",
            "uiterlijk morgen om 10",
            "vanaf vanmiddag",
            "tot vrijdag",
            "2 tot 4 weken",
        ),
        *("morgen, maar over een uur is ook goed", "rond vrijdag"),
        *("morgenochtend na 3 uur 's middags", "morgen 's middags en 's avonds"),
    ],
    "no_moment": [
        *("", "   ", "hallo", "ja", "nee", "weet ik niet", "?", "26", "3", "zo"),
        *("ik heb een vraag over de kosten", "bel mij", "mijn moeder is 84"),
        *("06 12345678", "06-12 34 56 78", "wat moet ik nu doen", "ik wil niet"),
        *("ik ben vrij", "ze mogen wel bellen", "voor mijn ma", "hij zat daar"),
        *(
            "na mijn werk",
            "morgen na mijn werk",
            "morgen voor mijn werk",
            "na de fysio",
        ),
        *("vrijdag in mijn pauze", "de dag daarna", "zodra mijn man thuis is"),
        *("niet op maandag", "morgen niet", "liefst niet te vroeg", "geen dinsdag"),
        *("ik kan morgen niet", "alles behalve vrijdag", "niet 's ochtends"),
        *("ik werk van 9 tot 5", "om 3 uur ben ik bij de dokter", "morgen ben ik weg"),
        *("mijn moeder slaapt tot 10 uur, daarna graag", "ik heb morgen een uur"),
        *("om 3 redenen", "na 2 gesprekken", "voor 2 personen", "jan", "mei"),
        *("kan ik direct naar een verpleeghuis", "tot ziens", "goedemorgen"),
        *("in 2015", "vergoeding van 2015", "ze vroeg het aan mij", "een begin maken"),
        *("na mijn werk om 6 uur", "na kantoortijd", "voor het eten", "maandag jl"),
        *("de 2e keer", "1e kerstdag", "3e verdieping", "met kerst", "week 49"),
        *("tussen de bedrijven door om 4 uur", "binnenkort", "een andere keer"),
    ],
}


@pytest.mark.parametrize(
    ("text", "code"), [(text, code) for code in REFUSED for text in REFUSED[code]]
)
def test_what_gives_no_one_moment_is_refused(text: str, code: str) -> None:
    outcome = read_moment(text, NOW)
    assert (outcome.code, dict(outcome.values)) == (code, {})


def test_the_tables_are_as_long_as_they_should_be() -> None:
    texts = {text for text, _ in MEANT} | {t for each in REFUSED.values() for t in each}
    assert len(texts) >= 300


def test_a_text_too_long_to_name_one_moment_is_not_read() -> None:
    assert read_moment("1-" * LONGEST, NOW).code == "no_moment"
    assert read_moment("morgen".ljust(LONGEST), NOW).code == "moment"
    assert read_moment("morgen".ljust(LONGEST + 1), NOW).code == "no_moment"


MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1))
_WORDS = (
    "morgen vandaag maandag vrijdag de 26e 3-12 25 november ochtend 's middags half "
    "vier 10 12 uur om na voor tussen en tot of over een twee weken volgende week "
    "niet rond van 15:30 kwart nu maar eind begin weekend - dag gisteren"
)
WORDS = st.sampled_from(_WORDS.split())


@settings(max_examples=500)
@given(st.lists(WORDS, max_size=9).map(" ".join), MOMENTS)
def test_a_moment_is_ahead_and_not_too_far(text: str, now: datetime) -> None:
    outcome = read_moment(text, now)
    assert outcome.code in CODES
    if outcome.code == "moment":
        window = outcome.values["window"]
        assert now <= window.start <= window.end
        assert (window.start.date() - now.date()).days <= FARTHEST + 1


@settings(max_examples=500)
@given(st.text() | st.text("0123456789-/.: uehmn't", max_size=20), MOMENTS)
def test_any_text_at_all_has_an_outcome(text: str, now: datetime) -> None:
    assert read_moment(text, now).code in CODES


@given(st.sampled_from(["maandag", "dinsdag", "vrijdag", "zondag"]), MOMENTS)
def test_a_weekday_falls_on_that_day_within_a_week(day: str, now: datetime) -> None:
    numbers = {"maandag": 0, "dinsdag": 1, "vrijdag": 4, "zondag": 6}
    window = read_moment(f"{day} om half elf", now).values["window"]
    assert window.start.weekday() == numbers[day]
    assert 0 <= (window.start - now).total_seconds() <= 7 * 24 * 3600
