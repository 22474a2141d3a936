"""A real PostgreSQL, for as long as a test needs it."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def running_postgresql(folder: str) -> Iterator[str]:
    """Start the PostgreSQL of the folder, yield its URL, and stop it.

    Not in a folder of pytest: as root it runs as another user, who cannot come there.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on where it keeps a lock, which is fine
        import pgserver

    server = pgserver.get_server(f"{folder}/data", cleanup_mode="stop")
    try:
        server.psql("ALTER SYSTEM SET fsync = off")  # starts and stops faster
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
