"""What guides know, who they are, what was said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "knowledge",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(160), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("visibility", sa.String(16), nullable=False),
        sa.Column("changed", sa.Double(), nullable=False),
        sa.Column("removed", sa.Double()),
        sa.PrimaryKeyConstraint("serial", name="pk_knowledge"),
        sa.UniqueConstraint("id", name="uq_knowledge_id"),
    )
    op.create_index("ix_knowledge_kind", "knowledge", ["kind"])
    op.create_table(
        "knowledge_versions",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("document", sa.String(160), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("visibility", sa.String(16), nullable=False),
        sa.Column("valid_from", sa.String(10)),
        sa.Column("valid_until", sa.String(10)),
        sa.Column("regions", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.Column("pages", sa.Integer()),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_knowledge_versions"),
    )
    op.create_index(
        "uq_knowledge_versions_number", "knowledge_versions", ["document", "number"], unique=True
    )
    op.create_table(
        "personas",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("changed", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_personas"),
        sa.UniqueConstraint("id", name="uq_personas_id"),
    )
    op.create_table(
        "dialogues",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("hall", sa.String(64), nullable=False),
        sa.Column("guide", sa.String(64), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("audience", sa.String(16), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("handed", sa.Boolean(), nullable=False),
        sa.Column("officer", sa.String(64), nullable=False),
        sa.Column("began", sa.Double(), nullable=False),
        sa.Column("last", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_dialogues"),
        sa.UniqueConstraint("id", name="uq_dialogues_id"),
    )
    op.create_index("ix_dialogues_account", "dialogues", ["account"])
    op.create_index("ix_dialogues_last", "dialogues", ["last"])
    op.create_index("ix_dialogues_token", "dialogues", ["token"])
    op.create_table(
        "dialogue_turns",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("dialogue", sa.String(64), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("hall", sa.String(64), nullable=False),
        sa.Column("guide", sa.String(64), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("why", sa.String(16), nullable=False),
        sa.Column("brain", sa.String(16), nullable=False),
        sa.Column("ms", sa.Double(), nullable=False),
        sa.Column("heard", sa.Text()),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_dialogue_turns"),
    )
    op.create_index("ix_dialogue_turns_at", "dialogue_turns", ["at"])
    op.create_index("uq_dialogue_turns_turn", "dialogue_turns", ["dialogue", "turn"], unique=True)
    op.create_table(
        "dialogue_clauses",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("dialogue", sa.String(64), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("quotes", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("by", sa.String(16), nullable=False),
        sa.Column("citations", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_dialogue_clauses"),
    )
    op.create_index("ix_dialogue_clauses_at", "dialogue_clauses", ["at"])
    op.create_index("ix_dialogue_clauses_dialogue_turn", "dialogue_clauses", ["dialogue", "turn"])
    op.create_table(
        "open_questions",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("first", sa.Double(), nullable=False),
        sa.Column("last", sa.Double(), nullable=False),
        sa.Column("document", sa.String(160), nullable=False),
        sa.Column("dialogue", sa.String(64), nullable=False),
        sa.Column("settler", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_open_questions"),
        sa.UniqueConstraint("id", name="uq_open_questions_id"),
    )
    op.create_index("ix_open_questions_last", "open_questions", ["last"])
    op.create_index("ix_open_questions_state", "open_questions", ["state"])
    op.create_table(
        "guide_tests",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("changed", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_guide_tests"),
        sa.UniqueConstraint("id", name="uq_guide_tests_id"),
    )
    op.create_table(
        "guide_test_runs",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_guide_test_runs"),
    )
