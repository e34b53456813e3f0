"""The attributes of a soup's vertices, packed as exactly as a level wants them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.geometry import BASE, Name, Soup, Stream
from scenes.exhibits.derive.packing import (
    FLOAT,
    Packed,
    as_stored,
    directions,
    exponent_of,
    exponential,
    shares,
)
from scenes.exhibits.derive.precision import Precision
from scenes.exhibits.derive.skinning import packed_skin

__all__ = ["packed_attributes"]

U32 = NDArray[np.uint32]
F32 = NDArray[np.float32]


def packed_attributes(soup: Soup, rows: U32, precision: Precision | None) -> dict[Name, Packed]:
    """Every attribute of some vertices of a soup; without a precision as they are stored."""
    streams = {name: Stream(s.values[rows], s.json) for name, s in soup.streams.items()}
    if precision is None:
        found = {name: as_stored(s.values, s.json) for name, s in streams.items()}
    else:
        found = dict(_packed(streams, precision))
        found |= packed_skin(streams, precision.weight)
    for (_, semantic), packed in found.items():
        if semantic == "POSITION":
            packed.json.update(limits(packed.values))
    return {name: found[name] for name in soup.streams if name in found}


def limits(values: NDArray[Any]) -> dict[str, list[float]]:
    """The `min` and `max` of an accessor, in the numbers that are stored."""
    if not len(values):
        return {}
    return {"min": values.min(axis=0).tolist(), "max": values.max(axis=0).tolist()}


def _packed(streams: dict[Name, Stream], precision: Precision) -> Iterator[tuple[Name, Packed]]:
    tangents = precision.tangents or _alone(streams)
    for name, stream in streams.items():
        if name[1] == "TANGENT" and not tangents:
            continue
        if name[1].startswith(("JOINTS_", "WEIGHTS_")):
            continue
        kept = not (_is_float(stream) or _is_wide_colour(name, stream))
        if kept or name[1].startswith("_"):
            yield name, as_stored(stream.values, stream.json)
        else:
            yield name, _float(name, stream.floats(), precision)


def _fitting(values: F32, bits: int) -> int:
    """The power of two in which the widest component has so many bits."""
    if not len(values):
        return -bits
    span = float((values.max(axis=0) - values.min(axis=0)).max())
    return exponent_of(span, bits, float(np.abs(values).max()))


def _alone(streams: dict[Name, Stream]) -> bool:
    """Whether a morph target moves nothing but tangents."""
    targets = {target for target, _ in streams}
    return bool(targets - {target for target, semantic in streams if semantic != "TANGENT"})


def _is_float(stream: Stream) -> bool:
    return bool(stream.json["componentType"] == FLOAT)


def _is_wide_colour(name: Name, stream: Stream) -> bool:
    """Whether it is a colour of 16 bits, which can do with fewer."""
    return name[1].startswith("COLOR_") and stream.values.itemsize == 2


def _float(name: Name, values: F32, precision: Precision) -> Packed:
    target, semantic = name
    if semantic == "POSITION":
        bits = precision.position if target == BASE else precision.position - 2
        return exponential(values, _fitting(values, bits))
    if target != BASE:
        return exponential(values, -precision.delta)
    if semantic in ("NORMAL", "TANGENT"):
        return directions(values, precision.normal if semantic == "NORMAL" else 8)
    inside = bool(len(values)) and float(values.min()) >= 0 and float(values.max()) <= 1
    bits = precision.coordinate if semantic.startswith("TEXCOORD_") else precision.colour
    return shares(values, bits) if inside else exponential(values, -bits)
