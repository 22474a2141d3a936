"""Only what is needed is asked, and nothing goes without a yes."""

from dataclasses import replace

import pytest

from steunwijzer.handoff.questions import GIVEN, Answers, asked_anew, questions
from tests.paths.enumerate import paths

EVERY_PATH = [answers for answers, _ in paths(Answers(), questions)]


WHEN = ("contact_when", "contact_when_ok")
LAST = ("contact_sector", "contact_about", "contact_consent")


@pytest.mark.parametrize(
    ("contact_by", "then"),
    [
        (None, ()),
        ("phone", ("contact_name", "contact_phone", *WHEN, *LAST)),
        ("email", ("contact_name", "contact_email", *LAST)),
        ("visit", ("contact_name", "contact_address", *WHEN, *LAST)),
    ],
)
def test_who_wants_a_call_gives_a_number_and_who_wants_a_mail_no_moment(
    contact_by: str | None, then: tuple[str, ...]
) -> None:
    assert questions(Answers(contact_by=contact_by)) == ("contact_by", *then)


def test_what_has_to_change_is_only_asked_of_who_wants_to_change_something() -> None:
    for answers in EVERY_PATH:
        for consent in ("yes", "no", "change"):
            asked = questions(replace(answers, contact_consent=consent))
            assert ("contact_change" in asked) == (consent == "change")


def test_one_way_to_reach_somebody_is_enough() -> None:
    for answers in EVERY_PATH:
        ways = (answers.contact_phone, answers.contact_email, answers.contact_address)
        assert sorted(ways, key=str) == [None, None, GIVEN]


def test_another_moment_is_said_back_again() -> None:
    assert asked_anew("contact_when") == ("contact_when", "contact_when_ok")
    assert asked_anew("contact_name") == ("contact_name",)
