"""Who asks for a call, a mail or a visit gets questions; who asks how to phone, not."""

import pytest

from steunwijzer.handoff.asked_for import asks_for_contact, hears_nothing


@pytest.mark.parametrize(
    "text",
    [
        "bel mij terug",
        "Bel me",
        "bel mij maar op 0612345678",
        "kunt u mij terug bellen",
        "ik kan niet lezen wilt u bellen",
        "kan iemand me bellen",
        "ik wil teruggebeld worden",
        "ik wil graag gebeld worden",
        "mijn moeder wil opgebeld worden",
        "belt u mij even terug",
        "graag een terugbelverzoek",
        "graag wil ik een afspraak aan huis",
        "mail mij maar",
        "kunt u mij mailen",
        "stuur mij een mailtje",
        "mailt u mijn dochter",
        "kom langs",
        "komt u bij mij langs",
        "kan er iemand bij ons langskomen",
        "kan iemand op bezoek komen",
        "ik wil een huisbezoek",
        "ik wil iemand die bij mij langs komt",
        "een gesprek thuis graag",
        "laat iemand mij bellen",
        "ik wil dat iemand mij belt",
        "belt u mij maar",
        "ik wil een mail van iemand",
        "bel mn dochter maar",
        "ik wil dat mijn dochter gebeld wordt",
        "kunt u bij ons thuis komen",
        "kom bij mij langs",
        "wilt u mij opbellen",
        "kun je mij een belletje geven",
        "neem contact met mij op",
        "ik wil gemaild worden",
    ],
)
def test_a_human_is_asked_to_do_something(text: str) -> None:
    assert asks_for_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        "kan ik u bellen",
        "hoe neem ik contact met u op",
        "wilt u zeggen hoe ik kan opbellen",
        "wie moet ik bellen",
        "bellen",
        "kunt u zeggen wie ik moet bellen",
        "kunt u het nummer geven, dan ga ik ze bellen",
        "ik wil een mens spreken",
        "kan ik langskomen",
        "kunnen wij langs komen op kantoor",
        "waar kan ik naartoe mailen",
        "wat is uw mailadres",
        "mag ik u mailen",
        "wanneer bent u open",
        "bel mij niet",
        "u hoeft mij echt niet te bellen",
    ],
)
def test_who_wants_to_do_it_themselves_is_told_how(text: str) -> None:
    assert not asks_for_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        "er belt niemand",
        "niemand heeft mij gebeld",
        "ik heb nog niks gehoord",
        "ik ben nog steeds niet gebeld",
        "er is niemand geweest",
        "ik wacht al de hele dag",
    ],
)
def test_who_waits_for_a_call_that_does_not_come_is_heard(text: str) -> None:
    assert hears_nothing(text)


@pytest.mark.parametrize(
    "text", ["ik heb niemand", "wie belt mij", "niemand helpt ons", "ik wil bellen"]
)
def test_who_says_something_else_does_not_wait(text: str) -> None:
    assert not hears_nothing(text)
