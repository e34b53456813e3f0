"""Notices, webhooks, the park's own pages and the staff inbox."""

from __future__ import annotations

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables."""
