import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from steunwijzer.knowledge import installed
from steunwijzer.misunderstood import Happened, Note
from tests.tools.helpers import ROOT
from tools.misunderstood import main, report

TODAY = date(2026, 11, 24)


def note(
    text: str, happened: Happened = "asked again", *intents: str, ago: int = 0
) -> Note:
    day = TODAY - timedelta(days=ago)
    return Note(day=day, happened=happened, text=text, intents=intents)


def printed(*notes: Note, days: int = 30) -> list[str]:
    return report(notes, 0, days, TODAY)


def examples(*notes: Note) -> list[str]:
    return [each for each in printed(*notes) if each.startswith("      - ")]


def test_the_most_frequent_message_comes_first() -> None:
    often = [note("vaak"), note("vaak", "corrected"), note("vaak")]
    assert examples(note("een keer"), *often, note("twee"), note("twee")) == [
        "      - vaak",
        "      - twee",
        "      - een keer",
    ]


def test_capitals_accents_and_punctuation_make_no_other_message() -> None:
    asked = [note("Wat kóst het?"), note("wat kost het"), note("wat kost het")]
    assert examples(*asked) == ["      - wat kost het"]
    assert examples(note("👍"), note("???"), note("👍")) == [
        "      - 👍",
        "      - ???",
    ]


def test_a_line_says_what_happened_and_what_it_could_mean() -> None:
    told = printed(
        *[note("dat", "asked again", "ask_costs", "greet")] * 3,
        note("dat", "asked again in a flow", "greet"),
        note("dat", "corrected", "ask_source"),
        *[note("dat", "chosen", "ask_costs")] * 2,
        note("dat", "chosen", "thank"),
    )
    assert told == [
        "Asked again or corrected in the past 30 days:",
        "",
        "3 times asked again, 1 time asked again in a flow, 1 time corrected; "
        "chosen: ask_costs (2), thank (1); taken for: ask_source (1); "
        "closest: greet, ask_costs",
        "      - dat",
    ]


def test_what_is_not_known_is_not_named() -> None:
    assert printed(note("dat"))[2] == "1 time asked again"


def test_a_button_is_not_counted_as_a_message() -> None:
    chosen = [note("a", "chosen", "greet")] * 3
    told = examples(note("a"), *chosen, note("b"), note("b"))
    assert told == ["      - b", "      - a"]
    assert examples(*chosen) == []


def test_only_the_days_that_were_asked_for_are_told() -> None:
    lines = [note("vandaag"), note("gisteren", ago=1), note("toen", ago=30)]
    assert examples(*lines) == ["      - vandaag", "      - gisteren"]
    assert "gisteren" not in "".join(printed(*lines, days=1))


def test_nothing_to_tell_is_one_clear_line() -> None:
    nothing = "Nothing was asked again or corrected in the past 30 days."
    assert printed() == printed(note("toen", ago=40)) == [nothing]
    assert printed(days=1) == ["Nothing was asked again or corrected today."]


def test_lines_that_cannot_be_read_are_counted_last() -> None:
    told = report([note("een")], 2, 30, TODAY)
    assert told[-3:] == [
        "      - een",
        "",
        "Lines that cannot be read and were skipped: 2.",
    ]


def test_rasa_would_not_read_an_example_as_a_marked_entity() -> None:
    assert examples(note("ik ben [naam](68), [bsn][naam]")) == [
        "      - ik ben [naam] (68), [bsn] [naam]"
    ]


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STEUNWIJZER_VAR", str(tmp_path))
    return tmp_path / "misunderstood.jsonl"


def test_the_file_of_this_installation_is_read(
    var: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("Nothing was asked again")
    today = Note(day=date.today(), happened="corrected", text="één vraag")
    var.write_bytes(today.line() + b"\xff\n")
    assert main(["--days", "7"]) == 0
    told = capsys.readouterr().out
    assert "in the past 7 days:" in told
    assert "      - één vraag\n" in told
    assert told.endswith("skipped: 1.\n")


def test_what_is_too_old_is_not_listed_and_is_gone(
    var: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The assistant forgets while it is used; an idle one does not."""
    kept = installed().zorgkantoor.retention.misunderstood
    days = date.today() - timedelta(days=kept + 1), date.today()
    notes = [Note(day=day, happened="corrected", text=f"{day}") for day in days]
    var.write_bytes(b"".join(each.line() for each in notes))
    assert main(["--days", "1000"]) == 0
    assert f"{days[0]}" not in capsys.readouterr().out
    assert var.read_bytes() == notes[1].line()


def test_a_file_that_cannot_be_read_is_one_clear_line(
    var: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    var.mkdir()
    assert main([]) == 1
    assert capsys.readouterr().err == f"{var} cannot be read: Is a directory\n"


@pytest.mark.parametrize("days", ["0", "-1", "x", "", "1.5", "99999999999"])
def test_a_number_of_days_that_is_none_is_refused(
    days: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--days", days])
    assert "days" in capsys.readouterr().err


def test_it_answers_without_loading_rasa_or_anything_that_sends() -> None:
    code = (
        "import sys, tools.misunderstood; "
        "print({'rasa', 'requests', 'aiohttp', 'urllib.request'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
