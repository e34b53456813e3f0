"""Vertices and indices in better orders, filtered and packed for EXT_meshopt_compression."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.bench import frame, same

__all__ = [
    "Order",
    "encode_color",
    "encode_exponential",
    "encode_octahedral",
    "encode_quaternion",
    "encode_sequence",
    "encode_triangles",
    "encode_vertices",
    "optimise",
    "spatial_order",
]

U32 = NDArray[np.uint32]
F32 = NDArray[np.float32]
U8 = NDArray[np.uint8]


class Order(NamedTuple):
    """Indices in a better order; ``remap`` gives each old vertex its new number (or 2^32 - 1).

    ``used`` is how many vertices are left.
    """

    indices: U32
    remap: U32
    used: int


def optimise(indices: U32, vertices: int, *, cache: bool = True, for_size: bool = False) -> Order:
    """Triangles and vertices in an order that draws fast, or (``for_size``) compresses well.

    Without ``cache`` the triangles keep their order and only vertices are renumbered.
    """
    same(indices, np.uint32, (len(indices),))
    if len(indices) and int(indices.max()) >= vertices:
        raise ValueError("an index points outside the vertices")
    with frame("encoder") as work:
        at, remap = work.put(indices), work.room(vertices * 4)
        if cache:
            strip = "Strip" if for_size else ""
            work.call(f"meshopt_optimizeVertexCache{strip}", at, at, len(indices), vertices)
        used = work.call("meshopt_optimizeVertexFetchRemap", remap, at, len(indices), vertices)
        numbers = work.call.read(remap, vertices, np.uint32)
        return Order(numbers[work.call.read(at, len(indices), np.uint32)], numbers, int(used))


def spatial_order(positions: F32) -> U32:
    """For each point its new number in an order in which neighbours in space are neighbours."""
    same(positions, np.float32, (len(positions), 3))
    with frame("encoder") as work:
        out, at = work.room(len(positions) * 4), work.put(positions)
        work.call("meshopt_spatialSortRemap", out, at, len(positions), 12)
        return work.call.read(out, len(positions), np.uint32)


def encode_vertices(data: U8, *, version: Literal[0, 1] = 0, level: int = 2) -> bytes:
    """A vertex stream, shape (n, bytes): version 0 for EXT_meshopt_compression, 1 for KHR_."""
    count, size = data.shape
    if not 0 < size <= 256 or size % 4:
        raise ValueError("an element has 4 to 256 bytes, a multiple of four")
    with frame("encoder") as work:
        bound = work.call("meshopt_encodeVertexBufferBound", count, size)
        out, at = work.room(bound), work.put(data)
        how = (out, bound, at, count, size, level, version)
        return bytes(work.call.read(out, work.call("meshopt_encodeVertexBufferLevel", *how)))


def encode_triangles(indices: U32) -> bytes:
    """An index stream of whole triangles; the decoder may turn a triangle's corners round."""
    if len(indices) % 3:
        raise ValueError("triangles have three corners")
    return _encoded("meshopt_encodeIndexBuffer", indices)


def encode_sequence(indices: U32) -> bytes:
    """An index stream that keeps its order exactly: lines, strips, points."""
    return _encoded("meshopt_encodeIndexSequence", indices)


def encode_octahedral(vectors: F32, *, bits: int = 8, wide: bool = False) -> U8:
    """Unit vectors, shape (n, 4): x, y, z and a w of its own, as bytes (n, 4) or, wide, (n, 8)."""
    return _filtered("meshopt_encodeFilterOct", vectors, 8 if wide else 4, bits)


def encode_quaternion(rotations: F32, *, bits: int = 12) -> U8:
    """Unit quaternions, shape (n, 4), as bytes (n, 8)."""
    return _filtered("meshopt_encodeFilterQuat", rotations, 8, bits)


def encode_color(colors: F32, *, bits: int = 8, wide: bool = False) -> U8:
    """Colours from 0 to 1, shape (n, 4), as bytes (n, 4) or, wide, (n, 8)."""
    return _filtered("meshopt_encodeFilterColor", colors, 8 if wide else 4, bits)


def encode_exponential(values: F32, *, bits: int = 15, shared: int = 1) -> U8:
    """Floats, shape (n, k), as bytes (n, 4 k) with so many bits of precision.

    The exponent is one for each number (``shared`` 0), each vector (1), each component (2), or
    for each number but no smaller than 1 (3).
    """
    return _filtered("meshopt_encodeFilterExp", values, values.shape[1] * 4, bits, shared)


def _encoded(function: str, indices: U32) -> bytes:
    vertices = int(indices.max()) + 1 if len(indices) else 1
    with frame("encoder") as work:
        bound = work.call(f"{function}Bound", len(indices), vertices)
        out, at = work.room(bound), work.put(same(indices, np.uint32, indices.shape))
        return bytes(work.call.read(out, work.call(function, out, bound, at, len(indices))))


def _filtered(function: str, values: F32, stride: int, bits: int, *mode: int) -> U8:
    count, width = values.shape
    if "Exp" not in function and width != 4:
        raise ValueError("this filter takes four numbers")
    with frame("encoder") as work:
        out = work.room(count * stride)
        at = work.put(same(values, np.float32, values.shape))
        work.call(function, out, count, stride, bits, at, *mode)
        return work.call.read(out, count * stride).reshape(count, stride)
