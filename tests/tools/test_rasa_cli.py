import logging
import subprocess
import sys

import pytest

from tests.tools.helpers import ROOT
from tools.rasa_cli import PrivateRecord, describe

SAID = "mijn nummer is 0612345678"

# Rasa's log as `rasa run` sets it up, with the failure its REST channel logs.
RASA_LOG = f"""
import logging, sys
from tools.rasa_cli import PrivateRecord, keep_rasa_log_private
logging.setLogRecordFactory(PrivateRecord)
keep_rasa_log_private()
from rasa.utils.log_utils import configure_structlog
configure_structlog(logging.INFO)
import structlog

def handle(text):
    raise ValueError("cannot store " + text)

try:
    handle({SAID!r})
except ValueError:
    structlog.get_logger().exception("rest.message.received.failure", text={SAID!r})
    logging.getLogger("x").exception("Encountered an exception")
"""


def test_rasa_logs_a_failure_without_what_was_said() -> None:
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", RASA_LOG],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    shown = result.stdout + result.stderr
    assert "rest.message.received.failure" in shown
    assert "Encountered an exception" in shown
    assert shown.count("ValueError") == 2
    assert "0612345678" not in shown


def failing(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_an_error_is_described_by_name_and_place_with_its_cause_first() -> None:
    outer = failing(RuntimeError(SAID))
    outer.__cause__ = failing(KeyError(SAID))
    lines = describe(outer).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "KeyError",
        "RuntimeError",
    ]
    assert any("test_rasa_cli.py" in line and "failing" in line for line in lines)


def test_an_error_about_our_own_files_keeps_its_text() -> None:
    class InvalidConfigException(ValueError):
        """Of the same name as Rasa's."""

    class WrongModel(InvalidConfigException):
        """As the tokenizer raises."""

    shown = describe(failing(WrongModel("run: make train")))
    assert shown.endswith("WrongModel: run: make train")


def test_a_log_record_shows_no_text_of_an_error() -> None:
    error = failing(ValueError(SAID))
    info = (type(error), error, error.__traceback__)
    record = PrivateRecord("x", logging.ERROR, "x.py", 1, "It failed", (), info)
    shown = logging.Formatter("%(message)s").format(record)
    assert shown.startswith("It failed\n")
    assert "ValueError" in shown
    assert SAID not in shown


@pytest.mark.parametrize("command", [["run", "--help"], ["actions", "--help"]])
def test_the_command_line_of_rasa_and_of_the_action_server_are_there(
    command: list[str],
) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tools.rasa_cli", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "--port" in result.stdout
    assert "DeprecationWarning" not in result.stderr
