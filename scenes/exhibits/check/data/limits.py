"""Finite numbers, declared limits, and the places that sparse accessors fill."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits import read
from scenes.exhibits.check.data.report import Report, Trouble
from scenes.exhibits.check.data.sample import Samples
from scenes.glb import GlbError

__all__ = ["check"]

Json = dict[str, Any]
LARGE = 1e38
FEW = 100


def check(samples: Samples, report: Report) -> None:
    """Look at every accessor for itself."""
    for i in range(len(samples.json.get("accessors", ()))):
        entry = samples.accessor(i)
        if entry is None:
            continue
        if "sparse" in entry:
            _check_sparse(samples, entry, f"/accessors/{i}/sparse", report)
        _check_values(samples, i, entry, report)


def _check_sparse(samples: Samples, entry: Json, pointer: str, report: Report) -> None:
    try:
        where, _ = read.sparse(samples.document, entry)
    except GlbError:
        return
    places = where.astype(np.int64)
    falls = Trouble("ACCESSOR_SPARSE_INDICES_NON_INCREASING")
    falls.add(np.flatnonzero(np.diff(places) <= 0) + 1, places.item)
    outside = Trouble("ACCESSOR_SPARSE_INDEX_OOB")
    outside.add(np.flatnonzero(places >= entry["count"]), places.item)
    report.tell(pointer, falls, outside)


def _check_values(samples: Samples, i: int, entry: Json, report: Report) -> None:
    """One pass for finiteness and limits."""
    is_float = entry["componentType"] == 5126
    declared: Json = {key: entry[key] for key in ("min", "max") if key in entry}
    if not is_float and not declared:
        return
    limits = _Limits(declared, is_float)
    endless = Trouble("ACCESSOR_INVALID_FLOAT")
    for start, values in samples.pieces(i):
        if is_float and not np.isfinite(values).all():
            flat = values.reshape(-1)
            endless.add(np.flatnonzero(~np.isfinite(flat)), flat.item, start * values.shape[1])
        limits.add(values)
    report.tell(f"/accessors/{i}", endless)
    limits.tell(f"/accessors/{i}", report)


class _Limits:
    """The actual limits of each component, and how many elements lie beyond the declared ones."""

    def __init__(self, declared: Json, is_float: bool) -> None:
        self._declared = {key: _rounded(values, is_float) for key, values in declared.items()}
        self._found: dict[str, NDArray[Any]] = {}
        self._first: NDArray[Any] = np.zeros(0)
        self._beyond = dict.fromkeys(declared, np.zeros(16, np.int64))

    def add(self, values: NDArray[Any]) -> None:
        """Count some more elements; NaN is below and above nothing, but when it comes first."""
        if not self._found:
            self._first = values[0]
        for key, declared in self._declared.items():
            fold, is_beyond = (np.fmin, np.less) if key == "min" else (np.fmax, np.greater)
            found = _folded(fold, values)
            self._found[key] = fold(self._found.get(key, found), found)
            if is_beyond(found, declared).any():
                counts = np.zeros(16, np.int64)
                counts[: values.shape[1]] = is_beyond(values, declared).sum(axis=0)
                self._beyond[key] = self._beyond[key] + counts

    def tell(self, pointer: str, report: Report) -> None:
        """Note each component whose declared limit is not its own."""
        for key, least in self._found.items():
            if (least == self._declared[key]).all() and not np.isnan(self._first).any():
                continue
            found = np.where(np.isnan(self._first), np.nan, least)
            for c in np.flatnonzero(~(found == self._declared[key])):
                at, said = f"{pointer}/{key}/{c}", f"{self._declared[key][c]:.9g}"
                report.say(at, f"ACCESSOR_{key.upper()}_MISMATCH", f"{said} ≠ {found[c]:.9g}")
                number = int(self._beyond[key][c])
                if number:
                    code = f"ACCESSOR_ELEMENT_OUT_OF_{key.upper()}_BOUND"
                    report.say(at, code, f"{number} × {'<' if key == 'min' else '>'} {said}")


def _rounded(values: list[float], is_float: bool) -> NDArray[np.float64]:
    """Declared limits: of floats, those that single precision has."""
    exact = np.array(values, np.float64)
    if not is_float or not len(values):
        return exact
    if max(values) < LARGE and min(values) > -LARGE:
        return exact.astype(np.float32).astype(np.float64)
    with np.errstate(over="ignore"):
        return exact.astype(np.float32).astype(np.float64)


def _folded(fold: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
    """The least or greatest of each component; long columns are faster one by one."""
    if len(values) < FEW:
        return np.asarray(fold.reduce(values, axis=0))
    return np.array([fold.reduce(column) for column in values.T])
