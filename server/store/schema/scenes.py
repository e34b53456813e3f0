"""Halls with their scenes, patches and versions; small facts; blobs."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from server.store.schema.base import Json, Serial, metadata

halls = Table(
    "halls",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("created", Double, nullable=False),
)


def _hall(primary_key: bool = False) -> Column[str]:
    return Column(
        "hall",
        String(64),
        ForeignKey("halls.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


snapshots = Table(
    "snapshots",
    metadata,
    _hall(primary_key=True),
    Column("revision", BigInteger, nullable=False),
    Column("doc", Json, nullable=False),
)

patches = Table(
    "patches",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    _hall(),
    Column("layer", String(16), nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("ops", Json, nullable=False),
    Column("inverse", Json, nullable=False),
    Column("note", Text),
    UniqueConstraint("hall", "layer", "revision"),
)

versions = Table(
    "versions",
    metadata,
    _hall(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("doc", Json, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("owner", String(80), nullable=False, server_default=""),
    Column("data_class", String(16), nullable=False, server_default="internal"),
)

meta = Table(
    "meta",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Json, nullable=False),
)

assets = Table(
    "assets",
    metadata,
    Column("sha", String(64), primary_key=True),
    Column("bytes", BigInteger, nullable=False),
    Column("media_type", String(128), nullable=False),
    Column("at", Double, nullable=False),
)
