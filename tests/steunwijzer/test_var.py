"""What is written goes to one folder."""

from pathlib import Path

import pytest

from steunwijzer.misunderstood import file_of_misunderstood
from steunwijzer.var import var_folder

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("environ", [{}, {"STEUNWIJZER_VAR": ""}])
def test_it_is_var_in_the_project(environ: dict[str, str]) -> None:
    assert var_folder(environ) == ROOT / "var"


def test_or_where_the_setting_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert var_folder({"STEUNWIJZER_VAR": "/elsewhere"}) == Path("/elsewhere")
    monkeypatch.setenv("STEUNWIJZER_VAR", "/elsewhere")
    assert file_of_misunderstood() == Path("/elsewhere/misunderstood.jsonl")
