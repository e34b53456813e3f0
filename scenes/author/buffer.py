"""The binary chunk while it grows: one bufferView per kind of data, accessors into them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Buffer"]

COMPONENT = {"i1": 5120, "u1": 5121, "i2": 5122, "u2": 5123, "u4": 5125, "f4": 5126}
SHAPE = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}
VERTICES = 34962
INDICES = 34963

Json = dict[str, Any]


class Buffer:
    """Collects data; equal data is stored once. `finish` gives what the JSON needs."""

    def __init__(self) -> None:
        """Start empty."""
        self._streams: dict[str, bytearray] = {}
        self._meta: dict[str, Json] = {}
        self._accessors: list[Json] = []
        self._known: dict[tuple[Any, ...], int] = {}

    def vertices(self, name: str, rows: NDArray[Any], width: int, normalized: bool = True) -> int:
        """Add a vertex attribute; rows may be wider than its `width` components (padding)."""
        kind = rows.dtype.str[1:]
        stride = rows.dtype.itemsize * rows.shape[1]
        meta = {"target": VERTICES, "byteStride": stride}
        accessor: Json = {"type": SHAPE[width]}
        if normalized and kind != "f4":
            accessor["normalized"] = True
        if name == "POSITION":
            accessor |= _limits(rows[:, :width])
        return self._add(f"{name}-{kind}", meta, accessor, rows)

    def indices(self, values: NDArray[np.uint32]) -> int:
        """Add triangle indices, two bytes each where that suffices."""
        small = len(values) == 0 or int(values.max()) < 65535
        data = values.astype("<u2" if small else "<u4")
        return self._add(f"index-{data.itemsize}", {"target": INDICES}, {"type": "SCALAR"}, data)

    def values(self, name: str, rows: NDArray[Any], limits: bool = False) -> int:
        """Add data that is no vertex: key times, key values, instance transforms."""
        width = 1 if rows.ndim == 1 else rows.shape[1]
        accessor: Json = {"type": SHAPE[width]}
        if rows.dtype.kind != "f":
            accessor["normalized"] = True
        if limits:
            accessor |= _limits(rows.reshape(len(rows), -1))
        return self._add(f"{name}-{rows.dtype.str[1:]}", {}, accessor, rows)

    def image(self, data: bytes) -> int:
        """Add an image file; returns its bufferView's name as a number to resolve later."""
        name = f"image-{len(self._streams)}"
        self._streams[name] = bytearray(data)
        self._meta[name] = {}
        return list(self._streams).index(name)

    def finish(self) -> tuple[list[Json], list[Json], bytes]:
        """The accessors, the bufferViews and the binary chunk."""
        order = {name: i for i, name in enumerate(self._streams)}
        accessors = [{**a, "bufferView": order[a["bufferView"]]} for a in self._accessors]
        views, binary = [], bytearray()
        for name, stream in self._streams.items():
            view = {"buffer": 0, "byteOffset": len(binary), "byteLength": len(stream)}
            views.append({**view, **self._meta[name]})
            binary += stream + b"\0" * (-len(stream) % 4)
        return accessors, views, bytes(binary)

    def _add(self, view: str, meta: Json, accessor: Json, rows: NDArray[Any]) -> int:
        data = np.ascontiguousarray(rows).tobytes()
        key = (view, accessor["type"], data)
        if key not in self._known:
            stream = self._streams.setdefault(view, bytearray())
            self._meta.setdefault(view, meta)
            stream += b"\0" * (-len(stream) % 4)
            self._known[key] = len(self._accessors)
            place = {"bufferView": view, "byteOffset": len(stream), "count": len(rows)}
            kind = COMPONENT[rows.dtype.str[1:]]
            self._accessors.append({**place, "componentType": kind, **accessor})
            stream += data
        return self._known[key]


def _limits(rows: NDArray[Any]) -> Json:
    return {"min": rows.min(axis=0).tolist(), "max": rows.max(axis=0).tolist()}
