"""The first tables: halls with their snapshots, patches and versions; keys; assets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _hall(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("hall", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["hall"], ["halls.id"], name=f"fk_{table}_hall", ondelete="CASCADE"
        ),
    ]


def upgrade() -> None:
    """Make the tables."""
    _make_halls()
    _make_history()
    _make_keys("links")
    _make_keys("sessions")
    _make_rest()


def _make_halls() -> None:
    op.create_table(
        "halls",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_halls"),
        sa.UniqueConstraint("id", name="uq_halls_id"),
    )
    op.create_table(
        "snapshots",
        *_hall("snapshots"),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hall", name="pk_snapshots"),
    )


def _make_history() -> None:
    op.create_table(
        "patches",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        *_hall("patches"),
        sa.Column("layer", sa.String(16), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("ops", sa.Text(), nullable=False),
        sa.Column("inverse", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.PrimaryKeyConstraint("serial", name="pk_patches"),
        sa.UniqueConstraint("hall", "layer", "revision", name="uq_patches_hall_layer_revision"),
    )
    op.create_table(
        "versions",
        *_hall("versions"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "number", name="pk_versions"),
    )


def _make_keys(table: str) -> None:
    op.create_table(
        table,
        sa.Column("hash", sa.String(128), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("expires", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_expires", table, ["expires"])


def _make_rest() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    op.create_table(
        "assets",
        sa.Column("sha", sa.String(64), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(128), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("sha", name="pk_assets"),
    )
