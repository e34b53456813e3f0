"""An accessor's elements as a numpy array: glTF 2.0, sections 3.6.2 to 3.6.2.4.

``raw`` gives the numbers as they are stored, ``floats`` what they mean. Neither copies where the
bytes can be looked at in place, and neither makes room for a number that no bytes stand behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import DTypeLike, NDArray

from scenes.exhibits.document import Document
from scenes.glb import Glb, GlbError

__all__ = ["KINDS", "Layout", "buffers", "floats", "layout", "raw", "scaled", "sparse", "view"]

Json = dict[str, Any]
Readable = Document | Glb
Bytes = memoryview | bytes

KINDS = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
"""Component types and how their bytes lie."""
SHAPES = {f"VEC{n}": (1, n) for n in (2, 3, 4)} | {f"MAT{n}": (n, n) for n in (2, 3, 4)}
SHAPES["SCALAR"] = (1, 1)
"""Types and their columns and rows."""
MOST = 2**28
"""Bytes that a sparse accessor may be made into at once."""


class Layout(NamedTuple):
    """How one element lies in bytes: columns of a matrix begin at multiples of four."""

    kind: np.dtype[Any]
    columns: int
    rows: int

    @property
    def width(self) -> int:
        """Numbers in an element."""
        return self.columns * self.rows

    @property
    def pitch(self) -> int:
        """Bytes from the beginning of a column to that of the next."""
        column = self.rows * self.kind.itemsize
        return column if self.columns == 1 else -(-column // 4) * 4

    @property
    def size(self) -> int:
        """Bytes of an element."""
        return self.columns * self.pitch


def layout(accessor: Json) -> Layout:
    """The layout that an accessor declares; raises GlbError `gltf.accessor` for an unknown one."""
    kind, shape = accessor.get("componentType"), accessor.get("type")
    if not isinstance(kind, int) or kind not in KINDS:
        raise GlbError("gltf.accessor", "an accessor has no known component type")
    if not isinstance(shape, str) or shape not in SHAPES:
        raise GlbError("gltf.accessor", "an accessor has no known type")
    return Layout(np.dtype(KINDS[kind]), *SHAPES[shape])


def buffers(source: Readable) -> Sequence[Bytes | None]:
    """The bytes of every buffer; None where they are not at hand."""
    if isinstance(source, Document):
        return source.buffers
    entries = enumerate(_table(source.json, "buffers"))
    return [source.bin if i == 0 and "uri" not in entry else None for i, entry in entries]


def view(source: Readable, index: object) -> memoryview:
    """The bytes of a bufferView, not copied; raises GlbError where they are not all there."""
    entry = _at(source.json, "bufferViews", index)
    found = buffers(source)
    buffer = found[_whole(entry, "buffer", len(found))]
    if buffer is None:
        raise GlbError("gltf.buffer", "a bufferView's bytes are not at hand")
    start, size = _whole(entry, "byteOffset"), _whole(entry, "byteLength")
    if start + size > len(buffer):
        raise GlbError("gltf.buffer", "a bufferView reaches past its buffer")
    return memoryview(buffer)[start : start + size]


def raw(source: Readable, index: object, rows: slice | None = None) -> NDArray[Any]:
    """The numbers as they are stored, shape (count, width), matrices by columns; maybe read-only.

    ``rows`` picks a range of elements. Raises GlbError for what reaches past its bytes.
    """
    accessor = _at(source.json, "accessors", index)
    whole = _dense(source, accessor)
    part = whole if rows is None else whole[rows]
    return part if accessor.get("sparse") is None else _filled(source, accessor, part, rows)


def floats(
    source: Readable, index: object, rows: slice | None = None, kind: DTypeLike = np.float32
) -> NDArray[Any]:
    """What the numbers mean: normalised integers as shares of one, in the given kind of float."""
    return scaled(raw(source, index, rows), _at(source.json, "accessors", index), kind)


def scaled(values: NDArray[Any], accessor: Json, kind: DTypeLike = np.float32) -> NDArray[Any]:
    """Stored numbers as floats: section 3.6.2.2's equations where the accessor is normalised."""
    if values.size and not any(values.strides):
        return np.broadcast_to(scaled(values[:1, :1].copy(), accessor, kind), values.shape)
    if accessor.get("normalized") is not True or values.dtype.kind == "f":
        return values.astype(kind, copy=False)
    shares: NDArray[Any] = values.astype(kind)
    shares /= np.iinfo(values.dtype).max
    np.maximum(shares, -1, out=shares)
    return shares


def sparse(source: Readable, accessor: Json) -> tuple[NDArray[Any], NDArray[Any]]:
    """Which elements a sparse accessor replaces, shape (n,), and by what, shape (n, width)."""
    table = _object(accessor, "sparse")
    count = _whole(table, "count")
    places, values = _object(table, "indices"), _object(table, "values")
    kind = layout({"componentType": places.get("componentType"), "type": "SCALAR"})
    where = _laid(view(source, places.get("bufferView")), kind, count, _whole(places, "byteOffset"))
    what = view(source, values.get("bufferView"))
    return where[:, 0], _laid(what, layout(accessor), count, _whole(values, "byteOffset"))


def _dense(source: Readable, accessor: Json) -> NDArray[Any]:
    """The elements without their sparse replacements: zeros where there is no bufferView."""
    lie, count = layout(accessor), _whole(accessor, "count", 2**40)
    if accessor.get("bufferView") is None:
        return np.broadcast_to(np.zeros((1, 1), lie.kind), (count, lie.width))
    entry = _at(source.json, "bufferViews", accessor["bufferView"])
    data = view(source, accessor["bufferView"])
    return _laid(data, lie, count, _whole(accessor, "byteOffset"), _whole(entry, "byteStride"))


def _laid(data: memoryview, lie: Layout, count: int, start: int, stride: int = 0) -> NDArray[Any]:
    stride = stride or lie.size
    # The last column of a matrix, and the last element, need no gap behind them.
    reach = lie.size - lie.pitch + lie.rows * lie.kind.itemsize
    if count == 0:
        return np.empty((0, lie.width), lie.kind)
    if stride < reach or start + (count - 1) * stride + reach > len(data):
        raise GlbError("gltf.buffer", "an accessor reaches past its bufferView")
    shape, steps = (count, lie.columns, lie.rows), (stride, lie.pitch, lie.kind.itemsize)
    table: NDArray[Any] = np.ndarray(shape, lie.kind, data, start, steps)
    return table.reshape(count, lie.width)


def _filled(
    source: Readable, accessor: Json, part: NDArray[Any], rows: slice | None
) -> NDArray[Any]:
    if part.size * part.itemsize > MOST:
        raise GlbError("gltf.accessor", "a sparse accessor is too large to be filled in")
    where, what = sparse(source, accessor)
    count = _whole(accessor, "count", 2**40)
    start, stop, step = (rows or slice(None)).indices(count)
    if step != 1:
        raise ValueError("rows of a sparse accessor are read without gaps")
    if len(where) and int(where.max()) >= count:
        raise GlbError("gltf.index", "a sparse accessor replaces what it does not have")
    inside = (where >= start) & (where < stop)
    filled = part.copy()
    filled[where[inside].astype(np.int64) - start] = what[inside]
    return filled


def _table(json: Json, key: str) -> list[Json]:
    table = json.get(key) or []
    if not isinstance(table, list) or not all(isinstance(entry, dict) for entry in table):
        raise GlbError("gltf.type", f"{key} is not a list of objects")
    return table


def _at(json: Json, key: str, index: object) -> Json:
    table = json.get(key) or []
    if not isinstance(table, list):
        raise GlbError("gltf.type", f"{key} is not a list")
    entry = table[_whole({key: index}, key, len(table))]
    if not isinstance(entry, dict):
        raise GlbError("gltf.type", f"an entry of {key} is not an object")
    return entry


def _object(holder: Json, key: str) -> Json:
    value = holder.get(key)
    if not isinstance(value, dict):
        raise GlbError("gltf.type", f"{key} is not an object")
    return value


def _whole(holder: Json, key: str, end: int = 2**31) -> int:
    value = holder.get(key, 0)
    if type(value) is int and 0 <= value < end:
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < end:
        raise GlbError("gltf.index", f"{key} is out of range")
    return value
