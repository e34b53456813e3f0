"""Who may come in: accounts with their grants, and every secret that stands for one of them.

Personal fields are sealed with the person's own key before they come here; what must be found again
has a keyed index beside it. Of secrets only hashes are kept.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from server.store.schema.base import Json, Serial, metadata

accounts = Table(
    "accounts",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("email_index", String(128), unique=True),
    Column("phone_index", String(128), unique=True),
    Column("password", Text, nullable=False),
    Column("password_at", Double),
    Column("totp", Text, nullable=False),
    Column("totp_step", BigInteger, nullable=False),
    Column("created", Double, nullable=False),
    Column("changed", Double, nullable=False),
    Column("seen", Double),
)

grants = Table(
    "grants",
    metadata,
    Column("account", String(64), ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(32), primary_key=True),
    Column("hall", String(64), primary_key=True),
    Column("enterprise", String(64), primary_key=True),
    Column("by", String(64), nullable=False),
    Column("at", Double, nullable=False),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("account", String(64), ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("hash", String(128), primary_key=True),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("hash", String(128), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("grants", Json, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("by", String(64), nullable=False),
    Column("created", Double, nullable=False),
    Column("expires", Double, nullable=False),
    Column("used", Double),
    Column("account", String(64), nullable=False),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("hash", String(128), nullable=False, unique=True),
    Column("account", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("scopes", Json, nullable=False),
    Column("created", Double, nullable=False),
    Column("expires", Double),
    Column("seen", Double),
    Index(None, "account"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("key", String(192), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last", Double, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("hash", String(128), primary_key=True),
    Column("account", String(64), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("expires", Double, nullable=False),
    Index(None, "expires"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(128), primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("account", String(64), nullable=False),
    Column("how", String(32), nullable=False),
    Column("agent", Text, nullable=False),
    Column("address", String(64), nullable=False),
    Column("created", Double, nullable=False),
    Column("seen", Double, nullable=False),
    Column("expires", Double, nullable=False),
    Index(None, "account"),
    Index(None, "expires"),
)
