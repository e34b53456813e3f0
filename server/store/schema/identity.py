"""How accounts prove themselves without a password: passkeys, and identities at other providers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Double, ForeignKey, Index, String, Table, Text

from server.store.schema.base import Json, metadata


def _of_account() -> ForeignKey:
    return ForeignKey("accounts.id", ondelete="CASCADE")


passkeys = Table(
    "passkeys",
    metadata,
    Column("credential", String(1400), primary_key=True),
    Column("account", String(64), _of_account(), nullable=False),
    Column("handle", String(96), nullable=False),
    Column("public_key", Text, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("transports", Json, nullable=False),
    Column("model", String(36), nullable=False),
    Column("synced", Boolean, nullable=False),
    Column("created", Double, nullable=False),
    Column("used", Double),
    Index(None, "account"),
)
identities = Table(
    "identities",
    metadata,
    Column("issuer", String(512), primary_key=True),
    Column("subject", String(255), primary_key=True),
    Column("account", String(64), _of_account(), nullable=False),
    Column("created", Double, nullable=False),
    Column("used", Double),
    Index(None, "account"),
)
