"""How well messages are understood: `make evaluate` and `make compare`."""

import os
import warnings

from tools.rasa_cli import ENVIRONMENT, show_warning

# Before anything here loads Rasa. Its cache does not see a change in a module that a
# component imports, and so would measure an old model.
os.environ["RASA_MAX_CACHE_SIZE"] = "0"
for _name, _value in ENVIRONMENT.items():
    os.environ.setdefault(_name, _value)
warnings.showwarning = show_warning
