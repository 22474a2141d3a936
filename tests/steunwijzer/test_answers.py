"""An answer to a guided question is read as it was meant, or asked for again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.answers import (
    is_question,
    is_surely_question,
    read_answer,
    read_mention,
    read_under_18,
)
from steunwijzer.knowledge import installed

QUESTIONS = {**installed().questions, "sector": installed().sectors}
INTENT = {"ja": "affirm", "nee": "deny", "weet ik niet": "dont_know"}

ANSWERS = [
    ("indication", "ja", "affirm", "yes"),
    ("indication", "Nee.", "deny", "no"),
    ("indication", "weet ik niet", "dont_know", "unknown"),
    ("indication", "geen idee", "dont_know", "unknown"),
    ("indication", "wij hebben geen indicatie", "inform", "no"),
    ("indication", "ja, aangevraagd", "affirm", "applied"),
    ("indication", "nee, die is aangevraagd", "deny", "applied"),
    ("indication", "ik heb een indicatie aangevraagd", "inform", "applied"),
    ("indication", "niet aangevraagd", "nlu_fallback", None),
    ("indication", "nee, nog niet", "deny", None),  # no, or applied for?
    ("indication", "nee, nog niet aangevraagd", "deny", None),
    ("indication", "nee nog niet, is aangevraagd", "deny", "applied"),
    ("indication", "nog niet, wel aangevraagd", "inform", "applied"),
    ("indication", "ik snap de vraag niet", "dont_know", None),
    ("indication", "nee, geen idee", "deny", "unknown"),
    ("indication", "misschien", "nlu_fallback", None),
    ("indication", "toch wel", "affirm", "yes"),
    ("sector", "Ouderenzorg", "inform", "vv"),
    ("sector", "mijn moeder is dement", "inform", "vv"),
    ("sector", "geen ouderenzorg", "inform", None),
    ("sector", "ouderenzorg en ggz", "inform", None),
    ("sector", "ja", "affirm", None),
    ("asker", "voor mijn moeder", "inform", "carer"),
    ("asker", "ik ben haar mentor", "inform", "representative"),
    ("asker", "niet voor mezelf", "inform", None),
    ("asker", "voor mij", "nlu_fallback", "client"),
    ("asker", "mijn dochter helpt mij", "inform", None),
    ("asker", "ik ben haar dochter maar niet officieel", "inform", "carer"),
    ("under_18", "nee hoor", "deny", "no"),
    ("under_18", "niet ouder dan 18", "inform", None),
    ("living", "thuis", "inform", "home"),
    ("living", "liever niet thuis", "inform", "institution"),
    ("living", "niet in een verpleeghuis", "inform", None),
    ("living", "thuis, niet in een instelling", "inform", "home"),
    ("living", "thuis blijven, ook al kan lopen niet meer", "inform", "home"),
    ("living", "thuis blijven of toch een verpleeghuis", "inform", None),
    ("safe_at_home", "ja, veilig", "affirm", "yes"),
    ("safe_at_home", "niet veilig genoeg", "deny", "no"),
    ("safe_at_home", "nee, niet echt", "deny", "no"),
    ("safe_at_home", "nee hoor, dat is niet zo", "deny", "no"),
    ("safe_at_home", "dat is niet echt veilig", "nlu_fallback", None),
    ("safe_at_home", "ja, niet veilig", "affirm", None),
    ("safe_at_home", "nee, veilig", "deny", None),
    ("safe_at_home", "ja, niet echt", "affirm", None),
    ("safe_at_home", "geen gevaar hoor", "deny", None),
    ("safe_at_home", "nou ja, het gaat", "nlu_fallback", None),
    ("safe_at_home", "nope", "deny", "no"),
    ("arranging", "ik wil het zelf regelen", "inform", "self"),
    ("arranging", "niet zelf", "inform", None),
    ("arranging", "een deel zelf", "inform", "both"),
    ("arranging", "wat zelf regelen maar niet alles", "inform", "both"),
    ("budget_keeping", "dat lukt niet", "deny", "no"),
    ("budget_keeping", "nee dat lukt niet", "deny", "no"),
    ("budget_keeping", "mijn dochter doet dat", "inform", "yes"),
    ("budget_keeping", "nee, mijn dochter wel", "deny", None),
    ("one_provider", "alles van één organisatie", "inform", "yes"),
    ("one_provider", "losse onderdelen", "inform", "no"),
]


@pytest.mark.parametrize(("question", "text", "intent", "expected"), ANSWERS)
def test_what_an_answer_chooses(
    question: str, text: str, intent: str, expected: str | None
) -> None:
    assert read_answer(text, intent, QUESTIONS[question]) == expected


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_name_and_alias_of_an_option_chooses_it(question: str) -> None:
    options = QUESTIONS[question]
    wrong = {
        name: read_answer(name, INTENT.get(name, "inform"), options)
        for option, named in options.items()
        for name in (named.name, *named.aliases)
        if read_answer(name, INTENT.get(name, "inform"), options) != option
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", "home"), ("2.", "institution"), ("3", "unknown"), ("0", None), ("4", None)],
)
def test_a_number_chooses_that_option(text: str, expected: str | None) -> None:
    assert read_answer(text, "inform", QUESTIONS["living"]) == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("indication", "mijn vader heeft een wlz-indicatie, wie helpt hem?", "yes"),
        ("indication", "ik heb een indicatie maar ik snap het niet", "yes"),
        ("asker", "ik vraag dit voor mijn moeder", "carer"),
        ("asker", "niet voor mezelf", None),
        ("asker", "niet voor mezelf maar voor mijn moeder", "carer"),
        ("asker", "zelf", None),  # too little when nobody asked
        ("living", "thuis", None),
        ("living", "ik wil thuis blijven", "home"),
        ("living", "weet ik niet", None),
        ("under_18", "niet ouder dan 18", None),
        ("budget_keeping", "dat kan ik niet, mijn zoon wel", None),
    ],
)
def test_what_is_mentioned_in_passing(
    question: str, text: str, expected: str | None
) -> None:
    assert read_mention(text, QUESTIONS[question]) == expected


@pytest.mark.parametrize(
    ("text", "may_be", "surely"),
    [
        ("wat is een vpt?", True, True),
        ("wat is een vpt", True, False),
        ("is al aangevraagd", True, False),
        ("thuis?", True, False),
        ("Mag MEE uitbesteden?", True, True),
        ("thuis", False, False),
        ("watertoren", False, False),
        ("", False, False),
    ],
)
def test_what_reads_as_a_question(text: str, may_be: bool, surely: bool) -> None:
    assert (is_question(text), is_surely_question(text)) == (may_be, surely)


@given(
    text=st.text()
    | st.lists(
        st.sampled_from(["ja", "nee", "niet", "nog", "zelf", "thuis", "lukt", "2", "²"])
    ).map(" ".join),
    intent=st.sampled_from(["affirm", "deny", "dont_know", "inform", "nlu_fallback"]),
    question=st.sampled_from(sorted(QUESTIONS)),
)
def test_any_text_gives_an_option_that_exists_or_none(
    text: str, intent: str, question: str
) -> None:
    options = QUESTIONS[question]
    assert read_answer(text, intent, options) in (None, *options)
    assert read_mention(text, options) in (None, *options)


@pytest.mark.parametrize(
    ("text", "under_18"),
    [
        ("hij is 16", "yes"),
        ("hij wordt volgende maand 18", "yes"),
        ("ze wordt 80", "no"),
        ("2", "no"),  # the second option
        ("12 jaar", "yes"),
        ("17", "yes"),
        ("18", "no"),
        ("ze is 84 jaar", "no"),
        ("mijn zoon wordt in 2027 achttien", None),
        ("hij is geen 18", None),
        ("hij is 16 en zij is 20", None),
        ("dat zeg ik liever niet", None),
    ],
)
def test_an_age_says_whether_somebody_is_under_18(
    text: str, under_18: str | None
) -> None:
    assert read_under_18(text, "inform", QUESTIONS["under_18"]) == under_18
