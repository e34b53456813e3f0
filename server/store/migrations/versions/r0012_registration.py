"""Applications, documents, custodians, seats and leases of booths."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_HOLDING = sa.text("state IN ('approved', 'active', 'suspended', 'exiting') AND credit_code <> ''")
_STANDING = sa.text("ended IS NULL")


def upgrade() -> None:
    """Make the tables."""
    _applications()
    _documents()
    _history()
    _comments()
    _effects()
    _hosts()
    _leases()
    _answers()


def _serial() -> sa.Column[int]:
    return sa.Column("serial", _SERIAL, autoincrement=True, nullable=False)


def _text(name: str, size: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(size), nullable=False)


def _long(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _times(*names: str) -> list[sa.Column[float]]:
    return [sa.Column(name, sa.Double(), nullable=False) for name in names]


def _maybe(*names: str) -> list[sa.Column[float]]:
    return [sa.Column(name, sa.Double()) for name in names]


def _applications() -> None:
    op.create_table(
        "applications",
        _serial(),
        _text("id", 64),
        _text("state", 24),
        sa.Column("version", sa.Integer(), nullable=False),
        *_long("flags"),
        _text("person", 64),
        _text("submitter", 64),
        _text("clerk", 64),
        _text("lead", 64),
        _text("lang", 8),
        *_long("fields", "sealed"),
        _text("credit_code", 32),
        *_long("title", "folded"),
        _text("division", 8),
        _text("id_index", 64),
        _text("phone_index", 64),
        _text("custodian", 64),
        sa.Column("asked_changes", sa.Integer(), nullable=False),
        _text("agreement", 32),
        *_maybe("accepted_at"),
        _text("accepted_by", 64),
        _text("reason", 32),
        *_long("told", "course"),
        *_times("created", "changed"),
        *_maybe("submitted", "due", "ended"),
        sa.PrimaryKeyConstraint("serial", name="pk_applications"),
        sa.UniqueConstraint("id", name="uq_applications_id"),
    )
    op.create_index("ix_applications_state_due", "applications", ["state", "due"])
    for column in ("credit_code", "folded", "submitter"):
        op.create_index(f"ix_applications_{column}", "applications", [column])
    op.create_index(
        "uq_applications_credit_code_held",
        "applications",
        ["credit_code"],
        unique=True,
        sqlite_where=_HOLDING,
        postgresql_where=_HOLDING,
    )


def _of_application(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["application"], ["applications.id"], name=f"fk_{table}_application", ondelete="CASCADE"
    )


def _documents() -> None:
    op.create_table(
        "application_documents",
        _serial(),
        _text("id", 64),
        _text("application", 64),
        _text("person", 64),
        _text("kind", 32),
        *_long("label"),
        _text("media_type", 32),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        _text("sha256", 64),
        _text("by", 64),
        *_times("at"),
        sa.PrimaryKeyConstraint("serial", name="pk_application_documents"),
        sa.UniqueConstraint("id", name="uq_application_documents_id"),
        _of_application("application_documents"),
    )
    op.create_index(
        "ix_application_documents_application", "application_documents", ["application"]
    )


def _history() -> None:
    op.create_table(
        "application_history",
        _serial(),
        _text("application", 64),
        _text("person", 64),
        _text("verb", 24),
        _text("source", 24),
        _text("target", 24),
        _text("by", 64),
        _text("role", 32),
        _text("reason", 32),
        *_long("note"),
        *_times("at"),
        sa.PrimaryKeyConstraint("serial", name="pk_application_history"),
        _of_application("application_history"),
    )
    op.create_index("ix_application_history_application", "application_history", ["application"])


def _comments() -> None:
    op.create_table(
        "application_comments",
        _serial(),
        _text("id", 64),
        _text("application", 64),
        _text("person", 64),
        _text("pointer", 200),
        *_long("words"),
        _text("by", 64),
        *_times("at"),
        *_maybe("resolved"),
        sa.PrimaryKeyConstraint("serial", name="pk_application_comments"),
        sa.UniqueConstraint("id", name="uq_application_comments_id"),
        _of_application("application_comments"),
    )
    op.create_index("ix_application_comments_application", "application_comments", ["application"])


def _effects() -> None:
    op.create_table(
        "registration_effects",
        _serial(),
        _text("application", 64),
        _text("kind", 32),
        *_long("data"),
        *_times("at", "due"),
        sa.Column("tries", sa.Integer(), nullable=False),
        *_maybe("done"),
        _text("code", 64),
        sa.PrimaryKeyConstraint("serial", name="pk_registration_effects"),
    )
    op.create_index("ix_registration_effects_done_due", "registration_effects", ["done", "due"])
    op.create_index("ix_registration_effects_application", "registration_effects", ["application"])


def _hosts() -> None:
    op.create_table(
        "custodians",
        _serial(),
        _text("id", 64),
        *_long("title", "place"),
        _text("credit_code", 32),
        _text("state", 16),
        *_times("at", "changed"),
        sa.PrimaryKeyConstraint("serial", name="pk_custodians"),
        sa.UniqueConstraint("id", name="uq_custodians_id"),
    )
    op.create_table(
        "seats",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _text("custodian", 64),
        sa.Column("application", sa.String(64)),
        *_maybe("since"),
        *_times("free_from"),
        sa.PrimaryKeyConstraint("number", name="pk_seats"),
        sa.UniqueConstraint("application", name="uq_seats_application"),
    )
    op.create_index("ix_seats_custodian_free_from", "seats", ["custodian", "free_from"])


def _leases() -> None:
    op.create_table(
        "booth_leases",
        _serial(),
        _text("application", 64),
        _text("hall", 64),
        _text("node", 64),
        *_times("at"),
        *_maybe("ended"),
        sa.PrimaryKeyConstraint("serial", name="pk_booth_leases"),
    )
    for name, columns in (("place", ["hall", "node"]), ("application", ["application"])):
        op.create_index(
            f"uq_booth_leases_{name}",
            "booth_leases",
            columns,
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        )


def _answers() -> None:
    op.create_table(
        "idempotent_answers",
        _text("actor", 80),
        _text("path", 200),
        _text("key", 128),
        _text("body", 64),
        sa.Column("status", sa.Integer(), nullable=False),
        _text("person", 64),
        *_long("answer"),
        *_times("at"),
        sa.PrimaryKeyConstraint("actor", "path", "key", name="pk_idempotent_answers"),
    )
    op.create_index("ix_idempotent_answers_at", "idempotent_answers", ["at"])
