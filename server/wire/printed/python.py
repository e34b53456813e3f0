"""Prints the contract as Python dataclasses for the client library, which imports no server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from msgspec import inspect as types

from server.wire import messages
from server.wire.codes import CODES
from server.wire.packed import FRAMES, SIZES
from server.wire.printed.shape import FieldShape, StructShape, literal_aliases, wire_shape

HEADER = '''\
"""Every message of the live socket, as dataclasses.

Printed from server/wire by ``python -m tools.print_wire``. Do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar, Final, Literal
'''
UNSET = '''\


class Unset(Enum):
    """The type of ``UNSET``: a field that is left out, which differs from null."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET
'''

VECTORS: Final = {3: "Vec3", 4: "Vec4"}
"""What rows of numbers are called, by their length."""
MADE: Final[Mapping[type[types.Type], str]] = {types.DictType: "dict", types.ListType: "list"}
"""What a field that may be left out is made by, where each message needs its own."""


def print_python() -> str:
    """The text of ``clients/headless/messages.py``."""
    shape = wire_shape()
    every = (*shape.structs, *shape.client, *shape.server)
    parts = [HEADER, _constants(), UNSET, *(_dataclass(struct) for struct in every)]
    parts.append(_union("ClientMessage", shape.client))
    parts.append(_union("ServerMessage", shape.server))
    parts.append(_table(shape.server))
    return "".join(parts)


def _constants() -> str:
    numbers = {"VERSION": messages.VERSION, "OLDEST": messages.OLDEST, **FRAMES, **SIZES}
    lines = [f"{name}: Final = {value}\n" for name, value in numbers.items()]
    lines.append(f'SUBPROTOCOL: Final = "{messages.SUBPROTOCOL}"\n')
    rows = [
        f'    {code.close}: ("{name}", {code.retry}),\n'
        for name, code in CODES.items()
        if code.close is not None
    ]
    lines.append("CLOSING: Final[dict[int, tuple[str, bool]]] = {\n" + "".join(rows) + "}\n")
    lines.append('"""Why the server closed, by close code, and whether to connect again."""\n\n')
    lines += [f"{name} = {_choice(values)}\n" for values, name in literal_aliases().items()]
    lines += [f"{name} = tuple[{', '.join(['float'] * n)}]\n" for n, name in VECTORS.items()]
    return "\n" + "".join(lines)


def _dataclass(struct: StructShape) -> str:
    lines = ["", "", "@dataclass(frozen=True, slots=True)", f"class {struct.name}:"]
    lines += [_docstring(struct), ""]
    if struct.tag is not None:
        lines.append(f'    t: ClassVar[str] = "{struct.tag}"')
    lines += [_field(field) for field in struct.fields]
    while not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _docstring(struct: StructShape) -> str:
    described = [f"{field.name}: {field.words}" for field in struct.fields if field.words]
    paragraphs = [struct.words, "\n".join(described)] if described else [struct.words]
    body = "\n\n".join(paragraphs).splitlines()
    if len(body) == 1:
        return f'    """{body[0]}"""'
    return "\n".join(f"    {line}".rstrip() for line in ['"""' + body[0], *body[1:], '"""'])


def _field(field: FieldShape) -> str:
    declared = f"    {field.name}: {_type(field.type)}"
    for kind, maker in MADE.items():
        if isinstance(field.type, kind) and not field.required:
            return f"{declared} = field(default_factory={maker})"
    return declared if field.required else f"{declared} = {_default(field.default)}"


def _default(value: Any) -> str:
    if value is msgspec.NODEFAULT:
        return "UNSET"
    if isinstance(value, msgspec.Struct):
        return f"{type(value).__name__}()"
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _union(name: str, members: tuple[StructShape, ...]) -> str:
    whole = " | ".join(member.name for member in members)
    if len(name) + 3 + len(whole) <= 100:
        return f"\n\n{name} = {whole}\n"
    listed = "\n    | ".join(member.name for member in members)
    return f"\n\n{name} = (\n    {listed}\n)\n"


def _table(members: tuple[StructShape, ...]) -> str:
    rows = "".join(f'    "{member.tag}": {member.name},\n' for member in members)
    return (
        "\nSERVER_MESSAGES: Final[dict[str, type[ServerMessage]]] = {\n"
        f'{rows}}}\n"""What the server may say, by name."""\n'
    )


def _choice(values: tuple[str, ...]) -> str:
    return "Literal[" + ", ".join(f'"{value}"' for value in values) + "]"


def _type(kind: types.Type) -> str:
    match kind:
        case types.IntType():
            return "int"
        case types.FloatType():
            return "float"
        case types.StrType():
            return "str"
        case types.BoolType():
            return "bool"
        case types.NoneType():
            return "None"
        case types.LiteralType(values=values):
            texts = tuple(str(value) for value in values)
            return literal_aliases().get(texts) or _choice(texts)
        case types.StructType(cls=cls):
            return cls.__name__
        case types.DictType(value_type=inner):
            return f"dict[str, {_type(inner)}]"
        case types.ListType(item_type=inner):
            return f"list[{_type(inner)}]"
        case types.TupleType(item_types=items):
            return _row(items)
        case types.UnionType(types=members):
            return " | ".join(_type(member) for member in members)
        case types.AnyType():
            return "Any"
    raise TypeError(f"no Python type for {kind!r}")


def _row(items: tuple[types.Type, ...]) -> str:
    """A tuple; one of numbers alone by the name of its length."""
    if len(items) in VECTORS and all(isinstance(item, types.FloatType) for item in items):
        return VECTORS[len(items)]
    return f"tuple[{', '.join(_type(item) for item in items)}]"
