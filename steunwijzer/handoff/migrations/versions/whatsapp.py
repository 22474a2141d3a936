"""WhatsApp: who writes, what came in, and what is to be sent."""

import sqlalchemy as sa
from alembic import op

revision = "whatsapp"
down_revision = "replies"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "whatsapp_people",
        sa.Column("conversation", sa.Text, primary_key=True),
        sa.Column("phone", sa.Text),
        sa.Column("user_id", sa.Text),
        sa.Column("window_until", sa.DateTime, nullable=False, index=True),
        sa.Column("choices", sa.Text),
        sa.Column("paced_until", sa.DateTime),
        sa.Column("hold_until", sa.DateTime),
        sa.Column("erased", sa.Boolean, nullable=False),
        sa.Column("claimed_by", sa.Text),
        sa.Column("claimed_until", sa.DateTime),
    )
    op.create_table(
        "whatsapp_seen",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("seen_at", sa.DateTime, nullable=False, index=True),
    )
    op.create_table(
        "whatsapp_inbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("message_id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("sent_at", sa.DateTime, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
    )
    op.create_index("whatsapp_inbox_of", "whatsapp_inbox", ["conversation"])
    op.create_table(
        "whatsapp_outbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("token", sa.Text, nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
    )
    op.create_index("whatsapp_outbox_of", "whatsapp_outbox", ["conversation"])


def downgrade() -> None:
    """Drop the tables."""
    for table in ("outbox", "inbox", "seen", "people"):
        op.drop_table(f"whatsapp_{table}")
