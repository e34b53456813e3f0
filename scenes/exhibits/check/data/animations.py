"""Keyframes: times that only grow, rotations of unit length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from scenes.exhibits.check.data.attributes import lengths_off
from scenes.exhibits.check.data.report import Report, Trouble
from scenes.exhibits.check.data.sample import Samples

__all__ = ["QUATERNION", "check"]

Json = dict[str, Any]
QUATERNION = 0.00769
"""How far a rotation's length may be from 1: what a signed byte a component can do."""


def check(samples: Samples, report: Report) -> None:
    """Look at every sampler's times and every rotation's values, shared ones once."""
    times: dict[int, list[Trouble]] = {}
    turns: dict[tuple[int, bool], Trouble] = {}
    for a, animation in enumerate(samples.json.get("animations", ())):
        for s, sampler in enumerate(animation["samplers"]):
            index = sampler["input"]
            if index not in times:
                times[index] = _times(samples, index)
            report.tell(f"/animations/{a}/samplers/{s}/input", *times[index])
        for c, sampler in _rotating(animation):
            key = (sampler["output"], sampler.get("interpolation") == "CUBICSPLINE")
            if key not in turns:
                turns[key] = _turns(samples, *key)
            report.tell(f"/animations/{a}/channels/{c}/sampler", turns[key])


def _rotating(animation: Json) -> Iterator[tuple[int, Json]]:
    for c, channel in enumerate(animation["channels"]):
        if channel["target"].get("path") == "rotation":
            yield c, animation["samplers"][channel["sampler"]]


def _times(samples: Samples, index: int) -> list[Trouble]:
    below = Trouble("ACCESSOR_ANIMATION_INPUT_NEGATIVE")
    falling = Trouble("ACCESSOR_ANIMATION_INPUT_NON_INCREASING")
    last = -np.inf
    for start, values in samples.pieces(index):
        times = values[:, 0].astype(np.float64)
        if start == 0 and times[0] < 0:
            last = 0.0
        below.add(np.flatnonzero(times < 0), times.item, start)
        # A negative time is passed over: the next one is compared with the last that was none,
        # or with zero.
        kept = np.flatnonzero(~(times < 0))
        before = np.concatenate([[last], times[kept]])
        falling.add(kept[times[kept] <= before[:-1]], times.item, start)
        last = float(before[-1])
    return [below, falling]


def _turns(samples: Samples, index: int, is_spline: bool) -> Trouble:
    trouble = Trouble("ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION")
    for start, values in samples.pieces(index, scaled=True):
        if values.shape[1] != 4:
            break
        off = lengths_off(values, QUATERNION)
        if is_spline:
            # Between two tangents, which may have any length.
            off &= (np.arange(start, start + len(values)) % 3) == 1
        lengths = np.sqrt(np.square(values).sum(axis=1))
        trouble.add(np.flatnonzero(off), lengths.item, start)
    return trouble
