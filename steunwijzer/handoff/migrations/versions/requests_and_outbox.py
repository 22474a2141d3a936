"""Drafts, requests and the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "requests_and_outbox"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "drafts",
        sa.Column("conversation", sa.Text, primary_key=True),
        *_details(),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "requests",
        sa.Column("reference", sa.Text, primary_key=True),
        sa.Column("conversation", sa.Text, nullable=False),
        *_details(),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("overdue_at", sa.DateTime, nullable=False),
        sa.Column("picked_up_at", sa.DateTime),
        sa.Column("closed_at", sa.DateTime),
    )
    op.create_index("ix_requests_conversation", "requests", ["conversation"])
    current = sa.text("state IN ('open', 'picked_up')")
    op.create_index(
        "one_current_request",
        "requests",
        ["conversation"],
        unique=True,
        sqlite_where=current,
        postgresql_where=current,
    )
    _make_outbox()


def _details() -> list[sa.Column]:
    return [
        *(sa.Column(name, sa.Text) for name in ("contact_by", "name", "phone")),
        *(sa.Column(name, sa.Text) for name in ("email", "address")),
        sa.Column("window_start", sa.DateTime),
        sa.Column("window_end", sa.DateTime),
        *(sa.Column(name, sa.Text) for name in ("sector", "about")),
    ]


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("message_id", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_try_at", sa.DateTime),
        sa.Column("claimed_until", sa.DateTime),
        sa.Column("claimed_by", sa.Text),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("refused_at", sa.DateTime),
        sa.Column("problem", sa.Text),
    )
    op.create_index("ix_outbox_reference", "outbox", ["reference"])
    op.create_index("one_row_for_a_message_id", "outbox", ["message_id"], unique=True)


def downgrade() -> None:
    """Drop the tables."""
    for table in ("outbox", "requests", "drafts"):
        op.drop_table(table)
