"""Aggregated visits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "visit_hours",
        sa.Column("hall", sa.String(64), nullable=False),
        sa.Column("hour", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "hour", name="pk_visit_hours"),
    )
    op.create_index("ix_visit_hours_hour", "visit_hours", ["hour"])
    op.create_table(
        "dwell_hours",
        sa.Column("hall", sa.String(64), nullable=False),
        sa.Column("node", sa.String(64), nullable=False),
        sa.Column("hour", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("exhibit", sa.String(64), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "node", "hour", name="pk_dwell_hours"),
    )
    op.create_index("ix_dwell_hours_hour", "dwell_hours", ["hour"])
    op.create_table(
        "heat_days",
        sa.Column("hall", sa.String(64), nullable=False),
        sa.Column("day", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("size", sa.Double(), nullable=False),
        sa.Column("x", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("z", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "day", "size", "x", "z", name="pk_heat_days"),
    )
    op.create_index("ix_heat_days_day", "heat_days", ["day"])
