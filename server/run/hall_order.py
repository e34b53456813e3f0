"""In which order halls are listed; visitors who name none arrive in the first open one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

HALL_ORDER = "hall_order"
"""The fact under which the archive keeps the order."""


def arranged(halls: Iterable[str], order: Any) -> list[str]:
    """All of ``halls``: those that ``order`` names first, in its order; the others as they come."""
    known = list(halls)
    wanted: Sequence[Any] = order if isinstance(order, list) else ()
    named = [hall for hall in dict.fromkeys(wanted) if hall in known]
    return [*named, *(hall for hall in known if hall not in named)]
