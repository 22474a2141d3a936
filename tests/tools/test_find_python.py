import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.tools.helpers import ROOT


def find_python(
    folder: Path, programs: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run tools/find-python where only these programs are to be found."""
    for name, script in programs.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", ROOT / "tools" / "find-python"],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "programs",
    [
        {},
        {"python3.10": "echo 'pyenv: python3.10: command not found' >&2; exit 127"},
        {"python3.10": "echo 3.11 /usr/bin/python3.11"},
        {"python3": "echo 3.12 /usr/bin/python3.12"},
    ],
    ids=["nothing", "pyenv without 3.10", "another version", "only a newer python3"],
)
def test_without_python_3_10_it_says_in_one_line_how_to_get_it(
    tmp_path: Path, programs: dict[str, str]
) -> None:
    result = find_python(tmp_path, programs)
    assert result.returncode == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "pyenv install 3.10" in result.stderr


@pytest.mark.parametrize("name", ["python3.10", "python3"])
def test_python_3_10_is_found_under_either_name(tmp_path: Path, name: str) -> None:
    result = find_python(tmp_path, {name: f'exec {sys.executable} "$@"'})
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == 1
    assert version_and_place(result.stdout.strip())[0] == "3.10"


def test_in_an_activated_environment_it_finds_the_python_behind_it(
    tmp_path: Path,
) -> None:
    venv.create(tmp_path / ".venv", symlinks=True, with_pip=False)
    inside = tmp_path / ".venv" / "bin"
    assert version_and_place(str(inside / "python3.10"))[1] == "inside"
    found = subprocess.run(
        ["/bin/sh", ROOT / "tools" / "find-python"],
        env={"PATH": str(inside)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert version_and_place(found) == ["3.10", "behind"]


def version_and_place(python: str) -> list[str]:
    code = (
        "import sys; inside = sys.prefix != sys.base_prefix; "
        "print('%d.%d' % sys.version_info[:2], 'inside' if inside else 'behind')"
    )
    answer = subprocess.run(
        [python, "-c", code], capture_output=True, text=True, check=True
    )
    return answer.stdout.split()
