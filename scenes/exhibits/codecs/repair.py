"""What a codec rounds, put right: lengths that must be 1, sums that must be 1, times that grow.

Only decoded data are touched, where they lie, and only those that a validator would complain of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits import read
from scenes.exhibits.document import Document

__all__ = ["repair"]

Json = dict[str, Any]
F64 = NDArray[np.float64]
NEAR = 0.05
"""A length or a sum that is further off was not rounded but wrong, and stays for the checks."""


def repair(document: Document, decoded: Iterable[int]) -> None:
    """Put right the decoded accessors of a document, whose bytes must be this process's own."""
    ours = set(decoded)
    for primitive in _primitives(document.json):
        for name, index in primitive["attributes"].items():
            if index in ours and name in ("NORMAL", "TANGENT"):
                _directions(document, index)
            elif index in ours and name == "COLOR_0" and not _steps(document, index):
                _write(document, index, np.clip(_meant(document, index), 0, 1))
        _weights(document, primitive["attributes"], ours)
    for animation in document.json.get("animations", ()):
        for sampler in animation["samplers"]:
            if sampler["input"] in ours:
                _times(document, sampler["input"])
        for channel in animation["channels"]:
            sampler = animation["samplers"][channel["sampler"]]
            if channel["target"].get("path") == "rotation" and sampler["output"] in ours:
                _rotations(document, sampler)
    for skin in document.json.get("skins", ()):
        if skin.get("inverseBindMatrices") in ours:
            _matrices(document, skin["inverseBindMatrices"])


def _primitives(json: Json) -> Iterator[Json]:
    for mesh in json.get("meshes", ()):
        yield from mesh["primitives"]


def _meant(document: Document, index: int) -> F64:
    return read.floats(document, index, kind=np.float64)


def _write(document: Document, index: int, values: F64) -> None:
    """Store values in the accessor's own kind of number."""
    entry = document.json["accessors"][index]
    place = read.raw(document, index)
    if "sparse" in entry or not place.flags.writeable:
        return
    if place.dtype.kind != "f" and entry.get("normalized"):
        values = np.round(values * np.iinfo(place.dtype).max)
    place[:] = values


def _directions(document: Document, index: int) -> None:
    """Unit vectors; the fourth number of a tangent is a sign."""
    values = _meant(document, index)
    lengths = np.sqrt(np.square(values[:, :3]).sum(axis=1))
    off = np.abs(lengths - 1) > 1e-4
    rounded = off & (np.abs(lengths - 1) < NEAR)
    signs = values.shape[1] == 4 and bool((np.abs(values[:, 3]) != 1).any())
    if not rounded.any() and not signs:
        return
    values[rounded, :3] /= lengths[rounded, None]
    if signs:
        values[:, 3] = np.where(values[:, 3] < 0, -1, 1)
    _write(document, index, values)


def _weights(document: Document, attributes: Json, ours: set[int]) -> None:
    """Weights of all sets together add up to 1; what is lacking goes to the largest."""
    sets = [index for name, index in sorted(attributes.items()) if name.startswith("WEIGHTS_")]
    if not sets or not ours.issuperset(sets):
        return
    table = np.concatenate([_meant(document, index) for index in sets], axis=1)
    sums = table.sum(axis=1)
    rounded = (np.abs(sums - 1) < NEAR) & (table.min(axis=1) > -NEAR)
    if not rounded.any():
        return
    table[rounded] = np.maximum(table[rounded], 0)
    table[rounded] /= table[rounded].sum(axis=1)[:, None]
    top = _steps(document, sets[0])
    if top:
        whole = np.round(table[rounded] * top)
        whole[np.arange(len(whole)), whole.argmax(axis=1)] += top - whole.sum(axis=1)
        table[rounded] = whole / top
    for i, index in enumerate(sets):
        _write(document, index, table[:, 4 * i : 4 * i + 4])


def _steps(document: Document, index: int) -> int:
    """How many steps lead from 0 to 1 in normalised integers; 0 for floats."""
    kind = read.layout(document.json["accessors"][index]).kind
    return 0 if kind.kind == "f" else int(np.iinfo(kind).max)


def _times(document: Document, index: int) -> None:
    """Times that rounding has made equal are moved apart by as little as can be."""
    place = read.raw(document, index)
    if place.dtype != np.float32 or not place.flags.writeable or not np.isfinite(place).all():
        return
    times = place[:, 0]
    for i in (np.flatnonzero(np.diff(times) <= 0) + 1).tolist():
        if times[i - 1] - times[i] > NEAR:
            return
        times[i] = np.nextafter(times[i - 1], np.float32(np.inf))


def _rotations(document: Document, sampler: Json) -> None:
    """Unit quaternions; those of a spline have a tangent on each side."""
    values = _meant(document, sampler["output"])
    turns = values[1::3] if sampler.get("interpolation") == "CUBICSPLINE" else values
    lengths = np.sqrt(np.square(turns).sum(axis=1))
    rounded = (np.abs(lengths - 1) > 1e-4) & (np.abs(lengths - 1) < NEAR)
    if turns.shape[1] == 4 and rounded.any():
        turns[rounded] /= lengths[rounded, None]
        _write(document, sampler["output"], values)


def _matrices(document: Document, index: int) -> None:
    """The last row of an affine matrix is 0, 0, 0, 1."""
    place = read.raw(document, index)
    row = place[:, [3, 7, 11, 15]] if place.shape[1] == 16 else place
    near = np.abs(row - np.array([0, 0, 0, 1])) if row.shape[1] == 4 else np.array(1.0)
    if near.max() < NEAR and place.flags.writeable:
        place[:, [3, 7, 11, 15]] = [0, 0, 0, 1]
