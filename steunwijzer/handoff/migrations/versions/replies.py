"""Answers that are kept for who did not receive them."""

import sqlalchemy as sa
from alembic import op

revision = "replies"
down_revision = "erasures"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "replies",
        sa.Column("conversation", sa.Text, primary_key=True),
        sa.Column("message_id", sa.Text, primary_key=True),
        sa.Column("messages", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime, nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("replies")
