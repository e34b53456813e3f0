"""Residence certificates and the keys that sign them."""

from __future__ import annotations

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables."""
