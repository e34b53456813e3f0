"""Exhibits, their revisions with the files of these, and what was published when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _make_exhibits()
    _make_revisions()
    _make_files()
    _make_publications()


def _make_exhibits() -> None:
    op.create_table(
        "exhibits",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("published", sa.Integer()),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("spreading", sa.Integer(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_exhibits"),
        sa.UniqueConstraint("id", name="uq_exhibits_id"),
    )


def _make_revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("exhibit", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("job", sa.String(64)),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("blocked", sa.Text(), nullable=False),
        sa.Column("manifest", sa.Text(), nullable=False),
        sa.Column("published_at", sa.Double()),
        sa.PrimaryKeyConstraint("exhibit", "number", name="pk_revisions"),
        sa.UniqueConstraint("job", name="uq_revisions_job"),
        sa.ForeignKeyConstraint(
            ["exhibit"], ["exhibits.id"], name="fk_revisions_exhibit", ondelete="CASCADE"
        ),
    )


def _make_files() -> None:
    op.create_table(
        "exhibit_files",
        sa.Column("exhibit", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("exhibit", "number", "role", "place", name="pk_exhibit_files"),
        sa.ForeignKeyConstraint(
            ["exhibit", "number"],
            ["revisions.exhibit", "revisions.number"],
            name="fk_exhibit_files_exhibit_number",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_exhibit_files_sha", "exhibit_files", ["sha"])


def _make_publications() -> None:
    op.create_table(
        "publications",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("exhibit", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_publications"),
        sa.ForeignKeyConstraint(
            ["exhibit"], ["exhibits.id"], name="fk_publications_exhibit", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_publications_exhibit", "publications", ["exhibit"])
