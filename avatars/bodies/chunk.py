"""The binary chunk of a body's file while it grows: a view for each kind of data."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from avatars.bodies.piece import F64

Json = dict[str, Any]
COMPONENTS = {"u1": 5121, "u2": 5123, "u4": 5125, "f4": 5126}
VERTICES, INDICES = 34962, 34963
MOVED = 2e-6
"""What an expression moves by less, metres, it leaves alone."""


class Chunk:
    """Accessors into views of one chunk; equal data is stored once."""

    def __init__(self) -> None:
        """Start empty."""
        self.accessors: list[Json] = []
        self.views: list[Json] = []
        self.bytes = bytearray()
        self._known: dict[tuple[str, bytes], int] = {}

    def rows(self, kind: str, values: NDArray[Any], target: int = 0, pad: int = 0) -> int:
        """Add an accessor of a kind (`VEC3`, `MAT4`…); `pad`: bytes of a row, if more."""
        data = np.ascontiguousarray(values)
        rows = data.reshape(len(data), -1)
        meta: Json = {"target": target} if target else {}
        raw = rows.view("u1").reshape(len(rows), -1)
        if pad:
            raw = np.pad(raw, ((0, 0), (0, pad - raw.shape[1])))
            meta["byteStride"] = pad
        accessor: Json = {
            "bufferView": self._view(raw.tobytes(), meta),
            "type": kind,
            "count": len(rows),
            "componentType": COMPONENTS[data.dtype.str[1:]],
        }
        self.accessors.append(accessor)
        return len(self.accessors) - 1

    def places(self, values: F64) -> int:
        """Add positions, with the bounds that glTF asks for."""
        rows = values.astype("<f4")
        at = self.rows("VEC3", rows, VERTICES)
        self.accessors[at] |= {"min": rows.min(axis=0).tolist(), "max": rows.max(axis=0).tolist()}
        return at

    def shares(self, kind: str, values: NDArray[Any], pad: int = 0) -> int:
        """Add whole numbers that stand for 0..1."""
        at = self.rows(kind, values, VERTICES, pad)
        self.accessors[at]["normalized"] = True
        return at

    def offsets(self, shape: F64) -> int:
        """Add what an expression moves: few vertices, so only those are stored (sparse)."""
        rows = np.where(np.abs(shape) < MOVED, 0.0, shape).astype("<f4")
        moved = np.flatnonzero((rows != 0).any(axis=1))
        accessor: Json = {
            "componentType": COMPONENTS["f4"],
            "count": len(rows),
            "type": "VEC3",
            "min": np.minimum(rows.min(axis=0), 0).tolist(),
            "max": np.maximum(rows.max(axis=0), 0).tolist(),
        }
        if len(moved):
            accessor["sparse"] = {
                "count": len(moved),
                "indices": {
                    "bufferView": self._view(moved.astype("<u2").tobytes(), {}),
                    "componentType": COMPONENTS["u2"],
                },
                "values": {"bufferView": self._view(rows[moved].tobytes(), {})},
            }
        self.accessors.append(accessor)
        return len(self.accessors) - 1

    def image(self, data: bytes) -> int:
        """Add a picture's file; returns its view."""
        return self._view(data, {})

    def _view(self, data: bytes, meta: Json) -> int:
        key = (str(meta), data)
        if key not in self._known:
            self._known[key] = len(self.views)
            self.views.append(
                {"buffer": 0, "byteOffset": len(self.bytes), "byteLength": len(data), **meta}
            )
            self.bytes += data + b"\0" * (-len(data) % 4)
        return self._known[key]
