"""Messages to MessagePack and back; the only importer of msgpack.

Fields that this version does not know are passed over, so that a newer server is understood.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any

import msgpack  # type: ignore[import-untyped]

from clients.headless.errors import ProtocolError
from clients.headless.messages import SERVER_MESSAGES, UNSET, ClientMessage, ServerMessage

Reader = Callable[[Any], Any]


def pack(message: ClientMessage) -> bytes:
    """One message as MessagePack."""
    data: bytes = msgpack.packb({"t": message.t, **plain(message)})
    return data


def plain(value: Any) -> Any:
    """A dataclass and what it holds as plain maps and lists; unset fields are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: plain(held) for name, held in pairs if held is not UNSET}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def unpack(data: bytes) -> ServerMessage | None:
    """Read one message; None when its name is unknown to this version.

    Raises ProtocolError.
    """
    try:
        value = msgpack.unpackb(data)
    except (ValueError, OverflowError, RecursionError, msgpack.UnpackException) as fault:
        raise ProtocolError(f"not MessagePack: {fault}") from None
    if not isinstance(value, dict) or "t" not in value:
        raise ProtocolError("not a message")
    kind = SERVER_MESSAGES.get(str(value["t"]))
    if kind is None:
        return None
    message: ServerMessage = reader_of(typing.cast("Any", kind))(value)
    return message


@cache
def reader_of(hint: Any) -> Reader:
    """What turns a plain value into one of the annotated type; raises ProtocolError."""
    if is_dataclass(hint):
        return _dataclass_reader(hint)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is list:
        return _list_reader(inner[0])
    if origin is tuple:
        return _tuple_reader(inner)
    if origin in (typing.Union, types.UnionType):
        return _optional_reader(inner)
    if hint is float:
        return _float_reader
    return _plain_reader(hint if isinstance(hint, type) else origin)


def _dataclass_reader(kind: Any) -> Reader:
    # The hints are looked up at first use: Joined mentions Patch, which is declared after it.
    @cache
    def readers() -> list[tuple[str, Reader]]:
        hints = typing.get_type_hints(kind)
        return [(field.name, reader_of(hints[field.name])) for field in fields(kind)]

    needed = frozenset(
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    )

    def read(value: Any) -> Any:
        if not isinstance(value, dict) or not needed <= value.keys():
            raise ProtocolError(f"not a {kind.__name__}")
        return kind(**{name: reader(value[name]) for name, reader in readers() if name in value})

    return read


def _list_reader(inner: Any) -> Reader:
    item = reader_of(inner)

    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise ProtocolError("a list is missing")
        return [item(one) for one in value]

    return read


def _tuple_reader(inner: tuple[Any, ...]) -> Reader:
    items = [reader_of(one) for one in inner]

    def read(value: Any) -> Any:
        if not isinstance(value, list) or len(value) != len(items):
            raise ProtocolError(f"{len(items)} values are missing")
        return tuple(reader(one) for reader, one in zip(items, value, strict=True))

    return read


def _optional_reader(inner: tuple[Any, ...]) -> Reader:
    (some,) = (one for one in inner if one is not type(None))
    reader = reader_of(some)
    return lambda value: None if value is None else reader(value)


def _float_reader(value: Any) -> float:
    if not isinstance(value, int | float):
        raise ProtocolError("a number is missing")
    return float(value)


def _plain_reader(kind: Any) -> Reader:
    if kind not in (int, str, bool, dict):
        return lambda value: value  # Any, and choices that a newer server may have widened

    def read(value: Any) -> Any:
        if not isinstance(value, kind):
            raise ProtocolError(f"{kind.__name__} is missing")
        return value

    return read
