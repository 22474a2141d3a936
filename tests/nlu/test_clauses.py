"""A message is cut where a question may begin, and nowhere else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.clauses import MOST_QUESTIONS, questions, sentences


def asked_in(text: str) -> list[str]:
    return [text[slice(*each.part)] for each in questions(text)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        # en
        ("wat is het en wat kost het", ["wat is het", "wat kost het"]),
        ("WAT IS HET EN WAT KOST HET", ["WAT IS HET", "WAT KOST HET"]),
        (
            "Bij wie moet ik zijn en is dat gratis?",
            ["Bij wie moet ik zijn", "is dat gratis?"],
        ),
        (
            "Is mijn zus welkom en aan wie vraag ik dat?",
            ["Is mijn zus welkom", "aan wie vraag ik dat?"],
        ),
        (
            "wat is een vpt en dan ook nog hoe lang duurt de aanvraag",
            ["wat is een vpt", "hoe lang duurt de aanvraag"],
        ),
        (
            "Wat kost het en wie betaalt dat en hoe lang duurt het?",
            ["Wat kost het", "wie betaalt dat", "hoe lang duurt het?"],
        ),
        # a comma
        ("Wat is een mpt, wat kost dat?", ["Wat is een mpt", "wat kost dat?"]),
        (
            "Wat doet zo iemand, en moet ik betalen?",
            ["Wat doet zo iemand", "moet ik betalen?"],
        ),
        (
            "wie helpt mij, verder hoe lang moet ik wachten",
            ["wie helpt mij", "hoe lang moet ik wachten"],
        ),
        # other signs
        ("Wat is het; wat kost het?", ["Wat is het", "wat kost het?"]),
        ("wat is het & wat kost het", ["wat is het", "wat kost het"]),
        ("wat is het + wat kost het", ["wat is het", "wat kost het"]),
        ("wat is het / wat kost het", ["wat is het", "wat kost het"]),
        ("wat is het - wat kost het", ["wat is het", "wat kost het"]),
        ("wat is het \u2013 wat kost het", ["wat is het", "wat kost het"]),
        ("Wat is het; en of mijn zus mee mag", ["Wat is het", "of mijn zus mee mag"]),
        # a list
        ("1) wat is het 2)wat kost het", ["wat is het", "wat kost het"]),
        ("1: wat is het 2: wat kost het", ["wat is het", "wat kost het"]),
        ("a) wat is het, b) wat kost het", ["wat is het", "wat kost het"]),
        ("1. wat is het\n2. wat kost het", ["wat is het", "wat kost het"]),
        ("- wat is het\n- wat kost het", ["- wat is het", "- wat kost het"]),
        (
            "Ten eerste: wat is het? Ten tweede, wat kost het?",
            ["wat is het?", "wat kost het?"],
        ),
        (
            "ten eerste wat is het en ten tweede wat kost het",
            ["wat is het", "wat kost het"],
        ),
        (
            "ik heb 3 vragen: 1 wat is het, 2 kost het geld, 3 wie helpt",
            ["ik heb 3 vragen: 1 wat is het", "kost het geld", "wie helpt"],
        ),
        # what only says that questions follow
        (
            "Twee vragen: wat is het en wat kost het?",
            ["Twee vragen: wat is het", "wat kost het?"],
        ),
        (
            "Wat ik wil weten : wat is het en wat kost het",
            ["Wat ik wil weten : wat is het", "wat kost het"],
        ),
        (
            "Even twee dingen - wat is het en wat kost het",
            ["Even twee dingen - wat is het", "wat kost het"],
        ),
        (
            "heb nog twee vraagjes, wat is het en wat kost het",
            ["heb nog twee vraagjes, wat is het", "wat kost het"],
        ),
        (
            "Hallo mag ik u iets vragen? Wat is het? En wat kost het?",
            ["Hallo mag ik u iets vragen? Wat is het?", "En wat kost het?"],
        ),
        # a full stop
        (
            "Wat kost zo'n ondersteuner. Hoe lang moet ik wachten.",
            ["Wat kost zo'n ondersteuner.", "Hoe lang moet ik wachten."],
        ),
        (
            "Wie geeft die hulp? Ook wil ik graag weten wat het kost.",
            ["Wie geeft die hulp?", "Ook wil ik graag weten wat het kost."],
        ),
        # question marks
        (
            "Is het gratis? Hoe vraag ik het aan?",
            ["Is het gratis?", "Hoe vraag ik het aan?"],
        ),
        (
            "is het gratis?hoe vraag ik het aan?",
            ["is het gratis?", "hoe vraag ik het aan?"],
        ),
        (
            "is het gratis?? en hoe vraag ik het aan",
            ["is het gratis??", "en hoe vraag ik het aan"],
        ),
        (
            "Is het gratis? Mijn zus mag er toch wel bij zijn?",
            ["Is het gratis?", "Mijn zus mag er toch wel bij zijn?"],
        ),
        # a new line
        ("wat kost het\nwie doet het", ["wat kost het", "wie doet het"]),
        ("Wat kost het\n\nWie doet het", ["Wat kost het", "Wie doet het"]),
        # en of
        (
            "Wat kost het en of mijn moeder er recht op heeft",
            ["Wat kost het", "of mijn moeder er recht op heeft"],
        ),
        (
            "ik wil weten wat het kost, en of mijn zus mee mag.",
            ["ik wil weten wat het kost", "of mijn zus mee mag."],
        ),
        # a greeting, with or without a comma
        ("hallo wat kost het en wie helpt", ["hallo wat kost het", "wie helpt"]),
        ("hey wat kost het en wie helpt", ["hey wat kost het", "wie helpt"]),
        (
            "Goedemorgen wat kost het, wie helpt",
            ["Goedemorgen wat kost het", "wie helpt"],
        ),
        # a question that is stated
        (
            "Ik wil graag weten wie dat doet en hoe lang het duurt.",
            ["Ik wil graag weten wie dat doet", "hoe lang het duurt."],
        ),
    ],
)
def test_two_questions_are_two(text: str, asked: list[str]) -> None:
    assert asked_in(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        # "en" or "of" inside the question
        "vergoeden cz en vgz dit",
        "Wie vergoedt het meest, VGZ of Menzis?",
        "Wat is een vpt, mpt of pgb?",
        "mag ik zijn naam en zijn adres laten weghalen?",
        "Wat is jullie adres en telefoonnummer?",
        "hebben mijn vader en moeder er allebei recht op",
        "Wat kost het per maand, per week en per uur?",
        "Is het gratis of moet ik betalen?",
        "heb je er een indicatie voor nodig of kan iedereen het krijgen",
        "Heeft mijn man er recht op, en ik ook?",
        "kan ik bellen of mailen, of kan ik langskomen",
        "Ik vraag me af of u mij kunt helpen.",
        # its other half in a sentence of its own
        "Is het gratis? Of moet ik betalen?",
        "Komt er iemand thuis? Of moeten wij naar u toe? Dank u wel.",
        # background before it
        "Mijn moeder is 84 en woont alleen. Wat kost het?",
        "Mijn moeder is 84, zij heeft Parkinson. Ze valt vaak! Wie kan ons helpen?",
        "Ik heb een brief gehad. Is het waar dat die hulp gratis is?",
        "Ik kreeg een brief en mijn dochter zegt dat het duur is. Is dat zo?",
        "Mijn zoon (19) kreeg op 24-12-2015 zijn indicatie: VG 6. Heeft hij recht",
        "Mijn moeder\nwoont thuis\n\nWat kost het",
        # a greeting, and thanks
        "hallo, wat kost het",
        "Goedemiddag! Wat kost het? Alvast bedankt.",
        "Dank u wel. En wat kost het?",
        # numbers
        "Wat kost 1,5 uur hulp van € 1.250,50?",
        "Moet ik € 12,50 betalen?",
        "Kan ik op 020 -  123 45 67 worden gebeld?",
        "2:30 kan dat ook?",
        "Is er hulp op 24 / 7 geregeld?",
        # signs that join no questions
        "Kan ik vpt en/of mpt krijgen?",
        "Kan ik vpt en / of mpt krijgen?",
        "Kan/mag mijn zus bellen over pgb/mpt?",
        "Staat het op https://www.zorg.nl/wat-is/wie?kan=1&is=2",
        # what a colon announces is the question
        "Wat ik me afvraag: is het gratis?",
        "Wat kost het: moet ik zelf betalen?",
        # a question without any word that questions begin with
        "clientondersteuning gratis?",
        "ten tweede?",
    ],
)
def test_one_question_stays_in_one_piece(text: str) -> None:
    assert asked_in(text) == [text]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Mijn moeder is 84. Wat kost het? Zij woont alleen. Wie helpt haar?",
            [
                "Mijn moeder is 84. Wat kost het?",
                "Zij woont alleen. Wie helpt haar?",
            ],
        ),
        (
            "Wat kost het? En wie helpt haar? Zij woont alleen. Dank u wel.",
            ["Wat kost het?", "En wie helpt haar? Zij woont alleen. Dank u wel."],
        ),
        (
            "Is het gratis? Of moet ik betalen? En wie helpt mij?",
            ["Is het gratis? Of moet ik betalen?", "En wie helpt mij?"],
        ),
    ],
)
def test_what_asks_nothing_goes_with_the_question_after_it_at_the_end_before_it(
    text: str, asked: list[str]
) -> None:
    assert asked_in(text) == asked


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("Wat kost het?", ["Wat kost het?"]),
        (
            "Mijn moeder is 84, zij woont alleen. Wat kost het? Alvast bedankt.",
            ["Wat kost het?"],
        ),
        (
            "Zij is 84. Wat kost het en wie helpt haar? Zij is alleen. Wie nog meer?",
            ["Wat kost het", "wie helpt haar?", "Wie nog meer?"],
        ),
        ("Zij is 84, wat kost het", ["wat kost het"]),
        ("Kost het iets? Of is het gratis? Dank u wel!", ["Kost het iets?"]),
        ("Wat ik wil weten: wat kost het?", ["wat kost het?"]),
        ("Kan ik u een vraag stellen? Wat kost het?", ["Wat kost het?"]),
        ("Mijn zoon (9) heeft autisme, wat kost het", ["wat kost het"]),
        ("Kan ik om 10:30 komen", ["Kan ik om 10:30 komen"]),
        ("Kan ik komen :-) is dat goed", ["Kan ik komen :-) is dat goed"]),
        ("Kan ik komen :) is dat goed", ["Kan ik komen :) is dat goed"]),
    ],
)
def test_the_core_is_what_asks_without_what_goes_with_it(
    text: str, cores: list[str]
) -> None:
    assert [text[slice(*each.core)] for each in questions(text)] == cores


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Wat kost het? En of mijn moeder er recht op heeft?",
            ["Wat kost het?", "En of mijn moeder er recht op heeft?"],
        ),
        (
            "Is het gratis? Of moet ik betalen, en wie helpt mij?",
            ["Is het gratis? Of moet ik betalen", "wie helpt mij?"],
        ),
    ],
)
def test_en_of_is_a_new_question_and_of_the_other_half_at_the_start_of_a_sentence_too(
    text: str, asked: list[str]
) -> None:
    assert asked_in(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Wat vergoedt VGZ aanv. Best voor een mantelzorgmakelaar?",
        "Wat kan ik doen i.v.m. mijn wachttijd?",
    ],
)
def test_an_abbreviation_does_not_end_a_question(text: str) -> None:
    assert asked_in(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "?!",
        "👍",
        "112",
        "cz",
        "ja graag",
        "Dank u wel!",
        "Mijn moeder woont thuis.",
        "Heb al een indicatie.",  # a verb first is no question before a full stop
        "Help mij!",
    ],
)
def test_where_nothing_is_asked_there_is_no_question(text: str) -> None:
    assert asked_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dag. Wie helpt mij? Ik!", ["Dag.", "Wie helpt mij?", "Ik!"]),
        ("wie helpt mij?ik kom er niet uit", ["wie helpt mij?", "ik kom er niet uit"]),
        ("Nou… ik weet het niet... echt", ["Nou…", "ik weet het niet...", "echt"]),
        ("hallo\nik ben Jan\n\n\nen u", ["hallo", "ik ben Jan", "en u"]),
        ("hallo  \n", ["hallo  "]),
        ("Het is € 1.250,50 op www.cz.nl nu", ["Het is € 1.250,50 op www.cz.nl nu"]),
        ("echt?!? 👍 12. ja", ["echt?!?", "ja"]),  # no words: no sentence
        ("?! 👍 \n 12", []),
        ("", []),
    ],
)
def test_sentences_end_at_their_marks_and_at_a_new_line(
    text: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in sentences(text)] == found


def test_what_follows_the_most_questions_that_are_read_goes_with_the_last() -> None:
    text = "wat kost het? " * (MOST_QUESTIONS + 2)
    *asked, last = asked_in(text)
    assert asked == ["wat kost het?"] * (MOST_QUESTIONS - 1)
    assert last == "wat kost het? " * 3


@pytest.mark.parametrize(
    ("repeated", "asks"),
    [
        ("?a", MOST_QUESTIONS),
        ("a? ", MOST_QUESTIONS),
        (", wat kost het", MOST_QUESTIONS),
        (" - wat kost het", MOST_QUESTIONS),
        (" 1) wat kost het", MOST_QUESTIONS),
        (": wat kost het", 1),
        ("; : & - ", 0),
        (" 1) ten eerste", 0),
        ("a en ", 0),
        ("1, ", 0),
        ("i.v.m. ", 0),
        ("bijv.\n", 0),
        ("a\n", 0),
        (" ", 0),
        ("a", 0),
    ],
)
def test_a_message_of_a_hundred_thousand_characters_is_read_to_its_end(
    repeated: str, asks: int
) -> None:
    text = f"ja {repeated * (100_000 // len(repeated))} nee"
    assert len(questions(text)) == asks


# What begins, joins and ends questions, in any order; "\u017f" is an s to a regex that
# takes capitals for small letters.
_PIECES = st.one_of(
    st.sampled_from(["wat kost het", "hoe lang duurt het", "is het gratis", "bij wie"]),
    st.sampled_from(
        ["ik wil weten", "mijn moeder", "cz", "84", "👍", "é", "plu\u017f"]
    ),
    st.sampled_from(["of", "en", "verder", "daarnaast", "plus", "ook", "dan", "nog"]),
    st.sampled_from([".", ",", "?", "!", "…", " ", "\n", "\r\n", "\t"]),
    st.sampled_from([":", ";", "&", "/", "-", " - ", ":-)", "10:30", "020 - 12"]),
    st.sampled_from(["1)", "2:", "a)", "3 ", "ten eerste", "ten tweede,"]),
    st.sampled_from(["twee vragen", "mag ik iets vragen", "heb een vraag"]),
)
_MESSAGES = st.one_of(
    st.text(),
    st.lists(_PIECES, max_size=25).map("".join),
    st.lists(_PIECES, max_size=25).map(" ".join),
)
_WORD = re.compile(r"[^\W\d_]+")
_JOINTS = {
    *("en", "verder", "daarnaast", "plus", "dan", "ook", "nog"),
    *("ten", "eerste", "tweede", "derde", "slotte", "a", "b", "c", "d"),
}


@settings(max_examples=500, deadline=None)
@given(text=_MESSAGES)
def test_whatever_is_typed_the_parts_are_pieces_of_it_in_order(text: str) -> None:
    asked = questions(text)
    for parts in (sentences(text), [each.part for each in asked]):
        position = 0
        for start, end in parts:
            assert position <= start < end <= len(text)
            assert _WORD.search(text, start, end)
            position = end
    for (start, end), (asks_from, asks_to) in asked:
        assert start <= asks_from < asks_to <= end
        assert _WORD.search(text, asks_from, asks_to)


@settings(max_examples=500, deadline=None)
@given(text=_MESSAGES)
def test_no_word_is_lost_between_questions_but_what_joins_them(text: str) -> None:
    parts = [each.part for each in questions(text)]
    if not parts:
        return
    starts, ends = [start for start, _ in parts], [end for _, end in parts]
    gaps = zip([0, *ends], [*starts, len(text)], strict=True)
    lost = {word.casefold() for gap in gaps for word in _WORD.findall(text, *gap)}
    assert lost <= _JOINTS
