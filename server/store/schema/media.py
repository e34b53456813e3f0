"""Images, films and documents."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, Integer, String, Table, Text

from server.store.schema.base import Json, Serial, metadata

media = Table(
    "media",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("title", Json, nullable=False),
    Column("job", String(64), unique=True),
    Column("author", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("source", Json, nullable=False),
    Column("shown", Json, nullable=False),
    Column("owner", String(80), nullable=False, server_default=""),
    Column("data_class", String(16), nullable=False, server_default="public"),
)

media_files = Table(
    "media_files",
    metadata,
    Column("media", String(64), ForeignKey("media.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sha", String(64), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Index(None, "sha"),
)
