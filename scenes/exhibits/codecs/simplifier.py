"""Fewer triangles for the same shape; every index of a result is one of the mesh given."""

from __future__ import annotations

from enum import IntFlag
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.bench import Frame, frame, same

__all__ = [
    "Options",
    "Simplified",
    "position_remap",
    "prune",
    "scale",
    "simplify",
    "simplify_sloppy",
]

U32 = NDArray[np.uint32]
F32 = NDArray[np.float32]
U8 = NDArray[np.uint8]


class Options(IntFlag):
    """What a simplification must and need not keep."""

    NONE = 0
    LOCK_BORDER = 1
    SPARSE = 2
    ERROR_ABSOLUTE = 4
    PRUNE = 8
    REGULARIZE = 16
    PERMISSIVE = 32
    REGULARIZE_LIGHT = 64


class Simplified(NamedTuple):
    """Indices into the same vertices, and the error: a share of the mesh's extent, or metres."""

    indices: U32
    error: float


def simplify(
    indices: U32,
    positions: F32,
    target: int,
    error: float,
    *,
    options: Options = Options.NONE,
    attributes: F32 | None = None,
    weights: F32 | None = None,
    locked: U8 | None = None,
) -> Simplified:
    """Fewer triangles: at least ``target`` indices and at most ``error`` of a deviation.

    ``attributes`` (n, k) with ``weights`` (k,) count as part of the shape; ``locked`` (n,) is 1
    for a vertex that must stay. Every index of the result is one of the mesh given.
    """
    _check_mesh(indices, positions)
    with frame("simplifier") as work:
        out, at_error = work.room(indices.nbytes), work.room(4)
        mesh = (out, work.put(indices), len(indices), work.put(positions), len(positions), 12)
        end = (max(0, target) // 3 * 3, error, int(options), at_error)
        if attributes is None and locked is None:
            left = work.call("meshopt_simplify", *mesh, *end)
        else:
            extra = _put_attributes(work, len(positions), attributes, weights, locked)
            left = work.call("meshopt_simplifyWithAttributes", *mesh, *extra, *end)
        found = work.call.read(out, left, np.uint32)
        return Simplified(found, float(work.call.read(at_error, 1, np.float32)[0]))


def simplify_sloppy(
    indices: U32, positions: F32, target: int, error: float, *, locked: U8 | None = None
) -> Simplified:
    """Fewer triangles whatever becomes of the topology: for what is seen from very far away."""
    _check_mesh(indices, positions)
    with frame("simplifier") as work:
        out, at_error = work.room(indices.nbytes), work.room(4)
        mesh = (out, work.put(indices), len(indices), work.put(positions), len(positions), 12)
        lock = 0 if locked is None else work.put(same(locked, np.uint8, (len(positions),)))
        end = (max(0, target) // 3 * 3, error, at_error)
        left = work.call("meshopt_simplifySloppy", *mesh, lock, *end)
        found = work.call.read(out, left, np.uint32)
        return Simplified(found, float(work.call.read(at_error, 1, np.float32)[0]))


def prune(indices: U32, positions: F32, error: float) -> U32:
    """The mesh without loose pieces smaller than ``error``, a share of its extent."""
    _check_mesh(indices, positions)
    with frame("simplifier") as work:
        out = work.room(indices.nbytes)
        mesh = (out, work.put(indices), len(indices), work.put(positions), len(positions), 12)
        left = work.call("meshopt_simplifyPrune", *mesh, error)
        return work.call.read(out, left, np.uint32)


def scale(positions: F32) -> float:
    """The extent by which a relative error is multiplied to become metres."""
    _check_positions(positions)
    with frame("simplifier") as work:
        at = work.put(positions)
        return float(work.call("meshopt_simplifyScale", at, len(positions), 12))


def position_remap(positions: F32) -> U32:
    """For each vertex the first one that has bitwise the same position."""
    _check_positions(positions)
    with frame("simplifier") as work:
        out, at = work.room(len(positions) * 4), work.put(positions)
        work.call("meshopt_generatePositionRemap", out, at, len(positions), 12)
        return work.call.read(out, len(positions), np.uint32)


def _put_attributes(
    work: Frame, vertices: int, attributes: F32 | None, weights: F32 | None, locked: U8 | None
) -> tuple[int, ...]:
    lock = 0 if locked is None else work.put(same(locked, np.uint8, (vertices,)))
    if attributes is None or weights is None:
        return (0, 0, 0, 0, lock)
    width = len(weights)
    at = work.put(same(attributes, np.float32, (vertices, width)))
    return (at, width * 4, work.put(same(weights, np.float32, (width,))), width, lock)


def _check_mesh(indices: U32, positions: F32) -> None:
    _check_positions(positions)
    _check_indices(indices, len(positions))


def _check_positions(positions: F32) -> None:
    same(positions, np.float32, (len(positions), 3))


def _check_indices(indices: U32, vertices: int) -> None:
    same(indices, np.uint32, (len(indices) // 3 * 3,))
    if len(indices) and int(indices.max()) >= vertices:
        raise ValueError("an index points outside the vertices")
