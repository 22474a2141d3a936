"""The supporter sees what waits, without who it is; and in full only when asked."""

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from steunwijzer.handoff.database import migrate, open_database
from steunwijzer.handoff.outbox import Mail, Outbox
from steunwijzer.handoff.posting import Kind
from steunwijzer.handoff.request import Details, Request, Window
from steunwijzer.handoff.requests import Handoffs
from steunwijzer.knowledge import installed
from tests.tools.helpers import ROOT
from tools.clock import local_now, utc_now
from tools.handoff_list import listed, shown
from tools.handoffs import main

NOW = datetime(2026, 11, 24, 14)
AFTERNOON = Window(datetime(2026, 11, 26, 13), datetime(2026, 11, 26, 17))
SUPPORTER = "ouderen@steunpunt-voorbeeld.example"
BY_PHONE = Details(
    contact_by="phone",
    name="mevrouw Quispel",
    phone="+31612345678",
    email="quispel@voorbeeld.example",
    window=AFTERNOON,
    sector="vv",
    about="Het pgb van mijn moeder",
)
BY_EMAIL = Details(
    contact_by="email", name="Quispel", email="quispel@voorbeeld.example"
)
BY_VISIT = Details(
    contact_by="visit",
    name="Jan Quispel",
    address="Dorpsstraat 1, Ons Dorp",
    window=Window(AFTERNOON.start, AFTERNOON.start),
)
PERSONAL = ("uispel", "612345678", "6 12345678", "Dorp", "moeder", "a conversation")


def request(reference: str = "SW-CDF234", **changed: Any) -> Request:  # noqa: ANN401
    usual = Request(
        reference=reference,
        conversation="a conversation",
        details=BY_PHONE,
        state="open",
        revision=1,
        recipient=SUPPORTER,
        created_at=NOW - timedelta(hours=3),
        changed_at=NOW - timedelta(hours=3),
        overdue_at=NOW + timedelta(hours=1),
    )
    return replace(usual, **changed)


def overdue(reference: str, hours: int = 1) -> Request:
    return request(reference, overdue_at=NOW - timedelta(hours=hours))


def picked_up(reference: str) -> Request:
    at = NOW - timedelta(hours=2)
    return request(reference, state="picked_up", picked_up_at=at, overdue_at=at)


def refused(about: Request, kind: Kind = "new", to: str = SUPPORTER) -> Mail:
    return Mail(
        id=1,
        message_id=f"<{about.reference}.1.{kind}@zorgkantoor-voorbeeld.example>",
        kind=kind,
        reference=about.reference,
        revision=1,
        recipient=to,
        attempts=1,
        request=None if kind in ("superseded", "withdrawn", "erased") else about,
        problem="550",
    )


def references(lines: Sequence[str]) -> list[str]:
    return re.findall(r"^  (SW-\w{6}) ", "\n".join(lines), re.MULTILINE)


def test_nothing_that_waits_is_one_clear_line() -> None:
    assert listed([], [], NOW) == ["No request waits."]


def test_what_waits_too_long_comes_first_the_longest_in_front_and_is_marked() -> None:
    requests = [
        request("SW-CCCCCC"),
        overdue("SW-DDDDDD"),
        picked_up("SW-FFFFFF"),
        overdue("SW-GGGGGG", hours=5),
    ]
    lines = listed(requests, [], NOW)
    assert lines[0] == "2 overdue, 1 open, 1 picked up."
    assert references(lines) == ["SW-GGGGGG", "SW-DDDDDD", "SW-CCCCCC", "SW-FFFFFF"]
    marked = [line for line in lines[3:] if line.endswith("OVERDUE")]
    assert references(marked) == ["SW-GGGGGG", "SW-DDDDDD"]


@pytest.mark.parametrize(("minutes", "is_late"), [(0, True), (1, False)])
def test_a_request_is_overdue_from_the_minute_it_should_have_been_picked_up(
    minutes: int, is_late: bool
) -> None:
    waits = request(overdue_at=NOW + timedelta(minutes=minutes))
    assert listed([waits], [], NOW)[0].startswith("1 overdue") == is_late


def test_a_row_says_how_when_for_which_sector_since_when_and_to_whom() -> None:
    *_, head, row, _, _ = listed([request()], [], NOW)
    assert re.split(r"\s{2,}", head.strip()) == [
        *("reference", "how", "when", "sector", "since", "to", "pick up by"),
    ]
    assert re.split(r"\s{2,}", row.strip()) == [
        *("SW-CDF234", "call back", "2026-11-26 13:00-17:00", "vv", "2026-11-24 11:00"),
        *(SUPPORTER, "2026-11-24 15:00"),
    ]


@pytest.mark.parametrize(
    ("details", "when"),
    [
        (BY_EMAIL, "  e-mail  -  not known  "),
        (BY_VISIT, "  visit  2026-11-26 13:00  not known  "),
        (
            replace(BY_PHONE, window=Window(NOW, NOW + timedelta(days=3))),
            "  call back  2026-11-24 14:00 to 2026-11-27 14:00  vv  ",
        ),
    ],
    ids=["without a moment", "one moment", "days"],
)
def test_every_way_and_moment_has_its_words(details: Details, when: str) -> None:
    row = listed([request(details=details)], [], NOW)[4]
    assert when in re.sub(r" {2,}", "  ", row)


@pytest.mark.parametrize("details", [BY_PHONE, BY_EMAIL, BY_VISIT])
def test_a_list_has_no_personal_data(details: Details) -> None:
    one = request("SW-CCCCCC", details=details)
    late = replace(overdue("SW-DDDDDD"), details=details)
    taken = replace(picked_up("SW-FFFFFF"), details=details)
    mails = [
        refused(one),
        refused(late, "confirmation", to=details.email or ""),
        refused(taken, "erased"),
    ]
    told = "\n".join(listed([one, late, taken], mails, NOW))
    assert "confirmation to the client: 550" in told
    assert [each for each in PERSONAL if each in told] == []


def test_two_hundred_requests_are_two_hundred_rows_that_fit_a_screen() -> None:
    requests = [
        request(f"SW-{number:06}", overdue_at=NOW + timedelta(minutes=number - 20))
        for number in range(200)
    ]
    lines = listed(requests, [], NOW)
    assert lines[0] == "21 overdue, 179 open, 0 picked up."
    assert references(lines) == [each.reference for each in requests]
    assert max(map(len, lines)) <= 140


def test_a_refused_mail_is_flagged_with_why_and_with_what_to_do() -> None:
    lines = listed([request(), request("SW-FFFFFF")], [refused(request())], NOW)
    assert lines[0].endswith("; mails refused: 1.")
    assert f"  SW-CDF234  new to {SUPPORTER}: 550" in lines
    assert any("RETRY=SW-XXXXXX" in line for line in lines)
    flagged = [line for line in lines if line.endswith("MAIL REFUSED")]
    assert references(flagged) == ["SW-CDF234"]


def test_also_when_its_request_is_gone() -> None:
    lines = listed([], [refused(request(), "erased")], NOW)
    assert f"  SW-CDF234  erased to {SUPPORTER}: 550" in lines


@pytest.mark.parametrize("details", [BY_PHONE, BY_EMAIL, BY_VISIT])
def test_one_in_full_has_all_that_the_client_told(details: Details) -> None:
    told = "\n".join(shown(request(details=details), [], installed(), NOW))
    window = "2026-11-26 13:00" if details.window else None
    number = "06 12345678" if details.phone else None
    for value in (details.name, details.email, details.address, details.about):
        assert (value or "") in told
    assert (window or "") in told
    assert (number or "") in told
    assert "None" not in told


def test_one_in_full_says_that_it_is_overdue_or_was_refused() -> None:
    late = request(overdue_at=NOW)
    lines = shown(late, [refused(late)], installed(), NOW)
    assert lines[0] == "SW-CDF234: open, OVERDUE"
    assert lines[-1] == f"  MAIL REFUSED: new to {SUPPORTER}: 550"


def test_what_a_client_typed_cannot_steer_the_terminal() -> None:
    typed = replace(BY_PHONE, name="Jan\x1b[2J", about="a\u202eb\r\nc")
    told = "".join(shown(request(details=typed), [], installed(), NOW))
    assert "Jan?[2J" in told
    assert "a?b??c" in told


# --- the command, on a real database ---


@pytest.fixture
def requests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Handoffs:
    """The requests of an installation of its own; none is there yet."""
    monkeypatch.delenv("STEUNWIJZER_DATABASE", raising=False)
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path / "var"))
    engine = open_database()
    migrate(engine)
    return Handoffs(engine, "zorgkantoor-voorbeeld.example")


def made(requests: Handoffs, conversation: str = "a", to: str = SUPPORTER) -> str:
    """The reference of a request that is in time."""
    now = local_now()
    requests.keep_draft(conversation, BY_PHONE, now)
    due = now + timedelta(days=1)
    return requests.submit(conversation, to, due, now).reference


def refuse_all_mails() -> None:
    outbox = Outbox(open_database())
    now = utc_now()
    while mail := outbox.claim("a worker", now, now + timedelta(minutes=5)):
        outbox.refuse(mail, now, "550")


def test_without_a_command_it_lists_and_makes_the_database_when_it_has_to(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("STEUNWIJZER_DATABASE", raising=False)
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path / "var"))
    for argv in ([], ["list"]):
        assert main(argv) == 0
        assert capsys.readouterr().out == "No request waits.\n"


def test_a_request_goes_from_open_to_picked_up_to_done(
    requests: Handoffs, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = made(requests)
    steps = (
        (["list"], "0 overdue, 1 open, 0 picked up.", "open"),
        (["pick-up", reference], f"{reference} is picked up.", "picked_up"),
        (["pick-up", reference], f"{reference} was picked up already", "picked_up"),
        (["list"], "0 overdue, 0 open, 1 picked up.", "picked_up"),
        (["done", reference], f"{reference} is done.", "done"),
        (["list"], "No request waits.", "done"),
    )
    for argv, told, state in steps:
        assert main(argv) == 0
        assert capsys.readouterr().out.startswith(told)
        current = requests.current("a")
        assert current
        assert current.state == state


def test_who_has_to_call_sees_the_request_in_full_also_when_it_is_done(
    requests: Handoffs, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = made(requests)
    for state in ("open", "done"):
        assert main(["show", reference]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{reference}: {state}\n")
        assert "mevrouw Quispel" in told
        main(["done", reference])
        capsys.readouterr()


@pytest.mark.parametrize("typed", [str.lower, lambda it: it[3:], lambda it: f" {it} "])
def test_a_reference_may_be_typed_in_small_letters_or_without_its_beginning(
    requests: Handoffs,
    typed: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    reference = made(requests)
    assert main(["show", typed(reference)]) == 0
    assert capsys.readouterr().out.startswith(reference)


def test_a_refused_mail_is_listed_and_is_to_be_sent_again_after_retry(
    requests: Handoffs, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = made(requests)
    refuse_all_mails()
    assert main(["list"]) == 0
    assert f"{reference}  new to {SUPPORTER}: 550" in capsys.readouterr().out
    assert main(["retry", reference]) == 0
    assert capsys.readouterr().out.startswith(f"{reference}: mails ")
    assert Outbox(open_database()).refused() == []
    now = utc_now()
    mail = Outbox(open_database()).claim("a worker", now, now)
    assert mail
    assert mail.recipient == SUPPORTER


def test_what_was_refused_is_sent_again_to_who_is_contracted_now(
    requests: Handoffs,
) -> None:
    reference = made(requests, to="oud-adres@steunpunt-voorbeeld.example")
    refuse_all_mails()
    assert main(["retry", reference]) == 0
    now = utc_now()
    mail = Outbox(open_database()).claim("a worker", now, now)
    assert mail
    assert mail.request
    assert (mail.recipient, mail.request.recipient) == (SUPPORTER, SUPPORTER)


def test_an_erasure_that_was_refused_is_put_away_once_it_was_told(
    requests: Handoffs, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = made(requests)
    now = utc_now()
    box = Outbox(open_database())
    mail = box.claim("a worker", now, now)
    assert mail
    box.sent(mail, now)
    requests.erase("a", local_now())
    refuse_all_mails()
    for argv, told in (
        (["list"], f"  {reference}  erased to {SUPPORTER}: 550"),
        (["told", reference], f"{reference}: mails put away: 1."),
        (["list"], "No request waits."),
    ):
        capsys.readouterr()
        assert main(argv) == 0
        assert told in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("command", ["show", "pick-up", "done", "retry", "told"])
def test_an_unknown_reference_is_one_clear_line(
    requests: Handoffs, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made(requests)
    assert main([command, "SW-CCCCCC"]) == 1
    told = capsys.readouterr()
    assert "SW-CCCCCC" in told.err
    assert len(told.err.splitlines()) == 1
    assert told.out == ""


@pytest.mark.parametrize("command", ["pick-up", "done"])
def test_what_is_withdrawn_is_not_taken_up_again(
    requests: Handoffs, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = made(requests)
    requests.cancel("a", local_now())
    assert main([command, reference]) == 1
    assert capsys.readouterr().err == f"{reference} is cancelled already\n"


@pytest.mark.parametrize(
    "argv",
    [
        ["show"],
        ["show", "x"],
        ["done", "SW-1234567"],
        ["list", "SW-CDF234"],
        ["remove", "SW-CDF234"],
        ["pick-up", "SW-CDF234", "done", "SW-CDF234"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_none_is_refused(
    requests: Handoffs, argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["sqlite:////proc/none/a.db", "mysql://a:geheim@b/c"])
def test_a_database_that_cannot_be_used_is_one_clear_line(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STEUNWIJZER_DATABASE", url)
    assert main(["list"]) == 1
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "atabase" in told or "DATABASE" in told
    assert "geheim" not in told


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ([], ""),
        (["SHOW="], ""),
        (["SHOW=SW-CDF234"], ' show "SW-CDF234"'),
        (["PICK_UP=SW-CDF234"], ' pick-up "SW-CDF234"'),
        (["DONE=SW-CDF234"], ' done "SW-CDF234"'),
        (["RETRY=SW-CDF234"], ' retry "SW-CDF234"'),
        (["TOLD=SW-CDF234"], ' told "SW-CDF234"'),
        (["SHOW=SW-CDF234", "DONE=x"], ' show "SW-CDF234" done "x"'),
    ],
)
def test_make_passes_on_what_it_was_asked(given: list[str], command: str) -> None:
    inherited = {key: os.environ[key] for key in ("PATH", "HOME")}
    done = subprocess.run(
        ["make", "--dry-run", "handoffs", *given],
        cwd=ROOT,
        env=inherited,
        capture_output=True,
        text=True,
        check=True,
    )
    last = done.stdout.splitlines()[-1]
    assert last.rstrip() == f".venv/bin/python -m tools.handoffs{command}"
