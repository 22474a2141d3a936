"""Rasa's own test of tests/test_stories.yml, with the trained model."""

import json
import os
import subprocess
import sys
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
STORIES = YAML(typ="safe").load(ROOT / "tests/test_stories.yml")["stories"]


def test_every_story_goes_as_told(tmp_path: Path) -> None:
    """A wrong intent, entity or action in any story fails, and is printed."""
    command = [
        *(sys.executable, "-m", "tools.rasa_cli", "test", "core", "--e2e", "--no-plot"),
        *("--model", "models/steunwijzer.tar.gz", "--stories", "tests"),
        *("--out", str(tmp_path)),
    ]
    # endpoints.yml names the port of the action server, which a story never calls
    env = {**os.environ, "ACTION_PORT": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr[-2000:]
    failed = (tmp_path / "failed_test_stories.yml").read_text()
    assert "stories:" not in failed, failed
    report = json.loads((tmp_path / "story_report.json").read_text())
    assert report["conversation_accuracy"]["total"] == len(STORIES)
