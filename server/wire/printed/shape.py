"""Reads the declared messages into plain descriptions that the printers share.

A struct's docstring is its documentation: the paragraphs say what it means, and a line
``field: words`` says what one field means.
"""

from __future__ import annotations

import inspect
import re
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec
from msgspec import inspect as types

from server.wire import messages

FIELD_LINE = re.compile(r"^([a-z_]+): (.+)$")


class FieldShape(NamedTuple):
    """One field: its name on the wire, its type, its default, and if a reader may miss it.

    ``required`` is what the declaration says. ``optional`` is what TypeScript calls so: a client
    may leave the field out; the server always says every field that has a default.
    """

    name: str
    type: types.Type
    required: bool
    optional: bool
    default: Any
    words: str


class StructShape(NamedTuple):
    """One struct or message; ``tag`` is the value of ``t`` and is None for a plain struct.

    ``name`` is the declared one; ``title`` is for places where a message must not be mistaken
    for something else: ``ErrorMessage``.
    """

    name: str
    title: str
    tag: str | None
    words: str
    fields: tuple[FieldShape, ...]


class WireShape(NamedTuple):
    """Everything declared, in the order of declaration."""

    structs: tuple[StructShape, ...]
    client: tuple[StructShape, ...]
    server: tuple[StructShape, ...]


@cache
def wire_shape() -> WireShape:
    """Describe every message and every struct inside one."""
    client = get_args(messages.AnyClientMessage)
    server = get_args(messages.AnyServerMessage)
    return WireShape(
        structs=tuple(_struct(cls, sent_by_client=False) for cls in _plain_structs()),
        client=tuple(_struct(cls, sent_by_client=True) for cls in client),
        server=tuple(_struct(cls, sent_by_client=False) for cls in server),
    )


def _plain_structs() -> list[type[msgspec.Struct]]:
    found = [
        value
        for value in vars(messages).values()
        if isinstance(value, type) and issubclass(value, msgspec.Struct)
    ]
    return [cls for cls in found if cls is not msgspec.Struct and not _is_tagged(cls)]


def _is_tagged(cls: type[msgspec.Struct]) -> bool:
    return cls.__struct_config__.tag_field is not None


def literal_aliases() -> dict[tuple[str, ...], str]:
    """The named choices of the contract: sorted values to name, as ``Layer``."""
    named = ((name, get_args(value)) for name, value in vars(messages).items() if _is_choice(value))
    return {tuple(sorted(values)): name for name, values in named}


def _is_choice(value: object) -> bool:
    return get_origin(value) is Literal


def _struct(cls: type[msgspec.Struct], *, sent_by_client: bool) -> StructShape:
    info = types.type_info(cls)
    assert isinstance(info, types.StructType)
    words, by_field = read_docstring(cls.__doc__ or "")
    fields = tuple(_field(f, by_field.get(f.name, ""), sent_by_client) for f in info.fields)
    tag = str(info.tag) if info.tag is not None else None
    return StructShape(cls.__name__, title_of(cls), tag, words, fields)


def _field(field: types.Field, words: str, sent_by_client: bool) -> FieldShape:
    may_be_unset = not field.required and field.default is msgspec.NODEFAULT
    left_out = may_be_unset or (sent_by_client and not field.required)
    return FieldShape(field.encode_name, field.type, field.required, left_out, field.default, words)


def title_of(cls: type[msgspec.Struct]) -> str:
    """The name of a struct where messages end in ``Message``."""
    return f"{cls.__name__}Message" if _is_tagged(cls) else cls.__name__


def read_docstring(text: str) -> tuple[str, dict[str, str]]:
    """Split a docstring into its prose and its ``field: words`` lines."""
    prose: list[str] = []
    fields: dict[str, str] = {}
    last = ""
    for line in inspect.cleandoc(text).splitlines():
        found = FIELD_LINE.match(line)
        if found:
            last = found[1]
            fields[last] = found[2]
        elif last and line.startswith("    "):
            fields[last] += " " + line.strip()
        else:
            last = ""
            prose.append(line)
    return "\n".join(prose).strip(), fields
