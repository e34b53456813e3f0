"""Who may come in: one-time links and sessions."""

from __future__ import annotations

from sqlalchemy import Column, Double, Index, String, Table

from server.store.schema.base import metadata


def _keys(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("hash", String(128), primary_key=True),
        Column("role", String(32), nullable=False),
        Column("expires", Double, nullable=False),
        Index(None, "expires"),
    )


links = _keys("links")
sessions = _keys("sessions")
