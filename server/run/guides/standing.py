"""Whether a document holds on a day, for lists of staff."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

from server.store.guide_records import StoredDocument

Standing = Literal["in_force", "soon", "expired", "not_yet"]
STANDINGS: Final = ("in_force", "soon", "expired", "not_yet")
SOON_DAYS: Final = 30
"""A document that ends within so many days is told of."""


def standing(kept: StoredDocument, day: date) -> Standing:
    """How a document stands on a day; both of its bounds are included."""
    if kept.valid_until is not None and kept.valid_until < day.isoformat():
        return "expired"
    if kept.valid_from is not None and kept.valid_from > day.isoformat():
        return "not_yet"
    soon = (day + timedelta(days=SOON_DAYS)).isoformat()
    return "soon" if kept.valid_until is not None and kept.valid_until <= soon else "in_force"
