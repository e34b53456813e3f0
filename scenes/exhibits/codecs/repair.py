"""What a codec rounds, put right: lengths that must be 1, sums that must be 1, times that grow.

Only decoded data are touched, where they lie, and only those that a validator would complain of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits import read
from scenes.exhibits.document import Document

__all__ = ["repair"]

Json = dict[str, Any]
F64 = NDArray[np.float64]
ROWS = 3 * 2**15
"""Elements that are looked at at a time."""
LAST_ROW = [3, 7, 11, 15]
"""Its places in a matrix that is stored by columns."""
LENGTH, SUM = 0.0067, 1e-7
"""Lengths, and sums of weights, that are no further off are good."""
NEAR = 0.05
"""A length or a sum that is further off was not rounded but wrong, and stays for the checks."""


def repair(document: Document, decoded: Iterable[int]) -> None:
    """Put right the decoded accessors of a document, whose bytes must be this process's own."""
    plain = [i for i in sorted(decoded) if "sparse" not in document.json["accessors"][i]]
    ours = {i: numbers for i in plain if (numbers := _Numbers(document, i)).is_ours}
    _repair_meshes(document.json, ours)
    _repair_animations(document.json, ours)
    for skin in document.json.get("skins", ()):
        if skin.get("inverseBindMatrices") in ours:
            _matrices(ours[skin["inverseBindMatrices"]])


def _repair_meshes(json: Json, ours: Mapping[int, _Numbers]) -> None:
    parts = {"NORMAL": _directions, "TANGENT": _directions, "COLOR_0": _colours}
    done: set[object] = set()
    for primitive in _primitives(json):
        attributes = primitive["attributes"]
        for name, index in attributes.items():
            if name in parts and index in ours and (name, index) not in done:
                done.add((name, index))
                parts[name](ours[index])
        sets = [attributes[name] for name in sorted(attributes) if name.startswith("WEIGHTS_")]
        if sets and tuple(sets) not in done and all(index in ours for index in sets):
            done.add(tuple(sets))
            _weights([ours[index] for index in sets])


def _repair_animations(json: Json, ours: Mapping[int, _Numbers]) -> None:
    for animation in json.get("animations", ()):
        samplers = animation["samplers"]
        for index in {sampler["input"] for sampler in samplers} & ours.keys():
            _times(ours[index])
        for channel in animation["channels"]:
            sampler = samplers[channel["sampler"]]
            if channel["target"].get("path") == "rotation" and sampler["output"] in ours:
                is_spline = sampler.get("interpolation") == "CUBICSPLINE"
                _rotations(ours[sampler["output"]], is_spline)


def _primitives(json: Json) -> Iterator[Json]:
    for mesh in json.get("meshes", ()):
        yield from mesh["primitives"]


class _Numbers:
    """An accessor's numbers as they lie, and what some of them mean."""

    def __init__(self, document: Document, index: int) -> None:
        self.entry: Json = document.json["accessors"][index]
        self.place = read.raw(document, index)
        self.is_ours = self.place.flags.writeable

    def ranges(self) -> Iterator[slice]:
        """All rows, some at a time; whole keyframes of a spline."""
        for start in range(0, len(self.place), ROWS):
            yield slice(start, start + ROWS)

    def meant(self, rows: slice) -> F64:
        """Some rows as floats."""
        values = read.scaled(self.place[rows], self.entry, np.float64)
        return values.copy() if values.base is not None else values

    def write(self, rows: slice, values: F64) -> None:
        """Store rows in the accessor's own kind of number."""
        self.place[rows] = np.round(values * self.steps) if self.steps else values

    @property
    def steps(self) -> int:
        """How many steps lead from 0 to 1 in normalised integers; 0 for floats."""
        kind = self.place.dtype
        return 0 if kind.kind == "f" else int(np.iinfo(kind).max)


def _directions(numbers: _Numbers) -> None:
    """Unit vectors; the fourth number of a tangent is a sign."""
    for rows in numbers.ranges():
        values = numbers.meant(rows)
        lengths = np.sqrt(np.square(values[:, :3]).sum(axis=1))
        rounded = (np.abs(lengths - 1) > LENGTH) & (np.abs(lengths - 1) < NEAR)
        signs = values.shape[1] == 4 and bool((np.abs(values[:, 3]) != 1).any())
        if rounded.any() or signs:
            values[rounded, :3] /= lengths[rounded, None]
            if signs:
                values[:, 3] = np.where(values[:, 3] < 0, -1, 1)
            numbers.write(rows, values)


def _colours(numbers: _Numbers) -> None:
    """Colours from 0 to 1, where they are floats."""
    if not numbers.steps:
        np.clip(numbers.place, 0, 1, out=numbers.place)


def _weights(sets: list[_Numbers]) -> None:
    """Weights of all sets together add up to 1; what is lacking goes to the largest."""
    for rows in sets[0].ranges():
        table = np.concatenate([numbers.meant(rows) for numbers in sets], axis=1)
        sums = table.sum(axis=1)
        off = np.maximum(np.abs(sums - 1), -table.min(axis=1))
        rounded = (off > SUM) & (off < NEAR)
        if not rounded.any():
            continue
        table[rounded] = np.maximum(table[rounded], 0)
        table[rounded] /= table[rounded].sum(axis=1)[:, None]
        steps = sets[0].steps
        if steps:
            whole = np.round(table[rounded] * steps)
            whole[np.arange(len(whole)), whole.argmax(axis=1)] += steps - whole.sum(axis=1)
            table[rounded] = whole / steps
        for i, numbers in enumerate(sets):
            numbers.write(rows, table[:, 4 * i : 4 * i + 4])


def _times(numbers: _Numbers) -> None:
    """Times that rounding has made equal are moved apart by as little as can be."""
    times = numbers.place[:, 0]
    if times.dtype != np.float32 or not np.isfinite(times).all():
        return
    for i in (np.flatnonzero(np.diff(times) <= 0) + 1).tolist():
        if times[i - 1] - times[i] > NEAR:
            return
        times[i] = np.nextafter(times[i - 1], np.float32(np.inf))


def _rotations(numbers: _Numbers, is_spline: bool) -> None:
    """Unit quaternions; those of a spline have a tangent on each side."""
    if numbers.place.shape[1] != 4:
        return
    for rows in numbers.ranges():
        values = numbers.meant(rows)
        turns = values[1::3] if is_spline else values
        lengths = np.sqrt(np.square(turns).sum(axis=1))
        rounded = (np.abs(lengths - 1) > LENGTH) & (np.abs(lengths - 1) < NEAR)
        if rounded.any():
            turns[rounded] /= lengths[rounded, None]
            numbers.write(rows, values)


def _matrices(numbers: _Numbers) -> None:
    """The last row of an affine matrix is 0, 0, 0, 1."""
    if numbers.place.shape[1] != 16:
        return
    row = numbers.place[:, LAST_ROW]
    if np.abs(row - np.array([0, 0, 0, 1])).max() < NEAR:
        numbers.place[:, LAST_ROW] = [0, 0, 0, 1]
