"""What visitors who agreed to be counted did, added up: no row says anything of one person."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, Index, Integer, String, Table

from server.store.schema.base import metadata

visit_hours = Table(
    "visit_hours",
    metadata,
    Column("hall", String(64), primary_key=True),
    Column("hour", BigInteger, primary_key=True, autoincrement=False),
    Column("visits", Integer, nullable=False),
    Column("seconds", Double, nullable=False),
    Index(None, "hour"),
)

dwell_hours = Table(
    "dwell_hours",
    metadata,
    Column("hall", String(64), primary_key=True),
    Column("node", String(64), primary_key=True),
    Column("hour", BigInteger, primary_key=True, autoincrement=False),
    Column("exhibit", String(64), nullable=False),
    Column("visits", Integer, nullable=False),
    Column("seconds", Double, nullable=False),
    Index(None, "hour"),
)

heat_days = Table(
    "heat_days",
    metadata,
    Column("hall", String(64), primary_key=True),
    Column("day", BigInteger, primary_key=True, autoincrement=False),
    Column("size", Double, primary_key=True),
    Column("x", Integer, primary_key=True, autoincrement=False),
    Column("z", Integer, primary_key=True, autoincrement=False),
    Column("visits", Integer, nullable=False),
    Column("seconds", Double, nullable=False),
    Index(None, "day"),
)
