"""Leads, visits and holds of space to let.

What tells of a person is sealed with the key of their lead, whose id is the person's. A *leaving*
is one time that somebody left a contact; what several of them say of the same contact is one lead.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from server.store.schema.base import Json, Serial, metadata

leads = Table(
    "leads",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("furthest", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("wants", Text, nullable=False),
    Column("phone_index", String(64), nullable=False),
    Column("email_index", String(64), nullable=False),
    Column("source", String(16), nullable=False),
    Column("source_ref", String(160), nullable=False),
    Column("lang", String(16), nullable=False),
    Column("owner", String(64), nullable=False),
    Column("account", String(64), nullable=False),
    Column("next_at", Double),
    Column("warned", Double),
    Column("reason", String(16), nullable=False),
    Column("application", String(64), nullable=False),
    Column("created", Double, nullable=False),
    Column("changed", Double, nullable=False),
    Column("expires", Double, nullable=False),
    Index(None, "state"),
    Index(None, "phone_index"),
    Index(None, "email_index"),
    Index(None, "expires"),
)

leavings = Table(
    "leavings",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("lead", String(64), nullable=False),
    Column("token", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("wants", Text, nullable=False),
    Column("source", String(16), nullable=False),
    Column("source_ref", String(160), nullable=False),
    Column("consent", String(64), nullable=False),
    Column("by", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Index(None, "lead"),
)

lead_notes = Table(
    "lead_notes",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("lead", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("about", Json, nullable=False),
    Column("author", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Index(None, "lead"),
)

bookings = Table(
    "bookings",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("lead", String(64), nullable=False),
    Column("leaving", String(64), nullable=False),
    Column("token", String(64), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("starts", Double, nullable=False),
    Column("ends", Double, nullable=False),
    Column("seat", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("answer", Text, nullable=False),
    Column("handler", String(64), nullable=False),
    Column("reminded", Double),
    Column("created", Double, nullable=False),
    Column("changed", Double, nullable=False),
    Index(None, "starts"),
    Index(None, "lead"),
    Index(
        "uq_bookings_seat",
        "starts",
        "seat",
        unique=True,
        sqlite_where=text("state IN ('asked', 'confirmed')"),
        postgresql_where=text("state IN ('asked', 'confirmed')"),
    ),
)
"""``seat``: which of the parties of its slot; two cannot have the same."""

holds = Table(
    "holds",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("hall", String(64), nullable=False),
    Column("unit", String(64), nullable=False),
    Column("no", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("owner", String(80), nullable=False),
    Column("lead", String(64), nullable=False),
    Column("author", String(64), nullable=False),
    Column("starts", Double, nullable=False),
    Column("until", Double),
    Column("extended", Boolean, nullable=False),
    Column("warned", Double),
    Column("ended", Double),
    Column("ender", String(64), nullable=False),
    Index(None, "owner"),
    Index(
        "uq_holds_unit",
        "hall",
        "unit",
        unique=True,
        sqlite_where=text("state IN ('held', 'let')"),
        postgresql_where=text("state IN ('held', 'let')"),
    ),
)
"""A unit is held or let once at a time, whoever writes."""
