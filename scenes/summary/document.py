"""Careful access to glTF JSON: whatever is not what the format says becomes a GlbError."""

from __future__ import annotations

import math
from typing import Any

from scenes.glb import GlbError

__all__ = ["at", "count", "index", "number", "numbers", "objects", "record", "table", "text"]

Json = dict[str, Any]


def record(value: object, what: str) -> Json:
    """The value as an object; an absent one is empty."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise GlbError("gltf.type", f"{what} is not an object")
    return value


def table(holder: Json, key: str) -> list[Any]:
    """The list under a key; an absent one is empty."""
    value = holder.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise GlbError("gltf.type", f"{key} is not a list")
    return value


def objects(holder: Json, key: str) -> list[Json]:
    """The list of objects under a key."""
    return [record(value, f"an entry of {key}") for value in table(holder, key)]


def index(value: object, size: int, what: str) -> int:
    """The value as an index into a list of that size."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < size:
        raise GlbError("gltf.index", f"{what} points outside its list")
    return value


def at(json: Json, key: str, value: object) -> Json:
    """The object that an index points at in one of the document's lists."""
    rows = table(json, key)
    return record(rows[index(value, len(rows), key)], f"an entry of {key}")


def count(holder: Json, key: str) -> int:
    """A number of things: a whole number from 0 to 2^31; absent is 0."""
    value = holder.get(key, 0)
    return index(value, 2**31, key)


def number(value: object, what: str) -> float:
    """The value as a finite float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise GlbError("gltf.type", f"{what} is not a number")
    try:
        result = float(value)
    except OverflowError:
        raise GlbError("gltf.range", f"{what} is out of range") from None
    if not math.isfinite(result):
        raise GlbError("gltf.range", f"{what} is out of range")
    return result


def numbers(holder: Json, key: str, size: int, default: list[float] | None) -> list[float]:
    """Exactly `size` numbers under a key; `default` where absent, an error if that is None."""
    value = holder.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, list) or len(value) != size:
        raise GlbError("gltf.type", f"{key} is not {size} numbers")
    return [number(item, key) for item in value]


def text(holder: Json, key: str, default: str) -> str:
    """A string under a key; `default` where absent."""
    value = holder.get(key, default)
    if not isinstance(value, str):
        raise GlbError("gltf.type", f"{key} is not a string")
    return value
