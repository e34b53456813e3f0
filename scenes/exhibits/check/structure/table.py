"""Tables of the schema, extensions to it, and how an object is read by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from scenes.exhibits.check.structure.context import Context, Turn
from scenes.exhibits.check.structure.field import Field, brief
from scenes.exhibits.check.structure.part import Part, plain

__all__ = ["COMMON", "Extension", "Table", "read", "read_extensions", "value_of"]

Make = Callable[[Context, dict[str, Any], dict[str, Any]], Any]

COMMON = ("extensions", "extras")
"""Properties that every object may have."""


class Table:
    """The properties of one kind of object, and what is made of their values.

    ``make`` is handed the context, the values (those of `extensions` too) and the object as it
    came. ``owner`` is the collection after which extensions of this object are linked.
    """

    __slots__ = ("defaults", "fields", "kind", "make", "owner", "required")

    def __init__(
        self, kind: str, fields: Mapping[str, Field], make: Make = plain, owner: str = ""
    ) -> None:
        self.kind, self.fields, self.make, self.owner = kind, fields, make, owner
        self.defaults: dict[str, Any] = {name: field.default for name, field in fields.items()}
        self.required = tuple(name for name, field in fields.items() if field.required)


def read(table: Table, source: dict[str, Any], ctx: Context) -> Any:
    """Read one object by its table; the context's path leads to it."""
    ctx.spend()
    values = read_values(table, source, ctx)
    if "extensions" not in source:
        values["extensions"] = {}
        return table.make(ctx, values, source)
    extensions = values["extensions"] = read_extensions(table, source, ctx)
    made = table.make(ctx, values, source)
    for part in extensions.values():
        if isinstance(part, Part):
            part.owner = made
    return made


def read_values(table: Table, source: dict[str, Any], ctx: Context) -> dict[str, Any]:
    """The values of an object's properties, defaults where there are none."""
    values, fields = table.defaults.copy(), table.fields
    for name, value in source.items():
        field = fields.get(name)
        if field is None:
            if name not in COMMON:
                ctx.say_unexpected(name)
        elif value is not None:
            values[name] = field.take(value, name, ctx)
        else:
            values[name] = field.absent(source, name, ctx)
    for name in table.required:
        if name not in source:
            values[name] = fields[name].absent(source, name, ctx)
    return values


def value_of(field: Field, name: str, source: dict[str, Any], ctx: Context) -> Any:
    """The value of one property, or what stands in for it."""
    value = source.get(name)
    if value is not None:
        return field.take(value, name, ctx)
    if field.required or name in source:
        return field.absent(source, name, ctx)
    return field.default


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
    extension: Extension | None = ctx.loaded.get(name)
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
    ctx.path.append(name)
    part: Part = read(place, entry, ctx)
    turn = Turn(part, tuple(ctx.path))
    ctx.later.setdefault(table.owner or table.kind, []).append(turn)
    if table.kind == "textures":
        ctx.textures.append(turn)
    ctx.path.pop()
    return part
