"""Tables of guides: what they know, who they are, what was said.

What visitors asked and were told is sealed with a key of the dialogue's own, whose id is the
person's; an open question has a key of its own. Days are written YYYY-MM-DD.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Index, Integer, String, Table, Text

from server.store.schema.base import Json, Serial, metadata

knowledge = Table(
    "knowledge",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(160), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("visibility", String(16), nullable=False),
    Column("changed", Double, nullable=False),
    Column("removed", Double),
    Index(None, "kind"),
)
"""Documents as they are now; ``removed`` ones are kept for a while, so that it can be undone."""

knowledge_versions = Table(
    "knowledge_versions",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("document", String(160), nullable=False),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("visibility", String(16), nullable=False),
    Column("valid_from", String(10)),
    Column("valid_until", String(10)),
    Column("regions", Json, nullable=False),
    Column("source", Text, nullable=False),
    Column("sha", String(64), nullable=False),
    Column("pages", Integer),
    Column("notes", Json, nullable=False),
    Column("author", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Index("uq_knowledge_versions_number", "document", "number", unique=True),
)
"""``source`` is the name of the file that it was read from, ``sha`` that file's SHA-256."""

personas = Table(
    "personas",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("told", Json, nullable=False),
    Column("author", String(64), nullable=False),
    Column("changed", Double, nullable=False),
)

dialogues = Table(
    "dialogues",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("persona", String(64), nullable=False),
    Column("account", String(64), nullable=False),
    Column("token", String(64), nullable=False),
    Column("hall", String(64), nullable=False),
    Column("guide", String(64), nullable=False),
    Column("lang", String(16), nullable=False),
    Column("audience", String(16), nullable=False),
    Column("first", Text, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("unknown", Integer, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("handed", Boolean, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("began", Double, nullable=False),
    Column("last", Double, nullable=False),
    Index(None, "account"),
    Index(None, "token"),
    Index(None, "last"),
)
"""``token`` is a hash of the secret by which a visitor opens their own; ``rating`` the sum of
thumbs; ``handed``: a human was asked for; ``officer`` has taken it over."""

dialogue_turns = Table(
    "dialogue_turns",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("dialogue", String(64), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("question", Text, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("hall", String(64), nullable=False),
    Column("guide", String(64), nullable=False),
    Column("at", Double, nullable=False),
    Column("why", String(16), nullable=False),
    Column("brain", String(16), nullable=False),
    Column("ms", Double, nullable=False),
    Column("heard", Text),
    Column("rating", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("uq_dialogue_turns_turn", "dialogue", "turn", unique=True),
    Index(None, "at"),
)
"""``ms``: from the question to the first clause; ``heard`` what was heard of what was cut short."""

dialogue_clauses = Table(
    "dialogue_clauses",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("dialogue", String(64), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("quotes", Text, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("by", String(16), nullable=False),
    Column("citations", Json, nullable=False),
    Column("at", Double, nullable=False),
    Index(None, "dialogue", "turn"),
    Index(None, "at"),
)
"""``citations`` say which version of which document; what was quoted of it is sealed apart."""

open_questions = Table(
    "open_questions",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("question", Text, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("count", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("first", Double, nullable=False),
    Column("last", Double, nullable=False),
    Column("document", String(160), nullable=False),
    Column("dialogue", String(64), nullable=False),
    Column("settler", String(64), nullable=False),
    Index(None, "state"),
    Index(None, "last"),
)

guide_tests = Table(
    "guide_tests",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("question", Text, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("persona", String(64), nullable=False),
    Column("sources", Json, nullable=False),
    Column("facts", Json, nullable=False),
    Column("last", Json, nullable=False),
    Column("author", String(64), nullable=False),
    Column("changed", Double, nullable=False),
)

guide_test_runs = Table(
    "guide_test_runs",
    metadata,
    Column("serial", Serial, primary_key=True, autoincrement=True),
    Column("at", Double, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
)
