import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.helpers import ROOT
from tools.ports import PortProblem, read_ports, require_free


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that something listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def bare_clone(tmp_path: Path) -> Path:
    """A fresh clone, as far as make needs it to begin."""
    for name in ("Makefile", ".python-version", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(
        ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def a_free_port() -> int:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port: int = other.getsockname()[1]
    return port


def make_run(folder: Path, **variables: int) -> subprocess.CompletedProcess[str]:
    settings = [f"{name}={value}" for name, value in variables.items()]
    clean = {name: value for name, value in os.environ.items() if name != "ACTION_PORT"}
    return subprocess.run(
        ["make", "run", *settings],
        cwd=folder,
        env=clean | {"MAKEFLAGS": "", "MAKELEVEL": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("whose", ["PORT", "ACTION_PORT"])
def test_a_port_in_use_is_one_line_before_anything_is_set_up(
    bare_clone: Path, taken: int, whose: str
) -> None:
    free = a_free_port()
    result = make_run(bare_clone, **{"PORT": free, "ACTION_PORT": free, whose: taken})
    ours = [line for line in result.stderr.splitlines() if "make" not in line[:5]]
    assert result.returncode != 0
    assert result.stdout == ""
    assert len(ours) == 1
    assert ours[0].startswith(f"Port {taken} is in use")
    assert not (bare_clone / ".venv").exists()


def test_a_free_port_is_accepted(taken: int) -> None:
    with pytest.raises(PortProblem):
        require_free(taken)
    require_free(a_free_port())


def test_a_port_taken_on_all_addresses_is_in_use() -> None:
    with socket.socket() as listener:
        listener.bind(("0.0.0.0", 0))
        listener.listen()
        with pytest.raises(PortProblem, match="in use"):
            require_free(listener.getsockname()[1])


def test_the_action_server_goes_fifty_above(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACTION_PORT", raising=False)
    assert read_ports("5005") == (5005, 5055)


def test_the_environment_can_move_the_action_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ACTION_PORT", "7000")
    assert read_ports("5005") == (5005, 7000)


@pytest.mark.parametrize("typed", ["", "abc", "0", "-1", "65500", "65536", "50.5"])
def test_what_is_no_port_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.delenv("ACTION_PORT", raising=False)
    with pytest.raises(PortProblem, match=f"PORT={typed} "):
        read_ports(typed)


def test_one_port_cannot_serve_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTION_PORT", "5005")
    with pytest.raises(PortProblem):
        read_ports("5005")
