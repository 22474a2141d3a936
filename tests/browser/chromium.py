"""The browser that the widget is tested in: Debian's Chromium, driven by Playwright."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")
# It runs as root in CI, and tries to reach nobody.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # Another website has another name, and is on this machine, too.
    "--host-resolver-rules=MAP *.example 127.0.0.1",
)


def chromium() -> str:
    """Return the program. Without one the test is skipped, in CI it fails."""
    named = os.environ.get("STEUNWIJZER_CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if found:
        return found
    reason = "no Chromium: install Debian's chromium, or set STEUNWIJZER_CHROMIUM"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
