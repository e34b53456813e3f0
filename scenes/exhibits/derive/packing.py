"""Arrays made into the bytes of a compressed bufferView: KHR_mesh_quantization's integers, floats
with fewer bits, and the filters of EXT_meshopt_compression.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.meshopt import Filter, encode_octahedral, encode_quaternion
from scenes.exhibits.read import layout

__all__ = [
    "Packed",
    "as_stored",
    "directions",
    "exponent_of",
    "exponential",
    "quaternions",
    "shares",
]

Json = dict[str, Any]
U8 = NDArray[np.uint8]
F32 = NDArray[np.float32]
BYTE, UBYTE, SHORT, USHORT, FLOAT = 5120, 5121, 5122, 5123, 5126
TYPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}
MANTISSA = 23
"""Bits of the exponential filter's mantissa beside its sign."""
SPARE = 4
SMALLEST, LARGEST = -100, 100
"""Exponents that the exponential filter takes."""


class Packed(NamedTuple):
    """Elements as bytes (n, stride), the filter they went through, and their accessor's words.

    ``values`` are the numbers that a reader will get, (n, width).
    """

    data: U8
    filter: Filter
    json: Json
    values: NDArray[Any]


def as_stored(values: NDArray[Any], json: Json, align: int = 4) -> Packed:
    """The numbers as they are, elements padded to a multiple of ``align`` bytes."""
    rows = np.ascontiguousarray(values)
    lie = layout(json)
    columns = rows.view(np.uint8).reshape(len(rows) * lie.columns, -1)
    data = _padded(columns, lie.pitch).reshape(len(rows), lie.size)
    words: Json = {key: json[key] for key in ("componentType", "type", "normalized") if key in json}
    return Packed(_padded(data, align), "NONE", words, rows)


def exponent_of(span: float, bits: int, reach: float = 0.0) -> int:
    """The power of two that a span is counted in with so many bits.

    Where numbers reach too far for that, with up to `SPARE` bits fewer.
    """
    fine = math.frexp(span)[1] - bits if span > 0 else SMALLEST
    coarse = math.frexp(reach)[1] - MANTISSA
    chosen = coarse if reach > 0 and fine < coarse <= fine + SPARE else fine
    return min(max(chosen, SMALLEST), LARGEST)


def exponential(values: F32, exponent: int) -> Packed:
    """Floats as whole multiples of a power of two: every reader gets these very numbers.

    Numbers too large to be counted so finely stay as they are.
    """
    most = 2**MANTISSA - 1
    if float(np.abs(values).max(initial=0)) > math.ldexp(most, exponent):
        return as_stored(values, _words(FLOAT, values.shape[1]))
    whole = np.rint(np.ldexp(values.astype(np.float64), -exponent)).astype(np.int32)
    words = (whole & 0xFFFFFF) | np.int32(exponent * 2**24)
    data = np.ascontiguousarray(words).view(np.uint8).reshape(len(values), -1)
    decoded = np.ldexp(whole.astype(np.float64), exponent).astype(np.float32)
    return Packed(data, "EXPONENTIAL", _words(FLOAT, values.shape[1]), decoded)


def directions(vectors: F32, bits: int) -> Packed:
    """Unit vectors (n, 3), or tangents (n, 4), on an octahedron; bytes where bits are few."""
    wide = bits > 8
    four = np.zeros((len(vectors), 4), np.float32)
    four[:, : vectors.shape[1]] = vectors
    data = encode_octahedral(four, bits=bits, wide=wide)
    kind = SHORT if wide else BYTE
    return Packed(data, "OCTAHEDRAL", _words(kind, vectors.shape[1], True), vectors)


def quaternions(turns: F32, bits: int) -> Packed:
    """Unit quaternions (n, 4) as shorts."""
    data = encode_quaternion(turns, bits=bits)
    return Packed(data, "QUATERNION", _words(SHORT, 4, True), turns)


def shares(values: F32, bits: int) -> Packed:
    """Numbers from 0 to 1 as bytes, or as shorts of so many bits."""
    if bits <= 8:
        whole = np.rint(values * 255).astype(np.uint8)
        return as_stored(whole, _words(UBYTE, values.shape[1], True))
    step = 2 ** (16 - bits)
    steps = np.rint(values.astype(np.float64) * 65535 / step) * step
    shorts = np.minimum(steps, 65535).astype(np.uint16)
    return as_stored(shorts, _words(USHORT, values.shape[1], True))


def _words(kind: int, width: int, normalized: bool = False) -> Json:
    words: Json = {"componentType": kind, "type": TYPES[width]}
    return {**words, "normalized": True} if normalized else words


def _padded(data: U8, align: int) -> U8:
    """Rows of bytes, each a multiple of ``align`` long."""
    more = -data.shape[1] % align
    return np.pad(data, ((0, 0), (0, more))) if more else data
