"""Whose texts are looked at before others read them, and which of what they say are texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from server.access.actor import Actor

__all__ = ["is_reviewed", "texts_in"]

TRUSTED: Final = frozenset({"manager", "operator"})
"""They answer for the park themselves and write what they like."""
UNSHOWN: Final = frozenset({"upload", "uploads", "exhibit", "hall", "op", "path", "layer", "id"})
"""Fields that nobody reads."""


def is_reviewed(actor: Actor) -> bool:
    """Whether somebody's texts are looked at."""
    return actor.role not in TRUSTED


def texts_in(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text that people will read, by its JSON pointer."""
    if isinstance(value, str) and value.strip():
        yield at, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in UNSHOWN:
                yield from texts_in(inner, f"{at}/{name}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from texts_in(inner, f"{at}/{place}")
