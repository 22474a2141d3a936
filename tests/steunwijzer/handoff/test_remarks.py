"""What is said beside an answer is heard for what it is."""

import pytest

from steunwijzer.handoff.remarks import (
    adds_condition,
    asks_who,
    asks_why,
    corrects,
    gives_name,
    means_number,
    without_lead,
    would_rather,
)


@pytest.mark.parametrize(
    ("text", "why", "who"),
    [
        ("Waarom wilt u dat weten?", True, False),
        ("waarvoor is dat nodig", True, False),
        ("u ziet mijn nummer toch al", True, False),
        ("hoe komt u aan mijn nummer?", True, False),
        ("hoe weet je dit nummer", True, False),
        ("hoe laat belt u dit nummer", False, False),
        ("wie belt mij dan", False, True),
        ("Wie krijgt dit te zien?", False, True),
        ("gaat dit naar de gemeente", False, True),
        ("Jan de Wie", False, False),
        ("0612345678", False, False),
    ],
)
def test_who_asks_why_or_who_is_told_apart_from_who_answers(
    text: str, why: bool, who: bool
) -> None:
    assert (asks_why(text), asks_who(text)) == (why, who)


@pytest.mark.parametrize("text", ["toch liever mailen", "mail maar", "dan maar bellen"])
def test_who_comes_back_on_the_way_is_heard(text: str) -> None:
    assert would_rather(text)


@pytest.mark.parametrize("text", ["mailen", "Jan Bakker", "dinsdag"])
def test_a_plain_answer_comes_back_on_nothing(text: str) -> None:
    assert not would_rather(text)


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("mijn naam is Jan", True),
        ("Naam: Jan", True),
        ("ik heet Jan", True),
        ("Jan wil gebeld worden", False),
    ],
)
def test_a_name_is_taken_unasked_only_when_it_is_said_to_be_one(
    text: str, gives: bool
) -> None:
    assert gives_name(text) is gives


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ok dan: Willem", "Willem"),
        ("nou vooruit, 0612345678", "0612345678"),
        ("Janneke Goed", "Janneke Goed"),
        ("Goedhart", "Goedhart"),
    ],
)
def test_what_leads_up_to_an_answer_is_no_part_of_it(text: str, rest: str) -> None:
    assert without_lead(text) == rest


@pytest.mark.parametrize(
    "text",
    ["nee wacht", "verkeerd nummer", "doe maar vrijdag", "niet Ria maar Rita", "toch"],
)
def test_who_comes_back_on_what_was_said_is_heard(text: str) -> None:
    assert corrects(text)


@pytest.mark.parametrize(
    "text", ["Ria de Wachter", "0612345678", "het pgb van mijn zoon"]
)
def test_who_says_something_for_the_first_time_corrects_nothing(text: str) -> None:
    assert not corrects(text)


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("nee, maar bel niet in de ochtend", True),
        ("ja maar niet bij mijn zoon", True),
        ("nee laat maar zitten hoor", False),
        ("ja doe maar gewoon zo", False),
        ("nee", False),
    ],
)
def test_a_condition_beside_yes_or_no_is_heard(text: str, adds: bool) -> None:
    assert adds_condition(text) is adds


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("bel maar op dit nummer", True),
        ("Hetzelfde Nummer graag", True),
        ("ja", False),
        ("een nummertje trekken", False),
    ],
)
def test_a_number_can_be_meant_without_being_given(text: str, means: bool) -> None:
    assert means_number(text) is means
