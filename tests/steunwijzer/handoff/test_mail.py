"""A supporter's mail has what it takes to reach the client, and nothing more."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from steunwijzer.handoff.mail import compose
from steunwijzer.handoff.posting import Kind
from steunwijzer.handoff.request import Details
from steunwijzer.knowledge import installed
from tests.steunwijzer.handoff.mails import (
    BY_EMAIL,
    BY_PHONE,
    BY_VISIT,
    LOCAL_TIME,
    RESPONSES,
    SENDER,
    SENT_AT,
    SUPPORTER,
    WAYS,
    html,
    mail,
    plain,
    with_,
    written,
)

EVERYTHING = Details(
    contact_by=None,
    name="mevrouw Jansen",
    phone="+31612345678",
    email="jansen@voorbeeld.example",
    address="Dorpsstraat 1",
    window=BY_PHONE.window,
    sector="vv",
    about="Het pgb",
)
TO_SUPPORTER: tuple[Kind, ...] = ("new", "changed", "overdue")
ABOUT_NONE: tuple[Kind, ...] = ("superseded", "withdrawn", "erased")
KINDS: tuple[Kind, ...] = (*TO_SUPPORTER, *ABOUT_NONE, "confirmation")
every_kind = pytest.mark.parametrize("kind", KINDS)


def sent(message: EmailMessage) -> EmailMessage:
    """The mail as it is read from its bytes."""
    read = message_from_bytes(message.as_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


@pytest.mark.parametrize("kind", TO_SUPPORTER)
@pytest.mark.parametrize(
    ("contact_by", "needed", "not_needed"),
    [
        (
            "phone",
            ["06 12345678", "donderdag 26 november, tussen 13.00 en 17.00 uur"],
            ["jansen@voorbeeld.example", "Dorpsstraat"],
        ),
        ("email", ["jansen@voorbeeld.example"], ["12345678", "Dorpsstraat"]),
        (
            "visit",
            ["Dorpsstraat 1", "donderdag 26 november, tussen 13.00 en 17.00 uur"],
            ["12345678", "jansen@voorbeeld.example"],
        ),
    ],
)
def test_a_supporter_reads_how_to_reach_the_client_and_nothing_more(
    kind: Kind, contact_by: str, needed: list[str], not_needed: list[str]
) -> None:
    message = sent(written(kind, with_(EVERYTHING, contact_by=contact_by)))
    always = ["SW-CDF234", "mevrouw Jansen", "verpleging en verzorging", "Het pgb"]
    for text in (plain(message), html(message)):
        assert [each for each in always + needed if each not in text] == []
        assert [each for each in not_needed if each in text] == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("revision", [1, 2])
def test_the_confirmation_has_no_personal_data_for_whoever_reads_it(
    way: str, revision: int
) -> None:
    message = written(
        "confirmation", with_(EVERYTHING, contact_by=way), revision=revision
    )
    told = ["mevrouw", "Jansen", "12345678", "Dorpsstraat", "pgb", "verpleging"]
    for text in (plain(message), html(message)):
        assert [each for each in told if each in text] == []
        assert "SW-CDF234" in text
        assert "Steunpunt Ouderen Voorbeeld" in text
        assert installed().zorgkantoor.phone in text


@pytest.mark.parametrize("kind", ABOUT_NONE)
def test_a_mail_to_forget_a_request_has_only_its_reference(kind: Kind) -> None:
    message = written(kind)
    assert "SW-CDF234" in plain(message)
    assert not re.search(r"\b(26|13|17)\b|Jansen", plain(message) + html(message))


@every_kind
def test_the_subject_has_the_reference_and_nothing_of_the_client(kind: Kind) -> None:
    subject = sent(written(kind))["Subject"]
    assert subject.endswith("erzoek SW-CDF234")
    assert "Jansen" not in subject


def test_the_subjects_tell_the_kinds_apart() -> None:
    assert len({written(kind)["Subject"] for kind in KINDS}) == len(KINDS)


@every_kind
def test_everything_is_filled_in(kind: Kind) -> None:
    for details in (
        *(replace(each, sector=None, about=None) for each in WAYS.values()),
        *WAYS.values(),
    ):
        message = written(kind, details)
        for text in (message["Subject"], plain(message), html(message)):
            assert not re.search(r"[{}]|None|: *\n|: *$", text)


@every_kind
def test_the_headers_say_which_mail_it_is_and_that_a_computer_sent_it(
    kind: Kind,
) -> None:
    message = sent(written(kind))
    assert message["Message-ID"] == (
        f"<sw-cdf234.1.{kind}@zorgkantoor-voorbeeld.example>"
    )
    assert message["To"] == SUPPORTER
    assert message["From"] == f"{installed().zorgkantoor.name} <{SENDER}>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == SENT_AT


@pytest.mark.parametrize(
    ("at", "hours"), [(datetime(2026, 7, 1, 12), 2), (datetime(2026, 12, 1, 12), 1)]
)
def test_the_date_knows_summer_time(at: datetime, hours: int) -> None:
    message = compose(
        mail("new"), RESPONSES, installed(), SENDER, at.replace(tzinfo=LOCAL_TIME)
    )
    assert message["Date"].datetime.utcoffset() == timedelta(hours=hours)


def test_a_long_message_id_stays_as_it_is() -> None:
    long = f"<sw-cdf234.12.confirmation@{'lang.' * 20}example>"
    message = compose(
        replace(mail("new"), message_id=long), RESPONSES, installed(), SENDER, SENT_AT
    )
    assert long.encode() in message.as_bytes()


@pytest.mark.parametrize(
    ("kind", "details", "answered_by"),
    [
        ("new", BY_EMAIL, "jan@voorbeeld.example"),
        ("overdue", BY_EMAIL, "jan@voorbeeld.example"),
        ("new", BY_PHONE, None),
        ("new", with_(BY_PHONE, email="jan@voorbeeld.example"), None),
        ("new", BY_VISIT, None),
        ("withdrawn", BY_EMAIL, None),
        ("confirmation", BY_EMAIL, "hulp@zorgkantoor-voorbeeld.example"),
    ],
)
def test_an_answer_goes_to_the_client_who_asked_for_mail(
    kind: Kind, details: Details, answered_by: str | None
) -> None:
    assert written(kind, details)["Reply-To"] == answered_by


@pytest.mark.parametrize(
    "email", ["", "jan", "jan@", "a@b@c.nl", "jo\n@x.nl", "jös@x.nl", "a b@x.nl", "@"]
)
def test_a_client_with_an_address_that_cannot_be_is_not_lost(email: str) -> None:
    message = written("new", with_(BY_EMAIL, email=email))
    assert message["Reply-To"] is None
    assert "Jan" in plain(message)
    with pytest.raises(ValueError, match="no e-mail address"):
        written("confirmation", BY_EMAIL, to=email)


def test_an_address_in_a_domain_with_an_accent_is_written_as_mail_knows_it() -> None:
    message = written("confirmation", BY_EMAIL, to="jan@münchen.example")
    assert message["To"] == "jan@xn--mnchen-3ya.example"


@pytest.mark.parametrize("field", ["name", "about", "address", "email", "phone"])
def test_what_a_client_typed_is_no_html_and_no_header(field: str) -> None:
    typed = "<b>{reference}</b>\r\nBcc: iedereen@voorbeeld.example"
    by = {"address": "visit", "email": "email"}.get(field, "phone")
    if field == "phone":
        typed = "+31612345678"
    message = sent(written("new", with_(EVERYTHING, contact_by=by, **{field: typed})))
    assert set(message.keys()) & {"Bcc", "Cc"} == set()
    assert "<b>" not in html(message)
    assert "{reference}" in plain(message) or field == "phone"


def test_numbers_and_addresses_are_links_in_html() -> None:
    foreign = with_(BY_PHONE, phone="+32470123456")
    assert '<a href="tel:+31612345678">06 12345678</a>' in html(written("new"))
    assert '<a href="tel:+32470123456">+32 470 12 34 56</a>' in html(
        written("new", foreign)
    )
    odd = with_(BY_EMAIL, email="jan?cc=x&y@voorbeeld.example")
    assert '"mailto:jan%3Fcc%3Dx%26y@voorbeeld.example"' in html(written("new", odd))


def test_a_sector_that_is_no_longer_known_is_passed_on_all_the_same() -> None:
    assert "Soort zorg: oud" in plain(written("new", with_(sector="oud")))


def test_what_was_typed_on_several_lines_is_read_on_several_lines() -> None:
    message = written("new", with_(about="een\ntwee"))
    assert "Waarover: een\ntwee" in plain(sent(message)).replace("\r\n", "\n")
    assert "Waarover: een<br>twee" in html(message)


@pytest.mark.parametrize("kind", [*TO_SUPPORTER, "confirmation"])
def test_a_mail_is_not_sent_without_the_request_it_is_about(kind: Kind) -> None:
    empty = replace(mail(kind), request=None)
    with pytest.raises(ValueError, match="needs its request"):
        compose(empty, RESPONSES, installed(), SENDER, SENT_AT)
