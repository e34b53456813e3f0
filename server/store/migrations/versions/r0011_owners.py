"""Who owns what, of which class its data is, and how it passed on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OWNED = {"exhibits": "public", "media": "public", "versions": "internal", "jobs": "internal"}
"""Tables whose rows are owned, with the class of what was there before."""
_AUTHORS = (
    """UPDATE exhibits SET owner = coalesce(
         (SELECT author FROM revisions WHERE exhibit = exhibits.id ORDER BY number LIMIT 1), '')""",
    "UPDATE media SET owner = author",
    "UPDATE versions SET owner = author",
    "UPDATE jobs SET owner = coalesce({author}, '')",
)
"""What is there already belongs to who made it."""
_AUTHOR = {"sqlite": "json_extract(asked, '$.author')", "postgresql": "asked::json ->> 'author'"}
"""Who asked for a job, in the words of each database."""


def upgrade() -> None:
    """Add the columns and the log."""
    for table, usual in _OWNED.items():
        op.add_column(table, sa.Column("owner", sa.String(80), nullable=False, server_default=""))
        op.add_column(
            table, sa.Column("data_class", sa.String(16), nullable=False, server_default=usual)
        )
    for sentence in _AUTHORS:
        op.execute(sentence.format(author=_AUTHOR[op.get_bind().dialect.name]))
    op.create_table(
        "transfers",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("thing", sa.String(64), nullable=False),
        sa.Column("old", sa.String(80), nullable=False),
        sa.Column("new", sa.String(80), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_transfers"),
    )
    op.create_index("ix_transfers_kind_thing", "transfers", ["kind", "thing"])
