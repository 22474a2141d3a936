"""Rasa's command line, as this project runs it: `python -m tools.rasa_cli run ...`.

`python -m tools.rasa_cli actions ...` is the action server. No telemetry, no library
chatter, and while conversations go on no word of them in the log.
"""

import logging
import os
import sys
import traceback
import warnings
from typing import Any, TextIO

ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    # endpoints.yml names it.
    "ACTION_PORT": "5055",
}
HIDDEN = "(hidden)"
ACTION_SECONDS = 8
SERVING = {"actions", "run", "shell"}

# Errors about files of this project, whose text nobody typed in a conversation.
OPEN_ERRORS = {"InvalidConfigException", "YamlException"}

# The keys under which Rasa 3.6 logs what was said (rasa/utils/log_utils.py).
CONVERSATION_KEYS = set(
    """
    text response_text user_text slot_values parse_data_text parse_data_entities
    prediction_events tracker_latest_message prefilled_slots message response
    slot_candidates rasa_event rasa_events tracker_states current_states old_states
    successes current_entity next_entity states entity token_text user_message
    json_message
    """.split()  # noqa: SIM905 - one a line is a page
)


def hide_conversation(
    logger: object, method: str, event: dict[str, Any]
) -> dict[str, Any]:
    """A step of structlog: take what was said out of a log event."""
    for key in CONVERSATION_KEYS & event.keys():
        event[key] = HIDDEN
    if event.get("exc_info") or method == "exception":
        event["exception"] = describe(sys.exc_info()[1])
        # Not taken out: a later step of structlog would put it back.
        event["exc_info"] = False
    return event


class PrivateRecord(logging.LogRecord):
    """A log record that shows errors as `describe` does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        if self.exc_info:
            self.exc_text = describe(self.exc_info[1])
            self.exc_info = None


def describe(error: BaseException | None) -> str:
    """Where an error came from, its causes first, without what it quotes.

    An error of the database has the stored conversation in its text, that of a failed
    action call the whole tracker, and Rasa prints every local variable besides.
    """
    lines: list[str] = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        is_open = OPEN_ERRORS & {base.__name__ for base in type(error).__mro__}
        text = f": {error}" if is_open else ""
        lines = [*places, f"{type(error).__name__}{text}", *lines]
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


_show_warning = warnings.showwarning


def show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Print a warning, unless it is for the authors of the libraries.

    A filter does not do: Sanic and Rasa put theirs before it.
    """
    if not issubclass(category, DeprecationWarning):
        _show_warning(message, category, filename, lineno, file, line)


def show_place_of_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Print where a warning came from: its text may quote what somebody typed."""
    show_warning(HIDDEN, category, filename, lineno, file, line="")


def keep_rasa_log_private() -> None:
    """Have Rasa's structured log pass through `hide_conversation`."""
    import rasa.utils.log_utils

    # Rasa's own hook for this costs a read of the whole tracker at every message.
    rasa.utils.log_utils._anonymizer = hide_conversation


def wait_no_longer_for_actions() -> None:
    """Give up on an action server that hangs before the client does.

    Rasa 3.6.21 waits five minutes, and has no setting for it.
    """
    import rasa.core.actions.action

    rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT = ACTION_SECONDS


def main() -> None:
    """Run the action server or Rasa with the arguments of this process."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    warnings.showwarning = show_warning
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command in SERVING:
        logging.setLogRecordFactory(PrivateRecord)
        warnings.showwarning = show_place_of_warning
    if command == "actions":
        import rasa_sdk.__main__

        sys.argv[:2] = ["actions"]
        rasa_sdk.__main__.main()
        return
    import rasa.__main__

    if command in SERVING:
        keep_rasa_log_private()
        wait_no_longer_for_actions()
    sys.argv[0] = "rasa"
    rasa.__main__.main()


if __name__ == "__main__":
    main()
