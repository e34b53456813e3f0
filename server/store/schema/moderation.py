"""Reports, blocks and mutes.

``subject`` is an account's id, or what an address is found by (a keyed hash: no address is kept).
``name`` and ``words`` of reports are sealed for the person they are of.
"""

from __future__ import annotations

from sqlalchemy import Column, Double, Index, String, Table, Text

from server.store.schema.base import Serial, metadata

restraints = Table(
    "restraints",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("by", String(16), nullable=False),
    Column("subject", String(128), nullable=False),
    Column("person", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("reason", String(16), nullable=False),
    Column("words", Text, nullable=False),
    Column("author", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Column("until", Double),
    Column("lifted", Double),
    Column("lifter", String(64), nullable=False),
    Index(None, "until"),
)

reports = Table(
    "reports",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("hall", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Column("reporter", String(64), nullable=False),
    Column("reporter_name", Text, nullable=False),
    Column("accused", String(64), nullable=False),
    Column("accused_name", Text, nullable=False),
    Column("connection", String(64), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("words", Text, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("answer", Text, nullable=False),
    Column("handler", String(64), nullable=False),
    Column("handled", Double),
    Index(None, "outcome"),
)
