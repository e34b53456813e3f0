"""The tables of the archive; the migrations lead to exactly these."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Json(TypeDecorator[Any]):
    """JSON kept as text, so that what is read is letter for letter what was written.

    Numbers that JSON cannot say (NaN, infinities) raise `ValueError` instead of becoming null.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """A value as it is stored."""
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """A stored value as it was."""
        return None if value is None else json.loads(value)


# BigInteger does not count by itself in SQLite, whose plain integers have 64 bits anyway.
Serial = BigInteger().with_variant(Integer(), "sqlite")


def _hall(primary_key: bool = False) -> Column[str]:
    return Column(
        "hall",
        String(64),
        ForeignKey("halls.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


halls = Table(
    "halls",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("created", Double, nullable=False),
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
)

meta = Table(
    "meta",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Json, nullable=False),
)


def _keys(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("hash", String(128), primary_key=True),
        Column("role", String(32), nullable=False),
        Column("expires", Double, nullable=False),
        Index(None, "expires"),
    )


links = _keys("links")
sessions = _keys("sessions")

assets = Table(
    "assets",
    metadata,
    Column("sha", String(64), primary_key=True),
    Column("bytes", BigInteger, nullable=False),
    Column("media_type", String(128), nullable=False),
    Column("at", Double, nullable=False),
)

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
