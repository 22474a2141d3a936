"""Train the model when what it is made from has changed."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tools.processes import ROOT, exit_on_sigterm, run_showing_time

MODEL_NAME = "steunwijzer"
MODELS = ROOT / "models"
MODEL = MODELS / f"{MODEL_NAME}.tar.gz"
FINGERPRINT = MODELS / f"{MODEL_NAME}.fingerprint"
LOG = MODELS / "training.log"

# Not the knowledge: an insurer more needs no training.
INPUTS = (
    "data/**/*.yml",
    "data/**/*.yaml",
    "domain.yml",
    "config.yml",
    "nlu/**/*.py",
    "dialogue/**/*.py",
    "requirements.lock",
)
LINES_ON_FAILURE = 25


def fingerprint(root: Path, inputs: Sequence[str] = INPUTS) -> str:
    """A digest of everything under `root` that is made use of: that training reads."""
    digest = hashlib.sha256()
    for path in sorted({path for glob in inputs for path in root.glob(glob)}):
        content = path.read_bytes()
        # With the length, so that text cannot move from one file to the next unseen.
        name = path.relative_to(root).as_posix()
        digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def train_if_needed(
    models: Path, current: str, train: Callable[[Path], int]
) -> int | None:
    """Train with `train(folder)` unless the model in `models` was made from `current`.

    Returns None when there was nothing to do, else the exit code of the training. The
    model is replaced only by one that is complete.
    """
    model = models / MODEL.name
    made_from = models / FINGERPRINT.name
    if model.exists() and made_from.exists() and made_from.read_text() == current:
        return None
    models.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models, prefix=".training-") as folder:
        code = train(Path(folder))
        fresh = Path(folder) / model.name
        if code == 0 and fresh.exists():
            # In this order, so that an interruption leads to one training too many.
            made_from.unlink(missing_ok=True)
            fresh.replace(model)
            made_from.write_text(current)
            return 0
    return code or 1


def run_rasa_train(folder: Path) -> int:
    """Let Rasa train into `folder`; its output goes to LOG. Returns its exit code."""
    # Rasa's own cache does not see a change in a module that a component imports, so
    # it is not asked.
    command = [sys.executable, "-m", "tools.rasa_cli", "train", "--force"]
    command += ["--out", str(folder), "--fixed-model-name", MODEL_NAME]
    command += ["--data", "data", "--config", "config.yml", "--domain", "domain.yml"]
    environment = {**os.environ, "RASA_MAX_CACHE_SIZE": "0"}
    with LOG.open("w", encoding="utf-8") as log:
        return run_showing_time(command, "Training", output=log, env=environment)


def main() -> int:
    """Train when needed; returns the exit code."""
    exit_on_sigterm()
    had_model = MODEL.exists()
    try:
        code = train_if_needed(MODELS, fingerprint(ROOT), run_rasa_train)
    except KeyboardInterrupt:
        return 130
    if code == 0:
        print("Training is done.")
    if code:
        lines = [line for line in LOG.read_text("utf-8").splitlines() if line.strip()]
        print(*lines[-LINES_ON_FAILURE:], sep="\n", file=sys.stderr)
        kept = " The model that was there is kept." if had_model else ""
        print(
            f"Training failed (exit code {code}): the reason is above, all of it is in "
            f"{LOG.relative_to(ROOT)}.{kept}",
            file=sys.stderr,
        )
    return code or 0


if __name__ == "__main__":
    sys.exit(main())
