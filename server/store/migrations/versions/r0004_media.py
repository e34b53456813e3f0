"""Images, films and documents, with their files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "media",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("job", sa.String(64)),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_media"),
        sa.UniqueConstraint("id", name="uq_media_id"),
        sa.UniqueConstraint("job", name="uq_media_job"),
    )
    op.create_table(
        "media_files",
        sa.Column("media", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("media", "role", "place", name="pk_media_files"),
        sa.ForeignKeyConstraint(
            ["media"], ["media.id"], name="fk_media_files_media", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_media_files_sha", "media_files", ["sha"])
