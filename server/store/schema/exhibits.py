"""Exhibits with their revisions, files and publications."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from server.store.schema.base import Json, Serial, metadata

exhibits = Table(
    "exhibits",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("card", Json, nullable=False),
    Column("published", Integer),
    Column("latest", Integer, nullable=False),
    Column("spreading", Integer, nullable=False),
    Column("created", Double, nullable=False),
    Column("owner", String(80), nullable=False, server_default=""),
    Column("data_class", String(16), nullable=False, server_default="public"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("exhibit", String(64), ForeignKey("exhibits.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("job", String(64), unique=True),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("title", Json),
    Column("source", Json, nullable=False),
    Column("model", Json, nullable=False),
    Column("parts", Json, nullable=False),
    Column("findings", Json, nullable=False),
    Column("blocked", Json, nullable=False),
    Column("manifest", Json, nullable=False),
    Column("published_at", Double),
)

exhibit_files = Table(
    "exhibit_files",
    metadata,
    Column("exhibit", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("role", String(16), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sha", String(64), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    ForeignKeyConstraint(
        ["exhibit", "number"], ["revisions.exhibit", "revisions.number"], ondelete="CASCADE"
    ),
    Index(None, "sha"),
)

publications = Table(
    "publications",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("exhibit", String(64), ForeignKey("exhibits.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("note", Text, nullable=False),
    Index(None, "exhibit"),
)
