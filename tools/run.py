"""Start the assistant and all that goes with it: `python -m tools.run run --port 5005`.

`run` serves it over HTTP on this machine only; `chat` talks to it in the terminal.
"""

import argparse
import os
import secrets
import sys
import termios
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from channels.cloud.settings import is_wanted
from steunwijzer.handoff.database import Unavailable, migrate, open_database
from tools.parts import Part
from tools.ports import HOST, PortProblem, read_ports, require_free
from tools.supervisor import NotWorking, supervise
from tools.train import MODEL
from tools.visitor import PATH, Visitor

SECRET = "STEUNWIJZER_SECRET"
CREDENTIALS = ("credentials.yml", "credentials-whatsapp.yml")
FIRST_MESSAGE = "hallo"
ANSWER_TIMEOUT = 30


def parts_for(
    mode: str, port: int, action_port: int, settings: Mapping[str, str]
) -> list[Part]:
    """What `run` and `chat` start.

    The action server, which Rasa needs and so comes first; Rasa as server or shell with
    `settings` in its environment; and what mails requests for a human.
    """
    cli = [sys.executable, "-m", "tools.rasa_cli"]
    to_actions = [*cli, "actions", "--quiet", "--actions", "actions"]
    to_actions += ["--port", str(action_port)]
    to_rasa = [*cli, {"run": "run", "chat": "shell"}[mode], "--quiet"]
    to_rasa += ["--interface", HOST, "--port", str(port), "--model", str(MODEL)]
    channels = CREDENTIALS[is_wanted({**os.environ, **settings})]
    to_rasa += ["--endpoints", "endpoints.yml", "--credentials", channels]
    unbuffered = {"PYTHONUNBUFFERED": "1"}
    # SANIC_HOST: no option of its command line says on which address it listens.
    actions = Part("action server", to_actions, env={"SANIC_HOST": HOST, **unbuffered})
    rasa = Part(
        "rasa",
        to_rasa,
        env={"ACTION_PORT": str(action_port), **unbuffered, **settings},
        foreground=mode == "chat",
    )
    to_mail = [sys.executable, "-m", "tools.mail_worker"]
    return [actions, rasa, Part("mail worker", to_mail, env=unbuffered)]


def answers(port: int) -> bool:
    """Say hello as a visitor: True when an answer comes, False when nobody listens yet.

    Raises NotWorking when Rasa listens and has no answer, as it does when the model
    could not be loaded.
    """
    try:
        visitor = Visitor(port)
        messages = visitor.say(FIRST_MESSAGE)
        visitor.leave()
    except urllib.error.HTTPError as error:
        raise NotWorking(f"rasa runs, but answers with HTTP {error.code}") from None
    except (OSError, ValueError, KeyError):
        return False
    if not messages:
        raise NotWorking("rasa runs, but has no answer: see its lines above")
    return True


def listens(port: int) -> bool:
    """Tell whether Rasa is up, without a message."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=ANSWER_TIMEOUT):
            return True
    except OSError:
        return False


def secret_for_this_run() -> Mapping[str, str]:
    """Return a secret for the website, when none is set; say so.

    None with WhatsApp: its clients would be strangers after a restart.
    """
    if os.environ.get(SECRET) or is_wanted(os.environ):
        return {}
    print(
        f"{SECRET} is not set: made one for this run. Conversations on the website do "
        "not go on after it. Set it where visitors use it.",
        flush=True,
    )
    return {SECRET: secrets.token_urlsafe(32)}


def say_where(port: int) -> None:
    """Print where the assistant is."""
    print(
        f"\nAn example page with Steunwijzer on it: http://{HOST}:{port}{PATH}/\n\n"
        "Ctrl-C stops everything.\n",
        flush=True,
    )


@contextmanager
def terminal_kept() -> Iterator[None]:
    """Put the terminal back as it was: a shell that is killed leaves it half set."""
    if not sys.stdin.isatty():
        yield
        return
    settings = termios.tcgetattr(sys.stdin)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, settings)


def main(argv: list[str]) -> int:
    """Run until it is stopped; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mode", choices=["run", "chat"])
    parser.add_argument("--port", default="5005")
    arguments = parser.parse_args(argv)
    try:
        port, action_port = read_ports(arguments.port)
        require_free(port)
        require_free(action_port)
        migrate(open_database())
    except PortProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except (Unavailable, ValueError) as problem:
        print(f"The database cannot be used: {problem}", file=sys.stderr)
        return 1
    settings = secret_for_this_run() if arguments.mode == "run" else {}
    parts = parts_for(arguments.mode, port, action_port, settings)
    print("Starting the assistant and all that goes with it ...", flush=True)
    if arguments.mode == "run":
        return supervise(parts, lambda: answers(port), lambda: say_where(port))
    with terminal_kept():
        return supervise(parts, lambda: listens(port), lambda: None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
