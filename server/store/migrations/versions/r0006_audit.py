"""The audit trail, consents, requests about personal data, erasures and network events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_REFUSALS = (
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END""",
    """CREATE TRIGGER audit_is_cut_by_retention_alone BEFORE DELETE ON audit
       WHEN OLD.seq > (SELECT coalesce(max(up_to), 0) FROM audit_cuts)
       BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END""",
    """CREATE TRIGGER audit_cuts_are_never_changed BEFORE UPDATE ON audit_cuts
       BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END""",
    """CREATE TRIGGER audit_cuts_are_never_taken BEFORE DELETE ON audit_cuts
       BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END""",
)
"""Against mistakes. Against intent there are the keyed hashes (`server/store/audit_verify.py`)."""
_REFUSE = "RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = '23000'"
_SERVER_REFUSALS = (
    f"""CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN {_REFUSE}; END $$""",
    f"""CREATE FUNCTION audit_is_cut_by_retention() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF OLD.seq > (SELECT coalesce(max(up_to), 0) FROM audit_cuts) THEN {_REFUSE}; END IF;
       RETURN OLD; END $$""",
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
       FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to()""",
    """CREATE TRIGGER audit_is_cut_by_retention_alone BEFORE DELETE ON audit
       FOR EACH ROW EXECUTE FUNCTION audit_is_cut_by_retention()""",
    """CREATE TRIGGER audit_cuts_are_never_changed BEFORE UPDATE OR DELETE ON audit_cuts
       FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to()""",
    """CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
       FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to()""",
    """CREATE TRIGGER audit_cuts_are_never_emptied BEFORE TRUNCATE ON audit_cuts
       FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to()""",
)
"""The same in PostgreSQL's words, where a table can be emptied without deleting a row."""


def upgrade() -> None:
    """Make the tables."""
    _make_trail()
    _make_privacy()
    _make_network_log()
    on_server = op.get_bind().dialect.name == "postgresql"
    for refusal in _SERVER_REFUSALS if on_server else _REFUSALS:
        op.execute(refusal)


def _make_trail() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", _SERIAL, autoincrement=False, nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("request", sa.String(64), nullable=False),
        sa.Column("address", sa.Text()),
        sa.Column("how", sa.String(16), nullable=False),
        sa.Column("outcome", sa.String(64), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    for column in ("at", "actor", "action", "target"):
        op.create_index(f"ix_audit_{column}", "audit", [column])
    op.create_table(
        "audit_cuts",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("up_to", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("mac", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_audit_cuts"),
    )


def _make_privacy() -> None:
    op.create_table(
        "consents",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("given", sa.Double(), nullable=False),
        sa.Column("withdrawn", sa.Double()),
        sa.PrimaryKeyConstraint("serial", name="pk_consents"),
    )
    op.create_index("ix_consents_person_purpose", "consents", ["person", "purpose"])
    op.create_table(
        "privacy_requests",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("due", sa.Double(), nullable=False),
        sa.Column("ended", sa.Double()),
        sa.Column("ended_by", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_privacy_requests"),
    )
    op.create_index("ix_privacy_requests_person", "privacy_requests", ["person"])
    op.create_table(
        "erasures",
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_erasures"),
    )


def _make_network_log() -> None:
    op.create_table(
        "network_log",
        sa.Column("serial", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("event", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_network_log"),
    )
    op.create_index("ix_network_log_at", "network_log", ["at"])
