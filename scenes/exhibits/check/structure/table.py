"""Tables of the schema, and how an object is read by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from scenes.exhibits.check.structure.extension import read_extensions
from scenes.exhibits.check.structure.field import Field
from scenes.exhibits.check.structure.part import Part, plain

if TYPE_CHECKING:
    from scenes.exhibits.check.structure.context import Context

__all__ = ["COMMON", "Table", "read", "value_of"]

Make = Callable[["Context", dict[str, Any], dict[str, Any]], Any]

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
            if name not in COMMON and not ctx.ledger.is_full_of_warnings:
                ctx.say("UNEXPECTED_PROPERTY", name)
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
