"""What alembic runs; the connection is that of steunwijzer.handoff.database.migrate."""

from alembic import context

from steunwijzer.handoff.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
)
with context.begin_transaction():
    context.run_migrations()
