"""Prints the contract as TypeScript: one discriminated union for each direction."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import inspect as types

from server.wire import messages
from server.wire.codes import CODES
from server.wire.packed import FRAMES, SIZES
from server.wire.printed.shape import FieldShape, StructShape, literal_aliases, title_of, wire_shape

HEADER = """\
// Printed from server/wire by `python -m tools.print_wire`. Do not edit.
// Every message of the live socket: a MessagePack map whose key `t` names it.
"""


def print_typescript() -> str:
    """The text of ``clients/wire/messages.ts``."""
    shape = wire_shape()
    parts = [HEADER, _constants(), _aliases()]
    parts += [_interface(struct) for struct in (*shape.structs, *shape.client, *shape.server)]
    parts.append(_union("ClientMessage", "Everything a client may say.", shape.client))
    parts.append(_union("ServerMessage", "Everything the server may say.", shape.server))
    return "\n".join(parts)


def _constants() -> str:
    return (
        "/** The version of the protocol that these types describe. */\n"
        f"export const VERSION = {messages.VERSION};\n"
        "/** The oldest version that the server accepts. */\n"
        f"export const OLDEST = {messages.OLDEST};\n"
        "/** The WebSocket subprotocol to ask for. */\n"
        f"export const SUBPROTOCOL = {_quoted(messages.SUBPROTOCOL)};\n\n"
        + _numbers("First bytes of packed frames.", FRAMES)
        + _numbers("Sizes in packed frames, bytes.", SIZES)
        + _closing()
        + "/** x, y, z in metres; +Y is up. */\n"
        "export type Vec3 = [number, number, number];\n"
    )


def _numbers(words: str, table: Mapping[str, int]) -> str:
    lines = "".join(f"export const {name} = {value};\n" for name, value in table.items())
    return f"// {words}\n{lines}\n"


def _closing() -> str:
    rows = "".join(
        f"  {code.close}: {{ code: {_quoted(name)}, retry: {str(code.retry).lower()} }},\n"
        for name, code in CODES.items()
        if code.close is not None
    )
    return (
        "/** Why the server closed the socket, by close code, and whether to connect again. */\n"
        "export const CLOSING: Record<number, { code: string; retry: boolean }> = {\n"
        f"{rows}}};\n\n"
    )


def _aliases() -> str:
    found = literal_aliases().items()
    return "".join(f"export type {name} = {_choice(values)};\n" for values, name in found)


def _interface(struct: StructShape) -> str:
    lines = [_comment(struct.words, ""), f"export interface {struct.title} {{"]
    if struct.tag is not None:
        lines.append(f"  t: {_quoted(struct.tag)};")
    lines += [line for field in struct.fields for line in _field(field)]
    return "\n".join([*lines, "}", ""])


def _field(field: FieldShape) -> list[str]:
    mark = "?" if field.optional else ""
    declared = f"  {field.name}{mark}: {type_text(field.type)};"
    return [_comment(field.words, "  "), declared] if field.words else [declared]


def _union(name: str, words: str, members: tuple[StructShape, ...]) -> str:
    listed = "\n".join(f"  | {member.title}" for member in members)
    return f"/** {words} */\nexport type {name} =\n{listed};\n"


def _comment(words: str, indent: str) -> str:
    lines = words.replace("``", "`").splitlines()
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */"
    body = "\n".join(f"{indent} * {line}".rstrip() for line in lines)
    return f"{indent}/**\n{body}\n{indent} */"


def type_text(kind: types.Type) -> str:
    """A msgspec type as a TypeScript type."""
    match kind:
        case types.IntType() | types.FloatType():
            return "number"
        case types.StrType():
            return "string"
        case types.BoolType():
            return "boolean"
        case types.NoneType():
            return "null"
        case types.LiteralType(values=values):
            return _literal(tuple(str(value) for value in values))
        case types.StructType(cls=cls):
            return title_of(cls)
        case types.DictType(value_type=inner):
            return f"Record<string, {type_text(inner)}>"
        case types.ListType(item_type=inner):
            return _list_of(type_text(inner))
        case types.TupleType(item_types=items):
            return _tuple_of([type_text(item) for item in items])
        case types.UnionType(types=members):
            return " | ".join(type_text(member) for member in members)
        case types.AnyType():
            return "unknown"
    raise TypeError(f"no TypeScript for {kind!r}")


def _literal(values: tuple[str, ...]) -> str:
    return literal_aliases().get(values) or _choice(values)


def _choice(values: tuple[str, ...]) -> str:
    return " | ".join(_quoted(value) for value in values)


def _list_of(inner: str) -> str:
    return f"({inner})[]" if " " in inner else f"{inner}[]"


def _tuple_of(items: list[str]) -> str:
    return "Vec3" if items == ["number"] * 3 else f"[{', '.join(items)}]"


def _quoted(text: str) -> str:
    return "'" + json.dumps(text)[1:-1].replace("'", "\\'") + "'"
