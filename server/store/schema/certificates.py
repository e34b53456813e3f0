"""Certificates of residence: what was stated, signed by which key, and whether it still counts."""

from __future__ import annotations

from sqlalchemy import Column, Double, Index, String, Table, Text, text

from server.store.schema.base import Json, Serial, metadata

STANDING = text("standing <> 'revoked'")
"""A company has one certificate that is not revoked."""

certificates = Table(
    "certificates",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("number", String(32), nullable=False, unique=True),
    Column("company", String(64), nullable=False),
    Column("standing", String(16), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("claims", Json, nullable=False),
    Column("token", Text, nullable=False),
    Column("key", String(64), nullable=False),
    Column("issued", Double, nullable=False),
    Column("until", Double),
    Column("changed", Double, nullable=False),
    Index(None, "company"),
    Index(
        "uq_certificates_standing",
        "company",
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    ),
)
