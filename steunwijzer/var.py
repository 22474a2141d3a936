"""The folder of what this installation writes."""

import os
from collections.abc import Mapping
from pathlib import Path


def var_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return `var` in the project, or the folder that STEUNWIJZER_VAR names."""
    default = Path(__file__).parent.parent / "var"
    return Path(environ.get("STEUNWIJZER_VAR") or default)
