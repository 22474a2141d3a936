"""The command that purges, and the mail worker, which does so at its start."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from steunwijzer.misunderstood import file_of_misunderstood
from tests.tools.helpers import ROOT
from tests.tools.installation import KINDS, Installation
from tools.clock import local_now
from tools.purge import main


@pytest.fixture
def installed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """The installation that the command works on."""
    monkeypatch.delenv("STEUNWIJZER_DATABASE", raising=False)
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path / "var"))
    return Installation(tmp_path / "var")


def test_the_command_prints_what_it_removed(
    installed_here: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == "Nothing was too old.\n"
    installed_here.finishes("Zwaantje", local_now() - timedelta(days=2000))
    installed_here.requests_("Jorrit", local_now() - timedelta(days=2000))
    assert main([]) == 0
    removed, kept = capsys.readouterr().out.splitlines()
    assert removed.startswith("Removed what was too old: ")
    assert "requests 1" in removed
    assert kept.endswith("nobody marked as done: 1. See make handoffs.")
    assert installed_here.files_with("Zwaantje") == []


def test_the_command_fails_when_something_could_not_be_removed(
    installed_here: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    file_of_misunderstood(installed_here.var).mkdir()
    assert main([]) == 1
    told = capsys.readouterr()
    assert told.out == "Nothing was too old.\n"
    assert told.err == "Not done: misunderstood: Is a directory.\n"


def test_a_database_that_cannot_be_used_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STEUNWIJZER_DATABASE", "sqlite:////proc/none/a.db")
    assert main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("The database cannot be used: ")


def test_the_mail_worker_purges_at_its_start_and_logs_only_numbers(
    installed_here: Installation,
) -> None:
    for _, keeps, _ in KINDS:
        keeps(installed_here, "Zwaantje", local_now() - timedelta(days=2000))
    worker = subprocess.run(
        [sys.executable, "-m", "tools.mail_worker", "--until-empty"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "purge: removed what was too old: conversations 1," in worker.stderr
    assert "Zwaantje" not in worker.stderr
    assert installed_here.files_with("Zwaantje") == []
