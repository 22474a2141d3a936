import http.server
import socket
import subprocess
import sys
import threading
import venv
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tools import bootstrap as setup
from tools.bootstrap import SetupFailed, State, bootstrap, state_of, uv_requirement


class Installer:
    """Stands in for the install: counts its calls, and fails when told to."""

    def __init__(self) -> None:
        self.calls = 0
        self.failure: BaseException | None = None

    def __call__(self, folder: Path, lock: Path) -> None:
        self.calls += 1
        (folder / "half-installed").touch()
        if self.failure:
            raise self.failure


@pytest.fixture
def install() -> Installer:
    return Installer()


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.lock"
    path.write_text("rasa==3.6.21\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A virtual environment that works and holds nothing yet."""
    path = tmp_path / ".venv"
    venv.create(path, with_pip=False, symlinks=True)
    # As good as a pip of its own, and two seconds sooner.
    site = path / "lib" / "python3.10" / "site-packages"
    (site / "pip.py").touch()
    return path


def test_a_second_call_installs_nothing(
    folder: Path, lock: Path, install: Installer
) -> None:
    assert bootstrap(folder, lock, install) is True
    assert bootstrap(folder, lock, install) is False
    assert install.calls == 1


def test_a_changed_lock_file_is_installed_over_the_old_one(
    folder: Path, lock: Path, install: Installer
) -> None:
    bootstrap(folder, lock, install)
    lock.write_text("rasa==3.6.20\n")
    assert state_of(folder, lock) is State.OUTDATED
    assert bootstrap(folder, lock, install) is True
    assert (install.calls, state_of(folder, lock)) == (2, State.READY)


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), SetupFailed("no network")])
def test_an_install_that_broke_off_starts_from_nothing_at_the_next_call(
    folder: Path, lock: Path, install: Installer, failure: BaseException
) -> None:
    install.failure = failure
    (folder / "left-behind").touch()
    with pytest.raises(type(failure)):
        bootstrap(folder, lock, install)
    assert state_of(folder, lock) is State.BROKEN
    install.failure = None
    assert bootstrap(folder, lock, install) is True
    assert not (folder / "left-behind").exists()
    assert state_of(folder, lock) is State.READY


def test_an_environment_whose_python_is_gone_is_broken(
    folder: Path, lock: Path, install: Installer
) -> None:
    bootstrap(folder, lock, install)
    (folder / "bin" / "python").unlink()
    (folder / "bin" / "python").symlink_to("/nowhere/python3.10")
    assert state_of(folder, lock) is State.BROKEN


def test_no_environment_is_a_broken_one(tmp_path: Path, lock: Path) -> None:
    assert state_of(tmp_path / "none", lock) is State.BROKEN


def test_only_uv_and_its_hashes_are_taken_from_the_lock_file(lock: Path) -> None:
    lock.write_text(
        "uvloop==1 \\\n    --hash=sha256:aa\n"
        "uv==2 ; sys_platform == 'linux' \\\n"
        "    --hash=sha256:bb \\\n    --hash=sha256:cc\n    # via steunwijzer\n"
        "wheel==3 \\\n    --hash=sha256:dd\n"
    )
    assert uv_requirement(lock) == (
        "uv==2 ; sys_platform == 'linux' \\\n"
        "    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    )


@pytest.mark.parametrize(
    "text", ["rasa==1\n", "uv==2\n", "uvloop==1 \\\n    --hash=sha256:aa\n"]
)
def test_a_lock_file_without_a_hash_for_uv_is_refused(lock: Path, text: str) -> None:
    lock.write_text(text)
    with pytest.raises(SetupFailed, match="make lock"):
        uv_requirement(lock)


def test_the_lock_file_of_this_project_has_a_hash_for_uv() -> None:
    assert "--hash=sha256:" in uv_requirement(setup.LOCK)


@pytest.fixture
def folder_with_uv(folder: Path) -> Path:
    (folder / "bin" / "uv").symlink_to(Path(sys.prefix) / "bin" / "uv")
    return folder


@pytest.fixture
def download_site(tmp_path: Path) -> Iterator[str]:
    """A local site with a Dutch pipeline package that is empty."""
    site = tmp_path / "site"
    site.mkdir()
    info = "nl_core_news_sm-3.4.0.dist-info"
    with zipfile.ZipFile(site / setup.DUTCH_WHEEL, "w") as wheel:
        wheel.writestr("nl_core_news_sm/__init__.py", "")
        wheel.writestr(
            f"{info}/METADATA",
            "Metadata-Version: 2.1\nName: nl-core-news-sm\nVersion: 3.4.0\n",
        )
        wheel.writestr(
            f"{info}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
            "Tag: py3-none-any\n",
        )
        wheel.writestr(f"{info}/RECORD", "")
    handler = partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def has_dutch(folder: Path) -> bool:
    python = folder / "bin" / "python"
    found = subprocess.run([python, "-c", "import nl_core_news_sm"], check=False)
    return found.returncode == 0


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_the_dutch_pipeline_is_installed_where_it_can_be_fetched(
    folder_with_uv: Path, download_site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "DUTCH_URL", f"{download_site}/{setup.DUTCH_WHEEL}")
    setup.install_dutch(folder_with_uv)
    assert has_dutch(folder_with_uv)


def test_a_dutch_pipeline_that_is_not_there_is_one_line_and_no_failure(
    folder_with_uv: Path,
    download_site: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(setup, "DUTCH_URL", f"{download_site}/gone.whl")
    setup.install_dutch(folder_with_uv)
    assert not has_dutch(folder_with_uv)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert "File not found" in lines[0]
    assert "blank Dutch" in lines[0]


def test_a_site_that_does_not_answer_is_given_up_on(
    folder_with_uv: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        monkeypatch.setattr(setup, "DUTCH_URL", f"http://127.0.0.1:{port}/x.whl")
        monkeypatch.setattr(setup, "DUTCH_TIMEOUT", 0.2)
        setup.install_dutch(folder_with_uv)
    assert "timed out" in capsys.readouterr().out
    assert not list(folder_with_uv.glob("*.whl"))
