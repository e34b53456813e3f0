"""Normals and tangents of unit length, signs that are signs, colours from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.check.data.report import Report
from scenes.exhibits.check.data.sample import Samples

__all__ = ["UNIT", "check", "lengths_off"]

F64 = NDArray[np.float64]
UNIT = 0.00674
"""How far a vector's length may be from 1: what a signed byte a component can do."""


def check(samples: Samples, report: Report) -> None:
    """Look at the attributes of every primitive."""
    seen: dict[tuple[str, int], list[tuple[str, NDArray[np.int64], Callable[[int], str]]]] = {}
    for m, mesh in enumerate(samples.json.get("meshes", ())):
        for p, primitive in enumerate(mesh["primitives"]):
            for name, index in primitive["attributes"].items():
                if name not in CHECKS:
                    continue
                key = (name, index)
                if key not in seen:
                    seen[key] = list(CHECKS[name](samples, index))
                for code, places, tell in seen[key]:
                    at = f"/meshes/{m}/primitives/{p}/attributes/{name}"
                    report.elements(at, code, places, tell)


def lengths_off(vectors: F64, tolerance: float = UNIT) -> NDArray[np.bool_]:
    """Which vectors, shape (n, k), are not of unit length; NaN is not said to be."""
    off: NDArray[np.bool_] = np.abs(np.sqrt(np.square(vectors).sum(axis=1)) - 1) > tolerance
    return off


Found = tuple[str, NDArray[np.int64], Callable[[int], str]]


def _normals(samples: Samples, index: int) -> Iterator[Found]:
    yield from _found(samples, index, "ACCESSOR_VECTOR3_NON_UNIT", lambda v: lengths_off(v[:, :3]))


def _tangents(samples: Samples, index: int) -> Iterator[Found]:
    yield from _normals(samples, index)
    yield from _found(samples, index, "ACCESSOR_INVALID_SIGN", lambda v: np.abs(v[:, 3]) != 1)


def _colours(samples: Samples, index: int) -> Iterator[Found]:
    if samples.json["accessors"][index]["componentType"] == 5126:
        outside: Any = lambda v: ((v < 0) | (v > 1)).any(axis=1)  # noqa: E731
        yield from _found(samples, index, "ACCESSOR_NON_CLAMPED", outside)


CHECKS = {"NORMAL": _normals, "TANGENT": _tangents, "COLOR_0": _colours}


def _found(
    samples: Samples, index: int, code: str, is_wrong: Callable[[F64], NDArray[np.bool_]]
) -> Iterator[Found]:
    """The elements that are wrong, and a way to tell of the first of them."""
    places: list[NDArray[np.int64]] = []
    told: dict[int, str] = {}
    for start, values in samples.pieces(index, scaled=True):
        wrong = np.flatnonzero(is_wrong(values))
        for place in wrong[: 3 - len(told)].tolist():
            told[place + start] = f"#{place + start}: {values[place].round(5).tolist()}"
        if len(wrong):
            places.append(wrong + start)
    if places:
        yield code, np.concatenate(places), lambda place: told.get(place, str(place))
