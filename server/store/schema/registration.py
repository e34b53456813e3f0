"""Registration: applications with their papers and history; hosts, seats and leases of booths.

Fields that tell of persons are one sealed text; what must be found again has a keyed index beside
it. What a commit owes the world outside (a letter, a sign in the scene) is a row of its own.
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
    text,
)

from server.store.schema.base import Json, Serial, metadata

HOLDING = text("state IN ('approved', 'active', 'suspended', 'exiting') AND credit_code <> ''")
"""In these states an application has its credit code to itself."""
STANDING = text("ended IS NULL")

applications = Table(
    "applications",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("state", String(24), nullable=False),
    Column("version", Integer, nullable=False),
    Column("flags", Json, nullable=False),
    Column("person", String(64), nullable=False),
    Column("submitter", String(64), nullable=False),
    Column("clerk", String(64), nullable=False),
    Column("lead", String(64), nullable=False),
    Column("lang", String(8), nullable=False),
    Column("fields", Json, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("credit_code", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("division", String(8), nullable=False),
    Column("id_index", String(64), nullable=False),
    Column("phone_index", String(64), nullable=False),
    Column("custodian", String(64), nullable=False),
    Column("asked_changes", Integer, nullable=False),
    Column("agreement", String(32), nullable=False),
    Column("accepted_at", Double),
    Column("accepted_by", String(64), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("told", Json, nullable=False),
    Column("course", Json, nullable=False),
    Column("created", Double, nullable=False),
    Column("changed", Double, nullable=False),
    Column("submitted", Double),
    Column("due", Double),
    Column("ended", Double),
    Index(None, "state", "due"),
    Index(None, "credit_code"),
    Index(None, "folded"),
    Index(None, "submitter"),
    Index(
        "uq_applications_credit_code_held",
        "credit_code",
        unique=True,
        sqlite_where=HOLDING,
        postgresql_where=HOLDING,
    ),
)

application_documents = Table(
    "application_documents",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column(
        "application",
        String(64),
        ForeignKey("applications.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("person", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("label", Text, nullable=False),
    Column("media_type", String(32), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("by", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Index(None, "application"),
)

application_history = Table(
    "application_history",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column(
        "application",
        String(64),
        ForeignKey("applications.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("person", String(64), nullable=False),
    Column("verb", String(24), nullable=False),
    Column("source", String(24), nullable=False),
    Column("target", String(24), nullable=False),
    Column("by", String(64), nullable=False),
    Column("role", String(32), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Double, nullable=False),
    Index(None, "application"),
)

application_comments = Table(
    "application_comments",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column(
        "application",
        String(64),
        ForeignKey("applications.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("person", String(64), nullable=False),
    Column("pointer", String(200), nullable=False),
    Column("words", Text, nullable=False),
    Column("by", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Column("resolved", Double),
    Index(None, "application"),
)

registration_effects = Table(
    "registration_effects",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("application", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("data", Json, nullable=False),
    Column("at", Double, nullable=False),
    Column("due", Double, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("done", Double),
    Column("code", String(64), nullable=False),
    Index(None, "done", "due"),
    Index(None, "application"),
)
"""What is owed outside since a commit: performed in order for each application, at least once."""

custodians = Table(
    "custodians",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("title", Json, nullable=False),
    Column("place", Json, nullable=False),
    Column("credit_code", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("at", Double, nullable=False),
    Column("changed", Double, nullable=False),
)

seats = Table(
    "seats",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("custodian", String(64), nullable=False),
    Column("application", String(64), unique=True),
    Column("since", Double),
    Column("free_from", Double, nullable=False),
    Index(None, "custodian", "free_from"),
)
"""One row a seat; ``application`` is whose it is, ``free_from`` when it may be given again."""

booth_leases = Table(
    "booth_leases",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("application", String(64), nullable=False),
    Column("hall", String(64), nullable=False),
    Column("node", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Column("ended", Double),
    Index(
        "uq_booth_leases_place",
        "hall",
        "node",
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    ),
    Index(
        "uq_booth_leases_application",
        "application",
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    ),
)

idempotent_answers = Table(
    "idempotent_answers",
    metadata,
    Column("actor", String(80), primary_key=True),
    Column("path", String(200), primary_key=True),
    Column("key", String(128), primary_key=True),
    Column("body", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("person", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Column("at", Double, nullable=False),
    Index(None, "at"),
)
"""The first answers to requests that carried an ``Idempotency-Key``, for a day."""
