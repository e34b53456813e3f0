"""Personal data: consents, requests, what was erased; network events; how things passed on."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Index, String, Table, Text

from server.store.schema.base import Serial, metadata

consents = Table(
    "consents",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("person", String(64), nullable=False),
    Column("purpose", String(32), nullable=False),
    Column("document", String(64), nullable=False),
    Column("given", Double, nullable=False),
    Column("withdrawn", Double),
    Index(None, "person", "purpose"),
)

privacy_requests = Table(
    "privacy_requests",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("person", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("due", Double, nullable=False),
    Column("ended", Double),
    Column("ended_by", String(64), nullable=False),
    Index(None, "person"),
)

erasures = Table(
    "erasures",
    metadata,
    Column("person", String(64), primary_key=True),
    Column("at", Double, nullable=False),
    Column("by", String(64), nullable=False),
    Column("done", Boolean, nullable=False),
)
"""Who was deleted. Begun before anything goes, done when all has gone."""

network_log = Table(
    "network_log",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("at", Double, nullable=False),
    Column("event", String(32), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("address", Text, nullable=False),
    Column("about", Text, nullable=False),
    Index(None, "at"),
)

transfers = Table(
    "transfers",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False),
    Column("thing", String(64), nullable=False),
    Column("old", String(80), nullable=False),
    Column("new", String(80), nullable=False),
    Column("author", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Column("note", Text, nullable=False),
    Index(None, "kind", "thing"),
)
