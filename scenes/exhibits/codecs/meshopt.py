"""meshoptimizer (MIT): simplification, buffer codecs and filters, orders of vertices.

Results are the same on every machine and in every run. Indices are uint32, positions float32 of
shape (n, 3) in metres. What a caller gets wrong raises ValueError, what a file gets wrong
CodecError.
"""

from __future__ import annotations

from scenes.exhibits.codecs.decoder import Filter, Mode, decode
from scenes.exhibits.codecs.encoder import (
    Order,
    encode_color,
    encode_exponential,
    encode_octahedral,
    encode_quaternion,
    encode_sequence,
    encode_triangles,
    encode_vertices,
    optimise,
    spatial_order,
)
from scenes.exhibits.codecs.simplifier import (
    Options,
    Simplified,
    position_remap,
    prune,
    scale,
    simplify,
    simplify_sloppy,
)

__all__ = [
    "Filter",
    "Mode",
    "Options",
    "Order",
    "Simplified",
    "decode",
    "encode_color",
    "encode_exponential",
    "encode_octahedral",
    "encode_quaternion",
    "encode_sequence",
    "encode_triangles",
    "encode_vertices",
    "optimise",
    "position_remap",
    "prune",
    "scale",
    "simplify",
    "simplify_sloppy",
    "spatial_order",
]
