"""Notices on their way out, each attempt to deliver one, and the ends that webhooks go to."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, String, Table, Text

from server.store.schema.base import Json, Serial, metadata

outbox = Table(
    "outbox",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    Column("way", String(16), nullable=False),
    Column("target", Text, nullable=False),
    Column("person", String(64), nullable=False),
    Column("lang", String(16), nullable=False),
    Column("content", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Double, nullable=False),
    Column("at", Double, nullable=False),
    Column("ended", Double),
    Column("code", String(64)),
    Index(None, "state", "due"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("notice", String(64), ForeignKey("outbox.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Double, nullable=False),
    Column("seconds", Double, nullable=False),
    Column("code", String(64)),
    Column("status", Integer),
    Column("excerpt", Text, nullable=False),
    Index(None, "notice"),
)

endpoints = Table(
    "endpoints",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("events", Json, nullable=False),
    Column("state", String(16), nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Double, nullable=False),
)
