from tests.steunwijzer.handoff.conftest import (  # noqa: F401 - fixtures
    engine,
    postgresql_server,
    postgresql_url,
    sqlite_url,
    url,
)
