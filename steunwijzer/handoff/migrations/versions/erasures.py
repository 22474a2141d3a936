"""What was erased and still has to be overwritten."""

import sqlalchemy as sa
from alembic import op

revision = "erasures"
down_revision = "requests_and_outbox"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "erasures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("erased_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("erasures")
