"""Prints the contract as a page to read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import inspect as types

from server.wire import limits, messages
from server.wire.codes import CODES
from server.wire.packed import LAYOUTS, SIZES, WIDTHS, Packed
from server.wire.printed import prose
from server.wire.printed.schema import plain, readable
from server.wire.printed.shape import (
    FieldShape,
    StructShape,
    literal_aliases,
    title_of,
    wire_shape,
)
from server.wire.turn_codes import ENDS, REFUSALS


def print_markdown() -> str:
    """The text of ``docs/reference/PROTOCOL.md``."""
    shape = wire_shape()
    parts = [
        _top(),
        "## What a client says\n",
        *map(_message, shape.client),
        "## What the server says\n",
        *map(_message, shape.server),
        "## What messages hold\n",
        *map(_message, shape.structs),
        _presence(),
        *map(_layout, LAYOUTS),
        prose.ROTATION,
        _limits(),
        _closing(),
        _codes(),
        _turns(),
    ]
    return "\n".join(parts)


def _top() -> str:
    return prose.TOP.format(
        subprotocol=messages.SUBPROTOCOL,
        version=messages.VERSION,
        oldest=messages.OLDEST,
        auth=limits.AUTH_SECONDS,
        hidden=limits.HIDDEN_SECONDS,
        cut=limits.CUT_SECONDS,
    )


def _presence() -> str:
    return prose.PRESENCE.format(
        head=SIZES["HEAD_BODY"],
        full=SIZES["FULL_BODY"],
        full_record=SIZES["FULL_RECORD"],
        head_record=SIZES["HEAD_RECORD"],
        poses=limits.POSES_PER_SECOND,
        still=limits.STILL_SECONDS,
    )


def _message(struct: StructShape) -> str:
    heading = f"### {struct.name}" if struct.tag is None else f"### `{struct.tag}`"
    lines = [heading, "", plain(struct.words), ""]
    if struct.fields:
        rows = [_row(field) for field in struct.fields]
        lines += [*_table(("Field", "Type", "Default", "Meaning"), rows), ""]
    return "\n".join(lines)


def _row(field: FieldShape) -> tuple[str, ...]:
    default = f"`{_default(field)}`" if field.optional else ""
    return (f"`{field.name}`", type_words(field.type), default, plain(field.words))


def _default(field: FieldShape) -> str:
    value: Any = field.default
    if value is msgspec.NODEFAULT:
        return "left out"
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


def type_words(kind: types.Type) -> str:
    """A type as an integrator reads it."""
    match kind:
        case types.IntType(ge=low, le=high):
            return "integer" + _span(low, high)
        case types.FloatType(ge=low, le=high):
            return "number" + _span(low, high)
        case types.StrType():
            return _text(kind)
        case types.BoolType():
            return "boolean"
        case types.NoneType():
            return "`null`"
        case types.LiteralType(values=values):
            return _choice(tuple(str(value) for value in values))
        case types.StructType(cls=cls):
            return f"[{cls.__name__}](#{_anchor(title_of(cls))})"
        case types.DictType():
            return "map"
        case types.ListType(item_type=inner, min_length=least, max_length=most):
            return f"list of {type_words(inner)}{_span(least, most)}"
        case types.TupleType(item_types=items):
            return f"{len(items)} × {type_words(items[0])}"
        case types.UnionType(types=members):
            return " or ".join(type_words(member) for member in members)
        case types.AnyType():
            return "any value"
    raise TypeError(f"no words for {kind!r}")


def _anchor(title: str) -> str:
    return title.removesuffix("Message").lower()


def _choice(values: tuple[str, ...]) -> str:
    known = literal_aliases().get(values)
    listed = " or ".join(f"`{value}`" for value in values)
    return listed if known is None else f"{known}: {listed}"


def _text(kind: types.StrType) -> str:
    if kind.pattern is not None:
        return f"text `{readable(kind.pattern)}`"
    return "text" if kind.max_length is None else f"text, up to {kind.max_length} characters"


def _span(low: float | None, high: float | None) -> str:
    return "" if low is None and high is None else f", {_number(low)}…{_number(high)}"


def _number(value: float | None) -> str:
    powers = {2**53: "2⁵³", 2**32 - 1: "2³² − 1"}
    return "" if value is None else powers.get(int(value), f"{value:g}")


def _layout(layout: Packed) -> str:
    rows, at = [], 0
    for part in layout.parts:
        rows.append((str(at), part.type, f"`{part.name}`", part.words.replace("|", "\\|")))
        at += WIDTHS[part.type]
    title = f"### The {layout.name}, {layout.size} bytes"
    heads = ("Byte", "Type", "Name", "Meaning")
    return "\n".join([title, "", layout.words, "", *_table(heads, rows), ""])


def _limits() -> str:
    rows = [(_number(limit.value), plain(limit.words)) for limit in limits.LIMITS]
    return "\n".join(["## Limits", "", *_table(("Limit", "Of what"), rows), ""])


def _closing() -> str:
    rows = [
        (str(code.close), f"`{name}`", "yes" if code.retry else "no", code.zh, code.en)
        for name, code in sorted(CODES.items(), key=lambda item: item[1].close or 0)
        if code.close is not None
    ]
    words = (
        "Before closing, the server says `bye` when the connection still can carry it. A close "
        "without any of these codes is a broken network: come back."
    )
    heads = ("Close", "Code", "Come back", "中文", "English")
    return "\n".join(["## Close codes", "", words, "", *_table(heads, rows), ""])


def _codes() -> str:
    rows = [(f"`{name}`", code.zh, code.en) for name, code in CODES.items()]
    words = (
        "These are the codes of the wire itself; an `error` can also carry any code of the park, "
        "such as `scene_stale`. Codes do not change their meaning."
    )
    table = _table(("Code", "中文", "English"), rows)
    return "\n".join(["## Error codes", "", words, "", *table, ""])


def _turns() -> str:
    kinds = (
        (
            "Why an answer of a guide ended",
            "`turn.code` when `state` is `stopped` or `failed`; empty: it was interrupted.",
            ENDS,
        ),
        (
            "Why a guide does not do something",
            "`act.code` when `state` is `refused`. An act that is `undone` by itself says why too: "
            "`addressee_left`, or the code of an edit that the scene refused.",
            REFUSALS,
        ),
    )
    lines: list[str] = []
    for title, words, reasons in kinds:
        rows = [(f"`{name}`", reason.zh, reason.en) for name, reason in reasons.items()]
        lines += [f"## {title}", "", words, "", *_table(("Code", "中文", "English"), rows), ""]
    return "\n".join(lines)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]
