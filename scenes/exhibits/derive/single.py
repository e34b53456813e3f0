"""Numbers of a node in as few digits as a single-precision float needs."""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["single", "single_number"]

Json = dict[str, Any]
PLACES = ("translation", "rotation", "scale", "matrix", "weights")


def single(node: Json) -> Json:
    """A node whose place is written in short numbers, the same ones in single precision."""
    short = {key: [single_number(v) for v in node[key]] for key in PLACES if key in node}
    return {**node, **short} if short else node


def single_number(value: float) -> float:
    """The shortest number that is the same in single precision."""
    value = float(value)
    if value.is_integer() and abs(value) < 2**24:
        return int(value)
    with np.errstate(over="ignore"):
        near = np.float32(value)
    return float(str(near)) if np.isfinite(near) else value
