"""Looking into a document that nobody has checked yet: what is not as it should be is not there."""

from __future__ import annotations

from typing import Any

__all__ = ["count_of", "items", "text_of"]

Json = dict[str, Any]


def items(json: Json, name: str) -> list[Json | None]:
    """A list of the document by name, None in place of what is no object."""
    found = json.get(name)
    if not isinstance(found, list):
        return []
    return [item if isinstance(item, dict) else None for item in found]


def text_of(item: Json, name: str) -> str | None:
    """A property that is a string."""
    value = item.get(name)
    return value if isinstance(value, str) else None


def count_of(item: Json, name: str, default: int | None = None) -> int | None:
    """A property that is a whole number of at least zero, written with a point or without."""
    value = item.get(name, default)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and type(value) is int and value >= 0 else None
