"""What may no longer be kept is gone after a purge, from the bytes of the files too."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from steunwijzer.handoff.database import migrate, open_database
from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import file_of_misunderstood
from steunwijzer.zorgkantoor import Retention
from tests.steunwijzer.handoff.conftest import (  # noqa: F401 - fixtures
    postgresql_server,
    postgresql_url,
)
from tests.tools.helpers import ROOT
from tests.tools.installation import KINDS, NOW, ZORGKANTOOR, Installation, Keeps
from tools.purge import NOT_OVERWRITTEN, Report, purge

NOTHING = {
    "conversations": 0,
    "answers": 0,
    "numbers of WhatsApp": 0,
    "misunderstood messages": 0,
    "requests": 0,
    "drafts": 0,
    "mails in var/mail": 0,
}
IDS = [keeps.__name__ for _, keeps, _ in KINDS]


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "var")


@pytest.fixture(params=["sqlite", "postgresql"])
def on_each(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation with each kind of database."""
    server = request.param == "postgresql"
    url = request.getfixturevalue("postgresql_url") if server else ""
    installation = Installation(tmp_path / "var", url)
    yield installation
    installation.engine.dispose()


@pytest.mark.parametrize(("kind", "keeps", "days"), KINDS, ids=IDS)
def test_what_is_too_old_is_removed_and_counted_and_what_is_not_stays(
    on_each: Installation, kind: str, keeps: Keeps, days: float
) -> None:
    a_day = timedelta(days=1)
    limit = NOW - timedelta(days=days)
    for name, at in (
        ("Zwaantje", limit - a_day),
        ("Wubbo", limit - 300 * a_day),
        ("Jorrit", limit + timedelta(minutes=1)),
    ):
        keeps(on_each, name, at)
        assert on_each.files_with(name) != []
    assert on_each.purge() == Report(NOTHING | {kind: 2})
    assert on_each.files_with("Zwaantje") == on_each.files_with("Wubbo") == []
    assert on_each.files_with("Jorrit") != []


def test_of_everybody_who_is_too_old_no_trace_is_left_in_any_file(
    here: Installation,
) -> None:
    old = NOW - timedelta(days=200)
    for _, keeps, _ in KINDS:
        for number in range(20):  # so that rows move between pages
            keeps(here, f"Zwaantje{keeps.__name__}{number}", old)
            keeps(here, f"Jorrit{keeps.__name__}{number}", NOW - timedelta(hours=1))
    names = ("steunwijzer.db", "misunderstood.jsonl", "mail-0.eml")
    assert set(names) <= set(here.files_with("Zwaantje"))
    with closing(sqlite3.connect(here.database)) as another_process:
        another_process.execute("SELECT * FROM requests").fetchall()
        report = here.purge()
        left = here.files_with("Zwaantje")
    assert report.problems == ()
    assert report.removed == {
        **{"conversations": 20, "misunderstood messages": 20, "requests": 40},
        **{
            "numbers of WhatsApp": 20,
            "answers": 20,
            "drafts": 20,
            "mails in var/mail": 20,
        },
    }
    assert left == []
    for _, keeps, _ in KINDS:
        assert here.files_with(f"Jorrit{keeps.__name__}19") != []


def test_a_second_purge_has_nothing_to_remove(on_each: Installation) -> None:
    on_each.finishes("Zwaantje", NOW - timedelta(days=200))
    on_each.purge()
    again = on_each.purge()
    assert again == Report(NOTHING)
    assert again.counts == "nothing was too old"


def test_a_conversation_that_goes_on_is_kept_whole(on_each: Installation) -> None:
    on_each.says("Jorrit", NOW - timedelta(days=100))
    on_each.says("Jorrit", NOW)
    assert on_each.purge().removed == NOTHING


def test_a_mail_that_was_half_written_is_removed_too(here: Installation) -> None:
    here.mails("Zwaantje", NOW - timedelta(days=200), suffix="new")
    assert here.purge().removed["mails in var/mail"] == 1
    assert here.files_with("Zwaantje") == []


def test_a_file_that_is_no_mail_is_left_alone(here: Installation) -> None:
    here.mails("Jorrit", NOW - timedelta(days=200), suffix="txt")
    assert here.purge().removed == NOTHING


def test_what_nobody_marked_as_done_is_kept_and_told(on_each: Installation) -> None:
    on_each.requests_("Jorrit", NOW - timedelta(days=200))
    on_each.requests_("Wubbo", NOW - timedelta(days=10))
    report = on_each.purge()
    assert report.removed == NOTHING
    assert report.not_done == 1


def test_before_anybody_said_anything_there_is_nothing_to_purge(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/var/steunwijzer.db")
    migrate(engine)
    assert purge(engine, ZORGKANTOOR, tmp_path / "var", NOW) == Report(NOTHING)


def test_one_kind_that_cannot_be_purged_stops_no_other(here: Installation) -> None:
    old = NOW - timedelta(days=200)
    for keeps in (Installation.says, Installation.finishes, Installation.mails):
        keeps(here, "Zwaantje", old)
    file_of_misunderstood(here.var).mkdir()
    report = here.purge()
    assert report.problems == ("misunderstood: Is a directory",)
    assert here.files_with("Zwaantje") == []


def test_without_the_database_the_files_are_purged_and_the_rest_is_told(
    here: Installation,
) -> None:
    old = NOW - timedelta(days=200)
    here.misunderstands("Zwaantje", old)
    here.mails("Zwaantje", old)
    here.database.unlink()
    report = here.purge()
    removed = {"misunderstood messages": 1, "mails in var/mail": 1}
    assert report.removed == removed
    failed = [each.partition(":")[0] for each in report.problems]
    of_the_database = ["conversations", "answers", "numbers_of_whatsapp", "requests"]
    assert failed == [*of_the_database, "overwriting what was removed"]
    assert here.files_with("Zwaantje") == []


def test_what_somebody_reads_just_now_is_told_and_is_gone_after_the_next_purge(
    here: Installation,
) -> None:
    here.finishes("Zwaantje", NOW - timedelta(days=200))
    reader = sqlite3.connect(here.database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM requests").fetchall()
    assert here.purge().problems == (NOT_OVERWRITTEN,)
    reader.close()
    assert here.purge().problems == ()
    assert here.files_with("Zwaantje") == []


def test_what_is_told_of_a_purge_has_no_personal_data(here: Installation) -> None:
    for _, keeps, _ in KINDS:
        keeps(here, "Zwaantje", NOW - timedelta(days=200))
    assert here.purge().counts == (
        "removed what was too old: conversations 1, answers 1, "
        "numbers of WhatsApp 1, misunderstood messages 1, "
        "requests 2, drafts 1, mails in var/mail 1"
    )


@pytest.mark.parametrize("kind", Retention.__fields__)
def test_the_page_for_the_dpia_names_the_days_that_are_shipped(kind: str) -> None:
    page = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    days = getattr(installed().zorgkantoor.retention, kind)
    assert f"`{kind}`: {days} day" in page
