"""Reading accessors: the limits in their JSON, and their values where the bytes lie in the file."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.glb import Glb, GlbError
from scenes.summary.document import at, count, numbers, record

__all__ = ["limits", "values"]

Json = dict[str, Any]
F64 = NDArray[np.float64]
KINDS = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
MOST = 1_000_000


def limits(json: Json, accessor: object) -> tuple[F64, F64]:
    """The lowest and highest position that a POSITION accessor declares, in mesh units."""
    a = at(json, "accessors", accessor)
    low, high = (np.array(numbers(a, key, 3, None)) for key in ("min", "max"))
    return _scaled(low, a), _scaled(high, a)


def values(glb: Glb, accessor: object, width: int) -> F64 | None:
    """All values, shape (n, width), or None where they are outside the file or compressed."""
    a = at(glb.json, "accessors", accessor)
    kind, size = _kind(a), WIDTHS.get(_name(a), 0)
    rows = count(a, "count")
    if size != width:
        raise GlbError("gltf.accessor", f"an accessor is not {width} wide")
    if "sparse" in a or "bufferView" not in a or rows > MOST:
        return None
    data = _view(glb, at(glb.json, "bufferViews", a["bufferView"]))
    if data is None or rows == 0:
        return None
    return _scaled(_strided(data, a, glb.json, kind, rows, width), a)


def _view(glb: Glb, view: Json) -> bytes | None:
    buffer = at(glb.json, "buffers", view.get("buffer"))
    compressed = any(
        "meshopt" in str(name) for name in record(view.get("extensions"), "extensions")
    )
    if compressed or "uri" in buffer or view.get("buffer") != 0:
        return None
    start, size = count(view, "byteOffset"), count(view, "byteLength")
    if start + size > len(glb.bin):
        raise GlbError("gltf.buffer", "a bufferView reaches past its buffer")
    return glb.bin[start : start + size]


def _strided(data: bytes, a: Json, json: Json, kind: np.dtype[Any], rows: int, width: int) -> F64:
    item = kind.itemsize * width
    stride = count(at(json, "bufferViews", a["bufferView"]), "byteStride") or item
    start = count(a, "byteOffset")
    if stride < item or start + (rows - 1) * stride + item > len(data):
        raise GlbError("gltf.buffer", "an accessor reaches past its bufferView")
    table: NDArray[Any] = np.ndarray((rows, width), kind, data, start, (stride, kind.itemsize))
    return table.astype("f8")


def _scaled(numbers: F64, a: Json) -> F64:
    kind = _kind(a)
    if a.get("normalized") is not True or kind.kind == "f":
        return numbers
    return np.maximum(numbers / np.iinfo(kind).max, -1.0)


def _kind(a: Json) -> np.dtype[Any]:
    name = a.get("componentType")
    if not isinstance(name, int) or name not in KINDS:
        raise GlbError("gltf.accessor", "an accessor has no known component type")
    return np.dtype(KINDS[name])


def _name(a: Json) -> str:
    name = a.get("type")
    return name if isinstance(name, str) else ""
