"""The vertices that a primitive draws."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.read import raw
from scenes.glb import Glb

__all__ = ["used"]

TRIANGLES = 4


def used(glb: Glb, primitive: dict[str, Any]) -> NDArray[Any] | slice:
    """Which rows of its attributes: all, or those that its indices name.

    What is left over behind the last whole triangle is not drawn.
    """
    whole = 3 if primitive.get("mode", TRIANGLES) == TRIANGLES else 1
    indices = primitive.get("indices")
    if indices is not None:
        numbers = raw(glb, indices)
        return np.unique(numbers[: len(numbers) // whole * whole])
    counts = [glb.json["accessors"][i]["count"] for i in primitive["attributes"].values()]
    return slice(0, min(counts, default=0) // whole * whole)
