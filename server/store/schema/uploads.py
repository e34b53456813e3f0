"""What is being received and worked on."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, Index, String, Table, Text

from server.store.schema.base import Json, Serial, metadata

uploads = Table(
    "uploads",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("sha256", String(64)),
    Column("job", String(64)),
    Column("at", Double, nullable=False),
    Index(None, "job"),
)

jobs = Table(
    "jobs",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked", Json, nullable=False),
    Column("source", Json, nullable=False),
    Column("steps", Json, nullable=False),
    Column("code", String(64)),
    Column("findings", Json, nullable=False),
    Column("results", Json, nullable=False),
    Column("at", Double, nullable=False),
    Column("ended", Double),
    Column("owner", String(80), nullable=False, server_default=""),
    Column("data_class", String(16), nullable=False, server_default="internal"),
)
