import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.helpers import ROOT
from tools.validate import complaints

UNUSED = (
    "io.py:100: UserWarning: The utterance 'utter_a' is not used in any story or rule."
)
INTENT = "io.py:100: UserWarning: The intent 'greet' is not used in any story or rule."


def test_a_response_that_only_an_action_sends_is_no_complaint() -> None:
    assert complaints(f"\x1b[93m{UNUSED}\n\x1b[0m\x1b[93m{UNUSED}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        INTENT,
        "YamlSyntaxException: Failed to read 'data/nlu.yml'.",
        "2026-11-21 23:33:14 WARNING  rasa.validator  - Duplicate example",
        "2026-11-21 23:33:14 ERROR    rasa.validator  - Story conflict",
    ],
)
def test_anything_else_that_rasa_warns_of_is_a_complaint(line: str) -> None:
    assert complaints(f"{UNUSED}\n\x1b[93m{line}\n\x1b[0mfine\n") == [line]


def test_training_data_with_a_mistake_fails_the_check(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nlu.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hallo\n'
    )
    (tmp_path / "domain.yml").write_text('version: "3.1"\nintents: [greet]\n')
    (tmp_path / "config.yml").write_text(
        "recipe: default.v1\nassistant_id: test\nlanguage: nl\n"
        "pipeline: [{name: WhitespaceTokenizer}]\npolicies: [{name: RulePolicy}]\n"
    )
    result = subprocess.run(
        [sys.executable, "-m", "tools.validate"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "The intent 'greet' is not used in any story or rule" in result.stdout
