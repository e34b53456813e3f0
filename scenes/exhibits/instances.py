"""Where the copies of an instanced node stand: EXT_mesh_gpu_instancing."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.read import floats
from scenes.glb import Glb
from scenes.summary.graph import compose

__all__ = ["INSTANCING", "instance_matrices"]

F64 = NDArray[np.float64]
INSTANCING = "EXT_mesh_gpu_instancing"
RESTS: dict[str, list[float]] = {
    "TRANSLATION": [0.0, 0.0, 0.0],
    "ROTATION": [0.0, 0.0, 0.0, 1.0],
    "SCALE": [1.0, 1.0, 1.0],
}


def instance_matrices(glb: Glb, node: dict[str, Any]) -> F64:
    """The matrices of a node's copies in its own space, (n, 4, 4); one where it has none."""
    table = node.get("extensions", {}).get(INSTANCING, {}).get("attributes", {})
    rows = {name: floats(glb, index, kind=np.float64) for name, index in table.items()}
    if not rows:
        return np.eye(4)[None]
    count = min(len(row) for row in rows.values())
    t, r, s = (
        np.broadcast_to(rows.get(name, np.array([rest]))[:count], (count, len(rest)))
        for name, rest in RESTS.items()
    )
    return compose(t, r, s)
