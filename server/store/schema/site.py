"""What the park says of itself: its legal documents; and what waits for its staff."""

from __future__ import annotations

from sqlalchemy import Column, Double, Index, Integer, String, Table, Text

from server.store.schema.base import Json, Serial, metadata

legal = Table(
    "legal",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text", Json, nullable=False),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("published_at", Double),
)

inbox = Table(
    "inbox",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    Column("ref", Text, nullable=False),
    Column("title", Json, nullable=False),
    Column("link", Text, nullable=False),
    Column("due", Double),
    Column("state", String(16), nullable=False),
    Column("assignee", String(64), nullable=False),
    Column("notes", Json, nullable=False),
    Column("at", Double, nullable=False),
    Column("ended", Double),
    Column("warned", Double),
    Index(None, "kind", "ref"),
    Index(None, "state", "due"),
)
