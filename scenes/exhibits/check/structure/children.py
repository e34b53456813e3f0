"""Properties that are objects, or arrays of objects, read by tables of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Field, brief
from scenes.exhibits.check.structure.numbers import NONE, whole
from scenes.exhibits.check.structure.table import Table, read

__all__ = ["Child", "Children", "IndexMap", "IndexMaps"]

Key = Callable[["Context", str], None]


class Child(Field):
    """An object within an object."""

    kind = "object"
    __slots__ = ("table",)

    def __init__(self, table: Table, *, required: bool = False) -> None:
        super().__init__(required=required)
        self.table = table

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """What the table makes of the object."""
        if type(value) is not dict:
            return self.mismatch(value, name, ctx)
        ctx.path.append(name)
        child = read(self.table, value, ctx)
        ctx.path.pop()
        return child


class Children(Field):
    """An array of objects, which must be there."""

    kind = "array"
    __slots__ = ("table",)

    def __init__(self, table: Table) -> None:
        super().__init__(required=True)
        self.table = table

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """What the table makes of each object, or None when one of them is none."""
        if not self.is_filled(value, list, name, ctx):
            return None
        if set(map(type, value)) != {dict}:
            for entry in value:
                if type(entry) is not dict:
                    ctx.say("ARRAY_TYPE_MISMATCH", name, about=f"{brief(entry)}, not object")
            return None
        ctx.expect(len(value))
        ctx.path.append(name)
        children = [self._child(at, entry, ctx) for at, entry in enumerate(value)]
        ctx.path.pop()
        return children

    def _child(self, at: int, entry: dict[str, Any], ctx: Context) -> Any:
        ctx.path.append(at)
        child = read(self.table, entry, ctx)
        ctx.path.pop()
        return child


class IndexMap(Field):
    """An object whose values are indices; ``key`` looks at each of its names."""

    kind = "object"
    __slots__ = ("key",)

    def __init__(self, key: Key) -> None:
        super().__init__(required=True)
        self.key = key

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The indices by name, minus one for one that is none."""
        if not self.is_filled(value, dict, name, ctx):
            return None
        ctx.path.append(name)
        indices = read_map(value, self.key, ctx)
        ctx.path.pop()
        return indices


class IndexMaps(Field):
    """An array of objects whose values are indices."""

    kind = "array"
    __slots__ = ("key",)

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.key = key

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The indices of each object by name, or None when one of the entries is unusable."""
        if not self.is_filled(value, list, name, ctx):
            return None
        ctx.path.append(name)
        maps = [self._map(at, entry, ctx) for at, entry in enumerate(value)]
        ctx.path.pop()
        return None if None in maps else maps

    def _map(self, at: int, entry: Any, ctx: Context) -> dict[str, int] | None:
        if type(entry) is not dict:
            ctx.say("ARRAY_TYPE_MISMATCH", about=f"{brief(entry)}, not object")
            return None
        if not entry:
            ctx.say("EMPTY_ENTITY", at)
            return None
        ctx.path.append(at)
        indices = read_map(entry, self.key, ctx)
        ctx.path.pop()
        return indices


def read_map(source: dict[str, Any], key: Key, ctx: Context) -> dict[str, int]:
    """The indices of an object by name."""
    ctx.spend(len(source))
    indices: dict[str, int] = {}
    for name, value in source.items():
        key(ctx, name)
        index = whole(value)
        if index is None or index < 0:
            ctx.say("INVALID_INDEX", name)
            index = NONE
        indices[name] = index
    return indices
