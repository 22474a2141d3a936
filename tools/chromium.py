"""The browser for tests and benchmarks: Debian's Chromium, driven by Playwright."""

import os
import shutil

SETTING = "STEUNWIJZER_CHROMIUM"
NAMES = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")
# It may run as root, and tries to reach nobody.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # A website with another name is on this machine, too.
    "--host-resolver-rules=MAP *.example 127.0.0.1",
)
MISSING = f"no Chromium: install Debian's chromium, or set {SETTING}"


def find_chromium() -> str | None:
    """Return the program that is set or found; None when there is none."""
    named = os.environ.get(SETTING)
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
