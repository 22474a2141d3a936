"""A real PostgreSQL, for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def running_postgresql(folder: str) -> Iterator[str]:
    """Start the PostgreSQL of the folder, yield its URL, and stop it.

    Not in a folder of pytest: as root it runs as another user, who cannot come there.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)  # it warns when there is none
        import pgserver

        server = pgserver.get_server(f"{folder}/data", cleanup_mode="stop")
        try:
            server.psql("ALTER SYSTEM SET fsync = off")  # starts and stops faster
            server.psql("SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()
