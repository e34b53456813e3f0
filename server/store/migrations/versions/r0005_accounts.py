"""Accounts, their grants, the secrets that stand for them, and sessions that say whose they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SECONDS = 12 * 3600
"""How long a session lasted when it did not say when it began."""


def upgrade() -> None:
    """Make the tables; sessions of the operator live on, links of fifteen minutes do not."""
    _make_accounts()
    _make_invitations()
    _make_keys()
    _make_links()
    _make_sessions()


def _text(name: str, length: int = 64, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _account(table: str) -> list[sa.schema.SchemaItem]:
    return [
        _text("account"),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=f"fk_{table}_account", ondelete="CASCADE"
        ),
    ]


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        _text("id"),
        _text("kind", 16),
        _text("state", 16),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        _text("lang", 8),
        _text("email_index", 128, nullable=True),
        _text("phone_index", 128, nullable=True),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("password_at", sa.Double()),
        sa.Column("totp", sa.Text(), nullable=False),
        sa.Column("totp_step", sa.BigInteger(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("changed", sa.Double(), nullable=False),
        sa.Column("seen", sa.Double()),
        sa.PrimaryKeyConstraint("serial", name="pk_accounts"),
        sa.UniqueConstraint("id", name="uq_accounts_id"),
        sa.UniqueConstraint("email_index", name="uq_accounts_email_index"),
        sa.UniqueConstraint("phone_index", name="uq_accounts_phone_index"),
    )
    op.create_table(
        "grants",
        *_account("grants"),
        _text("role", 32),
        _text("hall"),
        _text("enterprise"),
        _text("by"),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("account", "role", "hall", "enterprise", name="pk_grants"),
    )
    op.create_table(
        "recovery_codes",
        *_account("recovery_codes"),
        _text("hash", 128),
        sa.PrimaryKeyConstraint("account", "hash", name="pk_recovery_codes"),
    )


def _make_invitations() -> None:
    op.create_table(
        "invitations",
        _text("id"),
        _text("hash", 128),
        _text("kind", 16),
        sa.Column("grants", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        _text("lang", 8),
        _text("by"),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("expires", sa.Double(), nullable=False),
        sa.Column("used", sa.Double()),
        _text("account"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("hash", name="uq_invitations_hash"),
    )


def _make_keys() -> None:
    op.create_table(
        "api_keys",
        _text("id"),
        _text("hash", 128),
        _text("account"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("expires", sa.Double()),
        sa.Column("seen", sa.Double()),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
        sa.UniqueConstraint("hash", name="uq_api_keys_hash"),
    )
    op.create_index("ix_api_keys_account", "api_keys", ["account"])
    op.create_table(
        "attempts",
        _text("key", 192),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_attempts"),
    )


def _make_links() -> None:
    op.drop_index("ix_links_expires", "links")
    op.drop_table("links")
    op.create_table(
        "links",
        _text("hash", 128),
        _text("account"),
        _text("purpose", 16),
        sa.Column("expires", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_links"),
    )
    op.create_index("ix_links_expires", "links", ["expires"])


def _make_sessions() -> None:
    op.drop_index("ix_sessions_expires", "sessions")
    op.rename_table("sessions", "old_sessions")
    if op.get_bind().dialect.name == "postgresql":  # its keys have names of the whole database
        op.execute("ALTER TABLE old_sessions RENAME CONSTRAINT pk_sessions TO pk_old_sessions")
    op.create_table(
        "sessions",
        _text("hash", 128),
        _text("id"),
        _text("account"),
        _text("how", 32),
        sa.Column("agent", sa.Text(), nullable=False),
        _text("address", 64),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("seen", sa.Double(), nullable=False),
        sa.Column("expires", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_sessions"),
        sa.UniqueConstraint("id", name="uq_sessions_id"),
    )
    op.create_index("ix_sessions_account", "sessions", ["account"])
    op.create_index("ix_sessions_expires", "sessions", ["expires"])
    op.execute(
        "INSERT INTO sessions (hash, id, account, how, agent, address, created, seen, expires)"
        " SELECT hash, 's_' || substr(hash, 1, 16), 'operator', 'link', '', '',"
        f" expires - {_SECONDS}, expires - {_SECONDS}, expires"
        " FROM old_sessions WHERE role = 'operator'"
    )
    op.drop_table("old_sessions")
