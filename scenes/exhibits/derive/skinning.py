"""Joints and weights of skinned vertices in few bits, weights still adding up to one."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.geometry import BASE, Name, Stream
from scenes.exhibits.derive.packing import FLOAT, UBYTE, USHORT, Packed, as_stored

__all__ = ["packed_skin", "whole_weights"]

U16 = NDArray[np.uint16]


def packed_skin(streams: dict[Name, Stream], bits: int) -> dict[Name, Packed]:
    """JOINTS_n and WEIGHTS_n of all sets together, as it is their sum that is one."""
    sets = sorted(
        s[len("WEIGHTS_") :] for t, s in streams if t == BASE and s.startswith("WEIGHTS_")
    )
    weights = [streams[BASE, f"WEIGHTS_{n}"] for n in sets]
    found = {n: as_stored(s.values, s.json) for n, s in streams.items() if _is_skin(n)}
    floats = all(stream.json["componentType"] == FLOAT for stream in weights)
    if not weights or not floats or any((BASE, f"JOINTS_{n}") not in streams for n in sets):
        return found
    kind = {"componentType": UBYTE if bits <= 8 else USHORT, "type": "VEC4", "normalized": True}
    whole = whole_weights(
        np.concatenate([s.floats() for s in weights], axis=1), 2 ** min(bits, 16) - 1
    )
    for i, n in enumerate(sets):
        part: NDArray[Any] = whole[:, 4 * i : 4 * i + 4]
        part = part.astype(np.uint8) if bits <= 8 else part
        found[BASE, f"WEIGHTS_{n}"] = as_stored(part, kind)
        joints = np.where(part > 0, streams[BASE, f"JOINTS_{n}"].values, 0)
        found[BASE, f"JOINTS_{n}"] = _joints(joints)
    return found


def whole_weights(weights: NDArray[np.float32], one: int) -> U16:
    """Weights (n, k) as whole shares of ``one`` that add up to it; the largest rests round up."""
    sums = weights.sum(axis=1, dtype=np.float64)
    scaled = weights.astype(np.float64) * (one / np.where(sums > 0, sums, 1))[:, None]
    floor = np.floor(scaled)
    missing = np.where(sums > 0, one - floor.sum(axis=1), 0).astype(np.int64)
    # Rows are sorted by their rests; the first `missing` of each get one more.
    order = np.argsort(-(scaled - floor), axis=1, kind="stable")
    rank = np.argsort(order, axis=1, kind="stable")
    whole: U16 = (floor + (rank < missing[:, None])).astype(np.uint16)
    return whole


def _is_skin(name: Name) -> bool:
    return name[1].startswith(("JOINTS_", "WEIGHTS_"))


def _joints(values: NDArray[Any]) -> Packed:
    small = int(values.max(initial=0)) < 256
    kind = {"componentType": UBYTE if small else USHORT, "type": "VEC4"}
    return as_stored(values.astype(np.uint8 if small else np.uint16), kind)
