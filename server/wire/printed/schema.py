"""Types of the contract as JSON Schema (2020-12)."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import inspect as types

from server.wire.printed.shape import FieldShape, StructShape, title_of

Schema = dict[str, Any]


def struct_schema(struct: StructShape, *, closed: bool) -> Schema:
    """A struct as an object; ``closed`` when a reader refuses fields that are not declared."""
    properties = {field.name: _field(field) for field in struct.fields}
    required = [field.name for field in struct.fields if not field.optional]
    if struct.tag is not None:
        properties = {"t": {"const": struct.tag}, **properties}
        required = ["t", *required]
    schema: Schema = {
        "type": "object",
        "description": plain(struct.words),
        "properties": properties,
        "required": required,
    }
    return {**schema, "additionalProperties": False} if closed else schema


def plain(words: str) -> str:
    """Docstring words as Markdown."""
    return words.replace("``", "`")


def _field(field: FieldShape) -> Schema:
    schema = type_schema(field.type)
    if field.words and "$ref" not in schema:
        schema = {**schema, "description": plain(field.words)}
    has_default = field.optional and field.default is not msgspec.NODEFAULT
    if has_default and not isinstance(field.default, msgspec.Struct):
        schema = {**schema, "default": field.default}
    return schema


def type_schema(kind: types.Type) -> Schema:
    """One type as a schema."""
    match kind:
        case types.IntType():
            return {"type": "integer", **_range(kind)}
        case types.FloatType():
            return {"type": "number", **_range(kind)}
        case types.StrType():
            return _text(kind)
        case types.BoolType():
            return {"type": "boolean"}
        case types.NoneType():
            return {"type": "null"}
        case types.LiteralType(values=values):
            return {"enum": list(values)}
        case types.StructType(cls=cls):
            return {"$ref": f"#/components/schemas/{title_of(cls)}"}
        case types.DictType(value_type=inner):
            return {"type": "object", "additionalProperties": type_schema(inner)}
        case types.ListType(item_type=inner):
            return {"type": "array", "items": type_schema(inner), **_length(kind)}
        case types.TupleType(item_types=items):
            return _tuple(items)
        case types.UnionType(types=members):
            return {"anyOf": [type_schema(member) for member in members]}
        case types.AnyType():
            return {}
    raise TypeError(f"no schema for {kind!r}")


def _range(kind: types.IntType | types.FloatType) -> Schema:
    bounds = {"minimum": kind.ge, "maximum": kind.le}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _text(kind: types.StrType) -> Schema:
    schema: Schema = {"type": "string"}
    if kind.max_length is not None:
        schema["maxLength"] = kind.max_length
    if kind.pattern is not None:
        schema["pattern"] = readable(kind.pattern)
    return schema


def readable(pattern: str) -> str:
    """A pattern without what Python alone needs: there ``$`` matches before a last newline."""
    return pattern.removesuffix(r"(?!\n)")


def _length(kind: types.ListType) -> Schema:
    bounds = {"minItems": kind.min_length, "maxItems": kind.max_length}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _tuple(items: tuple[types.Type, ...]) -> Schema:
    listed = [type_schema(item) for item in items]
    size = {"minItems": len(listed), "maxItems": len(listed)}
    same = all(item == listed[0] for item in listed)
    return {"type": "array", **({"items": listed[0]} if same else {"prefixItems": listed}), **size}
