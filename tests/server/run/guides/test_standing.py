"""How a document stands on a day."""

from __future__ import annotations

from datetime import date

import pytest

from server.run.guides.standing import standing
from server.store.guide_records import StoredDocument


@pytest.mark.parametrize(
    ("first", "last", "how"),
    [
        (None, None, "in_force"),
        ("2026-03-02", None, "not_yet"),
        ("2026-03-01", None, "in_force"),
        (None, "2026-02-28", "expired"),
        (None, "2026-03-01", "soon"),
        (None, "2026-03-31", "soon"),
        (None, "2026-04-01", "in_force"),
    ],
)
def test_bounds_are_included(first: str | None, last: str | None, how: str) -> None:
    kept = StoredDocument("k", 1, "t", "x", "zh", "a", 0.0, valid_from=first, valid_until=last)
    assert standing(kept, date(2026, 3, 1)) == how
