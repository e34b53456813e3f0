"""Extensions: what is known of one, and how the extension objects of an object are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from scenes.exhibits.check.structure.field import brief
from scenes.exhibits.check.structure.part import Part

if TYPE_CHECKING:
    from scenes.exhibits.check.structure.context import Context
    from scenes.exhibits.check.structure.table import Table

__all__ = ["Extension", "read_extensions"]


class Extension(NamedTuple):
    """What is known of an extension.

    ``places`` are the kinds of object that it may stand in, with the table of what stands there.
    Where it is ``elsewhere`` too, objects in other places are left alone rather than refused.
    """

    name: str
    places: Mapping[str, Table]
    begin: Callable[[Context], None] | None = None
    must_be_required: bool = False
    replaces_material: bool = False
    elsewhere: bool = False


def read_extensions(table: Table, source: dict[str, Any], ctx: Context) -> dict[str, Any]:
    """What was read of each extension of an object; those that are not known, as they came."""
    entries = source["extensions"]
    if type(entries) is not dict:
        ctx.say("TYPE_MISMATCH", "extensions", about=f"{brief(entries)}, not object")
        return {}
    ctx.path.append("extensions")
    parts = {name: _one(name, entries, table, ctx) for name in entries}
    ctx.path.pop()
    return {name: part for name, part in parts.items() if part is not None}


def _one(name: str, entries: dict[str, Any], table: Table, ctx: Context) -> Any:
    ctx.spend()
    entry = entries[name]
    if type(entry) is not dict:
        ctx.say("TYPE_MISMATCH", name, about=f"{brief(entry)}, not object")
        entry = {}
    extension = ctx.loaded.get(name)
    if extension is None:
        if name not in ctx.used:
            ctx.say("UNDECLARED_EXTENSION", name)
        return entry
    place = extension.places.get(table.kind)
    if place is None:
        if not extension.elsewhere:
            ctx.say("UNEXPECTED_EXTENSION_OBJECT", name)
            return None
        return entry
    if extension.replaces_material and len(entries) > 1:
        ctx.say("MULTIPLE_EXTENSIONS", name)
    return _read(name, place, entry, table, ctx)


def _read(name: str, place: Table, entry: dict[str, Any], table: Table, ctx: Context) -> Part:
    from scenes.exhibits.check.structure.table import read

    ctx.path.append(name)
    part: Part = read(place, entry, ctx)
    turn = (part, tuple(ctx.path))
    ctx.later.setdefault(table.owner or table.kind, []).append(turn)
    if table.kind == "textures":
        ctx.textures.append(turn)
    ctx.path.pop()
    return part
