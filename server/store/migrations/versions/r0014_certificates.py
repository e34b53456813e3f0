"""Residence certificates and the keys that sign them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STANDING = sa.text("standing <> 'revoked'")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "certificates",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(32), nullable=False),
        sa.Column("company", sa.String(64), nullable=False),
        sa.Column("standing", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("issued", sa.Double(), nullable=False),
        sa.Column("until", sa.Double()),
        sa.Column("changed", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_certificates"),
        sa.UniqueConstraint("number", name="uq_certificates_number"),
    )
    op.create_index("ix_certificates_company", "certificates", ["company"])
    op.create_index(
        "uq_certificates_standing",
        "certificates",
        ["company"],
        unique=True,
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )
