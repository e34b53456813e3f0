"""Keyframes: times that only grow, rotations of unit length."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.check.data.attributes import lengths_off
from scenes.exhibits.check.data.report import Report
from scenes.exhibits.check.data.sample import Samples

__all__ = ["QUATERNION", "check"]

Json = dict[str, Any]
QUATERNION = 0.00769
"""How far a rotation's length may be from 1: what a signed byte a component can do."""


def check(samples: Samples, report: Report) -> None:
    """Look at every sampler's times and every rotation's values."""
    for a, animation in enumerate(samples.json.get("animations", ())):
        samplers = animation["samplers"]
        for s, sampler in enumerate(samplers):
            at = f"/animations/{a}/samplers/{s}/input"
            _check_times(samples, sampler["input"], at, report)
        for c, channel in enumerate(animation["channels"]):
            sampler = samplers[channel["sampler"]]
            if channel["target"].get("path") == "rotation":
                at = f"/animations/{a}/channels/{c}/sampler"
                _check_rotations(samples, sampler, at, report)


def _check_times(samples: Samples, index: int, at: str, report: Report) -> None:
    last = -np.inf
    for start, values in samples.pieces(index):
        times = values[:, 0].astype(np.float64)
        if start == 0 and times[0] < 0:
            last = 0.0
        negative = np.flatnonzero(times < 0)
        report.elements(
            at, "ACCESSOR_ANIMATION_INPUT_NEGATIVE", negative + start, _tell(times, start)
        )
        # A negative time is passed over: the next one is compared with the last that was none,
        # or with zero.
        kept = np.flatnonzero(~(times < 0))
        before = np.concatenate([[last], times[kept]])
        falls = kept[times[kept] <= before[:-1]]
        report.elements(
            at, "ACCESSOR_ANIMATION_INPUT_NON_INCREASING", falls + start, _tell(times, start)
        )
        last = float(before[-1])


def _check_rotations(samples: Samples, sampler: Json, at: str, report: Report) -> None:
    index = sampler["output"]
    is_cubic = sampler.get("interpolation") == "CUBICSPLINE"
    for start, values in samples.pieces(index, scaled=True):
        if values.shape[1] != 4:
            return
        off = lengths_off(values, QUATERNION)
        if is_cubic:
            # Between two tangents, which may have any length.
            off &= (np.arange(start, start + len(values)) % 3) == 1
        wrong = np.flatnonzero(off)
        lengths = np.sqrt(np.square(values).sum(axis=1))
        code = "ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION"
        report.elements(at, code, wrong + start, _tell(lengths, start))


def _tell(values: NDArray[Any], start: int) -> Any:
    return lambda place: f"#{place}: {values[place - start]:.6g}"
