"""The audit trail: rows that are only ever added, each bound to the one before it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, Index, Integer, String, Table, Text

from server.store.schema.base import Serial, metadata

audit = Table(
    "audit",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=False),
    Column("at", Double, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("role", String(32), nullable=False),
    Column("action", String(64), nullable=False),
    Column("target", Text, nullable=False),
    Column("request", String(64), nullable=False),
    Column("address", Text),
    Column("how", String(16), nullable=False),
    Column("outcome", String(64), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("hash", String(64), nullable=False),
    Index(None, "at"),
    Index(None, "actor"),
    Index(None, "action"),
    Index(None, "target"),
)

audit_cuts = Table(
    "audit_cuts",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("up_to", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("at", Double, nullable=False),
    Column("mac", String(64), nullable=False),
)
"""What retention took from the front of the trail; nothing else can be taken from it."""
