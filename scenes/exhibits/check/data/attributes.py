"""Normals and tangents of unit length, signs that are signs, colours from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.check.data.report import Report, Trouble
from scenes.exhibits.check.data.sample import Samples

__all__ = ["UNIT", "check", "lengths_off"]

F64 = NDArray[np.float64]
Bools = NDArray[np.bool_]
UNIT = 0.00674
"""How far a vector's length may be from 1: what a signed byte a component can do."""


def check(samples: Samples, report: Report) -> None:
    """Look at the attributes of every primitive; an accessor is read once, however often used."""
    seen: dict[tuple[str, int], list[Trouble]] = {}
    for m, mesh in enumerate(samples.json.get("meshes", ())):
        for p, primitive in enumerate(mesh["primitives"]):
            for name, index in primitive["attributes"].items():
                if name in CHECKS:
                    key = (name, index)
                    if key not in seen:
                        seen[key] = list(CHECKS[name](samples, index))
                    report.tell(f"/meshes/{m}/primitives/{p}/attributes/{name}", *seen[key])


def lengths_off(vectors: F64, tolerance: float = UNIT) -> Bools:
    """Which vectors, shape (n, k), are not of unit length; NaN is not said to be."""
    off: Bools = np.abs(np.sqrt(np.square(vectors).sum(axis=1)) - 1) > tolerance
    return off


def _normals(samples: Samples, index: int) -> Iterator[Trouble]:
    yield _found(samples, index, "ACCESSOR_VECTOR3_NON_UNIT", lambda v: lengths_off(v[:, :3]))


def _tangents(samples: Samples, index: int) -> Iterator[Trouble]:
    yield from _normals(samples, index)
    yield _found(samples, index, "ACCESSOR_INVALID_SIGN", lambda v: np.abs(v[:, 3]) != 1)


def _colours(samples: Samples, index: int) -> Iterator[Trouble]:
    if samples.json["accessors"][index]["componentType"] == 5126:
        yield _found(samples, index, "ACCESSOR_NON_CLAMPED", _is_outside)


def _is_outside(colours: F64) -> Bools:
    outside: Bools = np.asarray(((colours < 0) | (colours > 1)).any(axis=1))
    return outside


CHECKS = {"NORMAL": _normals, "TANGENT": _tangents, "COLOR_0": _colours}


def _found(samples: Samples, index: int, code: str, is_wrong: Callable[[F64], Bools]) -> Trouble:
    """The elements that are wrong."""
    trouble = Trouble(code)
    for start, values in samples.pieces(index, scaled=True):
        rounded = lambda place, values=values: values[place].round(5).tolist()  # noqa: E731
        trouble.add(np.flatnonzero(is_wrong(values)), rounded, start)
    return trouble
