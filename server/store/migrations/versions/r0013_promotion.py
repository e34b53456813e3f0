"""Leads, visits and holds of space to let."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BOOKED = sa.text("state IN ('asked', 'confirmed')")
_TAKEN = sa.text("state IN ('held', 'let')")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "leads",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("furthest", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("wants", sa.Text(), nullable=False),
        sa.Column("phone_index", sa.String(64), nullable=False),
        sa.Column("email_index", sa.String(64), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("source_ref", sa.String(160), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("next_at", sa.Double()),
        sa.Column("warned", sa.Double()),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("application", sa.String(64), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("changed", sa.Double(), nullable=False),
        sa.Column("expires", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_leads"),
        sa.UniqueConstraint("id", name="uq_leads_id"),
    )
    op.create_index("ix_leads_email_index", "leads", ["email_index"])
    op.create_index("ix_leads_expires", "leads", ["expires"])
    op.create_index("ix_leads_phone_index", "leads", ["phone_index"])
    op.create_index("ix_leads_state", "leads", ["state"])
    op.create_table(
        "leavings",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("lead", sa.String(64), nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("wants", sa.Text(), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("source_ref", sa.String(160), nullable=False),
        sa.Column("consent", sa.String(64), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_leavings"),
        sa.UniqueConstraint("token", name="uq_leavings_token"),
    )
    op.create_index("ix_leavings_lead", "leavings", ["lead"])
    op.create_table(
        "lead_notes",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("lead", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_lead_notes"),
    )
    op.create_index("ix_lead_notes_lead", "lead_notes", ["lead"])
    op.create_table(
        "bookings",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("lead", sa.String(64), nullable=False),
        sa.Column("leaving", sa.String(64), nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("starts", sa.Double(), nullable=False),
        sa.Column("ends", sa.Double(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("handler", sa.String(64), nullable=False),
        sa.Column("reminded", sa.Double()),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("changed", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_bookings"),
        sa.UniqueConstraint("id", name="uq_bookings_id"),
        sa.UniqueConstraint("token", name="uq_bookings_token"),
    )
    op.create_index("ix_bookings_lead", "bookings", ["lead"])
    op.create_index("ix_bookings_starts", "bookings", ["starts"])
    op.create_index(
        "uq_bookings_seat",
        "bookings",
        ["starts", "seat"],
        unique=True,
        sqlite_where=_BOOKED,
        postgresql_where=_BOOKED,
    )
    op.create_table(
        "holds",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("hall", sa.String(64), nullable=False),
        sa.Column("unit", sa.String(64), nullable=False),
        sa.Column("no", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("lead", sa.String(64), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("starts", sa.Double(), nullable=False),
        sa.Column("until", sa.Double()),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("warned", sa.Double()),
        sa.Column("ended", sa.Double()),
        sa.Column("ender", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_holds"),
        sa.UniqueConstraint("id", name="uq_holds_id"),
    )
    op.create_index("ix_holds_owner", "holds", ["owner"])
    op.create_index(
        "uq_holds_unit",
        "holds",
        ["hall", "unit"],
        unique=True,
        sqlite_where=_TAKEN,
        postgresql_where=_TAKEN,
    )
