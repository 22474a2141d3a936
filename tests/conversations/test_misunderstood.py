"""What the assistant did not understand can be read afterwards, and not who said it."""

import os
import re
import subprocess
import sys

from tests.running import Assistant
from tools.processes import ROOT


def misunderstood(assistant: Assistant) -> str:
    """Return what `make misunderstood` prints about this assistant."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.misunderstood"],
        cwd=ROOT,
        env={**os.environ, "STEUNWIJZER_VAR": str(assistant.logs)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_what_two_clients_typed_is_told_once_with_the_address_masked(
    assistant: Assistant,
) -> None:
    for typed in ("blorp fnurk Dorpsstraat 3", "blorp fnurk, Kerklaan 12!"):
        chat = assistant.chat()
        chat.say("help mij kiezen welke zorg bij mij past")
        assert "begrijp uw antwoord nog niet" in chat.say(typed).text
    told = misunderstood(assistant).splitlines()
    at = told.index("      - blorp fnurk [adres]")
    assert told[at - 1].startswith("2 times asked again in a flow")
    assert not re.search("Dorpsstraat|Kerklaan", "".join(told))


def test_of_an_answer_that_was_not_what_was_meant_the_question_is_told(
    assistant: Assistant,
) -> None:
    chat = assistant.chat()
    chat.say("ik ben jan de vries, wat kost cliëntondersteuning")
    assert "begreep u niet goed" in chat.say("nee, dat bedoel ik niet").text
    told = misunderstood(assistant).splitlines()
    at = told.index("      - ik ben [naam], wat kost cliëntondersteuning")
    assert told[at - 1] == "1 time corrected; taken for: ask_costs (1)"
